// F09, S06, S07, S08, C14, C15 and C16: what breaks each, and the near miss that does not.

#include <set>

#include "check/check.h"
#include "data_validations.h"
#include "workbook_sample.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

std::function<void(FormBook&)> validated(const char* a1,
                                         const std::string& typed,
                                         sheet::DataValidation validation) {
    return [=](FormBook& book) mutable {
        book.text(a1, typed);
        validation.ranges = {*base::parse_a1_range("B12:F16")};
        validation.ranges.front() = {*base::parse_a1(a1), *base::parse_a1(a1)};
        book.sheet().validations.push_back(validation);
    };
}

TEST(ValidationRules, AValueIsHeldAgainstTheCellsOwnRule) {
    const Lines broken{"C14 error B14"};
    expect_books({
        {"not in the list",
         validated("B14", "E", validation_of("list", "", "\"A,B,C,D\"")),
         broken},
        {"in the list", validated("B14", "B", validation_of("list", "", "\"A, B, C, D\"")), {}},
        {"full-width is another letter",
         validated("B14", "Ｂ", validation_of("list", "", "\"A,B,C,D\"")),
         broken},
        {"a blank is never wrong", validated("B14", "", validation_of("list", "", "\"A,B\"")), {}},
        {"a calculated list is not judged",
         validated("B14", "E", validation_of("list", "", "INDIRECT(A1)")),
         {}},
        {"too long",
         validated("B14", "五文字より長い", validation_of("textLength", "lessThanOrEqual", "5")),
         broken},
        {"as long as allowed",
         validated("B14", "五文字です", validation_of("textLength", "lessThanOrEqual", "5")),
         {}},
        {"words for a number",
         validated("B14", "増加", validation_of("decimal", "between", "0", "100")),
         broken},
        {"a number stored as text",
         validated("B14", "９８．４", validation_of("decimal", "between", "0", "100")),
         {}},
        {"a percentage as text",
         validated("B14", "98.4%", validation_of("decimal", "between", "0", "1")),
         {}},
        {"beyond the limit",
         validated("B14", "120", validation_of("decimal", "between", "0", "100")),
         broken},
        {"outside is asked for",
         validated("B14", "120", validation_of("decimal", "notBetween", "0", "100")),
         {}},
        {"no whole number",
         validated("B14", "1.5", validation_of("whole", "greaterThan", "0")),
         broken},
        {"at the edge", validated("B14", "0", validation_of("whole", "greaterThan", "0")), broken},
        {"a limit in a cell that holds none is not judged",
         validated("B14", "5", validation_of("decimal", "lessThan", "$H$40")),
         {}},
        {"a rule of its own formula is not judged",
         validated("B14", "E", validation_of("custom", "", "LEN(B14)=9")),
         {}},
    });
}

TEST(ValidationRules, ARuleThatOnlySuggestsIsInformation) {
    sheet::DataValidation suggestion = validation_of("list", "", "\"A,B\"");
    suggestion.complains = false;
    expect_books({{"no message", validated("B14", "E", suggestion), {"C14 info B14"}}});
}

TEST(ValidationRules, AListMayStandInCells) {
    const auto listed = [](const char* typed, const char* formula, bool blank_in_list) {
        return [=](FormBook& book) {
            book.text("B14", typed);
            book.text("H1", "A");
            book.text("H2", "B");
            sheet::DataValidation validation = validation_of("list", "", formula);
            validation.allow_blank = blank_in_list;
            validation.ranges = {{{13, 1}, {13, 1}}};
            book.sheet().validations.push_back(validation);
            book.book.names.push_back({"choices", "'1-1-1'!$H$1:$H$2", {}, false});
        };
    };
    expect_books({
        {"in the range", listed("B", "$H$1:$H$2", false), {}},
        {"not in the range", listed("C", "$H$1:$H$2", false), {"C14 error B14"}},
        {"not in the named range", listed("C", "choices", false), {"C14 error B14"}},
        {"a blank in the range lets all through", listed("C", "$H$1:$H$3", true), {}},
        {"a sheet that is not there", listed("C", "none!$A$1:$A$2", false), {}},
    });
}

