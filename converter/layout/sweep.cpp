#include "layout/sweep.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

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

// Which row of the picture stands in each row of the sheet, also in those of repeated groups.
class PictureRows {
public:
    explicit PictureRows(const Block& block) {
        const auto& rows = block.layout->rows;
        for (std::size_t compiled = 0; compiled < rows.size(); ++compiled) {
            if (block.row_of[compiled]) {
                row_at_.emplace(*block.row_of[compiled], rows[compiled].picture_row);
            }
        }
        for (std::size_t region = 0; region < block.elements.size(); ++region) {
            const Region& own = block.layout->regions[region];
            for (int compiled = own.first; compiled <= own.last; ++compiled) {
                const CompiledRow& row = rows[static_cast<std::size_t>(compiled)];
                if (row.line >= 0) {
                    add_line(block.elements[region], row);
                }
            }
        }
    }

    // -1 where none does.
    [[nodiscard]] int at(std::uint32_t row) const {
        const auto found = row_at_.find(row);
        return found == row_at_.end() ? -1 : found->second;
    }

private:
    void add_line(const std::vector<Element>& elements, const CompiledRow& row) {
        for (const Element& element : elements) {
            if (const auto& at = element.line_rows[static_cast<std::size_t>(row.line)]) {
                row_at_.emplace(*at, row.picture_row);
            }
        }
    }

    std::unordered_map<std::uint32_t, int> row_at_;
};

// True for a row of the picture with values under the years of this heading row: its cells are
// governed by it. A schedule has bars and words there, no values.
bool holds_values_by_year(const Block& block, int picture_row, const YearRow& years) {
    if (picture_row < 0 || years.columns.empty()) {
        return false;
    }
    const int heading_row =
        block.layout->rows[static_cast<std::size_t>(years.compiled)].picture_row;
    const Picture& picture = block.layout->layout->picture;
    const auto& cells = picture.rows[static_cast<std::size_t>(picture_row)].cells;
    return std::any_of(cells.begin(), cells.end(), [&](const PictureCell& cell) {
        const Field* field = cell.field();
        return cell.governed.by == GovernedBy::year && cell.governed.year_row == heading_row &&
               (field == nullptr || field->id != FieldId::schedule_cells);
    });
}

// A value right of the last year in a row of values by year, with nothing as its heading.
bool is_value_without_year(const Grid& grid,
                           const Block& block,
                           int picture_row,
                           base::CellRef at) {
    return std::any_of(block.years.begin(), block.years.end(), [&](const YearRow& years) {
        if (!holds_values_by_year(block, picture_row, years) ||
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
        if (is_value_without_year(grid_, block_, rows().at(cell.at.row), cell.at)) {
            block_.remarks.add(remark::value_without_year(shown), cell.at);
        } else if (!grid_.is_covered(cell.at)) {
            block_.remarks.add(remark::extra_cell(shown), cell.at);
        } else if (block_.range().contains(cell.at)) {
            block_.remarks.add(remark::covered_value(shown), cell.at);
        }
    }

    // Most blocks leave nothing over, so that it is worked out late.
    const PictureRows& rows() {
        if (!rows_) {
            rows_.emplace(block_);
        }
        return *rows_;
    }

    Grid& grid_;
    Block& block_;
    std::optional<PictureRows> rows_;
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
