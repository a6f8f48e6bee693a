#include "excel/commands.h"

#include <exception>
#include <new>

#include "commands/findings_rows.h"
#include "excel/active_book.h"
#include "excel/new_columns.h"
#include "layout/identity.h"
#include "plan/today.h"

namespace shinchoku::addin::excel {
namespace {

using commands::FindingsRow;

std::string sentence(const base::Finding& why) {
    return why.message.ja + (why.hint.ja.empty() ? "" : "\n" + why.hint.ja);
}

// Writes the sheet of findings; false where Excel would not.
bool write_findings(const Workspace& excel,
                    const OpenSheet& sheet,
                    const std::vector<FindingsRow>& rows) {
    const std::vector<std::string> taken = excel.sheet_names();
    const std::optional<OpenSheet> added = excel.add_sheet(sheet);
    if (!added) {
        return false;
    }
    excel.define_own_name(*added, layout::own_sheet_name);
    excel.rename(*added, commands::findings_sheet_name(taken));
    std::vector<std::string> texts;
    for (const FindingsRow& row : rows) {
        texts.insert(texts.end(), row.texts.begin(), row.texts.end());
    }
    const base::CellRange all{{0, 0},
                              {static_cast<std::uint32_t>(rows.size()) - 1,
                               static_cast<std::uint32_t>(FindingsRow::columns) - 1}};
    for (std::uint32_t column = 0; column < FindingsRow::columns; ++column) {
        excel.set_width(*added, column, commands::findings_widths.at(column));
    }
    bool done = excel.write(*added, {}, texts, FindingsRow::columns);
    for (std::uint32_t row = 0; done && row < rows.size(); ++row) {
        const FindingsRow& each = rows[row];
        done = each.link.empty() ||
               excel.enter(*added, {row, 0}, commands::link_formula(each.link, each.texts.front()));
    }
    excel.select(*added, {{commands::findings_heading_row, 0}, all.last});
    excel.wrap_selection();
    excel.select(*added, {});
    return done;
}

// What is left to say; "" where the new sheet says it all.
std::string checked(const Workspace& excel) {
    const std::optional<OpenSheet> sheet = excel.active_sheet();
    if (!sheet || !excel.is_worksheet()) {
        return "点検するシートを開いてから実行してください。グラフのシートは点検できません。";
    }
    const base::Result<commands::Templates> templates = templates_beside(excel);
    if (!templates) {
        return sentence(templates.error());
    }
    const base::Result<commands::ReadBook> book =
        read_active_book(excel, *sheet, templates.value());
    if (!book) {
        return sentence(book.error());
    }
    if (!commands::is_bound(book.value(), sheet->name)) {
        return "このシートに合う様式がありません。\n回答の様式のシートを開いて実行してください。"
               "新しい様式は、アドインの隣の templates フォルダーに置けば読めます。";
    }
    base::Result<std::vector<base::Finding>> all =
        commands::check_book(book.value(), templates.value(), plan::today());
    if (!all) {
        return sentence(all.error());
    }
    const std::vector<base::Finding> findings =
        commands::findings_for_sheet(std::move(all).value(), sheet->name);
    if (findings.empty()) {
        return "「" + sheet->name + "」に、直すところは見つかりませんでした。";
    }
    return write_findings(
               excel, *sheet, commands::findings_rows(findings, sheet->book, sheet->name))
               ? ""
               : "点検の結果を書くシートを作れませんでした。\n「校閲」の「ブックの保護」を"
                 "外してから、もう一度実行してください。";
}

int run(Host host, std::string (*command)(const Workspace&)) noexcept {
    const Workspace excel(host);
    try {
        std::string left_to_say;
        try {
            left_to_say = command(excel);
        } catch (const std::bad_alloc&) {
            left_to_say = "メモリーが足りません。ほかのブックを閉じてください。";
        } catch (const std::exception&) {
            left_to_say = "内部エラーが起きました。このブックを添えてお知らせください。";
        }
        if (!left_to_say.empty()) {
            excel.tell(left_to_say);
        }
    } catch (...) {  // no memory even for that sentence
        return 1;
    }
    return 1;
}

}  // namespace

int check_sheet(Host host) noexcept {
    return run(host, &checked);
}

int insert_columns(Host host) noexcept {
    return run(host, &inserted);
}

}  // namespace shinchoku::addin::excel
