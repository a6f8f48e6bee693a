#include "commands/findings_rows.h"

#include <algorithm>

#include "base/severity_words.h"
#include "layout/identity.h"

namespace shinchoku::addin::commands {
namespace {

using base::Language;

FindingsRow line(std::string text) {
    return {{std::move(text), "", "", "", ""}, ""};
}

FindingsRow row_of(const base::Finding& finding) {
    FindingsRow row{
        {finding.cell ? base::to_a1(*finding.cell) : finding.sheet.value_or("(ブック全体)"),
         base::severity_word(finding.severity, Language::ja),
         finding.message.ja,
         finding.hint.ja,
         finding.rule},
        ""};
    if (finding.sheet) {
        row.link =
            "#" + layout::cell_reference(*finding.sheet, finding.cell.value_or(base::CellRef{}));
    }
    return row;
}

std::string quoted(std::string_view text) {
    std::string safe = "\"";
    for (const char c : text) {
        safe.append(c == '"' ? 2 : 1, c);
    }
    return safe + "\"";
}

}  // namespace

std::vector<FindingsRow> findings_rows(const std::vector<base::Finding>& findings,
                                       std::string_view book,
                                       std::string_view sheet) {
    std::vector<FindingsRow> rows{
        line("点検の結果: " + std::string(sheet)),
        line(std::string(book) + "    " + base::counts_line(findings, Language::ja)),
        line("場所を押すと、そのセルに移ります。要らなくなったら、このシートは消して構いません。"),
        line(""),
        {{"場所", "区分", "どうなっているか", "直し方", "規則"}, ""}};
    for (const base::Finding& finding : findings) {
        rows.push_back(row_of(finding));
    }
    return rows;
}

std::string link_formula(std::string_view link, std::string_view text) {
    return "=HYPERLINK(" + quoted(link) + "," + quoted(text) + ")";
}

std::string findings_sheet_name(const std::vector<std::string>& taken) {
    std::string name = "点検";
    for (int number = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++number) {
        name = "点検 " + std::to_string(number);
    }
    return name;
}

}  // namespace shinchoku::addin::commands
