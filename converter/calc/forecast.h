#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"
#include "calc/assessment.h"

namespace shinchoku::calc {

// One known value on the way: the baseline or an actual.
struct Point {
    int year = 0;
    base::Decimal number;
};

// Carries the line and the constant growth through the first and the last point on to the final
// target's year. Points are ascending by year. Gaps are the final target minus the projection, in
// the sense of needed_per_year. Nothing from the final year on, and with fewer than two years.
[[nodiscard]] Forecast forecast_of(const std::vector<Point>& points,
                                   int year,
                                   int final_year,
                                   const base::Decimal& final_number,
                                   bool lower_is_better);

}  // namespace shinchoku::calc
