#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/a1.h"
#include "sheet/looks.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

// The years that a row of a sheet counts.
struct DraftYears {
    int first = 0;
    int count = 0;
    std::string heading;  // the first as the sheet writes it
};

// What a cell of the sheet becomes in the picture.
enum class DraftKind { outside, label, entry, value, year, formula, join_left, join_up };

struct DraftCell {
    DraftKind kind = DraftKind::outside;
    std::string text;  // label: as it stands; formula: without '='
};

// A sheet as the rows and columns of a picture.
struct DraftSheet {
    base::CellRange area;          // all that is filled, framed or joined
    std::vector<DraftCell> cells;  // row by row
    std::optional<DraftYears> years;

    [[nodiscard]] std::uint32_t columns() const { return area.last.column - area.first.column + 1; }
    [[nodiscard]] std::uint32_t rows() const { return area.last.row - area.first.row + 1; }
    [[nodiscard]] DraftCell& at(std::uint32_t row, std::uint32_t column) {
        return cells[std::size_t{row} * columns() + column];
    }
    [[nodiscard]] const DraftCell& at(std::uint32_t row, std::uint32_t column) const {
        return cells[std::size_t{row} * columns() + column];
    }
};

// Nothing where the sheet shows nothing. REQUIRES: draft_area() is no larger than a picture may be.
[[nodiscard]] std::optional<base::CellRange> draft_area(const sheet::Sheet& sheet,
                                                        const sheet::Looks& looks);
[[nodiscard]] DraftSheet draft_sheet(const sheet::Workbook& workbook,
                                     const sheet::Sheet& sheet,
                                     const sheet::Looks& looks,
                                     base::CellRange area);

}  // namespace shinchoku::layout
