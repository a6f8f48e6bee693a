#include <algorithm>
#include <span>
#include <utility>

#include "cli/findings_text.h"
#include "cli/outputs.h"
#include "cli/read_inputs.h"
#include "cli/run.h"
#include "files/spooled_text.h"
#include "formats/cells_json.h"

namespace shinchoku::cli {

namespace {

using base::Language;

std::string_view word(sheet::SheetState state, bool ja) {
    switch (state) {
        case sheet::SheetState::visible:
            return "";
        case sheet::SheetState::hidden:
            return ja ? "、非表示" : ", hidden";
        case sheet::SheetState::very_hidden:
            return ja ? "、非表示 (VBA のみ)" : ", very hidden";
    }
    return "";
}

// The rectangle that holds every value, "" where there is none.
std::string used_range(const sheet::Sheet& sheet) {
    std::optional<base::CellRange> used;
    for (const sheet::Cell& cell : sheet.cells) {
        if (sheet::has_value(cell)) {
            base::widen(used, {cell.at, cell.at});
        }
    }
    return used ? base::to_a1(*used) : "";
}

std::string describe(const sheet::Sheet& sheet, Language language) {
    const bool ja = language == Language::ja;
    const auto values = std::count_if(
        sheet.cells.begin(), sheet.cells.end(), [](const auto& cell) { return has_value(cell); });
    const std::string range = used_range(sheet);
    std::string text = "  " + visible(sheet.name) + ": ";
    if (sheet.kind == sheet::SheetKind::chartsheet) {
        return text + (ja ? "グラフシート" : "chart sheet") + std::string(word(sheet.state, ja)) +
               "\n";
    }
    const std::pair<std::size_t, std::pair<std::string_view, std::string_view>> counts[] = {
        {static_cast<std::size_t>(values), {"値のあるセル", "cells"}},
        {sheet.formulas.size(), {"式", "formulas"}},
        {sheet.merges.size(), {"結合", "merges"}},
        {sheet.validations.size(), {"入力規則", "validations"}},
        {sheet.hidden_rows.size() + sheet.hidden_columns.size(), {"非表示の行・列", "hidden"}},
    };
    bool first = true;
    for (const auto& [count, name] : counts) {
        if (count == 0 && !first) {
            continue;
        }
        text += (first ? ""
                 : ja  ? "、"
                       : ", ") +
                std::string(ja ? name.first : name.second) + " " + std::to_string(count);
        if (first && !range.empty()) {
            text += " (" + range + ")";
        }
        first = false;
    }
    return text + std::string(word(sheet.state, ja)) + "\n";
}

std::string describe(const std::string& file, const sheet::Workbook& book, Language language) {
    const bool ja = language == Language::ja;
    std::string text = visible(file) + (ja ? ": シート " : ": sheets ") +
                       std::to_string(book.sheets.size()) + (ja ? "、書式 " : ", formats ") +
                       std::to_string(book.formats.size());
    if (!book.properties.application.empty()) {
        text += (ja ? "、作成 " : ", by ") + visible(book.properties.application);
    }
    text += book.date_1904 ? (ja ? "、1904 年起点" : ", 1904 dates") : "";
    text += book.has_macros ? (ja ? "、マクロあり" : ", macros") : "";
    text += book.has_external_links ? (ja ? "、外部リンクあり" : ", external links") : "";
    text += "\n";
    for (const sheet::Sheet& sheet : book.sheets) {
        text += describe(sheet, language);
    }
    return text;
}

// Of JSON the cells are written as they are read and never kept, for a sheet of a million of them.
base::Result<xlsx::ReadWorkbook> inspect_one(const Session& session,
                                             const InputFile& input,
                                             files::SpooledText& document) {
    const Options& options = session.options();
    if (options.format != FindingsFormat::json) {
        base::Result<xlsx::ReadWorkbook> book = read_cells(session, input);
        if (book) {
            document.append(
                describe(input.display(options.language), book.value().workbook, options.language));
        }
        return book;
    }
    formats::CellsJsonWriter writer([&](std::string_view text) { document.append(text); });
    base::Result<xlsx::ReadWorkbook> book = read_cells(
        session, input, [&](const sheet::Sheet& sheet, std::span<const sheet::Cell> cells) {
            writer.add(sheet, cells);
        });
    writer.finish();
    return book;
}

}  // namespace

void run_inspect(Session& session) {
    const Options& options = session.options();
    const std::vector<InputFile> inputs = find_input_files(session, session.options().inputs);
    const std::string output = options.output.value_or("-");
    if (options.format == FindingsFormat::csv || options.format == FindingsFormat::sarif) {
        session.fail(
            {"inspect は csv や sarif では書けません。", "inspect writes neither csv nor sarif."},
            {"--format text か --format json にしてください。", "Use text or json."});
        return;
    }
    if (!may_write_all(session, output, inputs)) {
        return;
    }
    std::vector<base::Finding> findings;
    files::SpooledText all;
    for (const InputFile& input : inputs) {
        files::SpooledText document;
        const base::Result<xlsx::ReadWorkbook> book = inspect_one(session, input, document);
        if (!book) {
            session.fail(book.error());
            findings.push_back(book.error());
            continue;
        }
        const auto& found = book.value().findings;
        findings.insert(findings.end(), found.begin(), found.end());
        if (output != "-") {
            all.append(document);
        } else if (!write_text(session, output, document)) {
            break;
        }
    }
    if (output != "-") {
        write_text(session, output, all);
    }
    base::sort_findings(findings);
    session.give(findings);
    tell_findings(session, findings);
    write_findings_file(session, findings);
}

}  // namespace shinchoku::cli
