#include "patch/added_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "base/a1.h"
#include "base/utf8.h"
#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

using Look = AddedCell::Look;
constexpr std::size_t looks = static_cast<std::size_t>(Look::info) + 1;

constexpr std::string_view font_name =
    "<name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/>";
constexpr double line_points = 18;

std::string font(std::string_view before, std::string_view size, std::string_view color) {
    return "<font>" + std::string(before) + "<sz val=\"" + std::string(size) + "\"/><color " +
           std::string(color) + "/>" + std::string(font_name) + "</font>";
}

std::string solid(std::string_view color) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + std::string(color) +
           "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
}

std::string thin_border() {
    std::string border = "<border>";
    for (const char* const edge : {"left", "right", "top", "bottom"}) {
        border += "<" + std::string(edge) + " style=\"thin\"><color rgb=\"FF808080\"/></" +
                  std::string(edge) + ">";
    }
    return border + "<diagonal/></border>";
}

std::string format(std::uint32_t font,
                   std::uint32_t fill,
                   std::uint32_t border,
                   std::string_view align) {
    return "<xf numFmtId=\"0\" fontId=\"" + std::to_string(font) + "\" fillId=\"" +
           std::to_string(fill) + "\" borderId=\"" + std::to_string(border) +
           "\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
           "<alignment " +
           std::string(align) + "/></xf>";
}

std::array<std::uint32_t, looks> add_looks(StyleSheet& styles) {
    constexpr std::string_view top = "vertical=\"top\" wrapText=\"1\"";
    constexpr std::string_view middle = "horizontal=\"center\" vertical=\"top\"";
    constexpr std::string_view plain = "vertical=\"center\"";
    const std::string_view black = "rgb=\"FF000000\"";
    const std::uint32_t body = styles.add_font(font("", "10", black));
    const std::uint32_t title = styles.add_font(font("<b/>", "16", black));
    const std::uint32_t bold = styles.add_font(font("<b/>", "10", black));
    const std::uint32_t blue = styles.add_font(font("<u/>", "10", "rgb=\"FF0563C1\""));
    const std::uint32_t border = styles.add_border(thin_border());
    const auto add = [&](std::uint32_t of, std::uint32_t fill, std::string_view align) {
        return styles.add_format(format(of, fill, border, align));
    };
    const auto severity = [&](base::Severity one) {
        return add(body, styles.add_fill(fill_of(one)), middle);
    };
    std::array<std::uint32_t, looks> numbers{};
    const auto set = [&](Look look, std::uint32_t number) {
        numbers[static_cast<std::size_t>(look)] = number;
    };
    set(Look::title, styles.add_format(format(title, 0, 0, plain)));
    set(Look::plain, styles.add_format(format(body, 0, 0, plain)));
    set(Look::heading,
        add(bold, styles.add_fill(solid("FFD9E1F2")), "horizontal=\"center\" vertical=\"center\""));
    set(Look::text, add(body, 0, top));
    set(Look::number, add(body, 0, middle));
    set(Look::link, add(blue, 0, top));
    set(Look::error, severity(base::Severity::error));
    set(Look::warning, severity(base::Severity::warning));
    set(Look::info, severity(base::Severity::info));
    return numbers;
}

bool is_wrapped(const AddedCell& cell) {
    return cell.look == Look::text || cell.look == Look::link;
}

// How high a row must be for its longest text to be seen: nobody fits it when the file is opened.
double height_of(const std::vector<AddedCell>& row, const std::vector<double>& widths) {
    double lines = 1;
    for (std::size_t column = 0; column < row.size() && column < widths.size(); ++column) {
        if (is_wrapped(row[column])) {
            lines = std::max(lines,
                             std::ceil(base::display_width(row[column].text) /
                                       std::max(widths[column] - 2, 1.0)));
        } else if (row[column].look == Look::title) {
            lines = std::max(lines, 1.6);
        }
    }
    constexpr double highest = 409;
    return std::min(lines * line_points, highest);
}

std::string cell_xml(const AddedCell& cell, base::CellRef at, std::uint32_t format) {
    const std::string head =
        "<c r=\"" + base::to_a1(at) + "\" s=\"" + std::to_string(format) + "\"";
    if (cell.text.empty()) {
        return head + "/>";
    }
    if (cell.look == Look::number) {
        return head + "><v>" + escaped(cell.text) + "</v></c>";
    }
    return head + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell.text) +
           "</t></is></c>";
}

