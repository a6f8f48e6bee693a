#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/book.h"

namespace shinchoku::report {

// A sheet of charts that is filled from the top: each chart stays whole on a page, and every row
// has a height, as programs would otherwise choose different ones and stretch the charts. Right of
// the print stand the figures that the charts show.

inline constexpr std::uint32_t chart_columns = 10;
inline constexpr double chart_column_width = 9.29;  // 70 pixels: ten fill an A4 page upright
inline constexpr int chart_page_pixels = 700;
inline constexpr double chart_row_points = 15;
inline constexpr int chart_row_pixels = 20;
inline constexpr std::uint32_t chart_page_rows = 49;
inline constexpr std::uint32_t figures_column = chart_columns + 1;

struct ChartPage {
    render::SheetWriter& sheet;
    std::uint32_t row = 0;         // the next free one of the printed part
    std::uint32_t figure_row = 3;  // of the part beside it
    std::uint32_t page_start = 0;
    std::vector<std::uint32_t> breaks;
    std::map<std::uint32_t, double> heights_points;  // where not chart_row_points

    // Begins a page where so many rows of the usual height would be cut.
    void keep_together(std::uint32_t rows);
    void set_height(std::uint32_t at, double height_points);
    void insert(const render::Chart& chart);
    void insert_pair(const render::Chart& left, const render::Chart* right);
    void fix_heights();

    [[nodiscard]] base::CellRef figure(std::uint32_t column) const {
        return {figure_row, figures_column + column};
    }

private:
    [[nodiscard]] double used_points() const;
};

// A name that has room beside a bar: cut with "…" where it is wider, on one line.
[[nodiscard]] std::string short_name(std::string_view name, int width);

}  // namespace shinchoku::report
