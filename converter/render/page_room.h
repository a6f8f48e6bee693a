#pragma once

#include "render/book.h"

namespace shinchoku::render {

inline constexpr double points_a_width_unit = 5.25;  // 7 pixels a character

// What a page has room for between its margins, unscaled.
struct PageRoom {
    double width_points = 0;
    double height_points = 0;
};
[[nodiscard]] PageRoom room_on(const PageSetup& page);

// The height that a page fitted to the width of these columns has room for, in points of the sheet.
struct ColumnsWidth {
    double width_chars = 0;
    int count = 0;
};
[[nodiscard]] double height_when_fitted(const PageSetup& page, const ColumnsWidth& columns);

}  // namespace shinchoku::render
