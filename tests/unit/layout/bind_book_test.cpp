#include <algorithm>
#include <utility>

#include "bind_sample.h"
#include "layout/identity.h"
#include "layout/merge.h"

namespace shinchoku::layout {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Workbooks : public ::testing::Test {
protected:
    const Layout layout_ = load_fixture("minami_alps");

    // The n-th measure of a plan of three.
    static TestSheet sheet_of(int number) {
        TestSheet sheet = minami_sheet_with_evaluation();
        sheet.name = "1-1-" + std::to_string(number);
        sheet.set("B3", "取組み" + std::to_string(number));
        sheet.set("B11", std::to_string(90 + number) + "%");
        return sheet;
    }

    // As the program writes it: with its identity.
    TestBook written() const {
        TestBook book;
        plan::Plan plan;
        plan.id = "written-plan";
        plan.layout = "minami_alps";
        plan.title = "計画|その\\1";
        plan.municipality = "南アルプス市";
        plan.municipality_code = "192082";
        plan.first_year = 2026;
        plan.last_year = 2030;
        for (int number = 1; number <= 3; ++number) {
            book.sheets.push_back(sheet_of(number));
            const std::string id = "1-1-" + std::to_string(number);
            plan.measures.emplace_back().id = id;
            book.names.push_back({measure_name(id),
                                  cell_reference(book.sheets.back().name, {0, 0}),
                                  static_cast<std::uint32_t>(number - 1),
                                  true});
        }
        book.custom = plan_properties(plan);
        return book;
    }

