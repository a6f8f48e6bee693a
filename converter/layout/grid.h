#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/a1.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

// One sheet as its reader sees it: rows of filled cells, merges by place, and which cells have
// been accounted for, so that nothing is left out silently. Borrows the workbook.
class Grid {
public:
    Grid(const sheet::Workbook& workbook, std::size_t sheet_index);

    [[nodiscard]] const sheet::Workbook& workbook() const { return *workbook_; }
    [[nodiscard]] const sheet::Sheet& sheet() const { return *sheet_; }
    [[nodiscard]] int sheet_index() const { return sheet_index_; }

    // Cells of a row by column; filled and others.
    [[nodiscard]] std::span<const sheet::Cell> row(std::uint32_t row) const;
    // The part of a row between two columns, both included.
    [[nodiscard]] std::span<const sheet::Cell> part(std::uint32_t row,
                                                    std::uint32_t first_column,
                                                    std::uint32_t last_column) const;
    [[nodiscard]] const sheet::Cell* find(base::CellRef at) const;

    // The last row that has a cell.
    [[nodiscard]] std::uint32_t last_row() const { return rows_.empty() ? 0 : rows_.back().row; }

    // The merge over a cell, or the cell alone.
    [[nodiscard]] base::CellRange area(base::CellRef at) const;
    // The same for a cell whose text counts although a merge may cover it: what covers it is not
    // its own.
    [[nodiscard]] base::CellRange own_area(base::CellRef at) const;
    // True for a cell under a merge that is not its first.
    [[nodiscard]] bool is_covered(base::CellRef at) const;

    // Something to read stands in the cell: spaces are nothing, and what a merge covers is not
    // seen.
    [[nodiscard]] bool is_filled(const sheet::Cell& cell) const;
    [[nodiscard]] bool row_is_blank(std::uint32_t row,
                                    std::uint32_t first_column,
                                    std::uint32_t last_column) const;

    // The text of a cell as its format displays it.
    [[nodiscard]] std::string shown(const sheet::Cell& cell) const;

    void mark_used(base::CellRef at);
    void mark_used(const sheet::Cell& cell) { used_[index_of(cell)] = true; }
    [[nodiscard]] bool is_used(const sheet::Cell& cell) const { return used_[index_of(cell)]; }

private:
    struct Row {
        std::uint32_t row = 0;
        std::size_t first = 0;  // index into cells
    };
    struct MergeRow {
        std::uint32_t row = 0;
        std::uint32_t merge = 0;
    };

    [[nodiscard]] std::size_t index_of(const sheet::Cell& cell) const {
        return static_cast<std::size_t>(&cell - sheet_->cells.data());
    }
    [[nodiscard]] const base::CellRange* merge_at(base::CellRef at) const;
    void index_merges();

    const sheet::Workbook* workbook_;
    const sheet::Sheet* sheet_;
    int sheet_index_;
    std::vector<Row> rows_;
    std::vector<MergeRow> merge_rows_;        // by row; a merge stands in each row it covers
    std::vector<std::uint32_t> tall_merges_;  // of too many rows to list each
    std::vector<bool> used_;
};

// True where a text holds more than blanks.
[[nodiscard]] bool holds_text(std::string_view text);

}  // namespace shinchoku::layout
