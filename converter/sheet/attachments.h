#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/a1.h"
#include "sheet/looks.h"

namespace shinchoku::sheet {

// What a workbook holds beside its cells: how they look, notes, drawings, pages. Rules on the sheet
// as a person sees it need it and reading its values does not. Apart from Workbook, so that only
// who asks for it pays for it.

// A colour as far as two of them are compared: 0xRRGGBB, or a number above for one that only a
// theme or a palette can tell.
using Color = std::uint32_t;
inline constexpr Color white = 0xFFFFFF;
inline constexpr Color black = 0x000000;
inline constexpr Color unknown_color = 0xFFFFFFFF;

// What a style says about how a text looks in its cell.
struct CellStyle {
    double size_points = 11;
    Color text = black;
    Color fill = white;  // also where there is none
    bool wraps = false;
    bool shrinks = false;
    bool is_turned = false;  // vertical, rotated or spread over its neighbours
    std::uint32_t indent = 0;
};

struct RowHeight {
    std::uint32_t row = 0;
    double points = 0;
    bool is_fixed = false;  // set by hand: the row does not grow with its texts
};

// A comment on a cell, of the kind that Excel now calls a note.
struct CellNote {
    base::CellRef at;
    std::string author;
    std::string text;
};

// One anchored drawing with all that is grouped in it. Charts are none.
struct Drawing {
    base::CellRange area;  // the cells it lies over
    bool is_picture = false;
    bool is_arrow = false;  // a line, a connector or a block arrow
    bool is_diagram = false;
    std::string text;
};

struct PageLook {
    double width_points = 595;  // of the paper as it lies
    double height_points = 842;
    double side_margins_points = 100.8;  // both together
    double end_margins_points = 108;
    double scale = 1;
    bool fits_width = false;
    bool fits_height = false;
};

struct SheetAttachments {
    std::vector<std::uint32_t> style_of_cell;  // parallel to Sheet::cells, into Attachments::styles
    std::vector<Looks::Run> column_widths;     // characters as Excel shows them, ascending
    std::vector<RowHeight> row_heights;        // ascending; rows without one are left out
    double usual_width_chars = 8.43;
    double usual_height_points = 15;
    std::vector<std::uint32_t> row_breaks;  // by hand: the first row of the next page
    std::vector<std::uint32_t> column_breaks;
    PageLook page;
    std::vector<CellNote> notes;
    std::vector<Drawing> drawings;

    [[nodiscard]] double width_chars(std::uint32_t column) const {
        const auto run = std::lower_bound(
            column_widths.begin(),
            column_widths.end(),
            column,
            [](const Looks::Run& one, std::uint32_t sought) { return one.last < sought; });
        return run != column_widths.end() && run->first <= column ? run->size : usual_width_chars;
    }
    // nullptr for a row whose height the file does not tell.
    [[nodiscard]] const RowHeight* height_of(std::uint32_t row) const {
        const auto found = std::lower_bound(
            row_heights.begin(),
            row_heights.end(),
            row,
            [](const RowHeight& one, std::uint32_t sought) { return one.row < sought; });
        return found != row_heights.end() && found->row == row ? &*found : nullptr;
    }
};

struct Attachments {
    std::vector<CellStyle> styles;
    // How many pixels a column is wider for each character, in the workbook's usual font.
    double character_pixels = 7;
    std::vector<SheetAttachments> sheets;  // parallel to Workbook::sheets
};

}  // namespace shinchoku::sheet
