#include <algorithm>
#include <filesystem>

#include "call_entry.h"
#include "checks.h"
#include "failing_memory.h"
#include "heap.h"

namespace stand_in {
namespace {

constexpr const wchar_t* check_sheet = L"shinchoku_check_sheet";
constexpr const wchar_t* insert_columns = L"shinchoku_insert_columns";

// Runs a command as the menu does.
void run(const wchar_t* command, FakeBook& book, Report& report) {
    FakeExcel& excel = FakeExcel::instance();
    const auto found = excel.registered().find(command);
    if (found == excel.registered().end()) {
        report.check(false, to_utf8(command) + " is registered");
        return;
    }
    const long unfreed = excel.unfreed();
    excel.open(&book);
    const Called called = call_entry(found->second.entry, {});
    excel.open(nullptr);
    report.check(called.stack_off_by == 0, "a command takes arguments");
    report.check(static_cast<int>(reinterpret_cast<std::intptr_t>(called.result)) == 1,
                 "a command gives 1");
    report.check(excel.unfreed() == unfreed, to_utf8(command) + " kept what Excel lent");
    for (const std::wstring& copy : book.copies) {
        const std::filesystem::path path(copy);
        std::error_code none;
        report.check(!std::filesystem::exists(path.parent_path(), none),
                     "a copy stays behind: " + to_utf8(copy));
    }
}

std::string only_alert(const FakeBook& book) {
    return book.alerts.size() == 1 ? to_utf8(book.alerts[0])
                                   : std::to_string(book.alerts.size()) + " alerts";
}

FakeBook open_book(const ToldBook& told, std::size_t sheet) {
    FakeBook book;
    book.file = told.file;
    for (const ToldSheet& each : told.sheets) {
        book.sheets.push_back({each.name, {}, {}, {}});
    }
    book.active = sheet;
    book.used_rows = 40;
    book.used_columns = 12;
    return book;
}

std::wstring first_formula(const FakeSheet& sheet) {
    return sheet.formulas.empty() ? std::wstring() : sheet.formulas.begin()->second;
}

std::wstring text_at(const FakeSheet& sheet, int row, int column) {
    const auto found = sheet.cells.find({row, column});
    return found == sheet.cells.end() ? std::wstring() : found->second.text;
}

// The findings of the command line, in the rows below the headings of the new sheet.
void compare(const FakeSheet& written, const ToldSheet& told, Report& report) {
    constexpr int first = 5;
    for (std::size_t i = 0; i < told.findings.size(); ++i) {
        const int row = first + static_cast<int>(i);
        const ToldFinding& finding = told.findings[i];
        const std::wstring wanted = finding.link.empty() ? L""
                                                         : L"=HYPERLINK(\"" + finding.link +
                                                               L"\",\"" + finding.place + L"\")";
        const auto link = written.formulas.find({row, 0});
        report.check((link == written.formulas.end() ? L"" : link->second) == wanted,
                     "link of " + to_utf8(told.name + L" " + finding.place));
        if (wanted.empty()) {
            report.check(text_at(written, row, 0) == finding.place, "a place of the whole book");
        }
        for (std::size_t column = 0; column < finding.texts.size(); ++column) {
            report.check(
                text_at(written, row, static_cast<int>(column) + 1) == finding.texts[column],
                to_utf8(told.name + L": " + finding.texts[column]) + " is " +
                    to_utf8(text_at(written, row, static_cast<int>(column) + 1)));
        }
    }
    const int after = first + static_cast<int>(told.findings.size());
    report.check(!written.cells.contains({after, 1}), to_utf8(told.name) + ": more findings");
}

void check_one(const ToldBook& told, std::size_t sheet, Report& report) {
    FakeBook book = open_book(told, sheet);
    run(check_sheet, book, report);
    const ToldSheet& wanted = told.sheets[sheet];
    const std::string name = to_utf8(wanted.name);
    report.check(book.copies.size() == 1, name + ": one copy");
    if (wanted.findings.empty()) {
        report.check(only_alert(book).find("見つかりませんでした") != std::string::npos,
                     name + ": " + only_alert(book));
        report.check(book.sheets.size() == told.sheets.size(), name + ": a sheet for nothing");
        return;
    }
    report.check(book.alerts.empty(), name + ": " + only_alert(book));
    report.check(book.sheets.size() == told.sheets.size() + 1, name + ": no new sheet");
    if (book.sheets.size() == told.sheets.size() + 1) {
        const FakeSheet& written = book.sheets.back();
        report.check(written.name == L"点検", "the new sheet is " + to_utf8(written.name));
        report.check(written.own_names.contains(L"shinchoku.own"), "the new sheet is marked");
        compare(written, wanted, report);
    }
}

// Runs the command where something is wrong; the only alert must hold these words.
struct Wrong {
    const char* what;
    const char* words;
    void (*spoil)(FakeBook& book);
};

constexpr Wrong wrong_checks[] = {
    {"a chart", "グラフ", [](FakeBook& book) { book.kind = 2; }},
    {"no sheet name", "開いてから", [](FakeBook& book) { book.refused = {xlSheetNm}; }},
    {"no sheet", "開いてから", [](FakeBook& book) { book.refused = {xlSheetId}; }},
    {"a copy refused", "開き直し", [](FakeBook& book) { book.refused = {xlcSaveCopyAs}; }},
    {"a copy refused of a book never saved",
     "一度保存",
     [](FakeBook& book) {
         book.refused = {xlcSaveCopyAs};
         book.was_saved = false;
     }},
    {"an old workbook",
     "旧形式",
     [](FakeBook& book) {
         book.name = L"回答.xls";
         book.file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(2000, '\0');
     }},
    {"an empty copy", "", [](FakeBook& book) { book.file.clear(); }},
    {"half a copy", "", [](FakeBook& book) { book.file.resize(book.file.size() / 2); }},
    {"a sheet of no form",
     "様式がありません",
     [](FakeBook& book) { book.sheets[0].name = L"表紙"; }},
    {"no new sheet", "ブックの保護", [](FakeBook& book) { book.refused = {xlcWorkbookInsert}; }},
    {"nothing can be written", "ブックの保護", [](FakeBook& book) { book.refused = {xlSet}; }},
    {"no link can be written", "ブックの保護", [](FakeBook& book) { book.refused = {xlcFormula}; }},
};

constexpr Wrong wrong_columns[] = {
    {"a chart", "開いてから", [](FakeBook& book) { book.kind = 2; }},
    {"a protected sheet", "シート保護の解除", [](FakeBook& book) { book.is_protected = true; }},
    {"a copy refused", "開き直し", [](FakeBook& book) { book.refused = {xlcSaveCopyAs}; }},
    {"a sheet of no form",
     "様式がありません",
     [](FakeBook& book) { book.sheets[0].name = L"表紙"; }},
    {"columns that hold something",
     "空いた列がありません",
     [](FakeBook& book) {
         book.sheets[0].cells[{11, 13}] = text(L"備考");
     }},
    {"no column is left",
     "空いた列がありません",
     [](FakeBook& book) { book.used_columns = 16382; }},
    {"cells that Excel does not give",
     "空いた列がありません",
     [](FakeBook& book) { book.refused = {xlCoerce}; }},
    {"no heading can be written", "消しました", [](FakeBook& book) { book.refused = {xlSet}; }},
    {"the second formula cannot be written",
     "消しました",
     [](FakeBook& book) {
         book.refused = {xlcFormula};
         book.refused_after = 1;
     }},
};

void check_wrong(const wchar_t* command, const Wrong& wrong, const ToldBook& told, Report& report) {
    FakeBook book = open_book(told, 0);
    wrong.spoil(book);
    run(command, book, report);
    const std::string said = only_alert(book);
    report.check(book.alerts.size() == 1 && said.find(wrong.words) != std::string::npos,
                 to_utf8(command) + " with " + wrong.what + ": " + said);
    const auto& formulas = book.sheets[0].formulas;
    report.check(formulas.empty(), to_utf8(command) + " with " + wrong.what + " wrote formulas");
}

// Where every sheet has its formulas, and what they refer to, by hand from the form.
void check_columns(const ToldBook& told, Report& report) {
    FakeBook book = open_book(told, 0);
    run(insert_columns, book, report);
    const FakeSheet& sheet = book.sheets[0];
    const std::map<std::pair<int, int>, std::wstring> wanted{
        {{11, 13}, L"=IFNA(SHINCHOKU.RATE(RC[-12],R[-1]C[-12],,\"up\"),\"\")"},
        {{11, 14}, L"=SHINCHOKU.STATUS(RC[-13],R[-1]C[-13],,\"up\")"},
    };
    report.check(sheet.formulas == wanted,
                 "formulas beside the form: " + to_utf8(first_formula(sheet)));
    report.check(text_at(sheet, 10, 13) == L"達成率%（令和8年度）" &&
                     text_at(sheet, 10, 14) == L"状況（令和8年度）",
                 "headings beside the form: " + to_utf8(text_at(sheet, 10, 13)));
    report.check(only_alert(book).starts_with("1 行に"), "told: " + only_alert(book));
    report.check(sheet.cells.size() == 4, "nothing else is written");
}

// On a sheet that no layout knows, two or three selected columns say where to look.
void check_selection(const ToldBook& told, int columns, Report& report) {
    FakeBook book = open_book(told, 0);
    FakeSheet& sheet = book.sheets[0];
    sheet.name = L"一覧";
    sheet.cells[{3, 1}] = number(100);
    sheet.cells[{3, 2}] = number(90);
    sheet.cells[{5, 1}] = text(L"60万人");  // row 5 (0-based 4) is empty
    book.selection = {3, 1048575, 1, columns};
    book.used_rows = 6;
    book.used_columns = 4;
    run(insert_columns, book, report);
    const std::wstring baseline = columns == 3 ? L",RC[-2]" : L"";
    const std::wstring of_status = columns == 3 ? L",RC[-3]" : L"";
    const std::wstring rate = L"=IFNA(SHINCHOKU.RATE(RC[-3],RC[-4]" + baseline + L"),\"\")";
    const std::wstring status = L"=SHINCHOKU.STATUS(RC[-4],RC[-5]" + of_status + L")";
    const std::map<std::pair<int, int>, std::wstring> wanted{
        {{3, 5}, rate}, {{3, 6}, status}, {{5, 5}, rate}, {{5, 6}, status}};
    report.check(book.sheets[0].formulas == wanted, "formulas beside a selection");
    report.check(only_alert(book).starts_with("2 行に"), "told of it: " + only_alert(book));
    report.check(text_at(book.sheets[0], 2, 5) == L"達成率%", "headings beside a selection");
}

// Memory fails at places that lie ever farther apart: there are a hundred thousand of them.
void check_without_memory(AddIn& add_in, const ToldBook& told, Report& report) {
    FailingMemory memory(add_in.module());
    const auto all = [&](const wchar_t* command) {
        int failures = 0;
        for (long place = 0;; place += 1 + place / 6) {
            FakeBook book = open_book(told, 0);
            memory.fail_at(place);
            run(command, book, report);
            const bool failed = memory.has_failed();
            memory.fail_at(-1);
            if (!failed) {
                return failures;
            }
            ++failures;
        }
    };
    for (const wchar_t* command : {check_sheet, insert_columns}) {
        report.check(all(command) > 30, "memory fails in many places");
        const std::size_t before = count_blocks();
        static_cast<void>(all(command));
        const std::size_t after = count_blocks();
        report.check(after <= before,
                     to_utf8(command) + " without memory: " + std::to_string(after - before) +
                         " blocks stay");
    }
}

}  // namespace

void check_commands(AddIn& add_in, const ToldBooks& books, Report& report) {
    for (const ToldBook& told : books) {
        for (std::size_t sheet = 0; sheet < told.sheets.size(); ++sheet) {
            check_one(told, sheet, report);
        }
    }
    const ToldBook& first = books.front();
    for (const Wrong& wrong : wrong_checks) {
        check_wrong(check_sheet, wrong, first, report);
    }
    for (const Wrong& wrong : wrong_columns) {
        check_wrong(insert_columns, wrong, first, report);
    }
    check_columns(first, report);
    check_selection(first, 2, report);
    check_selection(first, 3, report);
    FakeExcel::instance().forget_complaints();  // of what was refused on purpose
    check_without_memory(add_in, first, report);
    FakeExcel::instance().forget_complaints();
}

}  // namespace stand_in