TEST(HiddenRules, DataInHiddenPlacesIsTold) {
    expect_books({
        {"a hidden row of actuals",
         [](FormBook& b) { b.sheet().hidden_rows = {11}; },
         {"C15 info B12"}},
        {"a hidden row without data",
         [](FormBook& b) {
             b.text("B8", "");
             b.sheet().hidden_rows = {7};
         },
         {}},
        {"a hidden column",
         [](FormBook& b) {
             b.sheet().hidden_columns = {{2, 2}};
         },
         {"C15 info C11"}},
        {"a hidden row outside of the block",
         [](FormBook& b) {
             b.text("B40", "控え");
             b.sheet().hidden_rows = {39};
         },
         {}},
    });
}

TEST(HiddenRules, WhiteOnWhiteIsHidden) {
    const sheet::CellStyle white{.text = sheet::white};
    const sheet::CellStyle on_blue{.text = sheet::white, .fill = 0x1F4E79};
    const sheet::CellStyle on_pattern{.text = sheet::white, .fill = sheet::unknown_color};
    expect_books({
        {"white on white", [&](FormBook& b) { b.style("B5", white); }, {"C15 info B5"}},
        {"white on blue", [&](FormBook& b) { b.style("B5", on_blue); }, {}},
        {"white on a pattern", [&](FormBook& b) { b.style("B5", on_pattern); }, {}},
        {"a label is no data", [&](FormBook& b) { b.style("A5", white); }, {}},
        {"a format that shows nothing",
         [&](FormBook& b) {
             b.cell("B12").format = static_cast<std::uint32_t>(b.book.formats.size());
             b.book.formats.push_back({";;;", true});
         },
         {"C15 info B12"}},
    });
}

TEST(HiddenRules, ANoteWithAValueIsTold) {
    const auto note = [](const char* text, const char* author = "総務課") {
        return [=](FormBook& b) { b.attached_to().notes.push_back({{11, 1}, author, text}); };
    };
    expect_books({
        {"a figure with its unit", note("速報は98.4％"), {"C15 info B12"}},
        {"with a comma", note("延べ 1,234 人でした"), {"C15 info B12"}},
        {"a date is no value", note("令和8年5月31日 10時に確認"), {}},
        {"a telephone", note("内線 2345 へ"), {}},
        {"an answer behind one",
         note("―― shinchoku ――\n単位が違います\n――――――――\n正しくは98.4％", "shinchoku"),
         {"C15 info B12"}},
        {"a note of the program's own",
         note("―― shinchoku ――\n実績 98.4％ は目標の単位と違います\n――――――――"),
         {}},
    });
}

TEST(OverflowRules, ATextThatIsCutOffIsTold) {
    const auto reason = [](std::size_t characters, const sheet::CellStyle& style) {
        return [=](FormBook& b) {
            std::string text;
            for (std::size_t i = 0; i < characters; ++i) {
                text += "文";
            }
            b.text("B15", text);
            b.style("B15", style);
        };
    };
    const sheet::CellStyle wraps{.wraps = true};
    const sheet::CellStyle shrinks{.shrinks = true};
    const sheet::CellStyle plain{};
    const Lines cut{"C16 warning B15"};
    expect_books({
        {"three times the room", reason(80, wraps), cut},
        {"three lines of eight", reason(24, wraps), {}},
        {"a little more than the room", reason(26, wraps), {}},
        {"shrinks to fit", reason(80, shrinks), {}},
        {"goes on over blank cells", reason(12, plain), {}},
        {"a filled cell beside it",
         [&](FormBook& b) {
             b.text("C15", "次年度の理由");
             reason(30, plain)(b);
         },
         cut},
        {"a row that grows",
         [&](FormBook& b) {
             reason(80, wraps)(b);
             b.attached_to().row_heights[14].is_fixed = false;
         },
         {}},
        {"a merged cell never grows",
         [&](FormBook& b) {
             b.text("B6", std::string());
             std::string text;
             for (int i = 0; i < 400; ++i) {
                 text += "文";
             }
             b.text("B6", text);
             b.style("B6", wraps);
             b.attached_to().row_heights[5].is_fixed = false;
         },
         {"C16 warning B6"}},
    });
}

