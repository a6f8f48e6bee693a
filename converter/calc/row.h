#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "calc/assessment.h"
#include "calc/figure.h"
#include "calc/forecast.h"
#include "calc/only_unit.h"
#include "calc/target.h"

namespace shinchoku::calc {

// What all years of one indicator share.
struct Row {
    const plan::Indicator& indicator;
    int first_year;
    const Scheme& scheme;  // the indicator's own, else the plan's
    const AssessOptions& options;
    std::optional<Figure> baseline;
    std::optional<FinalTarget> final_target;
    BaseUnit only_unit;
    base::Decimal tolerance;
};

[[nodiscard]] Row row_of(const plan::Indicator& indicator,
                         int first_year,
                         const Scheme& scheme,
                         const AssessOptions& options);

// The actual cell of a year; a blank one where there is none.
[[nodiscard]] const plan::Value& actual_of(const Row& row, int year);

// Why actuals cannot be summed: the year that has none, or (without one) units that differ.
struct NoTotal {
    std::optional<int> missing_year;
};
// The sum of the actuals from the plan's first year up to this one. REQUIRES: it is not before it.
[[nodiscard]] base::Result<Figure, NoTotal> running_total(const Row& row, int last_year);

// The baseline, else the latest actual before the year.
[[nodiscard]] std::optional<Figure> earlier_value(const Row& row, int year);

// The baseline, if it has a year, and all numeric actuals up to the year, ascending. Where there is
// a final target, only those in its unit.
[[nodiscard]] std::vector<Point> points_until(const Row& row, int year);

}  // namespace shinchoku::calc
