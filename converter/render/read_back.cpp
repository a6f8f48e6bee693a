#include "render/read_back.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "plan/value_reading.h"
#include "render/book_text.h"
#include "render/drawn_fields.h"

namespace shinchoku::render {
namespace {

using layout::FieldId;

// Where a part of the plan is, in words and on the sheet.
struct Spot {
    std::string measure;
    base::Text what;
    const layout::MeasurePlaces* places = nullptr;
    std::optional<base::CellRef> cell;
    std::string key;  // model path, for the finding's key
};

class Comparer {
public:
    Comparer(const layout::Reading& reading, const plan::Plan& plan, const layout::Layout& layout)
        : reading_(&reading), plan_(&plan), layout_(&layout), drawn_(layout) {}

    ReadBack run(bool told_plan) {
        if (told_plan) {
            compare_plan();
        }
        compare_groups();
        const std::vector<plan::Measure>& wanted = plan_->measures;
        const std::vector<plan::Measure>& got = reading_->plan.measures;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (i >= got.size() || got[i].id != wanted[i].id) {
                differ({wanted[i].id, {"施策", "measure"}, nullptr, {}, "id"},
                       wanted[i].id,
                       i < got.size() ? got[i].id : "");
                break;
            }
            compare_measure(
                wanted[i], got[i], i < reading_->places.size() ? &reading_->places[i] : nullptr);
        }
        if (got.size() > wanted.size()) {
            differ({got[wanted.size()].id, {"施策", "measure"}, nullptr, {}, "id"},
                   "",
                   got[wanted.size()].id);
        }
        return std::move(result_);
    }

private:
    base::Finding finding(const Spot& spot, std::string rule, base::Severity severity) const {
        base::Finding made;
        made.key = base::make_key(rule, spot.measure + (spot.key.empty() ? "" : "/" + spot.key));
        made.rule = std::move(rule);
        made.severity = severity;
        if (!spot.measure.empty()) {
            made.measure = spot.measure;
        }
        if (spot.places != nullptr) {
            made.sheet = spot.places->sheet;
            made.sheet_index = spot.places->sheet_index;
            made.cell = spot.cell;
        }
        return made;
    }

    void not_held(const Spot& spot, std::string value) {
        base::Finding made = finding(spot, "X10", base::Severity::warning);
        made.message = {"様式「" + layout_->title + "」には「" + spot.what.ja +
                            "」を書く欄がないため、書いていません。",
                        "The form \"" + layout_->id + "\" has no place for the " + spot.what.en +
                            "; it was left out."};
        made.hint = {"この内容も残す場合は、JSONでも保存してください。",
                     "Save the plan as JSON as well if this is to be kept."};
        made.found = std::move(value);
        result_.not_held.push_back(std::move(made));
    }

    void differ(const Spot& spot, std::string wanted, std::string got) {
        if (result_.first_difference) {
            return;
        }
        base::Finding made = finding(spot, "X03", base::Severity::error);
        made.message = {"書いた様式を読み戻すと「" + spot.what.ja +
                            "」が元の計画と異なるため、ファイルを作りませんでした。",
                        "Read back from the form, the " + spot.what.en +
                            " differs from the plan; no file was made."};
        made.hint = {
            "値に様式の見出しと同じ語や区切りの記号（・、改行など）がないか確かめ、JSONで保存してく"
            "ださい。",
            "Check the value for a label's wording or a joining mark, or save as JSON."};
        made.found = std::move(got);
        made.expected = std::move(wanted);
        result_.first_difference = std::move(made);
    }

    // A text that the form draws must come back; one that it does not draw is named.
    void compare_text(const Spot& spot, bool drawn, std::string_view wanted, std::string_view got) {
        if (drawn && wanted != got && held_text(wanted).text != got) {
            differ(spot, std::string(wanted), std::string(got));
        } else if (!drawn && !wanted.empty() && wanted != got) {
            not_held(spot, std::string(wanted));
        }
    }

    void compare_plan() {
        const plan::Plan& got = reading_->plan;
        compare_text(
            {"", {"計画のid", "plan id"}, nullptr, {}, "plan.id"}, true, plan_->id, got.id);
        compare_text({"", {"計画の名称", "plan title"}, nullptr, {}, "plan.title"},
                     true,
                     plan_->title,
                     got.title);
        compare_text({"", {"市町村名", "municipality"}, nullptr, {}, "plan.municipality"},
                     true,
                     plan_->municipality,
                     got.municipality);
        compare_text({"", {"団体コード", "municipality code"}, nullptr, {}, "plan.code"},
                     true,
                     plan_->municipality_code,
                     got.municipality_code);
        compare_text({"", {"計画期間", "plan period"}, nullptr, {}, "plan.years"},
                     true,
                     std::to_string(plan_->first_year) + "-" + std::to_string(plan_->last_year),
                     std::to_string(got.first_year) + "-" + std::to_string(got.last_year));
    }

