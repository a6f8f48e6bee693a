#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/field.h"

namespace shinchoku::layout {

// The picture of a sheet, cell by cell, with what follows from it alone
// (design/layout-notation.md). Rows and columns are 0-based; the ruler is no row.

enum class PieceKind { text, value, entry };  // word, {名}, [名]

struct Piece {
    PieceKind kind = PieceKind::text;
    std::string text;  // PieceKind::text, with escapes resolved
    Field field;       // else

    friend bool operator==(const Piece&, const Piece&) = default;
};

enum class CellKind {
    empty,      // framed, holds nothing
    absent,     // '.': no cell
    label,      // text only
    value,      // one {field}
    entry,      // one [field]
    choice,     // [field:option]
    pattern,    // text and fields
    formula,    // =name
    join_left,  // '<'
    join_up,    // '^'
};

// What tells the reader which cell holds a field (section 5).
enum class GovernedBy {
    nothing,  // labels, joins, formulas without a field …
    row,      // the label at its left alone
    column,   // the nearest label above with the same left edge
    order,    // its place among its siblings behind the label at its left
    year,     // its row from row/column/order of the row, its column from the {年} above
};

struct Governance {
    GovernedBy by = GovernedBy::nothing;
    int label_row = -1;  // the label's cell; -1 where a year field's row has no label
    int label_column = -1;
    int year_row = -1;  // GovernedBy::year: row of the {年} headings
    int order = 0;      // GovernedBy::order: 0-based place among the siblings
};

struct PictureCell {
    CellKind kind = CellKind::empty;
    std::vector<Piece> pieces;
    std::string formula;  // CellKind::formula: name in [formulas]
    Governance governed;
    int year_index = -1;  // by-year field without a pin, or {年}: 0-based year of the plan
    int owner_row = -1;   // joins: the cell they belong to; other cells: themselves
    int owner_column = -1;
    int line = 0;           // 1-based, in the file
    int column_number = 0;  // 1-based, in code points of the file's line
    std::string written;    // as in the picture, trimmed

    // The label's text, or "" where the cell is no label.
    [[nodiscard]] std::string_view label() const;
    // Its text with the names of its values in brackets, 目標（{最終年}）: how Layout::labels names
    // labels and patterns.
    [[nodiscard]] std::string drawn_text() const;
    // The one field of value, entry, choice and formula cells (達成率 for =達成率); else nullptr.
    [[nodiscard]] const Field* field() const;
};

struct PictureRow {
    double height_points = 15;
    bool grows = false;       // "40+"
    std::string style;        // ".見出し" without the dot, "" by cell kind
    std::string list;         // "指標*": repeated for each element; "" for a single row
    int at_least = 0;         // "予定*3"
    std::string heading_of;   // "予定^": heading row of a list
    bool optional = false;    // "?"
    int alternative_of = -1;  // "又は": index of the row it is another form of
    int group = -1;           // rows of one repeated element share a number; -1 outside repeats
    std::vector<PictureCell> cells;
    int line = 0;  // 1-based, in the file
};

struct Picture {
    std::vector<double> widths_chars;
    std::vector<PictureRow> rows;

    [[nodiscard]] std::size_t column_count() const { return widths_chars.size(); }
    // Columns a cell spans through '<' joined to it (1 without joins).
    [[nodiscard]] int span_of(int row, int column) const;
};

// A pattern that says something beside its values; "{番号} {名称}" does not.
[[nodiscard]] bool has_words(const PictureCell& cell);
// Labels and patterns: what the reader can recognise on a sheet.
[[nodiscard]] bool is_anchor(const PictureCell& cell);
// {年} alone in its cell.
[[nodiscard]] bool is_year_heading(const PictureCell& cell);

}  // namespace shinchoku::layout
