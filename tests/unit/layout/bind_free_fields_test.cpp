#include "bind_sample.h"

namespace shinchoku::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const char* const small_layout = R"(
layout = "small"
[years]
first = 2026
count = 2
[sheet]
picture = '''
幅 | 10 | 20 | 20 |
20 | 施策名 | {名称} | < |
20 | 内容 | {内容} | < |
20 | 年度 | {年} | {年} |
20 | 指標 | {指標名} | < |
20 | 目標値 | {目標} | {目標} |
'''
)";

const char* const table_layout = R"(
layout = "table"
[years]
first = 2026
count = 2
[sheet]
picture = '''
幅 | 10 | 20 | 20 |
20 | 施策名 | {名称} | < |
20 | 成果指標 | {最終目標} | < |
20 | 指標名 | 単位 | 目標 |
20 指標*1 | {指標名} | {単位} | {目標@最終} |
'''
)";

TestSheet small_sheet() {
    return {"Sheet1", R"(
        | 施策名 | 窓口 | < |
        | 内容 | 予約制 | < |
        | 年度 | R8 | R9 |
        | 指標 | 待ち時間 | < |
        | 目標値 | 20分 | 10分 |
    )"};
}

TEST(FreeFields, RowsThatTheLayoutDoesNotDrawAreReadUnderTheYears) {
    const Layout layout = load(small_layout);
    TestSheet sheet = small_sheet();
    sheet.stamp(TestSheet("", R"(
        | 実績値 | 25分 | |
        | 達成率 | =#0.8:0% | |
        | 評価 | C | |
        | 備考 | 混雑 | |
        | 担当課 | 市民課、税務課 | |
    )"),
                5,
                0);
    const Reading reading = read_sheets(layout, {sheet});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    const plan::Measure& measure = reading.plan.measures.at(0);
    EXPECT_THAT(measure.departments, ElementsAre("市民課", "税務課"));
    EXPECT_EQ(measure.indicators.at(0).years.at(0).actual.raw, "25分");
    EXPECT_EQ(measure.indicators.at(0).note, "混雑");
    ASSERT_EQ(measure.evaluations.size(), 1U);
    EXPECT_EQ(measure.evaluations[0].grade, "C");
    EXPECT_FALSE(measure.evaluations[0].rate_percent);
    EXPECT_EQ(base::to_a1(*reading.places[0].indicators[0].years[0].actual), "B6");
}

TEST(FreeFields, TheyMayStandInsideTheBlockAndBesideAValue) {
    const Layout layout = load(small_layout);
    TestSheet sheet = small_sheet();
    sheet.insert_rows(1);
    sheet.set("A2", "担当課");
    sheet.set("B2", "市民課");
    sheet.set("D4", "備考");
    sheet.set("D6", "改修中");
    const Reading reading = read_sheets(layout, {sheet});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    const plan::Measure& measure = reading.plan.measures.at(0);
    EXPECT_THAT(measure.departments, ElementsAre("市民課"));
    EXPECT_EQ(measure.indicators.at(0).note, "改修中");
}

TEST(FreeFields, AColumnOfATableIsOfEachIndicator) {
    const Layout layout = load(table_layout);
    const TestSheet sheet("Sheet1", R"(
        | 施策名 | 窓口 | < | |
        | 成果指標 | 待たない | < | |
        | 指標名 | 単位 | 目標 | 評価 | 備考 |
        | 待ち時間 | 分 | 10 | A | 予約制 |
        | 件数 | 件 | 100 | | |
    )");
    const Reading reading = read_sheets(layout, {sheet});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    const plan::Measure& measure = reading.plan.measures.at(0);
    ASSERT_EQ(measure.indicators.size(), 2U);
    EXPECT_EQ(measure.indicators[0].note, "予約制");
    ASSERT_EQ(measure.evaluations.size(), 1U);
    EXPECT_EQ(measure.evaluations[0].indicator, measure.indicators[0].id);
    EXPECT_FALSE(measure.evaluations[0].year);
    EXPECT_EQ(measure.evaluations[0].grade, "A");
}

TEST(FreeFields, AWordThatIsAValueStaysAValue) {
    const Layout layout = load(small_layout);
    TestSheet sheet = small_sheet();
    sheet.set("B2", "評価");
    const Reading reading = read_sheets(layout, {sheet});
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    EXPECT_EQ(reading.plan.measures.at(0).texts.at("actions"), "評価");
}

}  // namespace
}  // namespace shinchoku::layout
