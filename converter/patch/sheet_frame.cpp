#include "patch/sheet_frame.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

// What may stand before <legacyDrawing> (ECMA-376 part 1, 18.3.1.99).
constexpr std::string_view before_legacy[] = {"sheetPr",
                                              "dimension",
                                              "sheetViews",
                                              "sheetFormatPr",
                                              "cols",
                                              "sheetData",
                                              "sheetCalcPr",
                                              "sheetProtection",
                                              "protectedRanges",
                                              "scenarios",
                                              "autoFilter",
                                              "sortState",
                                              "dataConsolidate",
                                              "mergeCells",
                                              "customSheetViews",
                                              "phoneticPr",
                                              "conditionalFormatting",
                                              "dataValidations",
                                              "hyperlinks",
                                              "printOptions",
                                              "pageMargins",
                                              "pageSetup",
                                              "headerFooter",
                                              "rowBreaks",
                                              "colBreaks",
                                              "customProperties",
                                              "cellWatches",
                                              "ignoredErrors",
                                              "smartTags",
                                              "drawing"};

std::optional<double> decimal_of(std::string_view xml, const XmlTag& tag, std::string_view name) {
    const auto attribute = find_attribute(xml, tag, name);
    double number = 0;
    if (!attribute ||
        std::from_chars(
            attribute->value.data(), attribute->value.data() + attribute->value.size(), number)
                .ec != std::errc() ||
        std::isnan(number) || number < 0 || number > 10000) {
        return std::nullopt;
    }
    return number;
}

bool is_set(std::string_view xml, const XmlTag& tag, std::string_view name) {
    const auto attribute = find_attribute(xml, tag, name);
    return attribute && (attribute->value == "1" || attribute->value == "true");
}

// At 96 dots an inch, a digit of the usual font being seven wide.
std::uint32_t pixels_of_points(double points) {
    return static_cast<std::uint32_t>(points * 4 / 3);
}
std::uint32_t pixels_of_characters(double characters) {
    return static_cast<std::uint32_t>(std::lround(characters * 7));
}

class FrameReader {
public:
    explicit FrameReader(std::string_view xml) : xml_(xml) {}

    SheetFrame read() {
        XmlTags tags(xml_);
        while (const XmlTag* tag = tags.next()) {
            if (tag->depth == 0 && tag->kind == XmlTag::Kind::start) {
                read_root(*tag);
            } else if (tag->depth == 1) {
                read_child(*tag);
            } else if (tag->depth == 2 && tag->kind != XmlTag::Kind::end) {
                read_grandchild(*tag);
            }
        }
        return std::move(frame_);
    }

private:
    void read_root(const XmlTag& tag) {
        frame_.is_worksheet = local_of(tag.name) == "worksheet";
        frame_.prefix = prefix_of(tag.name);
        frame_.legacy_place = tag.end;
        frame_.relationship_attribute = relationship_attribute(xml_, tag);
    }

    void read_child(const XmlTag& tag) {
        if (prefix_of(tag.name) != frame_.prefix) {
            return;
        }
        const std::string_view name = local_of(tag.name);
        if (std::find(std::begin(before_legacy), std::end(before_legacy), name) !=
            std::end(before_legacy)) {
            frame_.legacy_place = tag.end;
        }
        if (tag.kind == XmlTag::Kind::end) {
            return;
        }
        if (name == "legacyDrawing") {
            const auto id = find_prefixed_attribute(xml_, tag, "id");
            frame_.legacy_drawing = id ? unescaped(id->value) : "";
        } else if (name == "sheetFormatPr") {
            if (const auto height = decimal_of(xml_, tag, "defaultRowHeight")) {
                frame_.default_row_pixels = pixels_of_points(*height);
            }
            if (const auto width = decimal_of(xml_, tag, "defaultColWidth")) {
                frame_.default_column_pixels = pixels_of_characters(*width);
            }
        }
    }