    Reading read(const TestBook& book, const plan::Plan* master = nullptr) const {
        return bind(book.workbook(), {&layout_}, {"test.xlsx", master});
    }
};

TEST_F(Workbooks, ThePlanThatTheProgramWroteIsKnownAgain) {
    const Reading reading = read(written());
    EXPECT_THAT(lines_of(reading.findings), IsEmpty()) << account_of(reading.findings);
    EXPECT_EQ(reading.plan.id, "written-plan");
    EXPECT_EQ(reading.plan.title, "計画|その\\1");
    EXPECT_EQ(reading.plan.municipality_code, "192082");
    EXPECT_EQ(reading.plan.measures.size(), 3U);
}

TEST_F(Workbooks, RenamedSheetsAreTold) {
    TestBook book = written();
    book.sheets[1].name = "納税課";
    const Reading reading = read(book);
    EXPECT_THAT(lines_of(reading.findings), ElementsAre("F04 warning"));
    EXPECT_EQ(reading.findings[0].sheet, "納税課");
    EXPECT_EQ(reading.plan.measures.at(1).id, "1-1-2");
}

TEST_F(Workbooks, AMissingSheetIsAnError) {
    TestBook book = written();
    book.sheets.pop_back();
    book.names.pop_back();
    const Reading reading = read(book);
    EXPECT_THAT(lines_of(reading.findings), ElementsAre("F04 error"));
    EXPECT_FALSE(reading.findings[0].sheet);
    EXPECT_EQ(reading.findings[0].expected, "1-1-3");
}

TEST_F(Workbooks, HiddenAndExtraSheetsAreTold) {
    TestBook book = written();
    book.sheets[0].state = sheet::SheetState::hidden;
    book.sheets.push_back({"メモ", "| 覚え書き | 電話する |"});
    const Reading reading = read(book);
    EXPECT_THAT(lines_of(reading.findings),
                ElementsAre("F04 warning", "F04 warning", "S14 warning"))
        << account_of(reading.findings);
    EXPECT_EQ(reading.plan.measures.size(), 3U);
}

TEST_F(Workbooks, TheProgramsOwnSheetsAndListsOfChoicesAreNoStrangers) {
    TestBook book = written();
    book.sheets.push_back({"表紙", "| 進捗状況 | |"});
    book.names.push_back({std::string(own_sheet_name), "表紙!$A$1", 3, true});
    EXPECT_THAT(lines_of(read(book).findings), IsEmpty());
}

TEST_F(Workbooks, CoversAndInstructionsGoWithTheForms) {
    const std::string instructions = "| 記入の手順を読んでください | |\n| 締切は5月31日です | |";
    for (const char* name : {"表紙", "記入要領", "【作成要領】", "はじめに"}) {
        TestBook book = written();
        book.sheets.push_back({name, instructions});
        EXPECT_THAT(lines_of(read(book).findings), IsEmpty()) << name;
        book.sheets.back().state = sheet::SheetState::hidden;
        EXPECT_THAT(lines_of(read(book).findings), ElementsAre("F04 warning", "S14 warning"));
    }
    TestBook alone;
    alone.sheets.push_back({"表紙", instructions});
    EXPECT_THAT(lines_of(read(alone).findings), ElementsAre("S14 error"));
}

TEST_F(Workbooks, AListOfChoicesIsToldByItsShortWords) {
    struct Case {
        const char* name;
        const char* picture;
        bool is_list;
    };
    const Case cases[] = {
        {"リスト", "| 評価 |\n| A |\n| B |\n| C |\n| D |", true},
        {"Sheet2", "| 継続 |\n| 拡充 |\n| 見直し |\n| 縮小 |\n| 終了 |", true},
        {"選択肢", "| 評価 | 今後の方向性 |\n| A | 継続 |\n| B | 終了 |\n| C | |", true},
        {"Sheet2", "| 課 | 係 |\n| 納税課 | 収納係 |\n| 管財課 | 管財係 |", false},
        {"メモ", "| 確認すること |\n| 5月に財政課と打合せ |\n| 資料を集める |", false},
        {"リスト", "| 確認すること。 |\n| 5月に打合せをする。 |", false},
        {"リスト", "| A |\n| B |\n| A |", false},
        {"リスト", "| 前年 | #120 |\n| その前 | #118 |", false},
        {"Sheet2", "| 継続 |\n| 終了 |", false},
        {"Sheet2", "| 項目 |\n| 主管課 |\n| 現状 |", false},  // what is left of a form
    };
    for (const Case& each : cases) {
        SCOPED_TRACE(each.picture);
        TestBook book = written();
        book.sheets.push_back({each.name, each.picture});
        const std::vector<std::string> told = lines_of(read(book).findings);
        if (each.is_list) {
            EXPECT_THAT(told, IsEmpty());
        } else {
            EXPECT_THAT(told, ElementsAre("F04 warning", "S14 warning"));
        }
    }
    TestBook hidden = written();
    hidden.sheets.push_back({"リスト", cases[0].picture});
    hidden.sheets.back().state = sheet::SheetState::hidden;
    EXPECT_THAT(lines_of(read(hidden).findings), IsEmpty());
}

TEST_F(Workbooks, TheIdentityOfTheFormIsComparedWithWhatFits) {
    const auto told = [&](const TestBook& book, const plan::Plan* master = nullptr) {
        std::vector<std::string> lines;
        for (const base::Finding& finding : read(book, master).findings) {
            if (finding.rule == "F06") {
                EXPECT_FALSE(finding.sheet);
                EXPECT_EQ(finding.file, "test.xlsx");
                lines.push_back(line_of(finding) + " " + finding.found + " " + finding.expected);
            }
        }
        return lines;
    };
    const auto as = [&](const std::string& plan_id, const std::string& layout) {
        TestBook book = written();
        book.custom = {{"shinchoku.plan", plan_id + "|" + layout + "|2026|2030|||計画"}};
        return book;
    };
    EXPECT_THAT(told(written()), IsEmpty());
    EXPECT_THAT(told(as("written-plan", "minami_alps_2015")),
                ElementsAre("F06 error minami_alps_2015 minami_alps"));
    EXPECT_EQ(read(as("written-plan", "minami_alps_2015")).plan.layout, "minami_alps");
    EXPECT_EQ(read(as("written-plan", "minami_alps_2015")).plan.id, "written-plan");

    plan::Plan master;
    EXPECT_THAT(told(written(), &master), IsEmpty()) << "a master without an id";
    master.id = "written-plan";
    EXPECT_THAT(told(written(), &master), IsEmpty());
    EXPECT_THAT(told(as("other-city-plan", "minami_alps"), &master),
                ElementsAre("F06 error other-city-plan written-plan"));
    EXPECT_THAT(told(as("other-city-plan", "other"), &master).size(), 2U);

    TestBook lost = written();
    lost.custom.clear();
    EXPECT_THAT(told(lost, &master), ElementsAre("F06 info  ")) << "once a workbook";
    TestBook nothing;
    nothing.sheets.push_back({"別の様式", "| 現状 | 文 |\n| 備考欄 | |"});
    EXPECT_THAT(told(nothing), IsEmpty()) << "no form at all: S14";
}

TEST_F(Workbooks, OfTwoLayoutsThatFitAlikeTheOneThatWasWrittenIsUsed) {
    Layout copy = load_fixture("minami_alps");
    copy.id = "minami_alps_copy";
    TestBook book = written();
    book.custom = {{"shinchoku.plan", "p|minami_alps|2026|2030|||計画"}};
    const Reading reading = bind(book.workbook(), {&copy, &layout_}, {"test.xlsx", nullptr});
    EXPECT_THAT(lines_of(reading.findings), IsEmpty()) << account_of(reading.findings);
    EXPECT_EQ(reading.places.at(0).layout, "minami_alps");
}

TEST_F(Workbooks, WithoutIdentityTheSheetsNameIsTheId) {
    TestBook book;
    book.sheets = {sheet_of(2), sheet_of(3)};
    const Reading reading = read(book);
    EXPECT_THAT(lines_of(reading.findings), IsEmpty());
    EXPECT_EQ(reading.plan.measures.at(0).id, "1-1-2");
    EXPECT_EQ(reading.plan.measures.at(1).indicators.at(0).id, "1-1-3/1");
}

TEST_F(Workbooks, WithoutASheetNameTheOutlineOrThePositionTellsTheId) {
    TestBook book;
    book.sheets = {sheet_of(2), sheet_of(3)};
    book.sheets[0].name = "Sheet1";
    book.sheets[1].name = "Sheet2";
    const Reading counted = read(book);
    EXPECT_THAT(lines_of(counted.findings), ElementsAre("S15 info B3", "S15 info B3"));
    EXPECT_EQ(counted.plan.measures.at(0).id, "1-1-1");
    EXPECT_TRUE(counted.places.at(0).id_from_position);

    plan::Plan master;
    for (int number = 1; number <= 3; ++number) {
        plan::Measure& measure = master.measures.emplace_back();
        measure.id = "1-1-" + std::to_string(number);
        measure.title = "取組み " + std::to_string(number);  // another spelling
    }
    const Reading known = read(book, &master);
    EXPECT_THAT(lines_of(known.findings), IsEmpty());
    EXPECT_EQ(known.plan.measures.at(0).id, "1-1-2");
    EXPECT_EQ(known.plan.measures.at(1).id, "1-1-3");
}

TEST_F(Workbooks, StackedAndSideBySideBlocksAreOnePlan) {
    const Reading apart = [&] {
        TestBook book;
        book.sheets = {sheet_of(1), sheet_of(2), sheet_of(3)};
        return read(book);
    }();
    struct Place {
        std::uint32_t row;
        std::uint32_t column;
    };
    const std::vector<std::vector<Place>> arrangements = {
        {{0, 0}, {17, 0}, {34, 0}},  // one below the other
        {{2, 1}, {18, 1}, {34, 1}},  // without a row between
        {{0, 0}, {0, 7}, {0, 14}},   // side by side
        {{0, 0}, {0, 6}, {0, 12}},   // without a column between
        {{1, 0}, {1, 8}, {20, 0}},   // two and one
    };
    for (const std::vector<Place>& arrangement : arrangements) {
        TestSheet sheet;
        for (std::size_t i = 0; i < 3; ++i) {
            sheet.stamp(
                sheet_of(static_cast<int>(i) + 1), arrangement[i].row, arrangement[i].column);
        }
        TestBook book;
        book.sheets = {sheet};
        const Reading reading = read(book);
        EXPECT_EQ(reading.plan, apart.plan)
            << arrangement[1].row << "," << arrangement[1].column << "\n"
            << account_of(reading.findings);
        EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
            << account_of(reading.findings);
        EXPECT_THAT(lines_of(reading.findings), Contains(::testing::StartsWith("F05 info")));
    }
}

TEST_F(Workbooks, TheSameMeasureTwiceKeepsTheFirst) {
    TestBook book;
    book.sheets = {sheet_of(1), sheet_of(1)};
    book.sheets[1].name = "1-1-1 (2)";
    EXPECT_THAT(lines_of(read(book).findings, base::Severity::warning),
                ElementsAre("F08 warning B3"));
    book.sheets[1].set("C12", "97%");
    const Reading reading = read(book);
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), ElementsAre("F08 error B3"));
    EXPECT_EQ(reading.findings.back().sheet, "1-1-1 (2)");
    EXPECT_EQ(reading.plan.measures.size(), 1U);
}

