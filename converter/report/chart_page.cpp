#include "report/chart_page.h"

#include <algorithm>

#include "base/utf8.h"
#include "render/chart.h"

namespace shinchoku::report {

double ChartPage::used_points() const {
    double points = 0;
    for (std::uint32_t each = page_start; each < row; ++each) {
        const auto own = heights_points.find(each);
        points += own == heights_points.end() ? chart_row_points : own->second;
    }
    return points;
}

void ChartPage::keep_together(std::uint32_t rows) {
    if (row > page_start &&
        used_points() + rows * chart_row_points > chart_page_rows * chart_row_points) {
        breaks.push_back(row);
        page_start = row;
    }
}

void ChartPage::set_height(std::uint32_t at, double height_points) {
    heights_points[at] = height_points;
}

void ChartPage::insert(const render::Chart& chart) {
    const auto rows =
        static_cast<std::uint32_t>((chart.height_pixels + chart_row_pixels - 1) / chart_row_pixels);
    keep_together(rows + 1);
    // The frame of a chart at the very top would be cut by the page before it.
    row += row == page_start ? 1 : 0;
    sheet.insert_chart({row, 0}, chart);
    row += rows + 1;
}

void ChartPage::insert_pair(const render::Chart& left, const render::Chart* right) {
    insert(left);
    if (right != nullptr) {
        const auto rows = static_cast<std::uint32_t>((left.height_pixels + chart_row_pixels - 1) /
                                                     chart_row_pixels);
        sheet.insert_chart({row - rows - 1, chart_columns / 2}, *right);
    }
}

void ChartPage::fix_heights() {
    for (std::uint32_t each = 0; each < std::max(row, figure_row); ++each) {
        const auto own = heights_points.find(each);
        sheet.set_row_height(each, own == heights_points.end() ? chart_row_points : own->second);
    }
}

std::string short_name(std::string_view name, int width) {
    std::string text;
    int used = 0;
    for (std::size_t at = 0; at < name.size();) {
        char32_t c = base::next_code_point(name, at);
        c = c < U' ' ? U' ' : c;
        used += base::display_width(c);
        if (used > width) {
            return text + "…";
        }
        base::append_utf8(text, c);
    }
    return text;
}

}  // namespace shinchoku::report
