#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/a1.h"
#include "layout/layout.h"
#include "plan/model.h"
#include "render/book.h"
#include "render/expand.h"
#include "render/field_value.h"

namespace shinchoku::render {

// A block of a form as it will stand on a sheet, before any style: rows expanded, cells filled and
// joined (section 4, steps 1-3 of design/layout-notation.md). Rows and columns count from the
// block's own first cell.

struct BlockCell {
    const layout::PictureCell* picture = nullptr;
    std::uint32_t owner_row = 0;  // the cell it is joined to; itself where it stands alone
    std::uint32_t owner_column = 0;
    base::CellRange range;  // owners only: all cells joined to it
    Content content;
    std::string number_format = "General";
    std::string shown;  // as it reads, for measuring its height
    const plan::ScheduleCell* bar = nullptr;

    [[nodiscard]] bool is_number() const { return std::holds_alternative<base::Decimal>(content); }
};

struct Block {
    const layout::Layout* layout = nullptr;
    const plan::Plan* plan = nullptr;
    std::vector<SheetRow> rows;
    std::uint32_t columns = 0;
    std::vector<BlockCell> cells;  // row by row

    [[nodiscard]] BlockCell& at(std::size_t row, std::size_t column) {
        return cells[row * columns + column];
    }
    [[nodiscard]] const BlockCell& at(std::size_t row, std::size_t column) const {
        return cells[row * columns + column];
    }
    [[nodiscard]] bool is_owner(std::size_t row, std::size_t column) const {
        const BlockCell& cell = at(row, column);
        return cell.owner_row == row && cell.owner_column == column;
    }
    [[nodiscard]] FieldPlace place(std::size_t row, std::size_t column) const {
        return {layout, plan, &rows[row], at(row, column).picture};
    }
    [[nodiscard]] const layout::PictureRow& picture_row(std::size_t row) const {
        return layout->picture.rows[static_cast<std::size_t>(rows[row].picture_row)];
    }
};

[[nodiscard]] Block make_block(const layout::Layout& layout,
                               const plan::Plan& plan,
                               const std::vector<const plan::Measure*>& measures);

// A target, actual or baseline as it stands in a cell: numbers that came from numeric cells with
// their format, everything else as typed.
struct ValueCell {
    Content content;
    std::string number_format = "General";
    std::string shown;
};
[[nodiscard]] ValueCell value_cell(const plan::Value& value);

}  // namespace shinchoku::render
