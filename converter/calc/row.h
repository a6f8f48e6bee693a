#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "calc/assessment.h"
#include "calc/figure.h"
#include "calc/forecast.h"
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
    BaseUnit only_unit;  // "" where the indicator shows none or several
    base::Decimal tolerance;
};

[[nodiscard]] Row row_of(const plan::Indicator& indicator,
                         int first_year,
                         const Scheme& scheme,
                         const AssessOptions& options);

// A value without unit takes the only unit its indicator shows, with its scale word: 60.6 beside
// 76.7 千人 is 60,600 人.
void take_only_unit(std::optional<Figure>& figure, const Row& row);
void take_only_unit(Figure& figure, const Row& row);

// The actual cell of a year; a blank one where there is none.
[[nodiscard]] const plan::Value& actual_of(const Row& row, int year);

// The sum of the actuals up to the year, or the year that is missing.
[[nodiscard]] base::Result<Figure, int> running_total(const Row& row, int last_year);

// The baseline, else the latest actual before the year.
[[nodiscard]] std::optional<Figure> earlier_value(const Row& row, int year);

// The baseline, if it has a year, and all numeric actuals up to the year, ascending. Where there is
// a final target, only those in its unit.
[[nodiscard]] std::vector<Point> points_until(const Row& row, int year);

}  // namespace shinchoku::calc
