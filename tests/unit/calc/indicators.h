#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calc/assessment.h"
#include "plan/model.h"

namespace shinchoku::calc {

inline base::Decimal decimal(const std::string& text) {
    return base::Decimal::parse(text).value();
}

inline plan::Value number(const base::Decimal& value, std::optional<std::string> unit = {}) {
    plan::Value result;
    const plan::UnitFrom from = unit ? plan::UnitFrom::cell : plan::UnitFrom::none;
    result.content = plan::Number{value, {.unit = std::move(unit), .unit_from = from}};
    result.raw = value.to_string();
    return result;
}

inline plan::Value number(const std::string& text, std::optional<std::string> unit = {}) {
    return number(decimal(text), std::move(unit));
}

inline plan::Value value_of(plan::Value::Content content, std::string raw = "") {
    plan::Value value;
    value.content = std::move(content);
    value.raw = std::move(raw);
    return value;
}

inline plan::YearEntry year(int at, plan::Value target, plan::Value actual = {}) {
    return {.year = at, .target = std::move(target), .actual = std::move(actual)};
}

// Direction up; a baseline of 2025; years from 2026.
inline plan::Indicator indicator(std::optional<plan::Value> baseline,
                                 std::vector<plan::YearEntry> years) {
    plan::Indicator result;
    result.id = "1-1-1/1";
    result.direction = plan::Direction::up;
    if (baseline) {
        result.baseline = plan::Baseline{2025, *std::move(baseline)};
    }
    result.years = std::move(years);
    return result;
}

inline plan::Indicator directed(plan::Indicator indicator, plan::Direction direction) {
    indicator.direction = direction;
    return indicator;
}

inline Grade from(const char* name, const char* percent, bool strict = false) {
    return {.name = name, .threshold = Threshold{decimal(percent), strict}};
}

inline AssessOptions closed_options() {
    return {.as_of = {2040, 5, 31}};
}

// The assessment of one year of a plan of five years from 2026, long after its end.
inline Assessment assess_one(const plan::Indicator& indicator,
                             int year = 2026,
                             const Scheme& scheme = default_scheme(),
                             const AssessOptions& options = closed_options()) {
    return assess(indicator, 2026, 2030, scheme, options).at(static_cast<std::size_t>(year - 2026));
}

inline std::string shown(const std::optional<RatePercent>& rate) {
    return rate ? rate->rounded(1).to_fixed(1) : "-";
}

}  // namespace shinchoku::calc
