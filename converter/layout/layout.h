#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace shinchoku::layout {

// A layout file in memory: the picture of a sheet and the tables around it, checked, with every
// decision that depends on the picture alone already made (design/layout-notation.md, sections
// 1-5). One Layout serves both directions: reading (bind.h) and drawing (render/). Rows and columns
// of the picture are 0-based; the ruler is no row.

// The fixed vocabulary (section 11). Each is known by an English path and a Japanese name.
enum class FieldId {
    measure_number,    // 番号
    measure_title,     // 名称
    departments,       // 担当課
    top_group_number,  // 上位.番号
    top_group_title,   // 上位.名称
    nearest_group,     // 中位
    text,              // 現状, 課題 …: Field::text_key says which
    indicator_name,    // 指標名
    indicator_unit,
    indicator_category,
    indicator_direction,
    indicator_note,  // 備考
    baseline_value,
    baseline_year,
    last_year,
    target,          // by year
    actual,          // by year
    note,            // 進捗, by year
    rate,            // 達成率, by year
    grade,           // 評価, by year
    reason,          // 理由, by year
    next,            // 今後, by year
    schedule_cells,  // 予定, by year
    schedule_label,
    schedule_group,
    schedule_leading,
    approach_leading,
    approach_text,
    approach_marks,
    approach_items,
    footnote_text,
    line_column,     // a column of a text kept as rows: Field::column
    year_heading,    // {年}
    running_number,  // {#}
};

enum class YearPin { none, last, year };  // {目標}, {目標@最終}, {目標@R9}

struct Field {
    FieldId id = FieldId::measure_title;
    std::string name;      // as written in the picture: "活動.目標"
    std::string text_key;  // FieldId::text: "current_state"
    std::string list;  // name of the list it is an element's field of: "指標", "活動"; "" outside
    std::size_t column = 0;  // FieldId::line_column: 0-based column of the list
    YearPin pin = YearPin::none;
    int pinned_year = 0;   // YearPin::year
    std::string option;    // after ':' in [妥当性:A]
    bool carried = false;  // {区分^}

    friend bool operator==(const Field&, const Field&) = default;
};

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

enum class ListOf { indicators, schedule, approaches, footnotes, lines };

struct List {
    std::string name;  // "指標", "活動", "注"
    ListOf of = ListOf::indicators;
    std::map<std::string, std::string> where;  // "category" -> "活動指標"
    int only = 0;                              // fixed number of elements; 0: as many as there are
    std::string text_key;                      // ListOf::lines: the text kept as rows
    std::vector<std::string> columns;          // ListOf::lines: separated by a tab
};

struct LabelVariants {
    std::vector<std::string> accepted;
    bool may_be_blank = false;  // "" among them
    std::string keep;           // field that stores the wording itself: "区分"; "" for none
};

struct Check {
    enum class Kind { none, any, list, decimal, length } kind = Kind::none;
    std::vector<std::string> choices;  // list
    int length = 0;                    // length<=n
};

struct FieldOptions {
    Check check;
    std::string prompt;
    std::string format;
    std::string heading;  // manner of years in text: {基準年}, {最終年}
};

struct Formula {
    std::string text;  // with {field} for the cell of the same element and year
    std::string format;
};

struct Style {
    std::string font;
    double size_points = 0;  // 0: by default
    std::optional<bool> bold;
    std::string fill;    // "#RRGGBB", "" for none
    std::string color;   // "#RRGGBB"
    std::string border;  // "thin", "medium", "none", "" by default
    std::string align;   // "left", "center", "right"
    std::string valign;  // "top", "center", "bottom"
    std::string number_format;
};

struct Page {
    std::string paper = "A4";
    std::string orientation = "portrait";
    std::string fit = "width";  // "page", "width"
    std::string margins = "normal";
    std::string header;
    std::string footer;
    std::string titles;  // rows repeated on each page: "1:3"
};

enum class BlockOf { measure, plan };
enum class Place { sheet, stack };

struct OutlineEntry {
    std::string id;  // "1", "1-1", "1-1-1"
    std::string title;
};

struct Departments {
    std::vector<std::string> names;
    std::map<std::string, std::string> renamed;  // old -> new
};

struct Layout {
    std::string id;
    std::string title;
    std::string file;  // where it was read, for messages

    std::string plan_id;
    std::string plan_title;
    std::string municipality;
    std::string municipality_code;
    int first_year = 0;
    int year_count = 0;
    std::string year_heading;  // by example: "令和8年度"

    std::vector<OutlineEntry> group_outline;
    std::vector<OutlineEntry> measure_outline;
    Departments departments;

    std::string scheme;  // [calculation]
    std::string method;
    std::string tolerance;
    std::string direction;

    Page page;
    BlockOf block = BlockOf::measure;
    Place place = Place::sheet;
    int gap_rows = 1;        // Place::stack
    std::string sheet_name;  // pattern: "{番号}"
    Picture picture;

    std::map<std::string, LabelVariants> labels;  // by the label as drawn
    std::map<std::string, FieldOptions> fields;   // by the field's name as written
    std::map<std::string, List> lists;            // also the built-in 指標, 予定, 取組, 注
    std::map<std::string, Formula> formulas;
    std::map<std::string, std::string> marks;  // "○" -> "new"
    std::map<std::string, Style> styles;

    [[nodiscard]] int last_year() const { return first_year + year_count - 1; }
    [[nodiscard]] const List* list_of(const Field& field) const;
};

// True for fields that have one value a fiscal year (目標, 実績, 進捗, 達成率 … 予定).
[[nodiscard]] bool is_by_year(FieldId id);

}  // namespace shinchoku::layout
