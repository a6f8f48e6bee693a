#include "excel/new_columns.h"

#include <algorithm>
#include <utility>

#include "commands/calculation_columns.h"
#include "excel/active_book.h"
#include "plan/today.h"

namespace shinchoku::addin::excel {
namespace {

using commands::CalculationColumns;
using commands::NewCell;

bool is_blank(const Cell& cell) {
    const auto* const text = std::get_if<std::string>(&cell);
    return std::holds_alternative<Blank>(cell) || (text != nullptr && text->empty());
}

base::Finding refusal(base::Text message, base::Text hint) {
    return {.rule = "columns",
            .severity = base::Severity::error,
            .message = std::move(message),
            .hint = std::move(hint)};
}

base::Text select_columns() {
    return {
        "左から目標・実績（・基準値）の列を、見出しを除いて選んでから、もう一度実行してください。",
        "Select the columns target, actual (and baseline) without their headings, then try "
        "again."};
}

// The selection, where it can be what the user means: two or three columns, as far as there is
// anything in them.
std::optional<CalculationColumns> columns_beside_selection(const Workspace& excel,
                                                           const OpenSheet& sheet,
                                                           std::uint32_t first_column) {
    std::optional<base::CellRange> selection = excel.selection();
    const std::uint32_t rows = excel.used_rows();
    if (!selection || selection->first.row >= rows) {
        return std::nullopt;
    }
    selection->last.row = std::min(selection->last.row, rows - 1);
    const std::uint32_t columns = selection->last.column - selection->first.column + 1;
    if (columns < 2 || columns > 3) {
        return std::nullopt;
    }
    const std::optional<std::vector<Cell>> cells = excel.cells(sheet, *selection);
    if (!cells) {
        return std::nullopt;
    }
    std::vector<bool> is_filled;
    for (std::size_t at = 0; at < cells->size(); at += columns) {
        is_filled.push_back(!is_blank((*cells)[at]) || !is_blank((*cells)[at + 1]));
    }
    return commands::columns_of_selection(*selection, is_filled, first_column);
}

base::Result<CalculationColumns> columns_for(const Workspace& excel, const OpenSheet& sheet) {
    const std::uint32_t first_column = excel.used_columns() + commands::free_columns_between;
    const base::Result<commands::Templates> templates = templates_beside(excel);
    if (!templates) {
        return templates.error();
    }
    const base::Result<commands::ReadBook> book = read_active_book(excel, sheet, templates.value());
    if (book && commands::has_calculation_columns(book.value(), sheet.name)) {
        return refusal(
            {"このシートには、もう計算の列があります。", "The sheet has such columns already."},
            {"作り直すときは、その列を消してから実行してください。",
             "Delete them first to have them made anew."});
    }
    const bool is_bound = book && commands::is_bound(book.value(), sheet.name);
    if (is_bound) {
        base::Result<CalculationColumns> found = commands::columns_of_book(
            book.value(), templates.value(), sheet.name, plan::today(), first_column);
        if (!found || found.value().rows != 0) {
            return found;
        }
    }
    std::optional<CalculationColumns> beside = columns_beside_selection(excel, sheet, first_column);
    if (beside && beside->rows != 0) {
        return *std::move(beside);
    }
    if (!book) {
        return book.error();
    }
    return refusal(is_bound ? base::Text{"この様式には、同じ年度の目標と実績から計算できる組が"
                                         "ありません。",
                                         "The form has no target and actual of one year that a "
                                         "rate follows from."}
                            : base::Text{"このシートに合う様式がありません。",
                                         "No layout fits on this sheet."},
                   select_columns());
}

// Nothing of the user's is ever overwritten.
std::optional<base::Finding> why_not_there(const Workspace& excel,
                                           const OpenSheet& sheet,
                                           const CalculationColumns& columns) {
    const std::optional<std::vector<Cell>> cells = columns.area.last.column < base::max_columns
                                                       ? excel.cells(sheet, columns.area)
                                                       : std::nullopt;
    if (!cells || !std::all_of(cells->begin(), cells->end(), is_blank)) {
        return refusal({"表の右に、空いた列がありません。", "No column is free beside the table."},
                       {"右の列を空けてから、もう一度実行してください。",
                        "Free the columns on its right, then try again."});
    }
    return std::nullopt;
}

bool write(const Workspace& excel, const OpenSheet& sheet, const CalculationColumns& columns) {
    const auto enter = [&](const NewCell& each) { return excel.enter(sheet, each.at, each.text); };
    const auto put = [&](const NewCell& each) {
        return excel.write(sheet, each.at, {each.text}, 1);
    };
    return std::all_of(columns.headings.begin(), columns.headings.end(), put) &&
           std::all_of(columns.formulas.begin(), columns.formulas.end(), enter);
}

}  // namespace

std::string inserted(const Workspace& excel) {
    const std::optional<OpenSheet> sheet = excel.active_sheet();
    if (!sheet || !excel.is_worksheet()) {
        return "目標と実績のあるシートを開いてから実行してください。";
    }
    if (excel.is_protected()) {
        return "シートが保護されているので書けません。\n「校閲」の「シート保護の解除」のあとで"
               "実行してください。";
    }
    const base::Result<CalculationColumns> found = columns_for(excel, *sheet);
    const std::optional<base::Finding> why_not =
        found ? why_not_there(excel, *sheet, found.value()) : std::optional(found.error());
    if (why_not) {
        return why_not->message.ja + "\n" + why_not->hint.ja;
    }
    const CalculationColumns& columns = found.value();
    if (!write(excel, *sheet, columns)) {
        excel.clear(*sheet, columns.area);  // it was empty before
        return "計算の列を書けませんでした。書きかけた分は消しました。\nシートの保護や結合したセル"
               "を"
               "確かめてください。";
    }
    excel.select(*sheet, columns.area);
    excel.format_selection("0.0");
    return std::to_string(columns.rows) + " 行に達成率と状況の式を書きました。" +
           (columns.different == 0
                ? ""
                : "\nほかに " + std::to_string(columns.different) +
                      " か所は、そのセルだけでは報告書と同じ値にならないので、書いていません。");
}

}  // namespace shinchoku::addin::excel
