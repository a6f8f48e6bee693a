#include <algorithm>
#include <utility>
#include <vector>

#include "plan/value_reading.h"
#include "render/back_report.h"
#include "render/book_text.h"

namespace shinchoku::render {

using layout::FieldId;

Spot IndicatorComparer::spot(base::Text what, std::string_view part) const {
    return {measure_, std::move(what), places_, {}, id_ + "/" + std::string(part)};
}

void IndicatorComparer::compare(const plan::Indicator& wanted,
                                const plan::Indicator& got,
                                const std::string& measure,
                                const layout::MeasurePlaces* places,
                                const layout::IndicatorPlaces* cells) {
    measure_ = measure;
    id_ = wanted.id;
    places_ = places;
    cells_ = cells;
    Spot name = spot({"指標名", "indicator name"}, "name");
    name.cell = cells_ != nullptr ? cells_->name : std::nullopt;
    report_->compare_text(name, drawn_->has(FieldId::indicator_name), wanted.name, got.name);
    report_->compare_text(spot({"区分", "category"}, "category"),
                          drawn_->has(FieldId::indicator_category),
                          wanted.category.value_or(""),
                          got.category.value_or(""));
    report_->compare_text(spot({"単位", "unit"}, "unit"),
                          drawn_->has(FieldId::indicator_unit),
                          wanted.unit.value_or(""),
                          got.unit.value_or(""));
    report_->compare_text(spot({"備考", "note"}, "note"),
                          drawn_->has(FieldId::indicator_note),
                          wanted.note,
                          got.note);
    report_->compare_text(
        spot({"方向", "direction"}, "direction"),
        drawn_->has(FieldId::indicator_direction) || drawn_->has(FieldId::baseline_value),
        plan::name_of(wanted.direction),
        plan::name_of(got.direction));
    report_->compare_text(spot({"累計の別", "accumulation"}, "accumulation"),
                          false,
                          plan::name_of(wanted.accumulation),
                          plan::name_of(got.accumulation));
    compare_settings(wanted);
    compare_baseline(wanted, got);
    compare_years(wanted, got);
}

// What only a JSON plan, a layout or a scheme can say.
void IndicatorComparer::compare_settings(const plan::Indicator& wanted) {
    const auto text = [](const std::optional<base::Decimal>& number) {
        return number ? number->to_string() : std::string();
    };
    report_->compare_text(
        spot({"算定方法", "method"}, "method"), false, wanted.method.value_or(""), "");
    report_->compare_text(
        spot({"評価基準", "scheme"}, "scheme"), false, wanted.scheme.value_or(""), "");
    report_->compare_text(spot({"重み", "weight"}, "weight"), false, text(wanted.weight), "");
    report_->compare_text(
        spot({"許容幅", "tolerance"}, "tolerance"), false, text(wanted.tolerance), "");
    if (!wanted.revisions.empty()) {
        report_->not_held(spot({"目標の変更履歴", "revisions"}, "revisions"),
                          std::to_string(wanted.revisions.size()));
    }
}

void IndicatorComparer::compare_baseline(const plan::Indicator& wanted,
                                         const plan::Indicator& got) {
    Spot at = spot({"基準値", "baseline"}, "baseline");
    at.cell = cells_ != nullptr ? cells_->baseline : std::nullopt;
    if (!wanted.baseline) {
        return;
    }
    if (!got.baseline || !drawn_->has(FieldId::baseline_value)) {
        report_->not_held(at, plan::print_value(wanted.baseline->value));
        return;
    }
    compare_value(at, wanted.baseline->value, got.baseline->value);
    if (wanted.baseline->year != got.baseline->year) {
        const auto text = [](const std::optional<int>& year) {
            return year ? std::to_string(*year) : std::string();
        };
        report_->compare_text(spot({"基準年", "baseline year"}, "baseline.year"),
                              drawn_->has(FieldId::baseline_year),
                              text(wanted.baseline->year),
                              text(got.baseline->year));
    }
}

// What was typed must come back as typed. What it means may hang on a unit column or a
// direction that this form does not draw.
void IndicatorComparer::compare_value(const Spot& spot,
                                      const plan::Value& wanted,
                                      const plan::Value& got) {
    if (wanted == got) {
        return;
    }
    const SafeText held = held_text(wanted.raw);
    if ((held.repaired || held.shortened) && got.raw == held.text) {
        return;  // said when it was written
    }
    const bool same_cell = plan::print_value(wanted) == plan::print_value(got) &&
                           wanted.stored == got.stored && wanted.format == got.format;
    if (same_cell && (!drawn_->has(FieldId::indicator_unit) || wanted.raw.empty())) {
        Spot meaning = spot;
        meaning.what.ja += "の単位や読み方";
        meaning.what.en += ": unit or meaning";
        report_->not_held(meaning, plan::print_value(wanted));
    } else {
        report_->differ(spot, plan::print_value(wanted), plan::print_value(got));
    }
}

void IndicatorComparer::compare_years(const plan::Indicator& wanted, const plan::Indicator& got) {
    const auto find = [](const std::vector<plan::YearEntry>& years, int year) {
        static const plan::YearEntry nothing;
        const auto found =
            std::find_if(years.begin(), years.end(), [year](const plan::YearEntry& each) {
                return each.year == year;
            });
        return found == years.end() ? &nothing : &*found;
    };
    std::vector<int> years;
    for (const auto* entries : {&wanted.years, &got.years}) {
        for (const plan::YearEntry& entry : *entries) {
            years.push_back(entry.year);
        }
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    for (const int year : years) {
        compare_year(*find(wanted.years, year), *find(got.years, year), year);
    }
}

void IndicatorComparer::compare_year(const plan::YearEntry& wanted,
                                     const plan::YearEntry& got,
                                     int year) {
    const std::string name = std::to_string(year);
    Spot target = spot({name + "年度の目標値", "target of " + name}, name + "/target");
    Spot actual = spot({name + "年度の実績値", "actual of " + name}, name + "/actual");
    Spot note = spot({name + "年度の進捗状況", "note of " + name}, name + "/note");
    if (cells_ != nullptr) {
        for (const layout::YearPlaces& place : cells_->years) {
            if (place.year == year) {
                target.cell = place.target;
                actual.cell = place.actual;
                note.cell = place.note;
            }
        }
    }
    compare_year_value(target, FieldId::target, year, wanted.target, got.target);
    compare_year_value(actual, FieldId::actual, year, wanted.actual, got.actual);
    report_->compare_text(note, drawn_->has(FieldId::note), wanted.note, got.note);
}

void IndicatorComparer::compare_year_value(
    const Spot& spot, FieldId id, int year, const plan::Value& wanted, const plan::Value& got) {
    const int first = plan_->first_year;
    const bool in_period = year >= first && year < first + layout_->year_count;
    const bool has_cell = drawn_->has(id) && in_period;
    if (!has_cell || (got.is<plan::Blank>() && draws_only_last(id) && year != plan_->last_year)) {
        if (!wanted.is<plan::Blank>()) {
            report_->not_held(spot, plan::print_value(wanted));
        }
        return;
    }
    compare_value(spot, wanted, got);
}

// A form that shows the final year's target alone.
bool IndicatorComparer::draws_only_last(FieldId id) const {
    for (const layout::PictureRow& row : layout_->picture.rows) {
        for (const layout::PictureCell& cell : row.cells) {
            const layout::Field* field = cell.field();
            if (field != nullptr && field->id == id && field->pin == layout::YearPin::none) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace shinchoku::render
