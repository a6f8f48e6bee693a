#include "bind_sample.h"
#include "layout/identity.h"

namespace shinchoku::layout {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class DamagedForm : public ::testing::Test {
protected:
    const Layout layout_ = load_fixture("minami_alps");
    const Reading base_ = read_sheets(layout_, {minami_sheet()});

    Reading read(const TestSheet& sheet) const { return read_sheets(layout_, {sheet}); }
};

struct Damage {
    const char* what;
    void (*apply)(TestSheet& sheet);
    std::vector<std::string> findings;  // of warning and more
    bool plan_stays = false;
};

const Damage damages[] = {
    {"a label deleted", [](TestSheet& s) { s.clear("A11"); }, {"S01 error A11"}},
    {"the label of the actuals deleted", [](TestSheet& s) { s.clear("A12"); }, {"S01 error A12"}},
    {"the first label deleted", [](TestSheet& s) { s.clear("A1"); }, {"S01 error A1"}},
    {"the label of the years deleted", [](TestSheet& s) { s.clear("A9"); }, {"S01 error A9"}, true},
    {"an inner label deleted", [](TestSheet& s) { s.clear("C5"); }, {"S01 error A5"}},
    {"a row deleted", [](TestSheet& s) { s.delete_row(10); }, {"F07 warning A11", "S01 error A11"}},
    {"the last row deleted",
     [](TestSheet& s) { s.delete_row(11); },
     {"F07 warning A12", "S01 error A12"}},
    {"the first row deleted",
     [](TestSheet& s) { s.delete_row(0); },
     {"F07 warning A1", "S01 error A1"}},
    {"the row of the years deleted",
     [](TestSheet& s) { s.delete_row(8); },
     {"F07 warning A9", "S01 error A9"}},
    {"a label off by a letter",
     [](TestSheet& s) { s.replace("目標値", "目標数値"); },
     {"S03 warning A11"},
     true},
    {"a label renamed",
     [](TestSheet& s) { s.replace("主管課", "お世話係"); },
     {"S03 warning A4"},
     true},
    {"an inner label off by a letter",
     [](TestSheet& s) { s.replace("取組み内容", "取組みの内容"); },
     {"S03 warning A6"},
     true},
    {"two labels renamed",
     [](TestSheet& s) {
         s.replace("主管課", "お世話係");
         s.replace("関係計画等", "参考");
     },
     {"S01 error A4", "S01 error A8"}},
    {"a row twice",
     [](TestSheet& s) {
         s.insert_rows(11);
         for (std::uint32_t column = 0; column < 6; ++column) {
             s.cells[{11, column}] = s.cells[{10, column}];
         }
     },
     {"S02 error A12"},
     true},
    {"the last row twice", [](TestSheet& s) { s.set("A13", "実績値"); }, {"S02 error A13"}, true},
    {"a year heading deleted", [](TestSheet& s) { s.clear("C9"); }, {"S05 error C9"}},
    {"the first year heading deleted", [](TestSheet& s) { s.clear("B9"); }, {"S05 error B9"}},
    {"the last year heading deleted", [](TestSheet& s) { s.clear("F9"); }, {"S05 error F9"}},
    {"a year heading that is none", [](TestSheet& s) { s.set("D9", "中間年"); }, {"S05 error D9"}},
    {"a year column deleted", [](TestSheet& s) { s.delete_column(4); }, {"S05 error A9"}},
    {"a year outside the plan", [](TestSheet& s) { s.set("F9", "令和13年度"); }, {"D03 error F9"}},
    {"a year before the plan", [](TestSheet& s) { s.set("B9", "R7"); }, {"D03 error B9"}},
    {"a year twice", [](TestSheet& s) { s.set("C9", "令和8年度"); }, {"D03 error C9"}},
    {"years that changed places",
     [](TestSheet& s) {
         s.set("C9", "令和10年度");
         s.set("D9", "令和9年度");
     },
     {"D03 error C9"}},
    {"a further year", [](TestSheet& s) { s.set("G9", "令和13年度"); }, {"D03 error G9"}, true},
    {"two values in one place",
     [](TestSheet& s) {
         std::erase_if(s.merges, [](const base::CellRange& m) { return m.first.row == 3; });
         s.set("D4", "秘書課");
     },
     {"S04 warning B4", "S17 error D4"},
     true},
    {"two values under one year",
     [](TestSheet& s) {
         s.insert_columns(3);
         s.set("D11", "99%");
     },
     {"S17 error D11"},
     true},
    {"a stray text in an inserted row",
     [](TestSheet& s) {
         s.insert_rows(5);
         s.set("C6", "メモ");
     },
     {"S16 warning C6"},
     true},
    {"a stray text touching the foot",
     [](TestSheet& s) { s.set("A13", "※提出は6月末まで"); },
     {"S16 warning A13"},
     true},
    {"a stray number touching the right side",
     [](TestSheet& s) { s.set("G11", "#99"); },
     {"S05 error G11"},
     true},
    {"a target over two years",
     [](TestSheet& s) {
         s.clear("D11");
         s.merges.push_back({{10, 2}, {10, 3}});
     },
     {"S04 warning C11"}},
    {"a value under a merge",
     [](TestSheet& s) { s.set("D4", "隠れた課"); },
     {"S04 warning D4"},
     true},
    {"targets and actuals joined",
     [](TestSheet& s) {
         s.merges.push_back({{10, 2}, {11, 2}});
     },
     {"S04 warning C11"},
     true},
    {"no number", [](TestSheet& s) { s.set("C11", "1,23"); }, {"C18 warning C11"}},
};

TEST_F(DamagedForm, EveryDamageIsFoundAtItsCell) {
    for (const Damage& damage : damages) {
        SCOPED_TRACE(damage.what);
        TestSheet sheet = minami_sheet();
        damage.apply(sheet);
        const Reading reading = read(sheet);
        EXPECT_EQ(lines_of(reading.findings, base::Severity::warning), damage.findings)
            << account_of(reading.findings);
        EXPECT_EQ(reading.plan == base_.plan, damage.plan_stays) << account_of(reading.findings);
    }
}

TEST_F(DamagedForm, JudgementsOfTheWholeMeasureHaveTheirCells) {
    const Reading reading = read(minami_sheet_with_evaluation());
    const std::vector<YearPlaces>& years = reading.places.at(0).years;
    ASSERT_EQ(years.size(), 5U);
    EXPECT_EQ(years[0].year, 2026);
    EXPECT_EQ(base::to_a1(*years[0].rate), "B13");
    EXPECT_EQ(base::to_a1(*years[0].grade), "B14");
    EXPECT_EQ(base::to_a1(*years[4].reason), "F15");
    EXPECT_EQ(base::to_a1(*years[4].next), "F16");
    EXPECT_FALSE(reading.places.at(0).indicators.at(0).years.at(0).grade);
}

TEST_F(DamagedForm, ATypedRateIsReadAndReported) {
    TestSheet sheet = minami_sheet_with_evaluation();
    sheet.set("B13", "#1.05:0.0%");
    const Reading reading = read(sheet);
    EXPECT_THAT(lines_of(reading.findings), ElementsAre("C12 warning B13"));
    ASSERT_EQ(reading.plan.measures[0].evaluations.size(), 1U);
    EXPECT_EQ(reading.plan.measures[0].evaluations[0].rate_percent->to_string(), "105");
}

TEST_F(DamagedForm, CellsThatMovedAwayFromTheirMergesAreReadOrReported) {
    // Some tools move cells and leave the merges where they were.
    for (std::uint32_t rows = 0; rows <= 3; ++rows) {
        for (std::uint32_t columns = 0; columns <= 3; ++columns) {
            TestSheet sheet = minami_sheet();
            const std::vector<base::CellRange> merges = sheet.merges;
            sheet.move(rows, columns);
            sheet.merges = merges;
            const Reading reading = read(sheet);
            if (!(reading.plan == base_.plan)) {
                EXPECT_FALSE(lines_of(reading.findings, base::Severity::warning).empty())
                    << rows << "," << columns;
            }
        }
    }
}

TEST_F(DamagedForm, AMeasureSplitOverTwoSheetsIsTold) {
    TestSheet first = minami_sheet();
    TestSheet second = minami_sheet();
    second.name = "つづき";
    for (int i = 0; i < 6; ++i) {
        first.delete_row(6);
        second.delete_row(0);
    }
    const Reading reading = read_sheets(layout_, {first, second});
    EXPECT_THAT(lines_of(reading.findings), Contains("F05 warning A1"))
        << account_of(reading.findings);
    EXPECT_EQ(reading.plan.measures.size(), 1U);
}

TEST_F(DamagedForm, WhatStandsFarBesideTheFormIsNoneOfIt) {
    for (const char* cell : {"H4", "H9", "K9", "H11", "Z9"}) {
        TestSheet sheet = minami_sheet();
        sheet.set(cell, "内線123");
        const Reading reading = read(sheet);
        EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty()) << cell;
        EXPECT_EQ(reading.plan, base_.plan);
    }
    TestSheet beside = minami_sheet();
    beside.set("G4", "内線123");
    EXPECT_THAT(lines_of(read(beside).findings, base::Severity::warning),
                ElementsAre("S16 warning G4"));
}