    // Groups that no measure belongs to have no sheet to stand on.
    void compare_groups() {
        for (const plan::Group& group : plan_->groups) {
            const plan::Group* got = plan::find_group(reading_->plan, group.id);
            const Spot spot{"", {"グループ", "group"}, nullptr, {}, "group/" + group.id};
            if (got == nullptr) {
                not_held(spot, group.label + " " + group.title);
            } else if (*got != group) {
                differ(spot, group.label + " " + group.title, got->label + " " + got->title);
            }
        }
    }

    [[nodiscard]] static std::string joined(const std::vector<std::string>& names) {
        std::string all;
        for (const std::string& name : names) {
            all += (all.empty() ? "" : "・") + name;
        }
        return all;
    }

    void compare_measure(const plan::Measure& wanted,
                         const plan::Measure& got,
                         const layout::MeasurePlaces* places) {
        const auto spot = [&](base::Text what, std::string path) {
            Spot made{wanted.id, std::move(what), places, {}, path};
            if (places != nullptr) {
                const auto cell = places->fields.find(path);
                if (cell != places->fields.end()) {
                    made.cell = cell->second;
                }
            }
            return made;
        };
        const bool groups =
            drawn_.has(FieldId::top_group_title) || drawn_.has(FieldId::nearest_group);
        compare_text(spot({"所属するグループ", "group"}, "group"), groups, wanted.group, got.group);
        compare_text(spot({"番号", "number"}, "label"),
                     drawn_.has(FieldId::measure_number),
                     wanted.label,
                     got.label);
        compare_text(spot({"名称", "title"}, "title"),
                     drawn_.has(FieldId::measure_title),
                     wanted.title,
                     got.title);
        compare_text(spot({"担当課", "departments"}, "departments"),
                     drawn_.has(FieldId::departments),
                     joined(wanted.departments),
                     joined(got.departments));
        if (wanted.departments.size() != got.departments.size() &&
            drawn_.has(FieldId::departments)) {
            differ(spot({"担当課", "departments"}, "departments"),
                   joined(wanted.departments),
                   joined(got.departments));
        }
        if (wanted.leading != got.leading) {
            not_held(spot({"重点の印", "leading mark"}, "leading"), wanted.leading ? "★" : "");
        }
        compare_texts(wanted, got, spot);
        compare_lists(wanted, got, spot);
        compare_indicators(wanted, got, places);
        compare_evaluations(wanted, got, places);
    }

    template <class SpotOf>
    void compare_texts(const plan::Measure& wanted, const plan::Measure& got, SpotOf spot) {
        for (const auto& [key, text] : wanted.texts) {
            const auto other = got.texts.find(key);
            compare_text(spot({"文「" + key + "」", "text \"" + key + "\""}, "texts." + key),
                         drawn_.has_text(key),
                         text,
                         other == got.texts.end() ? std::string_view() : other->second);
        }
        for (const auto& [key, text] : got.texts) {
            if (!wanted.texts.contains(key) && !text.empty()) {
                differ(
                    spot({"文「" + key + "」", "text \"" + key + "\""}, "texts." + key), "", text);
            }
        }
    }

    template <class SpotOf>
    void compare_lists(const plan::Measure& wanted, const plan::Measure& got, SpotOf spot) {
        compare_list(spot({"注", "footnotes"}, "footnotes"),
                     drawn_.has(FieldId::footnote_text),
                     wanted.footnotes,
                     got.footnotes);
        compare_list(spot({"予定", "schedule"}, "schedule"),
                     drawn_.has(FieldId::schedule_cells),
                     wanted.schedule,
                     got.schedule);
        compare_list(spot({"取組", "approaches"}, "approaches"),
                     drawn_.has(FieldId::approach_text),
                     wanted.approaches,
                     got.approaches);
    }

    template <class Item>
    void compare_list(const Spot& spot,
                      bool drawn,
                      const std::vector<Item>& wanted,
                      const std::vector<Item>& got) {
        if (wanted == got) {
            return;
        }
        if (drawn) {
            differ(spot, std::to_string(wanted.size()), std::to_string(got.size()));
        } else {
            not_held(spot, std::to_string(wanted.size()));
        }
    }

