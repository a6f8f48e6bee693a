#include "functions/assess_one.h"

#include <utility>

#include "plan/value_reading.h"

namespace shinchoku::addin {

plan::Indicator indicator_of(std::vector<plan::Value> targets,
                             std::vector<plan::Value> actuals,
                             Sides sides) {
    plan::Indicator indicator;
    indicator.method = std::move(sides.method);
    if (sides.baseline) {
        // The year before the first, so that a forecast can begin there.
        indicator.baseline = {first_fiscal_year - 1, *std::move(sides.baseline)};
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        indicator.years.push_back({.year = first_fiscal_year + static_cast<int>(i),
                                   .target = std::move(targets[i]),
                                   .actual = std::move(actuals[i]),
                                   .note = {}});
    }
    plan::IndicatorCells cells;
    if (!sides.direction.empty()) {
        cells.stated_direction = std::move(sides.direction);
    }
    plan::settle_indicator(indicator, cells);
    return indicator;
}

std::vector<calc::Assessment> assess_years(const plan::Indicator& indicator,
                                           int year_count,
                                           const calc::Scheme& scheme,
                                           bool with_trace) {
    const int last = first_fiscal_year + year_count - 1;
    calc::AssessOptions options;
    options.as_of = {last + 1, 4, 1};
    options.with_outlook = false;
    options.with_trace = with_trace;
    return calc::assess(indicator, first_fiscal_year, last, scheme, options);
}

}  // namespace shinchoku::addin
