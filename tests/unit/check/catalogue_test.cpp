#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "check/collector.h"
#include "sheets.h"

namespace shinchoku::check {
namespace {

TEST(Catalogue, EveryRuleIsThereOnceAndComplete) {
    const std::vector<std::string> expected{
        "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F09", "F10", "F11", "F12", "F13",
        "S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13",
        "S14", "S15", "S16", "S17", "C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09",
        "C10", "C11", "C12", "C13", "C14", "C15", "C16", "C18", "N01", "N02", "N03", "N04", "N05",
        "N06", "N07", "N08", "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "T01", "T02",
        "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12", "T13", "T14", "A01",
        "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "X07", "X09", "X10"};
    std::vector<std::string> ids;
    for (const Rule& rule : catalogue()) {
        ids.push_back(rule.id);
        for (const base::Text* text : {&rule.title, &rule.why, &rule.mend}) {
            EXPECT_FALSE(text->ja.empty()) << rule.id;
            EXPECT_FALSE(text->en.empty()) << rule.id;
        }
    }
    EXPECT_EQ(ids, expected);
    EXPECT_EQ(find_rule("T02")->id, "T02");
    EXPECT_EQ(find_rule("T99"), nullptr);
}

TEST(Tune, RulesAreLeftOutAndSeveritiesChanged) {
    std::vector<base::Finding> findings{{.rule = "T02", .severity = base::Severity::warning},
                                        {.rule = "N01", .severity = base::Severity::info},
                                        {.rule = "A01", .severity = base::Severity::error}};
    const Tuning tuning{.disabled = {"N01", "X99"}, .severities = {{"T02", base::Severity::error}}};
    tune(findings, [&](const std::string&) -> const Tuning& { return tuning; });
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].rule, "T02");
    EXPECT_EQ(findings[0].severity, base::Severity::error);
    EXPECT_EQ(findings[1].severity, base::Severity::error);
}

TEST(Findings, OneSaysWhereWhatAndHowToMendIt) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"10件"}}});
    const auto findings = check(plan.reading(), in_may_2027());
    const auto missing = std::find_if(
        findings.begin(), findings.end(), [](const base::Finding& f) { return f.rule == "A01"; });
    ASSERT_NE(missing, findings.end());
    EXPECT_EQ(missing->file, "book.xlsx");
    EXPECT_EQ(missing->sheet, "1-1-1");
    EXPECT_EQ(missing->sheet_index, 0);
    EXPECT_EQ(missing->measure, "1-1-1");
    EXPECT_EQ(missing->key, "A01|1-1-1/1|2026");
    EXPECT_EQ(missing->message.ja, "令和8年度の実績が未入力です（目標 10件）。");
    EXPECT_EQ(missing->hint, find_rule("A01")->mend);
}

TEST(Findings, KeysAreUniqueAndSurviveAMovedBlock) {
    const Row row{.targets = {"10件", "", "5人", "1,000件", "90件"},
                  .actuals = {"▲1００件", "", "5"},
                  .baseline = "12人"};
    SheetPlan plan;
    plan.measure("1-1-1", {row, row}).measure("1-1-2", {row});
    SheetPlan moved;
    moved.measure("1-1-1", {row, row}).measure("1-1-2", {row});
    for (layout::MeasurePlaces& places : moved.reading().places) {
        places.sheet_index += 3;
        for (layout::IndicatorPlaces& indicator : places.indicators) {
            for (layout::YearPlaces& year : indicator.years) {
                year.target->row += 7;
                year.actual->row += 7;
            }
        }
    }
    const auto keys = [](const SheetPlan& p) {
        std::multiset<std::string> result;
        for (const base::Finding& finding : check(p.reading(), in_may_2027())) {
            result.insert(finding.key);
        }
        return result;
    };
    const auto before = keys(plan);
    EXPECT_GT(before.size(), 15u);
    EXPECT_EQ(std::set<std::string>(before.begin(), before.end()).size(), before.size());
    EXPECT_EQ(keys(moved), before);
}

TEST(Findings, TheyComeInTheOrderOfTheirPlaces) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"10件", "", "5件"}, .actuals = {""}}})
        .measure("1-1-2", {{.targets = {"導入", ""}, .actuals = {""}}});
    const auto findings = check(plan.reading(), in_may_2027());
    auto sorted = findings;
    base::sort_findings(sorted);
    EXPECT_EQ(findings, sorted);
    EXPECT_GT(findings.size(), 4u);
}

TEST(Findings, AnEmptyPlanHasNone) {
    EXPECT_TRUE(check(layout::Reading{}, in_may_2027()).empty());
}

}  // namespace
}  // namespace shinchoku::check