TEST_F(DamagedForm, AMeasureSplitBelowARepeatedHeadIsTold) {
    // 1-1-1 down to its final goal, another measure, and 1-1-1 again: its head and its years.
    TestSheet first = minami_sheet();
    TestSheet other = minami_sheet();
    other.name = "1-1-2";
    other.set("B3", "別の取組み");
    TestSheet second = minami_sheet();
    second.name = "つづき";
    while (first.rows() > 8) {
        first.delete_row(8);
    }
    for (int i = 0; i < 4; ++i) {
        second.delete_row(4);
    }
    const Reading reading = read_sheets(layout_, {first, other, second});
    EXPECT_THAT(lines_of(reading.findings), Contains("F05 warning A1"))
        << account_of(reading.findings);
    EXPECT_THAT(lines_of(reading.findings), Not(Contains(::testing::StartsWith("F08"))));
    EXPECT_EQ(reading.plan.measures.size(), 2U);
}

TEST_F(DamagedForm, ACopyWithRowsDeletedIsTheSameMeasureTwice) {
    TestSheet first = minami_sheet();
    TestSheet second = minami_sheet();
    second.name = "写し";
    first.delete_row(4);
    second.delete_row(6);
    const Reading reading = read_sheets(layout_, {first, second});
    EXPECT_THAT(lines_of(reading.findings), Contains(::testing::StartsWith("F08")))
        << account_of(reading.findings);
    EXPECT_THAT(lines_of(reading.findings), Not(Contains(::testing::StartsWith("F05"))));
}

