#include "layout/remarks.h"

namespace shinchoku::layout::remark {
namespace {

using base::Severity;

using base::quoted_en;
using base::quoted_ja;

}  // namespace

Remark merge_undone(std::string_view label) {
    return {"S04",
            Severity::warning,
            std::string(label),
            {},
            {"様式で結合されているセルが結合されていません（" + std::string(label) +
                 "）。値は読み取りました。",
             "Cells that the layout joins are not joined (" + std::string(label) +
                 "); the value was read."},
            {"印刷の見た目を戻す場合は、セルを結合してください。",
             "Join the cells again to restore the printed look."},
            {},
            {}};
}

Remark merged_over_years(std::string_view found, int first, int last) {
    return {"S04",
            Severity::warning,
            "years",
            first,
            {quoted_ja(found) + "が" + std::to_string(first) + "～" + std::to_string(last) +
                 "年度にまたがって結合されています。最初の年度の値として読み取りました。",
             quoted_en(found) + " is joined over the years " + std::to_string(first) + "-" +
                 std::to_string(last) + "; it was taken for the first."},
            {"結合を解除し、年度ごとに記入してください。",
             "Split the cells and enter a value for each year."},
            std::string(found),
            {}};
}

Remark merged_over_fields() {
    return {"S04",
            Severity::warning,
            "fields",
            {},
            {"別の欄までまたがってセルが結合されています。",
             "Cells of different fields are joined into one."},
            {"結合を解除し、欄ごとに記入してください。", "Split the cells and fill in each field."},
            {},
            {}};
}

Remark covered_value(std::string_view found) {
    return {"S04",
            Severity::warning,
            "covered",
            {},
            {"結合セルに隠れた値" + quoted_ja(found) + "があります。読み取っていません。",
             "The value " + quoted_en(found) + " is hidden under a joined cell; it was not read."},
            {"結合を解除して値を確かめ、不要なら削除してください。",
             "Split the cells, look at the value and delete it if it is not needed."},
            std::string(found),
            {}};
}

Remark extra_cell(std::string_view found) {
    return {
        "S16",
        Severity::warning,
        std::string(found),
        {},
        {"様式にない記入" + quoted_ja(found) + "があります。読み取っていません。",
         "The cell " + quoted_en(found) + " belongs to no field of the layout; it was not read."},
        {"正しい欄に移すか、削除してください。メモは表から1行以上離してください。",
         "Move it to its field or delete it; keep notes at least one row away from the form."},
        std::string(found),
        {}};
}

Remark two_values(std::string_view label, std::string_view first, std::string_view second) {
    return {"S17",
            Severity::error,
            std::string(label),
            {},
            {quoted_ja(label) + "に値が二つあります（" + quoted_ja(first) + "と" +
                 quoted_ja(second) + "）。最初の値を読み取りました。",
             "There are two values for " + quoted_en(label) + " (" + quoted_en(first) + " and " +
                 quoted_en(second) + "); the first was taken."},
            {"どちらか一つにしてください。", "Keep only one of them."},
            std::string(second),
            std::string(first)};
}

Remark ambiguous(std::string_view label) {
    return {"S17",
            Severity::error,
            std::string(label),
            {},
            {quoted_ja(label) + "の行は、どの値がどの欄のものか決められません。",
             "It cannot be decided which value of the row " + quoted_en(label) +
                 " belongs to which field."},
            {"様式のとおりの場所に記入し直してください。",
             "Enter the values where the form has their cells."},
            {},
            {}};
}

Remark two_marks(std::string_view label) {
    return {"S17",
            Severity::error,
            std::string(label),
            {},
            {quoted_ja(label) + "に■が二つ以上あります。最初のものを読み取りました。",
             "More than one box of " + quoted_en(label) + " is marked; the first was taken."},
            {"■は一つだけにしてください。", "Mark only one box."},
            {},
            {}};
}

Remark typed_over_formula(std::string_view label, std::string_view found) {
    return {"C12",
            Severity::warning,
            std::string(label),
            {},
            {"計算式のセルに値" + quoted_ja(found) + "が直接入力されています。",
             "The value " + quoted_en(found) + " was typed over a formula."},
            {"様式の計算式に戻してください。", "Restore the formula of the form."},
            std::string(found),
            {}};
}

Remark malformed_number(std::string_view found) {
    return {"C18",
            Severity::warning,
            std::string(found),
            {},
            {quoted_ja(found) + "は数値のように見えますが、数値として読めません。",
             quoted_en(found) + " looks like a number but is none; it was kept as text."},
            {"数値を正しく入力し直してください。", "Enter the number again."},
            std::string(found),
            {}};
}

Remark several_blocks(std::size_t count) {
    return {"F05",
            Severity::info,
            "several",
            {},
            {"1枚のシートに" + std::to_string(count) + "件の施策があります。すべて読み取りました。",
             "One sheet holds " + std::to_string(count) + " measures; all were read."},
            {"対応は不要です。", "Nothing needs to be done."},
            {},
            {}};
}

Remark split_over_sheets(std::string_view first_sheet) {
    return {
        "F05",
        Severity::warning,
        "split",
        {},
        {"シート" + quoted_ja(first_sheet) + "の施策の続きが、このシートに分かれているようです。",
         "The measure of the sheet " + quoted_en(first_sheet) + " seems to go on here."},
        {"一つの施策は1枚のシートにまとめてください。", "Put the whole measure on one sheet."},
        {},
        {}};
}

Remark measure_twice(std::string_view title, std::string_view first, bool differs) {
    return {"F08",
            differs ? Severity::error : Severity::warning,
            {},
            {},
            {quoted_ja(title) + "は" + std::string(first) + "にもあります。" +
                 (differs ? "目標または実績が異なります。" : "目標と実績は同じです。") +
                 "先に読んだものを使います。",
             quoted_en(title) + " is also in " + std::string(first) + "; " +
                 (differs ? "targets or actuals differ" : "targets and actuals agree") +
                 ". The first one is used."},
            {"正しい方を一つだけ残してください。", "Keep only the right one."},
            std::string(title),
            {}};
}

Remark two_titles(std::string_view number, std::string_view used, std::string_view here) {
    return {"S10",
            Severity::warning,
            std::string(number),
            {},
            {"番号" + quoted_ja(number) + "の名称が、ここでは" + quoted_ja(here) + "、ほかでは" +
                 quoted_ja(used) + "です。" + quoted_ja(used) + "を使います。",
             "The title of " + quoted_en(number) + " is " + quoted_en(here) + " here and " +
                 quoted_en(used) + " elsewhere; " + quoted_en(used) + " is used."},
            {"計画の名称を確かめ、一つにそろえてください。",
             "Look up the plan's title and use it everywhere."},
            std::string(here),
            std::string(used)};
}

Remark id_from_position(std::string_view id) {
    return {"S15",
            Severity::info,
            {},
            {},
            {"施策の番号がないため、並び順から番号" + quoted_ja(id) + "を付けました。",
             "The measure has no number; " + quoted_en(id) + " was given by its position."},
            {"シート名を施策の番号にするか、--master を指定すると、番号が固定されます。",
             "Name the sheet by the measure's number, or give --master, to fix the number."},
            {},
            std::string(id)};
}

}  // namespace shinchoku::layout::remark
