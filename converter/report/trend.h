#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "report/sheets.h"
#include "report/year_marks.h"

namespace shinchoku::report {

// The figures of one indicator from year to year, in the unit that its actuals are written in.
struct TrendPoint {
    int year = 0;
    std::optional<base::Decimal> target;
    std::optional<base::Decimal> actual;
};

struct Trend {
    std::optional<base::Decimal> baseline;
    std::optional<base::Decimal> final_target;
    std::string unit;  // "" where the actuals show none, or several
    std::vector<TrendPoint> points;  // every year of the plan

    [[nodiscard]] std::size_t actuals() const;
};

// Empty where the line has no indicator or was not returned.
[[nodiscard]] Trend trend_of(const Context& context,
                             const AssessmentsByYear& assessments,
                             const Line& line);

// The trend in one cell, for programs without sparklines: a block a year from ▁ to █ between the
// least and the greatest of actuals, baseline and final target, "・" for a year without an actual,
// up to `last_year`. "" where there is no actual at all.
[[nodiscard]] std::string blocks_of(const Trend& trend, int last_year);

}  // namespace shinchoku::report