TEST(DrawingRules, WhatIsDrawnOnABlockIsTold) {
    const auto drawn = [](sheet::Drawing drawing, const char* area) {
        drawing.area = *base::parse_a1_range(area);
        return [=](FormBook& b) { b.attached_to().drawings.push_back(drawing); };
    };
    expect_books({
        {"a text box", drawn({.text = "R9に見直し"}, "B6:C6"), {"S07 warning B6"}},
        {"a picture", drawn({.is_picture = true}, "C7:D8"), {"S07 warning C7"}},
        {"an arrow", drawn({.is_arrow = true}, "B12:D12"), {"S07 warning B12"}},
        {"a shape that says nothing", drawn({}, "B6:C6"), {}},
        {"a logo beside the form", drawn({.is_picture = true}, "H1:I3"), {}},
        {"a logo that reaches into it", drawn({.is_picture = true}, "F1:K3"), {}},
        {"a text box below", drawn({.text = "様式1"}, "A20:B21"), {}},
    });
}

TEST(PageRules, ABlockIsPrintedWhole) {
    const auto printed = [](const char* refers_to) {
        return [=](FormBook& b) {
            b.book.names.push_back({"_xlnm.Print_Area", refers_to, 0U, false});
        };
    };
    expect_books({
        {"a break within",
         [](FormBook& b) { b.attached_to().row_breaks = {8}; },
         {"S08 warning A9"}},
        {"a break before it", [](FormBook& b) { b.attached_to().row_breaks = {0}; }, {}},
        {"a break behind it", [](FormBook& b) { b.attached_to().row_breaks = {16}; }, {}},
        {"a vertical break",
         [](FormBook& b) { b.attached_to().column_breaks = {3}; },
         {"S08 warning D1"}},
        {"a block that is higher than a page",
         [](FormBook& b) {
             for (sheet::RowHeight& height : b.attached_to().row_heights) {
                 height.points = 100;
             }
             b.attached_to().row_breaks = {8};
         },
         {}},
        {"rows left out", printed("'1-1-1'!$A$1:$F$12"), {"S08 warning A13"}},
        {"columns left out", printed("'1-1-1'!$A$1:$C$16"), {"S08 warning D5"}},
        {"two areas", printed("'1-1-1'!$A$1:$F$8,'1-1-1'!$A$9:$F$16"), {}},
        {"an area that is calculated", printed("OFFSET($A$1,0,0,5,5)"), {}},
        {"the own form's area is lost",
         [](FormBook& b) {
             b.make_own();
             b.book.names.clear();
         },
         {"S08 info A1"}},
        {"a form of another hand never had one", [](FormBook&) {}, {}},
    });
}

TEST(DittoRules, AKeyFieldIsWrittenOut) {
    expect_books(
        {
            {"a ditto mark", [](FormBook& b) { b.text("B4", "〃", 1); }, {"S06 warning B4"}},
            {"the same in words",
             [](FormBook& b) { b.text("B2", " 同上", 1); },
             {"S06 warning B2"}},
            {"left blank", [](FormBook& b) { b.text("B4", "", 1); }, {"S06 warning B4"}},
            {"blank from the first",
             [](FormBook& b) {
                 b.text("B4", "", 0);
                 b.text("B4", "", 1);
             },
             {}},
            {"a ditto mark in a target is a value",
             [](FormBook& b) { b.text("C11", "〃", 1); },
             {}},
            {"a word with 々", [](FormBook& b) { b.text("B4", "佐々木課", 1); }, {}},
        },
        2);
    FormBook book(3);
    book.text("B4", "〃", 1);
    book.text("B4", "〃", 2);
    const std::vector<base::Finding> findings = book.check();
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[1].expected, "納税課・管財課");
    EXPECT_EQ(findings[1].key, "S06|1-1-3/departments|");
}

