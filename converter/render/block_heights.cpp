#include "render/block_heights.h"

#include <algorithm>
#include <string_view>

#include "render/form_style.h"
#include "render/schedule_look.h"
#include "render/text_height.h"

namespace shinchoku::render {
namespace {

constexpr double smallest_points = 6.5;
constexpr double smaller_by_points = 0.5;
constexpr double most_shrinking = 0.85;  // smaller letters are hard to read

class Fitter {
public:
    explicit Fitter(const Block& block) : block_(&block) {
        fitted_.styles.resize(block.cells.size());
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            fitted_.heights_points.push_back(block.picture_row(row).height_points);
        }
    }

    FittedBlock run() {
        // First the cells of one row, then those that can spread over several.
        for (const bool tall : {false, true}) {
            for (std::uint32_t row = 0; row < block_->rows.size(); ++row) {
                for (std::uint32_t column = 0; column < block_->columns; ++column) {
                    if (block_->is_owner(row, column)) {
                        const base::CellRange& range = block_->at(row, column).range;
                        if ((range.first.row != range.last.row) == tall) {
                            fit_cell(row, column);
                        }
                    }
                }
            }
        }
        return std::move(fitted_);
    }

private:
    [[nodiscard]] double width_of(const base::CellRange& range, const CellStyle& style) const {
        double width = -2.0 * style.indent;
        for (std::uint32_t column = range.first.column; column <= range.last.column; ++column) {
            width += block_->layout->picture.widths_chars[column];
        }
        return width;
    }

    [[nodiscard]] double height_of(const base::CellRange& range) const {
        double height = 0;
        for (std::uint32_t row = range.first.row; row <= range.last.row; ++row) {
            height += fitted_.heights_points[row];
        }
        return height;
    }

    [[nodiscard]] bool grows(const base::CellRange& range) const {
        for (std::uint32_t row = range.first.row; row <= range.last.row; ++row) {
            if (block_->picture_row(row).grows) {
                return true;
            }
        }
        return false;
    }

    void fit_cell(std::uint32_t row, std::uint32_t column) {
        const BlockCell& cell = block_->at(row, column);
        CellStyle& style = fitted_.styles[row * block_->columns + column];
        style = style_of(*block_->layout, block_->picture_row(row), *cell.picture);
        if (cell.bar != nullptr) {
            apply_bar_look(style, *block_->layout, *cell.bar);
        }
        if (cell.is_number()) {
            // Excel shows #### for a number that is wider than its cell.
            style.wrap = false;
            style.shrink = true;
            return;
        }
        if (cell.shown.empty()) {
            return;
        }
        const double width = width_of(cell.range, style);
        const double available = height_of(cell.range);
        if (height_points_of(cell.shown, width, style.size_points) <= available) {
            return;
        }
        if (!grows(cell.range) && shrinks_enough(cell.shown, width, style)) {
            style.wrap = false;
            style.shrink = true;
            return;
        }
        grow(cell.range, needed_height(cell, width, style) - available);
    }

    // On one line, and not too small to read.
    static bool shrinks_enough(std::string_view text, double width, const CellStyle& style) {
        return text.find('\n') == std::string_view::npos &&
               count_lines(text, width * (10 / style.size_points) / most_shrinking) == 1;
    }

    // A row has a greatest height: beyond it the letters become smaller.
    [[nodiscard]] double needed_height(const BlockCell& cell,
                                       double width,
                                       CellStyle& style) const {
        const double most =
            max_row_height_points * (cell.range.last.row - cell.range.first.row + 1);
        double needed = height_points_of(cell.shown, width, style.size_points);
        while (needed > most && style.size_points > smallest_points) {
            style.size_points -= smaller_by_points;
            needed = height_points_of(cell.shown, width, style.size_points);
        }
        return std::min(needed, most);
    }

    // The last row that may grow takes what is missing, the others what it cannot.
    void grow(const base::CellRange& range, double missing) {
        const bool any = grows(range);
        for (std::uint32_t row = range.last.row + 1; row-- > range.first.row && missing > 0;) {
            if (any && !block_->picture_row(row).grows) {
                continue;
            }
            double& height = fitted_.heights_points[row];
            const double taken = std::min(missing, max_row_height_points - height);
            height += taken;
            missing -= taken;
        }
    }

    const Block* block_;
    FittedBlock fitted_;
};

}  // namespace

FittedBlock fit(const Block& block) {
    return Fitter(block).run();
}

}  // namespace shinchoku::render
