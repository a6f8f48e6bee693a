#include "xlsx/remarks.h"

#include <string>
#include <utility>

#include "xlsx/refusals.h"

namespace shinchoku::xlsx {
namespace {

const base::Text save_again_hint = {"Excelで開いて該当箇所を確かめ、入力し直して保存してください。",
                                    "Open it in Excel, check the place, type it again and save."};

base::Finding on_file(std::string_view rule,
                      std::string_view id,
                      base::Severity severity,
                      base::Text message,
                      base::Text hint,
                      std::string_view found) {
    base::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.key = base::make_key(rule, id);
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    finding.found = printable(found);
    return finding;
}

}  // namespace

base::Finding SheetRemarks::make(std::string_view rule, base::Severity severity) const {
    base::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.sheet = std::string(sheet_name_);
    finding.sheet_index = sheet_index_;
    finding.key = base::make_key(rule, sheet_name_);
    return finding;
}

void SheetRemarks::add(base::Severity severity,
                       base::CellRef cell,
                       base::Text what,
                       std::string_view found) {
    std::size_t& count = severity == base::Severity::error ? errors_ : warnings_;
    if (++count > most) {
        return;
    }
    base::Finding finding = make("F13", severity);
    finding.cell = cell;
    finding.message = std::move(what);
    finding.hint = save_again_hint;
    finding.found = printable(found);
    findings_.push_back(std::move(finding));
}

void SheetRemarks::damaged_cell(base::CellRef cell, base::Text what, std::string_view found) {
    add(base::Severity::error, cell, std::move(what), found);
}

void SheetRemarks::odd_cell(base::CellRef cell, base::Text what, std::string_view found) {
    add(base::Severity::warning, cell, std::move(what), found);
}

void SheetRemarks::missing_results(base::CellRef first, std::size_t count) {
    base::Finding finding = make("F10", base::Severity::info);
    finding.cell = first;
    const std::string number = std::to_string(count);
    finding.message = {"計算結果が保存されていない数式が" + number + "個あります。",
                       number + " formulas have no saved result."};
    finding.hint = {"Excelで開いて保存し直すと、計算結果が保存されます。",
                    "Open it in Excel and save it: the results are then saved with it."};
    findings_.push_back(std::move(finding));
}

void SheetRemarks::finish() {
    for (const base::Severity severity : {base::Severity::error, base::Severity::warning}) {
        const std::size_t count = severity == base::Severity::error ? errors_ : warnings_;
        if (count <= most) {
            continue;
        }
        base::Finding finding = make("F13", severity);
        const std::string rest = std::to_string(count - most);
        finding.message = {"このほかに" + rest + "個のセルに同様の問題があります。",
                           rest + " more cells have problems like these."};
        finding.hint = save_again_hint;
        findings_.push_back(std::move(finding));
    }
}

base::Finding remark_macros(std::string_view part) {
    return on_file("F03",
                   "macros",
                   base::Severity::warning,
                   {"マクロを含むブックです。マクロは実行せず、値だけを読み込みます。",
                    "The workbook holds macros; none is run, only values are read."},
                   {"マクロが不要であれば「Excel ブック (.xlsx)」として保存し直してください。",
                    "If the macros are not needed, save it as an Excel workbook (.xlsx)."},
                   part);
}

base::Finding remark_external_links(std::string_view part) {
    return on_file(
        "F03",
        "links",
        base::Severity::warning,
        {"他のファイルへのリンクを含むブックです。リンク先は参照せず、保存された値だけを"
         "読み込みます(値が古い可能性があります)。",
         "The workbook links to other files; none is followed, and the saved values may be "
         "stale."},
        {"Excelの［データ］→［リンクの編集］で、値の更新又はリンクの解除をしてください。",
         "In Excel, update or break the links under Data > Edit Links."},
        part);
}

base::Finding remark_damaged_part(std::string_view part) {
    return on_file(
        "F13",
        printable(part),
        base::Severity::warning,
        {"読み取りに使わない部品「" + printable(part) + "」が壊れています。値には影響ありません。",
         "A part that is not needed, '" + printable(part) + "', is damaged; no value is affected."},
        {"画像などが欠けている可能性があります。Excelで開いて確かめ、保存し直してください。",
         "A picture or the like may be missing: open it in Excel, check it and save it again."},
        part);
}

base::Finding remark_lost_names(std::size_t count) {
    return on_file(
        "F13",
        "names",
        base::Severity::warning,
        {"存在しないシートに属する名前の定義を" + std::to_string(count) + "個読み飛ばしました。",
         std::to_string(count) + " defined names of sheets that are not there were left out."},
        {"Excelの［数式］→［名前の管理］で確かめてください。",
         "Check them in Excel under Formulas > Name Manager."},
        "");
}

base::Finding remark_calculates_on_load() {
    return on_file(
        "F10",
        "load",
        base::Severity::info,
        {"開くときに再計算する設定のブックです。保存された計算結果は古い可能性があります。",
         "The workbook recalculates when opened; its saved results may be stale."},
        {"Excelで開いて保存し直すと、計算結果が更新されます。",
         "Open it in Excel and save it: the results are then up to date."},
        "");
}

}  // namespace shinchoku::xlsx
