#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"
#include "calc/assessment.h"
#include "plan/value.h"
#include "render/book.h"

namespace shinchoku::render {

// Cached results are rounded to so many decimals: what a double holds.
inline constexpr int cached_decimals = 15;

// The worksheet formula of each method of design/calculation.md over the cells of one year, with
// the value it has now. Rates are fractions shown as percent; "" where the method is undefined or
// a figure is missing.

struct RateTerm {
    std::string text;                    // address or figure; "" where there is none
    std::optional<base::Decimal> value;  // nothing: no number there yet
    bool is_cell = false;
};

struct RateTerms {
    RateTerm actual;
    RateTerm target;
    std::optional<RateTerm> baseline;
    std::optional<RateTerm> final_target;
    std::optional<RateTerm> reference;                // what a trend is measured from
    std::optional<RateTerm> actual_total;             // running total, where the years are summed
    std::pair<base::Decimal, base::Decimal> elapsed;  // t and n of the method pace
    bool lower_is_better = false;
    base::Decimal tolerance;
    std::optional<plan::Comparator> comparator;          // of a bound, whose number is the target
    std::optional<std::pair<RateTerm, RateTerm>> range;  // low and high
    plan::Trend trend = plan::Trend::keep;
};

[[nodiscard]] FormulaCell method_formula(calc::Method method, const RateTerms& terms);

}  // namespace shinchoku::render
