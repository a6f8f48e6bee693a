#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::base {

// The limits of a worksheet: XFD1048576 is the last cell.
inline constexpr std::uint32_t max_rows = 1048576;
inline constexpr std::uint32_t max_columns = 16384;

// A cell's place on a sheet; row and column are 0-based (A1 is {0, 0}).
struct CellRef {
    std::uint32_t row = 0;
    std::uint32_t column = 0;

    friend auto operator<=>(const CellRef&, const CellRef&) = default;
};

// A rectangle of cells, both corners included, 0-based.
struct CellRange {
    CellRef first;
    CellRef last;

    [[nodiscard]] bool contains(CellRef cell) const {
        return cell.row >= first.row && cell.row <= last.row && cell.column >= first.column &&
               cell.column <= last.column;
    }

    friend bool operator==(const CellRange&, const CellRange&) = default;
};

// "C7" or "$C$7" (ASCII letters in either case). Nothing for any other text, and for a place
// beyond the limits of a worksheet.
[[nodiscard]] std::optional<CellRef> parse_a1(std::string_view text);

// "A1:F12"; a single reference is a range of one cell. Corners may stand in any order.
[[nodiscard]] std::optional<CellRange> parse_a1_range(std::string_view text);

// Widens a rectangle, nothing at first, until it holds the other too.
void widen(std::optional<CellRange>& range, const CellRange& by);

// Column 0 is "A", 16383 is "XFD".
[[nodiscard]] std::string column_name(std::uint32_t column);

[[nodiscard]] std::string to_a1(CellRef cell);
[[nodiscard]] std::string to_a1(const CellRange& range);

}  // namespace shinchoku::base
