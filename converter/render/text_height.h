#pragma once

#include <string_view>

namespace shinchoku::render {

constexpr double max_row_height_points = 409;  // Excel's

// Merged cells never grow by themselves in Excel, so the lines a text takes are counted here: wide
// characters 2, others 1, against the width of the joined columns; words of Latin letters stay
// whole where they fit on a line.
[[nodiscard]] int count_lines(std::string_view text, double width_chars);

// The height that a text of this size needs, its margins included.
[[nodiscard]] double height_points_of(std::string_view text,
                                      double width_chars,
                                      double size_points);

}  // namespace shinchoku::render
