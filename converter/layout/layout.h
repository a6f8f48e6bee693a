#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/field.h"
#include "layout/picture.h"

namespace shinchoku::layout {

// A layout file in memory: the picture of a sheet and the tables around it, checked, with every
// decision that depends on the picture alone already made (design/layout-notation.md, sections
// 1-5). One Layout serves both directions: reading (bind.h) and drawing (render/).

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

}  // namespace shinchoku::layout