    void read_grandchild(const XmlTag& tag) {
        const std::string_view name = local_of(tag.name);
        if (name == "row") {
            row_ = number_of(xml_, tag, "r").value_or(row_ + 1);
            const auto height = decimal_of(xml_, tag, "ht");
            if (is_set(xml_, tag, "hidden")) {
                frame_.row_pixels[row_ - 1] = 0;
            } else if (height) {
                frame_.row_pixels[row_ - 1] = pixels_of_points(*height);
            }
        } else if (name == "col") {
            const std::uint32_t first = number_of(xml_, tag, "min").value_or(1);
            const std::uint32_t last = number_of(xml_, tag, "max").value_or(first);
            const auto width = decimal_of(xml_, tag, "width");
            frame_.columns.push_back({first - 1,
                                      last - 1,
                                      number_of(xml_, tag, "style").value_or(0),
                                      is_set(xml_, tag, "hidden") ? 0
                                      : width                     ? pixels_of_characters(*width)
                                                                  : frame_.default_column_pixels});
        } else if (name == "mergeCell") {
            const auto reference = find_attribute(xml_, tag, "ref");
            if (const auto range =
                    reference ? base::parse_a1_range(reference->value) : std::nullopt) {
                frame_.merges.push_back(*range);
            }
        }
    }

    std::string_view xml_;
    SheetFrame frame_;
    std::uint32_t row_ = 0;
};

}  // namespace

base::CellRef SheetFrame::shown(base::CellRef at) const {
    const auto merge = std::find_if(
        merges.begin(), merges.end(), [&](const base::CellRange& one) { return one.contains(at); });
    return merge == merges.end() ? at : merge->first;
}

std::uint32_t SheetFrame::column_format(std::uint32_t column) const {
    for (const Columns& one : columns) {
        if (column >= one.first && column <= one.last) {
            return one.format;
        }
    }
    return 0;
}

std::uint32_t SheetFrame::column_pixels(std::uint32_t column) const {
    for (const Columns& one : columns) {
        if (column >= one.first && column <= one.last) {
            return one.width_pixels;
        }
    }
    return default_column_pixels;
}

std::uint32_t SheetFrame::pixels_of_row(std::uint32_t row) const {
    const auto found = row_pixels.find(row);
    return found == row_pixels.end() ? default_row_pixels : found->second;
}

SheetFrame read_sheet_frame(std::string_view xml) {
    return FrameReader(xml).read();
}

std::string SheetFrame::note_anchor(base::CellRef at, std::string_view text) const {
    constexpr std::uint32_t width = 300;
    constexpr std::uint32_t lowest = 60;
    constexpr std::uint32_t highest = 480;
    constexpr std::uint32_t line_pixels = 18;
    constexpr int line_columns = 42;  // half-width characters that fit in the width
    std::uint32_t lines = 1;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines += 1 + static_cast<std::uint32_t>(
                         std::max(base::display_width(text.substr(begin, end - begin)) - 1, 0) /
                         line_columns);
        begin = end + 1;
    }
    // Beside the whole merge, so that it does not cover what it speaks of.
    std::uint32_t column = at.column;
    for (const base::CellRange& merge : merges) {
        column = merge.first == at ? merge.last.column : column;
    }
    column = std::min(column + 1, base::max_columns - 1);
    std::uint32_t row = at.row;
    const std::array<std::uint32_t, 2> from{column, row};
    // A box that covers no more than this: a sheet may hide a million rows.
    const std::uint32_t last_column = std::min(column + 256, base::max_columns - 1);
    const std::uint32_t last_row = std::min(row + 1024, base::max_rows - 1);
    std::uint32_t x = 10 + width;
    while (column < last_column && x > column_pixels(column)) {
        x -= column_pixels(column++);
    }
    std::uint32_t y = 2 + std::clamp(lines * line_pixels, lowest, highest);
    while (row < last_row && y > pixels_of_row(row)) {
        y -= pixels_of_row(row++);
    }
    std::string anchor;
    for (const std::uint32_t number : {from[0], 10U, from[1], 2U, column, x, row, y}) {
        anchor += (anchor.empty() ? "" : ", ") + std::to_string(number);
    }
    return anchor;
}

}  // namespace shinchoku::patch
