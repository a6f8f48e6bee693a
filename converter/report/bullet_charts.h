#pragma once

#include <vector>

#include "base/decimal.h"
#include "render/chart.h"
#include "report/chart_page.h"
#include "report/sheets.h"

namespace shinchoku::report {

// Actual against target in the year reported on: one chart a policy (or more, where it has too
// many indicators for one), one bar an indicator with a rate, over the bands of the grades.

struct Bullets {
    std::vector<render::Chart> charts;
    base::Decimal axis_end;  // a fraction: 1.5 or 2, the same in all charts
    bool has_bands = false;
    bool has_cut = false;  // a bar is longer than the axis or shorter than nothing
};

// Writes the figures beside the page and returns the charts that show them.
[[nodiscard]] Bullets write_bullet_cells(const Context& context, ChartPage& page);

}  // namespace shinchoku::report
