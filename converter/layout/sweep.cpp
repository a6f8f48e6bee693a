#include "layout/sweep.h"

#include <algorithm>
#include <set>
#include <string>

namespace shinchoku::layout {
namespace {

bool is_element_row(const Block& block, std::uint32_t row) {
    for (const auto& elements : block.elements) {
        for (const Element& element : elements) {
            if (std::find(element.line_rows.begin(), element.line_rows.end(), row) !=
                element.line_rows.end()) {
                return true;
            }
        }
    }
    return false;
}

// The row of the picture that stands in a row of the sheet; -1 where none does.
int compiled_at(const Block& block, std::uint32_t row) {
    const auto found = std::find(block.row_of.begin(), block.row_of.end(), row);
    return found == block.row_of.end() ? -1 : static_cast<int>(found - block.row_of.begin());
}

// A label's own column, or a row of which it is a label: elsewhere the same word may be a value.
bool is_in_label_place(const Block& block, const Hit& hit) {
    const auto label = static_cast<std::size_t>(hit.label);
    const bool first_column =
        block.layout->labels[label].first_column && hit.at.column == block.column;
    const int compiled = compiled_at(block, hit.at.row);
    return (first_column && (compiled < 0 || block.layout->row_of_label[label] == compiled)) ||
           (compiled >= 0 && block.layout->row_of_label[label] == compiled &&
            hit.at.column != block.column);
}

// The heading rows whose years a single row of the sheet holds values of: those the picture's cells
// of that row are governed by.
bool holds_values_by_year(const Block& block, std::uint32_t row, const YearRow& years) {
    const int compiled = compiled_at(block, row);
    if (compiled < 0 || years.columns.empty()) {
        return false;
    }
    const auto& rows = block.layout->rows;
    const int heading_row = rows[static_cast<std::size_t>(years.compiled)].picture_row;
    const Picture& picture = block.layout->layout->picture;
    const auto& cells =
        picture.rows[static_cast<std::size_t>(rows[static_cast<std::size_t>(compiled)].picture_row)]
            .cells;
    return std::any_of(cells.begin(), cells.end(), [&](const PictureCell& cell) {
        return cell.governed.by == GovernedBy::year && cell.governed.year_row == heading_row;
    });
}

// A value right of the last year in a row of values by year, with nothing as its heading.
bool is_value_without_year(const Grid& grid, const Block& block, base::CellRef at) {
    return std::any_of(block.years.begin(), block.years.end(), [&](const YearRow& years) {
        if (!holds_values_by_year(block, at.row, years) ||
            at.column <= years.columns.back().last_column) {
            return false;
        }
        const sheet::Cell* heading = grid.find({years.columns.back().heading.row, at.column});
        return heading == nullptr || !sheet::has_value(*heading);
    });
}

void mark_row(Grid& grid, const Block& block, std::uint32_t row) {
    for (const sheet::Cell& cell : grid.part(row, block.column, block.last_column)) {
        grid.mark_used(cell);
    }
}

class Sweeper {
public:
    Sweeper(Grid& grid, Block& block) : grid_(grid), block_(block) {}

    void run() {
        const std::uint32_t left = block_.column == 0 ? 0 : block_.column - 1;
        for (std::uint32_t row = block_.first_row; row <= block_.last_row; ++row) {
            for (const sheet::Cell& cell : grid_.part(row, left, block_.last_column + 1)) {
                look_at(cell);
            }
        }
        for (const sheet::Cell& cell :
             grid_.part(block_.last_row + 1, block_.column, block_.last_column)) {
            look_at(cell);
        }
    }

private:
    void look_at(const sheet::Cell& cell) {
        if (grid_.is_used(cell) || !sheet::has_value(cell)) {
            return;
        }
        const std::string shown = grid_.shown(cell);
        if (!holds_text(shown)) {
            return;
        }
        grid_.mark_used(cell);
        if (is_value_without_year(grid_, block_, cell.at)) {
            block_.remarks.add(remark::value_without_year(shown), cell.at);
        } else if (!grid_.is_covered(cell.at)) {
            block_.remarks.add(remark::extra_cell(shown), cell.at);
        } else if (block_.range().contains(cell.at)) {
            block_.remarks.add(remark::covered_value(shown), cell.at);
        }
    }

    Grid& grid_;
    Block& block_;
};

}  // namespace

void find_surplus_labels(Grid& grid,
                         Block& block,
                         const std::vector<Hit>& hits,
                         const Vicinity& vicinity) {
    const std::uint32_t last_row = std::min(block.last_row + 1, vicinity.last_row);
    const auto first = std::lower_bound(
        hits.begin(), hits.end(), block.first_row, [](const Hit& hit, std::uint32_t row) {
            return hit.at.row < row;
        });
    std::set<std::string> reported;
    for (auto hit = first; hit != hits.end() && hit->at.row <= last_row; ++hit) {
        const sheet::Cell* cell = grid.find(hit->at);
        const std::string& text = block.layout->labels[static_cast<std::size_t>(hit->label)].shown;
        if (hit->at.column < block.column || hit->at.column > block.last_column ||
            hit->candidate->agreement == Agreement::loose || grid.is_used(*cell) ||
            is_element_row(block, hit->at.row) || !is_in_label_place(block, *hit)) {
            continue;
        }
        block.surplus_labels.push_back(hit->at);
        if (reported.insert(text).second) {
            block.remarks.add(remark::label_twice(text), hit->at);
        }
        grid.mark_used(*cell);
        if (compiled_at(block, hit->at.row) < 0) {
            mark_row(grid, block, hit->at.row);
        }
    }
}

void sweep(Grid& grid, Block& block) {
    Sweeper(grid, block).run();
}

}  // namespace shinchoku::layout
