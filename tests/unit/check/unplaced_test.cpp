// A plan that did not come from sheets (plan@1 in JSON) is held against the same rules; its
// findings have no cell. So are plans whose sheets lack a cell that others have.

#include <gtest/gtest.h>

#include <set>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

// Something for a good many rules.
SheetPlan faulty() {
    SheetPlan plan;
    plan.measure("1-1-1",
                 {{.name = "市政に満足している市民の割合",
                   .targets = {"60%", "70%", "#REF!"},
                   .actuals = {"40件", "60.555%", "50%"},
                   .baseline = "0.5%",
                   .baseline_year = 2025,
                   .notes = {{2026, "別紙のとおり。2026年度（令和7年度）"}}},
                  {.name = "整備数（累計）",
                   .targets = {"10件", "8件", "UP", "実施", "検討"},
                   .actuals = {"▲5件", "", "9件(R6年度)"}},
                  {.name = "利用者数", .targets = {"6,000", "0", ""}, .actuals = {"9人", "X"}}});
    plan::Measure& measure = plan.last();
    measure.texts["issues"] = "平成35年度までの3年間（R8～R12）。髙\uE000 サ―ビス";
    measure.texts["final_goal"] = "令和12年度に99%とする。";
    measure.evaluations = {{.indicator = "1-1-1/1",
                            .year = 2027,
                            .rate_percent = base::Decimal(10),
                            .grade = "Z",
                            .reason = "実績は60.111％",
                            .next = "別紙のとおり"},
                           {.year = 2026, .grade = "C"}};
    return plan;
}

std::multiset<std::string> rules_of(const std::vector<base::Finding>& findings) {
    std::multiset<std::string> rules;
    for (const base::Finding& finding : findings) {
        rules.insert(finding.rule);
    }
    return rules;
}

TEST(PlanWithoutSheets, IsHeldAgainstTheSameRules) {
    const CheckOptions options{.as_of = {2029, 5, 31}};
    SheetPlan plan = faulty();
    std::multiset<std::string> placed = rules_of(check(plan.reading(), options));
    plan.reading().places.clear();
    const std::vector<base::Finding> findings = check(plan.reading(), options);
    for (const base::Finding& finding : findings) {
        EXPECT_FALSE(finding.cell) << finding.rule;
        EXPECT_FALSE(finding.sheet) << finding.rule;
        EXPECT_NE(finding.measure, std::nullopt) << finding.rule;
    }
    // How a number is stored, and whether the form has a box for each target, only sheets tell.
    for (const char* of_sheets : {"C01", "C02", "C03", "C04", "T01"}) {
        placed.erase(of_sheets);
    }
    EXPECT_EQ(rules_of(findings), placed);
    EXPECT_GE(std::set<std::string>(placed.begin(), placed.end()).size(), 15U);
}

TEST(PlanWithoutSheets, OneOfTwoMeasuresMayHaveNone) {
    SheetPlan plan = faulty();
    plan.measure("1-1-2", {{.targets = {"10件"}, .actuals = {"9人"}}});
    plan.reading().places.pop_back();
    EXPECT_EQ(lines_of("N02", plan), (Lines{"N02 error -", "N02 error B13"}));
    plan.reading().places[0].indicators.clear();
    EXPECT_EQ(lines_of("N02", plan), (Lines{"N02 error -", "N02 error -"})) << "nor the cells";
}

TEST(PlanWithoutSheets, AFormWithoutTheCellsOfAJudgementNamesNone) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"100件"}, .actuals = {"97件"}}});
    plan.last().evaluations = {{.indicator = "1-1-1/1", .year = 2026, .grade = "Z", .reason = "x"}};
    plan.last_places().indicators[0].years[0].actual.reset();
    EXPECT_EQ(lines_of("A02", plan), Lines{"A02 error -"});
    plan.last_places().indicators[0].years.clear();
    EXPECT_EQ(lines_of("A02", plan), Lines{"A02 error -"});
}

