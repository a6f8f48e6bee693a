#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"

namespace shinchoku::patch {

// What a sheet part says around its cells, as far as marking some of them needs it.
struct SheetFrame {
    struct Columns {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t format = 0;
        std::uint32_t width_pixels = 0;
    };

    bool is_worksheet = false;
    std::string prefix;                  // of the elements, with its colon
    std::string relationship_attribute;  // "r:id" as it must be written in this part
    std::vector<base::CellRange> merges;
    std::vector<Columns> columns;
    std::map<std::uint32_t, std::uint32_t> row_pixels;  // of rows that are no default ones
    std::uint32_t default_row_pixels = 20;
    std::uint32_t default_column_pixels = 64;
    std::optional<std::string> legacy_drawing;  // its relationship
    std::size_t legacy_place = 0;               // where one belongs

    // The cell that shows the place: the first one of the merge over it.
    [[nodiscard]] base::CellRef shown(base::CellRef at) const;
    [[nodiscard]] std::uint32_t column_format(std::uint32_t column) const;

    // The anchor of a note beside the cell: the list of eight numbers of its client data.
    [[nodiscard]] std::string note_anchor(base::CellRef at, std::string_view text) const;

private:
    [[nodiscard]] std::uint32_t column_pixels(std::uint32_t column) const;
    [[nodiscard]] std::uint32_t pixels_of_row(std::uint32_t row) const;
};

// REQUIRES: xlsx::Scanner has accepted the part.
[[nodiscard]] SheetFrame read_sheet_frame(std::string_view xml);

}  // namespace shinchoku::patch
