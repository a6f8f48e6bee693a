#include "xlsx/page_look.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "xlsx/cell_number.h"
#include "xlsx/sheet_sizes.h"

namespace shinchoku::xlsx {
namespace {

constexpr double points_an_inch = 72;

// Paper upright, in points. B4 and B5 are the Japanese ones.
struct PaperSize {
    std::uint32_t code;
    double width;
    double height;
};
constexpr PaperSize paper_sizes[] = {
    {1, 612, 792}, {8, 842, 1191}, {9, 595, 842}, {11, 420, 595}, {12, 729, 1032}, {13, 516, 729}};

double inches(const Scanner& scanner, std::string_view side, double usual) {
    constexpr double widest = 49;  // as much as Excel takes
    const double given = parse_number(scanner.attribute(side)).value_or(usual);
    return std::clamp(given, 0.0, widest) * points_an_inch;
}

}  // namespace

void PageLookReader::meet(const Scanner& scanner) {
    if (scanner.is("col")) {
        if (const auto run = column_width(scanner)) {
            add_run(into_.column_widths, *run);
        }
    } else if (scanner.is("sheetFormatPr")) {
        set_usual_sizes(scanner);
    } else if (scanner.is("pageSetUpPr")) {
        fits_ = parse_boolean(scanner.attribute("fitToPage")).value_or(false);
    } else if (scanner.is("rowBreaks") || scanner.is("colBreaks")) {
        breaks_columns_ = scanner.is("colBreaks");
    } else if (scanner.is("brk")) {
        add_break(scanner);
    } else if (scanner.is("pageMargins")) {
        set_margins(scanner);
    } else if (scanner.is("pageSetup")) {
        set_page(scanner);
    }
}

void PageLookReader::set_usual_sizes(const Scanner& scanner) {
    const auto width = usual_width(scanner.attribute("defaultColWidth"));
    const auto height = row_height(scanner.attribute("defaultRowHeight"));
    into_.usual_width_chars = width.value_or(into_.usual_width_chars);
    into_.usual_height_points = height.value_or(into_.usual_height_points);
}

// Those that Excel sets by itself are no person's doing.
void PageLookReader::add_break(const Scanner& scanner) {
    const auto before = parse_index(scanner.attribute("id"));
    if (before && parse_boolean(scanner.attribute("man")).value_or(false)) {
        (breaks_columns_ ? into_.column_breaks : into_.row_breaks).push_back(*before);
    }
}

void PageLookReader::set_margins(const Scanner& scanner) {
    into_.page.side_margins_points = inches(scanner, "left", 0.7) + inches(scanner, "right", 0.7);
    into_.page.end_margins_points = inches(scanner, "top", 0.75) + inches(scanner, "bottom", 0.75);
}

void PageLookReader::set_page(const Scanner& scanner) {
    sheet::PageLook& page = into_.page;
    const auto code = parse_index(scanner.attribute("paperSize"));
    for (const PaperSize& paper : paper_sizes) {
        if (code && *code == paper.code) {
            page.width_points = paper.width;
            page.height_points = paper.height;
        }
    }
    if (scanner.attribute("orientation") == "landscape") {
        std::swap(page.width_points, page.height_points);
    }
    const std::uint32_t percent = parse_index(scanner.attribute("scale")).value_or(100);
    page.scale = std::clamp(percent, 10U, 400U) / 100.0;
    page.fits_width = fits_ && parse_index(scanner.attribute("fitToWidth")).value_or(1) == 1;
    page.fits_height = fits_ && parse_index(scanner.attribute("fitToHeight")).value_or(1) == 1;
}

}  // namespace shinchoku::xlsx
