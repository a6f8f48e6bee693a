#include "layout/measure_draft.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/words.h"

namespace shinchoku::layout {
namespace {

bool is_blank(const plan::Value& value) {
    return value.is<plan::Blank>();
}

std::optional<base::Decimal> rate_percent_of(const MeasureCollector::Content& content) {
    const auto* number = content.value.as<plan::Number>();
    if (number == nullptr) {
        return std::nullopt;
    }
    return number->number;
}

bool is_department_separator(char32_t c) {
    constexpr std::u32string_view all = U"・･、､,，/／\n\r";
    return all.find(c) != all.npos;
}

}  // namespace

std::vector<std::string> split_departments(std::string_view text, const Departments& known) {
    const std::string whole(base::trim(text));
    if (whole.empty()) {
        return {};
    }
    if (std::find(known.names.begin(), known.names.end(), whole) != known.names.end()) {
        return {whole};
    }
    std::vector<std::string> names(1);
    for (std::size_t at = 0; at < whole.size();) {
        const std::string_view rest = std::string_view(whole).substr(at);
        bool is_word = false;
        for (const std::string_view word : {"及び", "並びに"}) {
            if (rest.starts_with(word)) {
                at += word.size();
                is_word = true;
                break;
            }
        }
        if (is_word) {
            names.emplace_back();
            continue;
        }
        const std::size_t from = at;
        if (is_department_separator(base::next_code_point(whole, at))) {
            names.emplace_back();
        } else {
            names.back() += std::string_view(whole).substr(from, at - from);
        }
    }
    for (std::string& name : names) {
        name = std::string(base::trim(name));
    }
    std::erase(names, std::string());
    return names;
}

MeasureCollector::Indicator& MeasureCollector::indicator(const Owner& owner) {
    for (Indicator& known : indicators_) {
        if (known.key == owner.key) {
            return known;
        }
    }
    Indicator& added = indicators_.emplace_back();
    added.key = owner.key;
    if (owner.list != nullptr) {
        for (const auto& [key, text] : owner.list->where) {
            if (key == "category") {
                added.indicator.category = text;
            } else if (key == "name") {
                added.indicator.name = text;
            } else if (key == "unit") {
                added.cells.unit_column = text;
            }
        }
    }
    return added;
}

YearPlaces& MeasureCollector::year_places(std::vector<YearPlaces>& years, int year) {
    const auto at = std::lower_bound(
        years.begin(), years.end(), year, [](const YearPlaces& y, int y0) { return y.year < y0; });
    if (at != years.end() && at->year == year) {
        return *at;
    }
    YearPlaces added;
    added.year = year;
    return *years.insert(at, added);
}

plan::YearEntry& MeasureCollector::year_entry(Indicator& own, int year) {
    auto& years = own.indicator.years;
    const auto at =
        std::lower_bound(years.begin(), years.end(), year, [](const plan::YearEntry& y, int y0) {
            return y.year < y0;
        });
    if (at != years.end() && at->year == year) {
        return *at;
    }
    plan::YearEntry added;
    added.year = year;
    added.target = plan::blank_value();
    added.actual = plan::blank_value();
    return *years.insert(at, std::move(added));
}

void MeasureCollector::add_indicator_field(const Owner& owner,
                                           const Field& field,
                                           const Content& content) {
    Indicator& own = indicator(owner);
    own.filled = own.filled || content.filled;
    switch (field.id) {
        case FieldId::indicator_name:
            own.indicator.name = content.text;
            own.places.name = content.place;
            break;
        case FieldId::indicator_unit:
            own.cells.unit_column = content.text;
            own.places.unit = content.place;
            break;
        case FieldId::indicator_category:
            if (content.filled) {
                own.indicator.category = base::without_blanks(content.text);
            }
            own.places.category = content.place;
            break;
        case FieldId::indicator_direction:
            if (content.filled) {
                own.cells.stated_direction = content.text;
            }
            own.places.direction = content.place;
            break;
        case FieldId::indicator_note:
            own.indicator.note = content.text;
            break;
        case FieldId::baseline_value:
            own.indicator.baseline = plan::Baseline{std::nullopt, content.value};
            own.places.baseline = content.place;
            break;
        default:
            break;
    }
}

void MeasureCollector::set_category(const Owner& owner, const std::string& category) {
    indicator(owner).indicator.category = category;
}

void MeasureCollector::add_year_field(const Owner& owner,
                                      const Field& field,
                                      int year,
                                      const std::optional<base::CellRef>& heading,
                                      base::CellRef row_label,
                                      const Content& content) {
    Indicator& own = indicator(owner);
    YearPlaces& places = year_places(own.places.years, year);
    if (heading) {
        places.heading = heading;
    }
    own.filled = own.filled || content.filled;
    if (field.id == FieldId::target) {
        places.target = content.place;
        own.places.target_label = row_label;
    } else if (field.id == FieldId::actual) {
        places.actual = content.place;
        own.places.actual_label = row_label;
    } else {
        places.note = content.place;
    }
    if (content.text.empty()) {
        return;
    }
    plan::YearEntry& entry = year_entry(own, year);
    if (field.id == FieldId::target) {
        entry.target = content.value;
    } else if (field.id == FieldId::actual) {
        entry.actual = content.value;
    } else {
        entry.note = content.text;
    }
}

void MeasureCollector::add_evaluation_field(const std::optional<Owner>& owner,
                                            const Field& field,
                                            std::optional<int> year,
                                            const Content& content) {
    // Outside lists a judgement is of the whole measure.
    if (year || !owner) {
        YearPlaces& places = year_places(
            owner ? indicator(*owner).places.years : draft_.places.years, year.value_or(0));
        switch (field.id) {
            case FieldId::rate:
                places.rate = content.place;
                if (const auto* number = content.value.as<plan::Number>()) {
                    places.rate_decimals = number->form.decimals;
                }
                break;
            case FieldId::grade:
                places.grade = content.place;
                break;
            case FieldId::reason:
                places.reason = content.place;
                break;
            default:
                places.next = content.place;
                break;
        }
    }
    if (!content.filled) {
        return;
    }
    const std::string key = owner ? owner->key : std::string();
    auto found = std::find_if(evaluations_.begin(), evaluations_.end(), [&](const Evaluation& e) {
        return e.key == key && e.of_indicator == owner.has_value() && e.evaluation.year == year;
    });
    if (found == evaluations_.end()) {
        evaluations_.push_back({key, owner.has_value(), {}});
        found = evaluations_.end() - 1;
        found->evaluation.year = year;
    }
    switch (field.id) {
        case FieldId::rate:
            found->evaluation.rate_percent = rate_percent_of(content);
            break;
        case FieldId::grade:
            found->evaluation.grade = content.text;
            break;
        case FieldId::reason:
            found->evaluation.reason = content.text;
            break;
        default:
            found->evaluation.next = content.text;
            break;
    }
}

void MeasureCollector::settle(Indicator& own) const {
    // Spaces in a cell are kept as they are typed, but fill no year.
    std::erase_if(own.indicator.years, [](const plan::YearEntry& entry) {
        return is_blank(entry.target) && is_blank(entry.actual) && base::trim(entry.note).empty();
    });
    if (!own.cells.stated_direction && !layout_.direction.empty()) {
        own.cells.stated_direction = layout_.direction;
    }
    if (own.indicator.baseline) {
        own.indicator.baseline->year = baseline_year_;
    }
    plan::settle_indicator(own.indicator, own.cells);
}

MeasureDraft MeasureCollector::take() {
    std::map<std::string, std::size_t> numbers;  // key -> place of the indicator, from 1
    for (Indicator& own : indicators_) {
        if (!own.filled) {
            continue;
        }
        settle(own);
        draft_.measure.indicators.push_back(std::move(own.indicator));
        draft_.places.indicators.push_back(std::move(own.places));
        numbers[own.key] = draft_.measure.indicators.size();
    }
    // Of the whole measure first, then indicator by indicator, year by year.
    const auto rank = [&](const Evaluation& e) {
        return std::pair(e.of_indicator ? numbers[e.key] : 0, e.evaluation.year);
    };
    std::stable_sort(evaluations_.begin(),
                     evaluations_.end(),
                     [&](const Evaluation& a, const Evaluation& b) { return rank(a) < rank(b); });
    for (Evaluation& own : evaluations_) {
        if (own.of_indicator) {
            own.evaluation.indicator = std::to_string(numbers[own.key]);
        }
        draft_.measure.evaluations.push_back(std::move(own.evaluation));
    }
    return std::move(draft_);
}

}  // namespace shinchoku::layout