    void compare_indicators(const plan::Measure& wanted,
                            const plan::Measure& got,
                            const layout::MeasurePlaces* places) {
        for (std::size_t i = 0; i < wanted.indicators.size(); ++i) {
            const plan::Indicator& indicator = wanted.indicators[i];
            const auto same = std::find_if(
                got.indicators.begin(), got.indicators.end(), [&](const plan::Indicator& each) {
                    return each.id == indicator.id;
                });
            if (same == got.indicators.end()) {
                not_held({wanted.id, {"指標", "indicator"}, places, {}, indicator.id},
                         indicator.name);
                continue;
            }
            const auto at = static_cast<std::size_t>(same - got.indicators.begin());
            compare_indicator(indicator,
                              *same,
                              wanted.id,
                              places,
                              places != nullptr && at < places->indicators.size()
                                  ? &places->indicators[at]
                                  : nullptr);
        }
        if (got.indicators.size() > wanted.indicators.size()) {
            differ({wanted.id, {"指標の数", "number of indicators"}, places, {}, "indicators"},
                   std::to_string(wanted.indicators.size()),
                   std::to_string(got.indicators.size()));
        }
    }

    void compare_indicator(const plan::Indicator& wanted,
                           const plan::Indicator& got,
                           const std::string& measure,
                           const layout::MeasurePlaces* places,
                           const layout::IndicatorPlaces* cells) {
        const auto spot = [&](base::Text what, std::string_view part) {
            return Spot{measure, std::move(what), places, {}, wanted.id + "/" + std::string(part)};
        };
        Spot name = spot({"指標名", "indicator name"}, "name");
        name.cell = cells != nullptr ? cells->name : std::nullopt;
        compare_text(name, drawn_.has(FieldId::indicator_name), wanted.name, got.name);
        compare_text(spot({"区分", "category"}, "category"),
                     drawn_.has(FieldId::indicator_category),
                     wanted.category.value_or(""),
                     got.category.value_or(""));
        compare_text(spot({"単位", "unit"}, "unit"),
                     drawn_.has(FieldId::indicator_unit),
                     wanted.unit.value_or(""),
                     got.unit.value_or(""));
        compare_text(spot({"備考", "note"}, "note"),
                     drawn_.has(FieldId::indicator_note),
                     wanted.note,
                     got.note);
        compare_text(
            spot({"方向", "direction"}, "direction"),
            drawn_.has(FieldId::indicator_direction) || drawn_.has(FieldId::baseline_value),
            plan::name_of(wanted.direction),
            plan::name_of(got.direction));
        compare_text(spot({"累計の別", "accumulation"}, "accumulation"),
                     false,
                     plan::name_of(wanted.accumulation),
                     plan::name_of(got.accumulation));
        compare_settings(wanted, spot);
        compare_baseline(wanted, got, spot, cells);
        compare_years(wanted, got, spot, cells);
    }

    // What only a JSON plan, a layout or a scheme can say.
    template <class SpotOf>
    void compare_settings(const plan::Indicator& wanted, SpotOf spot) {
        const auto text = [](const std::optional<base::Decimal>& number) {
            return number ? number->to_string() : std::string();
        };
        compare_text(spot({"算定方法", "method"}, "method"), false, wanted.method.value_or(""), "");
        compare_text(spot({"評価基準", "scheme"}, "scheme"), false, wanted.scheme.value_or(""), "");
        compare_text(spot({"重み", "weight"}, "weight"), false, text(wanted.weight), "");
        compare_text(spot({"許容幅", "tolerance"}, "tolerance"), false, text(wanted.tolerance), "");
        if (!wanted.revisions.empty()) {
            not_held(spot({"目標の変更履歴", "revisions"}, "revisions"),
                     std::to_string(wanted.revisions.size()));
        }
    }

    template <class SpotOf>
    void compare_baseline(const plan::Indicator& wanted,
                          const plan::Indicator& got,
                          SpotOf spot,
                          const layout::IndicatorPlaces* cells) {
        Spot at = spot({"基準値", "baseline"}, "baseline");
        at.cell = cells != nullptr ? cells->baseline : std::nullopt;
        if (!wanted.baseline) {
            return;
        }
        if (!got.baseline || !drawn_.has(FieldId::baseline_value)) {
            not_held(at, plan::print_value(wanted.baseline->value));
            return;
        }
        compare_value(at, wanted.baseline->value, got.baseline->value);
        if (wanted.baseline->year != got.baseline->year) {
            const auto text = [](const std::optional<int>& year) {
                return year ? std::to_string(*year) : std::string();
            };
            compare_text(spot({"基準年", "baseline year"}, "baseline.year"),
                         drawn_.has(FieldId::baseline_year),
                         text(wanted.baseline->year),
                         text(got.baseline->year));
        }
    }

