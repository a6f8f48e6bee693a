#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/goal_sentence.h"
#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

struct Goal {
    const char* text;
    const char* unit;
    std::vector<int> years;
    std::vector<std::string> figures;
    bool states_total;
};

TEST(GoalSentence, FiguresWithTheUnitYearsAndTotalsAreRead) {
    const std::vector<Goal> cases{
        {"加入率を72.0%とする。", "%", {}, {"72.0%"}, false},
        {"令和12年度末までに72.0%", "%", {2030}, {"72.0%"}, false},
        {"R12に７２．５％", "%", {2030}, {"72.5%"}, false},
        {"2030年度までに1,200 人", "人", {2030}, {"1,200 人"}, false},
        {"令和元年度の70%から令和12年度に72%", "%", {2019, 2030}, {"70%", "72%"}, false},
        {"平成元年度", "%", {1989}, {}, false},
        {"54.9億円を集める", "円", {}, {"54.9億円"}, false},
        {"5年間で3施設を廃止", "施設", {}, {"3施設"}, true},
        {"累計3施設", "施設", {}, {"3施設"}, true},
        {"3施設", "件", {}, {}, false},
        {"3%増加させる", "%", {}, {}, false},
        {"3%以上の削減", "%", {}, {}, false},
        {"前年比3%", "%", {}, {}, false},
        {"3%ポイント", "%", {}, {}, false},
        {"99%以上を維持", "%", {}, {"99%"}, false},
        {"20 ", "%", {}, {}, false},
        {"1234年度", "%", {}, {}, false},
        {"100件と100,件", "件", {}, {"100件"}, false},
    };
    for (const Goal& c : cases) {
        const auto sentences = read_goal(c.text, c.unit);
        ASSERT_FALSE(sentences.empty()) << c.text;
        const GoalSentence& first = sentences.front();
        std::vector<std::string> figures;
        for (const GoalFigure& figure : first.figures) {
            figures.push_back(figure.text);
        }
        EXPECT_THAT(first.years, testing::UnorderedElementsAreArray(c.years)) << c.text;
        EXPECT_EQ(figures, c.figures) << c.text;
        EXPECT_EQ(first.states_total, c.states_total) << c.text;
    }
    EXPECT_EQ(read_goal("54.9億円", "円")[0].figures[0].number.to_string(), "5490000000");
    EXPECT_TRUE(read_goal("72%", "").empty());
    EXPECT_TRUE(read_goal("", "%").empty());
    EXPECT_EQ(read_goal("72%\n73%。74%", "%").size(), 3u);
}

SheetPlan plan_with(const std::string& goal, const std::vector<Row>& rows) {
    SheetPlan plan;
    plan.measure("4-1-1", rows);
    plan.last().texts["final_goal"] = goal;
    return plan;
}

TEST(FinalGoal, ItsFigureIsTheLastTarget) {
    const Row rates{.targets = {"70.50%", "71.00%", "71.50%", "72.00%", "72.50%"}};
    struct Case {
        const char* goal;
        Row row;
        Lines expected;
        const char* why;
    };
    const std::vector<Case> cases{
        {"令和12年度末までに72.0%とする。", rates, {"T02 warning F12"}, "Minami-Alps 25"},
        {"令和12年度末までに72.5%とする。", rates, {}, "72.5 and 72.50 are one number"},
        {"72.0%を目指す。", rates, {"T02 warning F12"}, "no year named"},
        {"令和11年度末までに72.0%とする。", rates, {}, "another year"},
        {"令和6年度の70.2%から令和12年度の72.5%へ。", rates, {}, "one of the figures"},
        {"累計で72.0%。", rates, {}, "a total is T03's"},
        {"72.0件とする。", rates, {}, "another unit"},
        {"加入を進める。", rates, {}, "no figure"},
        {"", rates, {}, "no sentence"},
        {"8%とする。", {.targets = {"", "", "", "7%", "導入"}}, {}, "the last target is words"},
        {"8%とする。", {.targets = {"", "", "", "7%", "→"}}, {"T02 warning F12"}, "continued"},
        {"5%とする。", {.targets = {"", "", "", "", "4%以下"}}, {"T02 warning F12"}, "a bound"},
        {"5%とする。", {.targets = {"", "", "", "", "前年比3%増加"}}, {}, "a relative target"},
        {"75%とする。",
         {.targets = {"70%", "", "", "", "72"}},
         {"T02 warning F12"},
         "the unit its other cells show"},
        {"75%とする。", {.targets = {"70", "", "", "", "72"}}, {}, "no unit anywhere"},
        {"50億円とする。",
         {.name = "寄附金額（億円）", .targets = {"", "", "", "", "49"}},
         {"T02 warning F12"},
         "the unit of the name"},
        {"49億円とする。",
         {.name = "寄附金額（億円）", .targets = {"", "", "", "", "49"}},
         {},
         "and the same figure"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines_of("T02", plan_with(c.goal, {c.row})), c.expected)
            << c.goal << ": " << c.why;
    }
}

TEST(FinalGoal, AFigureThatMayBeMeantForAnotherIndicatorIsNotHeldAgainstThisOne) {
    const Row one{.targets = {"", "", "", "", "72.5%"}};
    const Row other{.targets = {"", "", "", "", "50%"}};
    const Row count{.targets = {"", "", "", "", "50件"}};
    EXPECT_EQ(lines_of("T02", plan_with("72.0%とする。", {one, other})), Lines{});
    EXPECT_EQ(lines_of("T02", plan_with("72.0%とする。", {one, count})), Lines{"T02 warning F12"});
}

TEST(FinalGoal, AMeasureWithoutTheTextOrWithoutALastYearIsLeftAlone) {
    SheetPlan plan;
    plan.measure("1", {{.targets = {"72.5%"}}});
    EXPECT_EQ(lines_of("T02", plan), Lines{});
    SheetPlan short_row = plan_with("72.0%とする。", {{.targets = {"70%"}}});
    short_row.last_places().indicators[0].years.pop_back();
    EXPECT_EQ(lines_of("T02", short_row), Lines{});
}

}  // namespace
}  // namespace shinchoku::check
