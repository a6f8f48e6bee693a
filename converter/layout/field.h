#pragma once

#include <cstddef>
#include <string>

namespace shinchoku::layout {

// The fixed vocabulary (design/layout-notation.md, section 11). Each is known by an English path
// and a Japanese name.
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

// True for fields that have one value a fiscal year (目標, 実績, 進捗, 達成率 … 予定).
[[nodiscard]] bool is_by_year(FieldId id);

}  // namespace shinchoku::layout