    // What was typed must come back as typed. What it means may hang on a unit column or a
    // direction that this form does not draw.
    void compare_value(const Spot& spot, const plan::Value& wanted, const plan::Value& got) {
        if (wanted == got) {
            return;
        }
        const SafeText held = held_text(wanted.raw);
        if ((held.repaired || held.shortened) && got.raw == held.text) {
            return;  // said when it was written
        }
        const bool same_cell = plan::print_value(wanted) == plan::print_value(got) &&
                               wanted.stored == got.stored && wanted.format == got.format;
        if (same_cell && (!drawn_.has(FieldId::indicator_unit) || wanted.raw.empty())) {
            Spot meaning = spot;
            meaning.what.ja += "の単位や読み方";
            meaning.what.en += ": unit or meaning";
            not_held(meaning, plan::print_value(wanted));
        } else {
            differ(spot, plan::print_value(wanted), plan::print_value(got));
        }
    }

    template <class SpotOf>
    void compare_years(const plan::Indicator& wanted,
                       const plan::Indicator& got,
                       SpotOf spot,
                       const layout::IndicatorPlaces* cells) {
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
            compare_year(*find(wanted.years, year), *find(got.years, year), year, spot, cells);
        }
    }

    template <class SpotOf>
    void compare_year(const plan::YearEntry& wanted,
                      const plan::YearEntry& got,
                      int year,
                      SpotOf spot,
                      const layout::IndicatorPlaces* cells) {
        const std::string name = std::to_string(year);
        Spot target = spot({name + "年度の目標値", "target of " + name}, name + "/target");
        Spot actual = spot({name + "年度の実績値", "actual of " + name}, name + "/actual");
        Spot note = spot({name + "年度の進捗状況", "note of " + name}, name + "/note");
        if (cells != nullptr) {
            for (const layout::YearPlaces& place : cells->years) {
                if (place.year == year) {
                    target.cell = place.target;
                    actual.cell = place.actual;
                    note.cell = place.note;
                }
            }
        }
        compare_year_value(target, FieldId::target, year, wanted.target, got.target);
        compare_year_value(actual, FieldId::actual, year, wanted.actual, got.actual);
        compare_text(note, drawn_.has(FieldId::note), wanted.note, got.note);
    }

    void compare_year_value(
        const Spot& spot, FieldId id, int year, const plan::Value& wanted, const plan::Value& got) {
        const int first = plan_->first_year;
        const bool in_period = year >= first && year < first + layout_->year_count;
        const bool has_cell = drawn_.has(id) && in_period;
        if (!has_cell ||
            (got.is<plan::Blank>() && draws_only_last(id) && year != plan_->last_year)) {
            if (!wanted.is<plan::Blank>()) {
                not_held(spot, plan::print_value(wanted));
            }
            return;
        }
        compare_value(spot, wanted, got);
    }

    // A form that shows the final year's target alone.
    [[nodiscard]] bool draws_only_last(FieldId id) const {
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

    void compare_evaluations(const plan::Measure& wanted,
                             const plan::Measure& got,
                             const layout::MeasurePlaces* places) {
        for (const plan::Evaluation& evaluation : wanted.evaluations) {
            if (std::find(got.evaluations.begin(), got.evaluations.end(), evaluation) !=
                got.evaluations.end()) {
                continue;
            }
            const std::string year = evaluation.year ? std::to_string(*evaluation.year) : "";
            const Spot spot{wanted.id,
                            {year + (year.empty() ? "評価" : "年度の評価"),
                             "evaluation" + (year.empty() ? "" : " of " + year)},
                            places,
                            {},
                            "evaluations/" + year};
            if (holds_whole(evaluation)) {
                differ(spot, evaluation.grade + " " + evaluation.reason, "");
            } else {
                not_held(spot, evaluation.grade);
            }
        }
    }

    // Whether the form has a place for each part of this judgement.
    [[nodiscard]] bool holds_whole(const plan::Evaluation& evaluation) const {
        const auto fits = [&](FieldId id, bool filled) { return !filled || drawn_.has(id); };
        return !evaluation.step && !evaluation.indicator && evaluation.year &&
               fits(FieldId::rate, evaluation.rate_percent.has_value()) &&
               fits(FieldId::grade, !evaluation.grade.empty()) &&
               fits(FieldId::reason, !evaluation.reason.empty()) &&
               fits(FieldId::next, !evaluation.next.empty());
    }

    const layout::Reading* reading_;
    const plan::Plan* plan_;
    const layout::Layout* layout_;
    DrawnFields drawn_;
    ReadBack result_;
};

}  // namespace

ReadBack compare_with_plan(const layout::Reading& reading,
                           const plan::Plan& plan,
                           const layout::Layout& layout,
                           bool told_plan) {
    return Comparer(reading, plan, layout).run(told_plan);
}

}  // namespace shinchoku::render