TEST(StatedTotals, AreThoseOfTheYears) {
    struct Case {
        const char* goal;
        Row row;
        bool told;
        const char* why;
    };
    const std::vector<std::string> ones{"1施設", "1施設", "1施設", "0施設", "0施設"};
    const auto with = [&](std::size_t year, const char* target) {
        std::vector<std::string> targets = ones;
        targets[year] = target;
        return targets;
    };
    const std::vector<Case> cases{
        {"累計3施設を整備する。", {.name = "施設", .targets = ones}, false, "right"},
        {"累計4施設を整備する。", {.name = "施設", .targets = ones}, true, "wrong"},
        {"累計4施設を整備する。", {.name = "施設", .targets = with(1, "検討")}, true, "a step"},
        {"累計2施設を整備する。", {.name = "施設", .targets = with(1, "—")}, false, "none"},
        {"累計4施設を整備する。", {.name = "施設", .targets = with(1, "")}, false, "a blank"},
        {"累計4施設を整備する。", {.name = "施設", .targets = with(1, "1件")}, false, "a unit"},
        {"累計4施設を整備する。", {.name = "施設", .targets = with(1, "1施設以上")}, false, ""},
        {"累計4施設を整備する。", {.name = "施設（累計）", .targets = ones}, false, "running"},
        {"累計4施設を整備する。", {.name = "施設の割合", .targets = ones}, false, "a level"},
        {"累計5施設を整備する。",
         {.name = "施設", .targets = with(4, "5施設")},
         false,
         "the last year's"},
        {"累計4施設。累計3施設。", {.name = "施設", .targets = ones}, false, "one of them"},
        {"累計4件を整備する。", {.name = "施設", .targets = ones}, false, "another unit"},
        {"累計4施設を整備する。", {.name = "施設", .targets = with(4, "検討")}, false, "words"},
    };
    for (const Case& c : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {c.row});
        plan.last().texts["final_goal"] = c.goal;
        EXPECT_EQ(lines_of("T03", plan).size(), c.told ? 1U : 0U) << c.goal << " " << c.why;
    }
    SheetPlan shared;
    shared.measure("1-1-1", {{.name = "施設", .targets = ones}, {.name = "館", .targets = ones}});
    shared.last().texts["final_goal"] = "累計4施設を整備する。";
    EXPECT_EQ(lines_of("T03", shared), Lines{}) << "it may be meant for the other";
    SheetPlan gap;
    gap.measure("1-1-1", {{.name = "施設", .targets = ones}});
    gap.last().texts["final_goal"] = "累計4施設を整備する。";
    gap.last().indicators[0].years.erase(gap.last().indicators[0].years.begin() + 1);
    auto& years = gap.last_places().indicators[0].years;
    years.erase(years.begin() + 1);
    EXPECT_EQ(lines_of("T03", gap), Lines{}) << "a year without a cell";
}

TEST(UnitEdges, ColumnsCellsAndNames) {
    struct Case {
        const char* rule;
        Row row;
        Lines expected;
        const char* why;
    };
    const std::vector<Case> cases{
        {"N02", {.targets = {"3千件"}, .unit = "件"}, {"N02 warning B12"}, "a scale beside it"},
        {"N02", {.targets = {"3千件"}, .unit = "千件"}, {}, "the same scale"},
        {"N02", {.targets = {"3人"}, .actuals = {"集計中"}, .unit = "人"}, {}, "no figure"},
        {"N01", {.targets = {"導入"}, .actuals = {"5"}, .baseline = "6"}, {}, "words"},
        {"N01", {.targets = {"5"}, .actuals = {"6"}, .unit = "人"}, {}, "the column has it"},
        {"N01", {.targets = {""}, .actuals = {"6"}, .unit = "人"}, {}, "for actuals alone"},
        {"N01", {.targets = {"5"}, .baseline = "6人"}, {"N01 warning B12"}, "the baseline has it"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines_of(c.rule, c.row), c.expected) << c.rule << ": " << c.why;
    }
}

}  // namespace
}  // namespace shinchoku::check