TEST_F(Workbooks, ASheetThatFitsNothingNamesTheNearestLayout) {
    TestBook book;
    book.sheets.push_back({"別の様式", "| 現状 | 文 |\n| 備考欄 | |"});
    const Reading reading = read(book);
    ASSERT_THAT(lines_of(reading.findings), ElementsAre("S14 error"));
    EXPECT_EQ(reading.findings[0].expected, "minami_alps");
    EXPECT_THAT(reading.findings[0].message.ja, ::testing::HasSubstr("主な取組み"));
    EXPECT_TRUE(reading.plan.measures.empty());
    book.sheets.push_back(sheet_of(1));
    EXPECT_THAT(lines_of(read(book).findings), ElementsAre("S14 warning"));
    book.sheets.erase(book.sheets.begin());
    book.sheets.push_back({"空", ""});
    EXPECT_THAT(lines_of(read(book).findings), IsEmpty());
}

TEST_F(Workbooks, ReadingsOfSeveralFilesAreJoined) {
    const auto reading_of = [&](const std::string& file, std::vector<TestSheet> sheets) {
        TestBook book;
        book.sheets = std::move(sheets);
        return bind(book.workbook(), {&layout_}, {file, nullptr});
    };
    Merger merger(nullptr);
    merger.add(reading_of("a.xlsx", {sheet_of(1)}));
    merger.add(reading_of("b.xlsx", {sheet_of(2)}));
    TestSheet other = sheet_of(2);
    other.set("B11", "12%");
    merger.add(reading_of("c.xlsx", {other}));
    const Reading all = std::move(merger).finish();
    EXPECT_EQ(all.plan.measures.size(), 2U);
    EXPECT_EQ(all.places.size(), 2U);
    EXPECT_EQ(all.plan.groups.size(), 2U);
    EXPECT_THAT(lines_of(all.findings, base::Severity::warning), ElementsAre("F08 error B3"));
    EXPECT_EQ(all.findings.back().file, "c.xlsx");
}

