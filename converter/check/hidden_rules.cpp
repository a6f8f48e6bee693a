#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/own_note.h"
#include "base/text.h"
#include "base/utf8.h"
#include "check/sheet_view.h"
#include "plan/units.h"

namespace shinchoku::check {
namespace {

// Behind these a number is a place in time or in a book, and no value.
constexpr std::u32string_view no_quantities[] = {
    U"年", U"月", U"日", U"時", U"分", U"秒", U"頁", U"ページ", U"条", U"項", U"号", U"番"};

bool starts_with_quantity(std::u32string_view text) {
    const std::size_t scale = plan::read_scale(text).size;
    const std::u32string_view unit = text.substr(scale);
    const bool is_time = std::any_of(
        std::begin(no_quantities), std::end(no_quantities), [&](std::u32string_view word) {
            return unit.starts_with(word);
        });
    return !is_time && plan::ordinal_size(unit) == 0 && plan::unit_size(unit) > 0;
}

// The first figure with its unit in a text: 1,234件, 98.4 %; "" where there is none.
std::string quantity_in(std::string_view text) {
    const std::u32string folded = base::to_utf32(base::fold_width(text));
    const std::u32string_view all = folded;
    for (std::size_t at = 0; at < all.size();) {
        if (!base::is_digit(all[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < all.size() &&
               (base::is_digit(all[end]) || all[end] == U',' || all[end] == U'.')) {
            ++end;
        }
        std::size_t unit = end;
        while (unit < all.size() && all[unit] == U' ') {
            ++unit;
        }
        if (starts_with_quantity(all.substr(unit))) {
            const std::size_t size = plan::read_scale(all.substr(unit)).size;
            const std::size_t last = unit + size + plan::unit_size(all.substr(unit + size));
            return base::to_utf8(all.substr(at, last - at));
        }
        at = end;
    }
    return {};
}

// Shows nothing, whatever stands in the cell: ;;;
bool hides_everything(std::string_view format) {
    return format.find_first_not_of("; ") == format.npos &&
           std::count(format.begin(), format.end(), ';') >= 3;
}

class HiddenContent {
public:
    HiddenContent(const SheetView& view, Collector& out) : view_(view), out_(out) {}

    void run() {
        const bool hides =
            !view_.sheet().hidden_rows.empty() || !view_.sheet().hidden_columns.empty();
        for (const BlockView& block : view_.blocks()) {
            rows_.clear();
            columns_.clear();
            view_.for_each_cell(block, [&](const sheet::Cell& cell) {
                if (!sheet::has_value(cell)) {
                    return;
                }
                if (!(hides && look_for_hidden(block, cell))) {
                    look_for_invisible(block, cell);
                }
            });
            report_lines();
        }
        for (const sheet::CellNote& note : view_.attached().notes) {
            look_at_note(note);
        }
    }

private:
    struct Line {
        const sheet::Cell* first = nullptr;
        std::size_t count = 0;
    };

    // A whole hidden line is one thing to mend.
    bool look_for_hidden(const BlockView& block, const sheet::Cell& cell) {
        const base::CellRange area = view_.grid().area(cell.at);
        const bool all_rows =
            view_.row_is_hidden(area.first.row) && view_.row_is_hidden(area.last.row);
        const bool all_columns =
            view_.column_is_hidden(area.first.column) && view_.column_is_hidden(area.last.column);
        if ((!all_rows && !all_columns) || !view_.holds_data(block, cell)) {
            return all_rows || all_columns;
        }
        Line& line = all_rows ? rows_[cell.at.row] : columns_[cell.at.column];
        line.first = line.first == nullptr ? &cell : line.first;
        ++line.count;
        return true;
    }

    void report_lines() {
        for (const bool is_row : {true, false}) {
            for (const auto& [number, line] : is_row ? rows_ : columns_) {
                const std::string count = std::to_string(line.count);
                Remark remark = remark_at(line.first->at, view_.grid().shown(*line.first));
                remark.message =
                    is_row ? base::Text{"非表示の行に値があります（" + count + " セル）。",
                                        "A hidden row holds data (" + count + " cells)."}
                           : base::Text{"非表示の列に値があります（" + count + " セル）。",
                                        "A hidden column holds data (" + count + " cells)."};
                view_.add(out_, std::move(remark));
            }
        }
    }

    void look_for_invisible(const BlockView& block, const sheet::Cell& cell) {
        const sheet::CellStyle& style = view_.style_of(cell);
        const bool is_same = style.text == style.fill && style.text != sheet::unknown_color;
        if (!is_same && !hides_everything(view_.workbook().format_of(cell).number_format)) {
            return;
        }
        if (view_.holds_data(block, cell)) {
            Remark remark = remark_at(cell.at, std::string());
            remark.found = cell.type == sheet::CellType::text ? std::string(cell.text)
                                                              : view_.grid().shown(cell);
            remark.message = {"画面に見えない値です（文字の色が背景と同じか、表示しない書式）。",
                              "This value cannot be seen: its colour is that of the cell, or its "
                              "format hides it."};
            view_.add(out_, std::move(remark));
        }
    }

    void look_at_note(const sheet::CellNote& note) {
        if (view_.block_at(note.at) == nullptr) {
            return;
        }
        const std::string quantity = quantity_in(base::without_own_notes(note.text));
        if (quantity.empty()) {
            return;
        }
        Remark remark = remark_at(note.at, note.text);
        remark.part = "comment";
        remark.message = {"メモに値「" + quantity + "」が書かれています。",
                          "The note on this cell holds a value: " + quantity + "."};
        view_.add(out_, std::move(remark));
    }

    static Remark remark_at(base::CellRef at, std::string found) {
        return {
            .rule = "C15", .severity = base::Severity::info, .cell = at, .found = std::move(found)};
    }

    const SheetView& view_;
    Collector& out_;
    std::map<std::uint32_t, Line> rows_;
    std::map<std::uint32_t, Line> columns_;
};

}  // namespace

void hidden_content(const SheetView& view, Collector& out) {
    HiddenContent(view, out).run();
}

}  // namespace shinchoku::check
