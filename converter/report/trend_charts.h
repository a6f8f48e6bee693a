#pragma once

#include <cstddef>
#include <vector>

#include "render/chart.h"
#include "report/chart_page.h"
#include "report/sheets.h"

namespace shinchoku::report {

// Small charts of target and actual over the years of the plan, two beside each other.

inline constexpr std::uint32_t trend_chart_rows = 10;
inline constexpr std::size_t most_trend_charts = 12;

struct Trends {
    std::vector<render::Chart> charts;
    std::size_t left_out = 0;  // indicators with two actuals that have no chart
};

// Writes the figures beside the page and returns the charts that show them.
[[nodiscard]] Trends write_trend_cells(const Context& context, ChartPage& page);

}  // namespace shinchoku::report