TEST_F(Workbooks, WhoeverIsReadFirstTheOtherTitleOfAGroupIsReportedWhereItStands) {
    std::vector<std::pair<std::string, TestSheet>> files = {
        {"a.xlsx", sheet_of(1)}, {"b.xlsx", sheet_of(2)}, {"c.xlsx", sheet_of(3)}};
    files[1].second.set("B1", "別の名称");
    plan::Plan master;
    const auto joined = [&](const plan::Plan* against) {
        Merger merger(against);
        for (const auto& [file, sheet] : files) {
            TestBook book;
            book.sheets = {sheet};
            merger.add(bind(book.workbook(), {&layout_}, {file, nullptr}));
        }
        return std::move(merger).finish();
    };
    do {
        const Reading all = joined(nullptr);
        ASSERT_THAT(lines_of(all.findings, base::Severity::warning), ElementsAre("S10 warning B1"));
        EXPECT_EQ(all.findings.back().file, "b.xlsx");
        EXPECT_EQ(all.findings.back().found, "別の名称");
        master = all.plan;
        // The plan itself says it as b.xlsx does: then the two others differ, and one is named.
        const std::string right = all.plan.groups.at(0).title;
        master.groups.at(0).title = "別の名称";
        const Reading judged = joined(&master);
        ASSERT_THAT(lines_of(judged.findings, base::Severity::warning),
                    ElementsAre("S10 warning B1"));
        EXPECT_NE(judged.findings.back().file, "b.xlsx");
        EXPECT_EQ(judged.findings.back().found, right);
        EXPECT_EQ(judged.plan.groups.at(0).title, "別の名称");
    } while (std::next_permutation(files.begin(), files.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    }));
}

TEST_F(Workbooks, CountedIdsOfSeveralFilesMakeWayForEachOther) {
    const auto reading_of = [&](const std::string& file, TestSheet sheet) {
        sheet.name = "Sheet1";
        TestBook book;
        book.sheets = {std::move(sheet)};
        return bind(book.workbook(), {&layout_}, {file, nullptr});
    };
    const auto joined = [&](const std::vector<std::pair<std::string, TestSheet>>& files) {
        Merger merger(nullptr);
        for (const auto& [file, sheet] : files) {
            merger.add(reading_of(file, sheet));
        }
        return std::move(merger).finish();
    };
    const Reading all = joined({{"a.xlsx", sheet_of(1)}, {"b.xlsx", sheet_of(2)}});
    ASSERT_EQ(all.plan.measures.size(), 2U);
    EXPECT_EQ(all.plan.measures[0].id, "1-1-1");
    EXPECT_EQ(all.plan.measures[1].id, "1-1-2");
    EXPECT_EQ(all.plan.measures[1].indicators[0].id, "1-1-2/1");
    EXPECT_EQ(std::count_if(
                  all.findings.begin(),
                  all.findings.end(),
                  [](const base::Finding& f) { return f.rule == "S15" && f.measure == "1-1-2"; }),
              1);
    const Reading three =
        joined({{"a.xlsx", sheet_of(1)}, {"b.xlsx", sheet_of(2)}, {"c.xlsx", sheet_of(2)}});
    EXPECT_THAT(lines_of(three.findings, base::Severity::warning), ElementsAre("F08 warning B3"));
}

}  // namespace
}  // namespace shinchoku::layout