std::string head_xml(const AddedSheet& sheet) {
    const std::string below = std::to_string(sheet.heading_row + 2);
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet "
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr>"
        "<tabColor rgb=\"FFF4B084\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
        "<sheetView showGridLines=\"0\" workbookViewId=\"0\"><pane ySplit=\"" +
        std::to_string(sheet.heading_row + 1) + "\" topLeftCell=\"A" + below +
        "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" "
        "activeCell=\"A" +
        below + "\" sqref=\"A" + below +
        "\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/><cols>";
    for (std::size_t column = 0; column < sheet.widths.size(); ++column) {
        const std::string number = std::to_string(column + 1);
        xml.append("<col min=\"").append(number).append("\" max=\"").append(number);
        xml.append("\" width=\"")
            .append(std::to_string(static_cast<int>(sheet.widths[column])))
            .append("\" customWidth=\"1\"/>");
    }
    // All others are hidden: the kept formats are not for the eye.
    return xml + "<col min=\"" + std::to_string(sheet.widths.size() + 1) + "\" max=\"" +
           std::to_string(base::max_columns) +
           "\" width=\"9\" hidden=\"1\" customWidth=\"1\"/></cols>";
}

// The cells of a row that keep formats.
std::string kept_cells(const base::CellRange& place,
                       std::uint32_t row,
                       const std::vector<std::uint32_t>& formats) {
    std::string cells;
    const std::size_t width = place.last.column - place.first.column + 1;
    std::size_t number = (row - place.first.row) * width;
    for (std::uint32_t column = place.first.column;
         column <= place.last.column && number < formats.size();
         ++column, ++number) {
        cells += "<c r=\"" + base::to_a1(base::CellRef{row, column}) + "\" s=\"" +
                 std::to_string(formats[number]) + "\"/>";
    }
    return cells;
}

}  // namespace

std::string fill_of(base::Severity severity) {
    return solid("FF" + std::string(mark_colors[static_cast<std::size_t>(severity)]));
}

std::optional<base::CellRange> place_of_formats(const AddedSheet& sheet, std::size_t count) {
    if (count == 0) {
        return std::nullopt;
    }
    // Above the headings, where nobody sorts and takes lines away.
    const auto row = static_cast<std::uint32_t>(sheet.heading_row == 0 ? 0 : sheet.heading_row - 1);
    const auto column = static_cast<std::uint32_t>(sheet.widths.size() + 1);
    const std::size_t width = std::min<std::size_t>(count, base::max_columns - column);
    const auto more_rows = static_cast<std::uint32_t>((count - 1) / width);
    return base::CellRange{{row, column},
                           {row + more_rows, static_cast<std::uint32_t>(column + width - 1)}};
}

std::string added_sheet_part(const AddedSheet& sheet,
                             StyleSheet& styles,
                             const std::vector<std::uint32_t>& kept_formats) {
    const std::optional<base::CellRange> kept = place_of_formats(sheet, kept_formats.size());
    const std::uint32_t kept_rows = kept ? kept->last.row + 1 : 0;
    const auto rows = std::max(static_cast<std::uint32_t>(sheet.rows.size()), kept_rows);
    const std::array<std::uint32_t, looks> formats = add_looks(styles);
    std::string xml = head_xml(sheet) + "<sheetData>";
    std::string links;
    const std::vector<AddedCell> no_cells;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const std::vector<AddedCell>& cells = row < sheet.rows.size() ? sheet.rows[row] : no_cells;
        xml += "<row r=\"" + std::to_string(row + 1) + "\" ht=\"" +
               std::to_string(static_cast<int>(height_of(cells, sheet.widths))) +
               "\" customHeight=\"1\">";
        for (std::uint32_t column = 0; column < cells.size(); ++column) {
            const AddedCell& cell = cells[column];
            xml += cell_xml(cell, {row, column}, formats[static_cast<std::size_t>(cell.look)]);
            if (!cell.location.empty()) {
                links += "<hyperlink ref=\"" + base::to_a1(base::CellRef{row, column}) +
                         "\" location=\"" + escaped(cell.location) + "\"/>";
            }
        }
        if (kept && row >= kept->first.row && row <= kept->last.row) {
            xml += kept_cells(*kept, row, kept_formats);
        }
        xml += "</row>";
    }
    xml += "</sheetData>";
    if (!links.empty()) {
        xml += "<hyperlinks>" + links + "</hyperlinks>";
    }
    return xml +
           "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" "
           "footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" "
           "fitToHeight=\"0\"/>"
           "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>";
}

}  // namespace shinchoku::patch
