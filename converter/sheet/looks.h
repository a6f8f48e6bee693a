#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/a1.h"

namespace shinchoku::sheet {

// How a sheet looks: what drawing its picture as a layout needs and reading its values does not.
// Apart from Workbook, so that only who asks for it pays for it.
struct Looks {
    // Neighbouring rows or columns of one size, 0-based, both ends included.
    struct Run {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        double size = 0;
    };

    std::vector<Run> column_widths;  // characters as Excel shows them, ascending
    std::vector<Run> row_heights;    // points, ascending
    double usual_width_chars = 8.43;
    double usual_height_points = 15;
    std::vector<base::CellRef> framed;  // by row, then column: lines on two sides or more
    std::string paper;                  // "A4", "A3" …; "" where none is set
    bool landscape = false;

    [[nodiscard]] double width_chars(std::uint32_t column) const {
        return size_of(column_widths, column, usual_width_chars);
    }
    [[nodiscard]] double height_points(std::uint32_t row) const {
        return size_of(row_heights, row, usual_height_points);
    }
    [[nodiscard]] bool is_framed(base::CellRef at) const {
        return std::binary_search(framed.begin(), framed.end(), at);
    }

private:
    static double size_of(const std::vector<Run>& runs, std::uint32_t index, double usual) {
        const auto run = std::lower_bound(
            runs.begin(), runs.end(), index, [](const Run& one, std::uint32_t sought) {
                return one.last < sought;
            });
        return run != runs.end() && run->first <= index ? run->size : usual;
    }
};

}  // namespace shinchoku::sheet
