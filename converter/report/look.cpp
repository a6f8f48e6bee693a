#include "report/look.h"

#include <algorithm>

#include "render/text_height.h"

namespace shinchoku::report {
namespace {

constexpr std::uint32_t ink = 0x1F2A44;
constexpr std::uint32_t grey = 0x595959;
constexpr std::uint32_t link_blue = 0x1F4E9E;
constexpr std::uint32_t head_fill = 0xDCE4F0;
constexpr std::uint32_t total_fill = 0xF2F2F2;
constexpr std::uint32_t frame_grey = 0x8C8C8C;

render::CellStyle plain() {
    render::CellStyle style;
    style.font = "游ゴシック";
    style.size_points = 10;
    style.locked = false;
    return style;
}

render::CellStyle framed() {
    render::CellStyle style = plain();
    style.left = style.right = style.top = style.bottom = render::Border::thin;
    style.border_color = frame_grey;
    style.wrap = true;
    return style;
}

render::PageSetup page(std::string_view title) {
    render::PageSetup setup;
    setup.fit = render::PageSetup::Fit::width;
    setup.margin_top_inches = 0.7;
    setup.margin_bottom_inches = 0.7;
    // "&" starts a code in a footer.
    std::string name(title);
    for (std::size_t at = name.find('&'); at != std::string::npos; at = name.find('&', at + 2)) {
        name.insert(at, 1, '&');
    }
    setup.footer = "&L&8" + name + "&C&8&A&R&8&P / &N";
    setup.center_horizontally = true;
    return setup;
}

}  // namespace

render::CellStyle title_style() {
    render::CellStyle style = plain();
    style.size_points = 16;
    style.bold = true;
    style.color = ink;
    return style;
}

render::CellStyle subtitle_style() {
    render::CellStyle style = plain();
    style.color = grey;
    return style;
}

render::CellStyle section_style() {
    render::CellStyle style = plain();
    style.size_points = 12;
    style.bold = true;
    style.color = ink;
    style.bottom = render::Border::medium;
    style.border_color = ink;
    return style;
}

render::CellStyle note_style() {
    render::CellStyle style = plain();
    style.size_points = 9;
    style.color = grey;
    style.wrap = true;
    style.valign = render::VAlign::top;
    return style;
}

render::CellStyle head_style() {
    render::CellStyle style = framed();
    style.bold = true;
    style.color = ink;
    style.fill = head_fill;
    style.align = render::HAlign::center;
    return style;
}

render::CellStyle text_style() {
    render::CellStyle style = framed();
    style.align = render::HAlign::left;
    style.indent = 1;
    return style;
}

render::CellStyle center_style() {
    render::CellStyle style = framed();
    style.align = render::HAlign::center;
    return style;
}

render::CellStyle right_style() {
    render::CellStyle style = framed();
    style.align = render::HAlign::right;
    style.indent = 1;
    return style;
}

render::CellStyle number_style() {
    render::CellStyle style = right_style();
    style.wrap = false;
    style.number_format = "#,##0.########";
    return style;
}

render::CellStyle count_style() {
    render::CellStyle style = right_style();
    style.wrap = false;
    style.number_format = "#,##0";
    return style;
}

render::CellStyle rate_style() {
    render::CellStyle style = right_style();
    style.wrap = false;
    // A hair below zero rounds to 0.0%, never to -0.0%.
    style.number_format = "[<=-0.0005]-0.0%;[<0]\"0.0%\";0.0%";
    return style;
}

render::CellStyle link_style() {
    render::CellStyle style = center_style();
    style.color = link_blue;
    style.underline = true;
    return style;
}

render::CellStyle total(render::CellStyle style) {
    style.bold = true;
    style.fill = total_fill;
    style.top = render::Border::medium;
    return style;
}

render::CellStyle standing_style(Standing standing, bool interim) {
    render::CellStyle style = center_style();
    if (interim && standing == Standing::missed) {
        return style;
    }
    switch (standing) {
        case Standing::met:
            style.fill = 0xE7F1E4;
            break;
        case Standing::missed:
            style.fill = 0xFBE5D6;
            style.bold = true;
            break;
        case Standing::missing:
        case Standing::not_returned:
            style.fill = 0xF8D7DA;
            style.bold = true;
            break;
        case Standing::unavailable:
        case Standing::undecidable:
        case Standing::to_confirm:
            style.fill = 0xFFF6DD;
            break;
        case Standing::outside:
        case Standing::not_due:
            style.color = grey;
            break;
    }
    return style;
}

render::CellStyle severity_style(base::Severity severity) {
    switch (severity) {
        case base::Severity::error:
            return standing_style(Standing::missing);
        case base::Severity::warning:
            return standing_style(Standing::to_confirm);
        case base::Severity::info:
            break;
    }
    return center_style();
}

render::PageSetup landscape_page(std::string_view title) {
    render::PageSetup setup = page(title);
    setup.landscape = true;
    return setup;
}

render::PageSetup portrait_page(std::string_view title) {
    return page(title);
}

void begin_table(render::SheetWriter& sheet,
                 const std::string& title,
                 const std::string& subtitle,
                 const std::vector<Column>& columns) {
    sheet.hide_gridlines();
    sheet.set_row_height(0, 26);
    sheet.write({0, 0}, title, title_style());
    sheet.write({1, 0}, subtitle, subtitle_style());
    std::vector<Wrapped> headings;
    for (std::uint32_t column = 0; column < columns.size(); ++column) {
        sheet.set_column_width(column, column, columns[column].width_chars);
        sheet.write({heading_row, column}, columns[column].heading, head_style());
        // Centred without an indent, so a little wider.
        headings.push_back({columns[column].heading, columns[column].width_chars + 1.5});
    }
    sheet.set_row_height(heading_row, height_points(headings) + 6);
}

void end_table(render::SheetWriter& sheet,
               render::PageSetup page,
               const std::vector<Column>& columns,
               std::size_t rows,
               std::uint32_t frozen_columns) {
    const auto last_row = heading_row + static_cast<std::uint32_t>(std::max<std::size_t>(rows, 1));
    const auto last_column = static_cast<std::uint32_t>(columns.size() - 1);
    page.repeat_rows = {heading_row, heading_row};
    sheet.set_page(page);
    sheet.freeze(first_data_row, frozen_columns);
    if (rows > 0) {
        sheet.autofilter({{heading_row, 0}, {last_row, last_column}});
    }
}

base::Decimal decimal_of(std::size_t count) {
    return base::Decimal(static_cast<std::int64_t>(count));
}

double height_points(const std::vector<Wrapped>& cells, double size_points) {
    // The indent, and a little room at both sides.
    constexpr double padding_chars = 2.5;
    double height = 0;
    for (const Wrapped& cell : cells) {
        height = std::max(
            height,
            render::height_points_of(cell.text, cell.width_chars - padding_chars, size_points));
    }
    return height;
}

}  // namespace shinchoku::report
