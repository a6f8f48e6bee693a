#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/book.h"
#include "report/standing.h"

namespace shinchoku::report {

// The look of the book: one font, two sizes of grey and one blue, thin frames. Colours only repeat
// what a mark or a word says, so that a black and white print loses nothing.

[[nodiscard]] render::CellStyle title_style();
[[nodiscard]] render::CellStyle subtitle_style();
[[nodiscard]] render::CellStyle section_style();
[[nodiscard]] render::CellStyle note_style();
[[nodiscard]] render::CellStyle head_style();

// Cells of a table, framed.
[[nodiscard]] render::CellStyle text_style();
[[nodiscard]] render::CellStyle center_style();
[[nodiscard]] render::CellStyle right_style();
[[nodiscard]] render::CellStyle number_style();
[[nodiscard]] render::CellStyle count_style();
[[nodiscard]] render::CellStyle rate_style();  // one decimal
[[nodiscard]] render::CellStyle link_style();
[[nodiscard]] render::CellStyle total(render::CellStyle style);  // the last line of a table
// In a year that has not ended what is not reached is no alarm.
[[nodiscard]] render::CellStyle standing_style(Standing standing, bool interim = false);
[[nodiscard]] render::CellStyle severity_style(base::Severity severity);

[[nodiscard]] render::PageSetup landscape_page(std::string_view title);
[[nodiscard]] render::PageSetup portrait_page(std::string_view title);

struct Column {
    std::string heading;
    double width_chars = 10;
};

// Title, subtitle and headings of a table; its first row of data is first_data_row. Sets widths.
inline constexpr std::uint32_t heading_row = 3;
inline constexpr std::uint32_t first_data_row = 4;
void begin_table(render::SheetWriter& sheet,
                 const std::string& title,
                 const std::string& subtitle,
                 const std::vector<Column>& columns);
// Headings are frozen with so many columns, repeated on each page, and filtered by.
void end_table(render::SheetWriter& sheet,
               render::PageSetup page,
               const std::vector<Column>& columns,
               std::size_t rows,
               std::uint32_t frozen_columns);

// A count as a cell takes it.
[[nodiscard]] base::Decimal decimal_of(std::size_t count);

// Height of a row whose cells wrap: the text that needs the most lines decides. Excel measures no
// row that has a height, and rows without one differ between programs.
struct Wrapped {
    std::string_view text;
    double width_chars = 10;
};
[[nodiscard]] double height_points(const std::vector<Wrapped>& cells, double size_points = 10);

}  // namespace shinchoku::report
