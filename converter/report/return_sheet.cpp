#include <utility>

#include "base/severity_words.h"
#include "layout/identity.h"
#include "report/return_copy.h"

namespace shinchoku::report {
namespace {

using base::Language;
using Look = patch::AddedCell::Look;
using Row = std::vector<patch::AddedCell>;

Look look_of(base::Severity severity) {
    switch (severity) {
        case base::Severity::error:
            return Look::error;
        case base::Severity::warning:
            return Look::warning;
        case base::Severity::info:
            return Look::info;
    }
    return Look::text;
}

// "'1-1-1'!B12"; the sheet's first cell where the finding names none.
std::string location_of(const base::Finding& finding) {
    if (!finding.sheet) {
        return "";
    }
    std::string name;
    for (const char c : *finding.sheet) {
        name += c;
        name += c == '\'' ? "'" : "";
    }
    return "'" + name + "'!" + base::to_a1(finding.cell.value_or(base::CellRef{}));
}

Row line(std::string text, Look look = Look::plain) {
    return {{std::move(text), look, ""}};
}

Row heading(Language language) {
    Row row;
    for (const base::Text& word : {base::Text{"番号", "No."},
                                   base::Text{"シート", "Sheet"},
                                   base::Text{"セル", "Cell"},
                                   base::Text{"区分", "Severity"},
                                   base::Text{"どうなっているか", "What is wrong"},
                                   base::Text{"直し方", "How to mend"},
                                   base::Text{"規則", "Rule"},
                                   base::Text{"確認", "Done"}}) {
        row.push_back({base::in(word, language), Look::heading, ""});
    }
    return row;
}

Row finding_row(const base::Finding& finding, std::size_t number, Language language) {
    const std::string where = location_of(finding);
    const std::string file = base::in(base::Text{"(ブック全体)", "(whole workbook)"}, language);
    const Look place = where.empty() ? Look::text : Look::link;
    return {{std::to_string(number), Look::number, ""},
            {finding.sheet.value_or(file), place, where},
            {finding.cell ? base::to_a1(*finding.cell) : "", place, finding.cell ? where : ""},
            {base::severity_word(finding.severity, language), look_of(finding.severity), ""},
            {base::in(finding.message, language), Look::text, ""},
            {base::in(finding.hint, language), Look::text, ""},
            {finding.rule, Look::text, ""},
            {"", Look::text, ""}};
}

}  // namespace

std::vector<patch::CellMark> return_marks(const std::vector<base::Finding>& findings,
                                          base::Language language) {
    std::vector<patch::CellMark> marks;
    for (const base::Finding& finding : findings) {
        if (!finding.sheet || !finding.cell) {
            continue;
        }
        const std::string& hint = base::in(finding.hint, language);
        marks.push_back({*finding.sheet,
                         *finding.cell,
                         finding.severity,
                         base::severity_word(finding.severity, language) + " " + finding.rule +
                             ": " + base::in(finding.message, language) +
                             (hint.empty() ? "" : "\n→ " + hint)});
    }
    return marks;
}

patch::AddedSheet return_sheet(const std::vector<base::Finding>& findings,
                               std::string_view file,
                               base::Language language) {
    patch::AddedSheet sheet;
    sheet.name = base::in(base::Text{"差戻し", "Returned"}, language);
    sheet.names = {std::string(layout::own_sheet_name)};
    sheet.widths = {6, 16, 8, 9, 50, 44, 7, 7};
    sheet.rows = {
        line(base::in(base::Text{"差戻し: 点検の結果", "Returned: what the check found"}, language),
             Look::title),
        line(std::string(file) + "    " + base::counts_line(findings, language)),
        line(base::in(
            base::Text{
                "色の付いたセルに、点検の結果をメモで付けました。橙はエラー (直してください)、"
                "黄は警告 (確かめてください)、青は情報 (このままで構いません) です。",
                "The coloured cells carry a note each: orange is an error (please mend), "
                "yellow a warning (please check), blue is for information."},
            language)),
        line(base::in(
            base::Text{"シート名かセル番地を押すと、その場所に移ります。直したら、このシート・色・"
                       "メモを残したままお返しください。次の点検で、こちらで外します。",
                       "Click a sheet or cell to go there. Leave this sheet, the colours and the "
                       "notes when the workbook is sent in again: the next check takes them away."},
            language)),
        line("")};
    sheet.without_note = base::in(base::Text{"コメントの会話があるため、色だけを付けたセル: ",
                                             "Coloured only, as a conversation is on the cell: "},
                                  language);
    sheet.heading_row = sheet.rows.size();
    sheet.rows.push_back(heading(language));
    std::size_t number = 0;
    for (const base::Finding& finding : findings) {
        sheet.rows.push_back(finding_row(finding, ++number, language));
    }
    return sheet;
}

}  // namespace shinchoku::report
