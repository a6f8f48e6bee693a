#include "plan/settle_indicator.h"

#include <string_view>

#include "plan/cell_reading.h"

namespace shinchoku::plan {
namespace {

void visit_value(Value& value, const std::function<void(Value&)>& visit) {
    visit(value);
    if (auto* compound = std::get_if<Compound>(&value.content)) {
        for (Part& part : compound->parts) {
            visit_value(part.value, visit);
        }
    }
}

// 令和2年度比 is measured against the baseline where that is the baseline's year.
void settle_references(Indicator& indicator) {
    if (!indicator.baseline || !indicator.baseline->year) {
        return;
    }
    const int baseline_year = *indicator.baseline->year;
    visit_values(indicator, [baseline_year](Value& value) {
        auto* relative = std::get_if<Relative>(&value.content);
        if (relative != nullptr && !relative->of &&
            read_cell(value.raw, nullptr).reference_year == baseline_year) {
            relative->of = RelativeTo::baseline;
        }
    });
}

// The cell's own note says whose year the figure is; a span or an average is no year.
void settle_baseline_year(Indicator& indicator) {
    if (indicator.baseline && indicator.baseline->value.qualifiers.as_of) {
        indicator.baseline->year = indicator.baseline->value.qualifiers.as_of_year;
    }
}

bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

// 率 as the name of a share, not in 効率 and 能率.
bool names_rate(std::string_view name) {
    constexpr std::string_view rate = "率";
    for (std::size_t at = name.find(rate); at != std::string_view::npos;
         at = name.find(rate, at + rate.size())) {
        const std::string_view before = name.substr(0, at);
        if (!before.ends_with("効") && !before.ends_with("能")) {
            return true;
        }
    }
    return false;
}

bool names_level(std::string_view name) {
    return names_rate(name) || contains(name, "割合") || contains(name, "満足度") ||
           contains(name, "%") || contains(name, "％");
}

bool names_per_year(std::string_view name) {
    return contains(name, "年間") || contains(name, "年度内") || contains(name, "対象年度") ||
           contains(name, "新規");
}

}  // namespace

void visit_values(Indicator& indicator, const std::function<void(Value&)>& visit) {
    if (indicator.baseline) {
        visit_value(indicator.baseline->value, visit);
    }
    for (YearEntry& entry : indicator.years) {
        visit_value(entry.target, visit);
        visit_value(entry.actual, visit);
    }
    for (Revision& revision : indicator.revisions) {
        visit_value(revision.old_target, visit);
        visit_value(revision.new_target, visit);
    }
}

void settle_accumulation(Indicator& indicator) {
    bool cumulative = contains(indicator.name, "累計");
    bool per_year = names_per_year(indicator.name);
    bool level = names_level(indicator.name) || indicator.unit == "%";
    visit_values(indicator, [&](const Value& value) {
        const UnitAndForm* form = form_of(value);
        cumulative = cumulative || value.qualifiers.cumulative;
        per_year = per_year || (value.remark && names_per_year(*value.remark));
        level = level || (form != nullptr && form->unit == "%");
    });
    indicator.accumulation = cumulative ? Accumulation::cumulative
                             : per_year ? Accumulation::per_year
                             : level    ? Accumulation::level
                                        : Accumulation::unknown;
}

void settle_indicator(Indicator& indicator, const IndicatorCells& cells) {
    settle_baseline_year(indicator);
    settle_references(indicator);
    settle_units(indicator, cells.unit_column);
    settle_direction(indicator, cells.stated_direction);
    settle_accumulation(indicator);
}

}  // namespace shinchoku::plan