TEST_F(DamagedForm, OneNumberWithTwoTitlesKeepsTheFirst) {
    TestSheet other = minami_sheet();
    other.name = "1-1-2";
    other.set("B1", "財源を弱くする");
    other.set("B3", "別の取組み");
    const Reading reading = read_sheets(layout_, {minami_sheet(), other});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), ElementsAre("S10 warning B1"));
    EXPECT_EQ(reading.plan.groups[0].title, "財源を強くする");
    EXPECT_EQ(reading.plan.measures.size(), 2U);
}

TEST_F(DamagedForm, AnyOneCellOrRowOrColumnLostIsNeverSilent) {
    const TestSheet whole = minami_sheet_with_evaluation();
    const Reading base = read(whole);
    const auto check = [&](const TestSheet& sheet, const std::string& what) {
        const Reading reading = read(sheet);
        if (!(reading.plan == base.plan)) {
            EXPECT_FALSE(lines_of(reading.findings, base::Severity::warning).empty()) << what;
        }
    };
    for (std::uint32_t row = 0; row < whole.rows() - 4; ++row) {
        TestSheet sheet = whole;
        sheet.delete_row(row);
        check(sheet, "row " + std::to_string(row));
    }
    for (std::uint32_t column = 0; column < whole.columns(); ++column) {
        TestSheet sheet = whole;
        sheet.delete_column(column);
        check(sheet, "column " + std::to_string(column));
    }
    for (std::uint32_t row = 0; row <= whole.rows(); ++row) {
        for (std::uint32_t column = 0; column <= whole.columns(); ++column) {
            const base::CellRef at{row, column};
            const std::string place = base::to_a1(at);
            const bool filled = whole.cells.contains(at);
            TestSheet renamed = whole;
            const bool is_label = column == 0 || row == 8 || (row == 4 && column == 2);
            if (filled && is_label) {
                renamed.cells[at].text = "何か";
                check(renamed, "renamed " + place);
                renamed.cells.erase(at);
                check(renamed, "cleared " + place);
            }
            if (!filled) {
                TestSheet stray = whole;
                stray.cells[at] = {"余計なもの", std::nullopt, "", false};
                const Reading reading = read(stray);
                EXPECT_TRUE(!(reading.plan == base.plan) || (row == 16 && column == 6) ||
                            !lines_of(reading.findings, base::Severity::warning).empty())
                    << "stray " << place;
            }
        }
    }
}

}  // namespace
}  // namespace shinchoku::layout