TEST(FileRules, TheDayOfSavingLiesBetweenDistributionAndDeadline) {
    const auto saved = [](const char* modified, bool both = true) {
        return [=](FormBook& b) {
            b.book.properties.modified = modified;
            b.distributed = plan::Date{2027, 4, 1};
            if (both) {
                b.deadline = plan::Date{2027, 5, 31};
            }
        };
    };
    expect_books({
        {"before", saved("2027-03-31T10:00:00Z"), {"F09 warning"}},
        {"on the first day, in Japan", saved("2027-03-31T15:00:00Z"), {}},
        {"on the last day", saved("2027-05-31T14:59:59Z"), {}},
        {"an hour after it", saved("2027-05-31T15:30:00Z"), {"F09 warning"}},
        {"without a deadline nothing is said", saved("2027-03-31T10:00:00Z", false), {}},
        {"no date", saved(""), {}},
        {"no date at all", saved("昨日"), {}},
    });
}

TEST(FileRules, AnotherProgramIsTold) {
    const auto by = [](const char* application) {
        return [=](FormBook& b) { b.book.properties.application = application; };
    };
    expect_books({
        {"LibreOffice", by("LibreOffice/7.4$Linux"), {"F09 info"}},
        {"Excel", by("Microsoft Excel"), {}},
        {"Excel on a Mac", by("Microsoft Macintosh Excel"), {}},
        {"not told", by(""), {}},
    });
}

TEST(WorkbookRules, KeysAreUniqueAndAPlanWithoutLayoutIsLeftAlone) {
    FormBook book(2);
    for (const std::size_t sheet : {0U, 1U}) {
        book.attached_to(sheet).drawings = {{.area = {{5, 1}, {5, 1}}, .is_picture = true},
                                            {.area = {{6, 1}, {6, 1}}, .text = "注"}};
        book.attached_to(sheet).row_breaks = {3, 6};
    }
    std::set<std::string> keys;
    const std::vector<base::Finding> findings = book.check();
    for (const base::Finding& finding : findings) {
        keys.insert(finding.key);
        EXPECT_EQ(finding.hint, find_rule(finding.rule)->mend);
    }
    EXPECT_EQ(findings.size(), 8U);
    EXPECT_EQ(keys.size(), findings.size());
    const layout::Reading reading;
    EXPECT_TRUE(
        check_workbook(book.book, book.attached, reading, {"book.xlsx", {}, {}, {}}).empty());
}

TEST(YearHeadings, OneInTheEraAloneIsToldWhereItIsPublishedOrReadByPrograms) {
    const auto told = [](Profile profile, const std::string& before, const std::string& after) {
        FormBook book;
        book.profile = profile;
        for (int year = 8; year <= 12; ++year) {
            const std::string western = after.empty() ? "" : std::to_string(year + 2018);
            book.text(std::string(1, static_cast<char>('B' + year - 8)) + "9",
                      western + before + std::to_string(year) + after + "年度");
        }
        Lines lines;
        for (const base::Finding& finding : book.check()) {
            if (finding.rule == "D05") {
                lines.push_back(base::to_a1(*finding.cell) + " " + finding.expected);
            }
        }
        return lines;
    };
    EXPECT_EQ(told(Profile::form, "令和", ""), Lines{});
    EXPECT_EQ(told(Profile::publish, "令和", ""), Lines{"B9 2026"}) << "once a sheet";
    EXPECT_EQ(told(Profile::machine_readable, "R", ""), Lines{"B9 2026"});
    EXPECT_EQ(told(Profile::publish, "（令和", "）"), Lines{});
}

}  // namespace
}  // namespace shinchoku::check
