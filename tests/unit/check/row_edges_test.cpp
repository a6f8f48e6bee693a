// Rules on a row where it is out of the common run: what they leave alone, and what they still see.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

struct EdgeCase {
    const char* rule;
    Row row;
    Lines expected;
    const char* why;
};

void expect_edges(const std::vector<EdgeCase>& cases) {
    const CheckOptions options{.as_of = {2031, 5, 31}};
    for (const EdgeCase& c : cases) {
        EXPECT_EQ(lines_of(c.rule, c.row, options), c.expected) << c.rule << ": " << c.why;
    }
}

TEST(RowEdges, Directions) {
    expect_edges({
        {"T04",
         {.name = "実質公債費比率", .targets = {"4.0%"}, .baseline = "集計中"},
         {},
         "nothing to compare with"},
        {"T04",
         {.name = "実質公債費比率", .targets = {"3%", "5%以上"}, .baseline = "4%"},
         {},
         "its last number falls"},
        {"T04",
         {.name = "実質公債費比率", .targets = {"4.0%"}, .baseline = "1.5件"},
         {},
         "another unit"},
        {"T05", {.targets = {"", "", "", "", "61%"}, .baseline = "61件"}, {}, "another unit"},
        {"T05", {.targets = {"導入"}, .baseline = "61件"}, {}, "no number"},
        {"T07", {.targets = {"5件", "導入", "0件"}}, {}, "no method is named"},
    });
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"5%", "維持"}, .baseline = "3%", .stated = "↘"}});
    plan.last_places().indicators[0].direction = base::CellRef{8, 3};
    EXPECT_EQ(lines_of("T04", plan), Lines{"T04 warning D9"}) << "the cell of the direction";
    plan.reading().places.clear();
    EXPECT_EQ(lines_of("T04", plan), Lines{"T04 warning -"});
    SheetPlan kept;
    kept.measure("1-1-1", {{.targets = {"維持", "", "", "", "61%"}, .baseline = "61%"}});
    kept.last().indicators[0].direction_from = plan::DirectionFrom::numbers;
    EXPECT_EQ(lines_of("T05", kept), Lines{}) << "another year says so";
    SheetPlan simple;
    simple.measure("1-1-1", {{.targets = {"5件", "導入", "0件"}}});
    simple.last().indicators[0].method = "simple";
    EXPECT_EQ(lines_of("T07", simple), Lines{"T07 error D12"});
}

TEST(RowEdges, MethodsByGrowth) {
    const calc::Scheme growth{.id = "growth", .basis = calc::Basis::growth};
    CheckOptions options = in_may_2027();
    options.scheme = &growth;
    for (const Row& row : {Row{.targets = {"10人"}},
                           Row{.targets = {"10人"}, .baseline = "集計中"},
                           Row{.targets = {"導入"}, .baseline = "▲5人"},
                           Row{.targets = {"0人"}, .baseline = "▲5人"}}) {
        EXPECT_EQ(lines_of("T07", row, options), Lines{}) << row.targets[0] << row.baseline;
    }
}

TEST(RowEdges, Repetitions) {
    const std::vector<std::string> same{"123件", "123件"};
    expect_edges({
        {"A06", {.targets = {"1件", "2件"}, .actuals = {"0件", "0件"}}, {}, "nothing at all"},
        {"A06", {.targets = {"90%", "95%"}, .actuals = {"100%", "100%"}}, {}, "all of them"},
        {"A06", {.targets = {"導入", "導入"}, .actuals = same}, {"A06 warning C13"}, "words"},
        {"A06",
         {.targets = {"100件", "", "", "", "123件"}, .actuals = same},
         {},
         "the final target is reached"},
        {"A06",
         {.targets = {"100件", "200件", "300件"}, .actuals = {"123件", "", "123件"}},
         {},
         "a year between"},
        {"A06", {.targets = {"維持", "維持"}, .actuals = same, .stated = "↗"}, {}, "to be kept"},
        {"A06",
         {.targets = {"", "", "", "", "125件"},
          .actuals = {"123件", "123件"},
          .baseline = "125件",
          .stated = "↗"},
         {},
         "the target is the baseline"},
        {"A06",
         {.targets = {"100.0件", "200.0件"}, .actuals = {"90.0件", "90.0件"}},
         {"A06 warning C13"},
         "three digits are printed"},
        {"T11", {.name = "累計", .targets = {"10件", "8人"}}, {}, "units differ"},
        {"T11", {.name = "累計", .targets = {"10件", "導入", "12件"}}, {}, "words between"},
    });
}

TEST(RowEdges, ChangesAndWhatTheyComeTo) {
    expect_edges({
        {"T08", {.targets = {"105件 (5%増)", "110.25件 (5%増)"}}, {}, "from a change before"},
        {"T08", {.targets = {"105件 (5%増)", "120件 (5%増)"}}, {"T08 warning C12"}, "wrong"},
        {"T08", {.targets = {"基準値比5%増 105件"}, .baseline = "100件"}, {}, "of the baseline"},
        {"T08",
         {.targets = {"基準値比5%増 115件"}, .baseline = "100件"},
         {"T08 warning B12"},
         "wrong"},
        {"T08",
         {.targets = {"前年比5%増 105件"}, .baseline = "100件", .baseline_year = 2025},
         {},
         "the baseline is last year's"},
        {"T08",
         {.targets = {"前年比5件増 115件"}, .baseline = "100件", .baseline_year = 2025},
         {"T08 warning B12"},
         "a change in a unit is added"},
        {"T08",
         {.targets = {"前年比5件増 105件"}, .baseline = "100件", .baseline_year = 2025},
         {},
         "and right"},
        {"T08",
         {.targets = {"前年比5%増 115件"}, .baseline = "100件", .baseline_year = 2020},
         {},
         "an old baseline is not last year's"},
        {"T08",
         {.targets = {"100件", "105件 (5%増)"}, .actuals = {"100件"}},
         {},
         "the actual is the target"},
        {"T08", {.targets = {"書式数の3割"}, .baseline = "100件"}, {}, "a share"},
        {"T08",
         {.targets = {"5%増 窓口105件 電話210件"}, .baseline = "窓口100件 電話200件"},
         {},
         "two of one unit"},
        {"T08",
         {.targets = {"5%増 窓口115件"}, .baseline = "窓口100件以上 電話200件"},
         {},
         "a bound is no start"},
        {"T08", {.targets = {"5%増 115件"}, .baseline = "集計中"}, {}, "words are none either"},
    });
}

TEST(RowEdges, DatesAndSeveralYears) {
    const auto serial = [](const char* number) {
        return std::map<std::string, Typed>{{"B13", {number, "General"}}};
    };
    expect_edges({
        {"D08", {.targets = {"10件"}, .actuals = {"R8"}}, {}, "a year is no day"},
        {"D08", {.targets = {"10件"}, .actuals = {"R8.5.1に開始"}}, {}, "more than a day"},
        {"D08", {.targets = {"10件以上"}, .actuals = {"R8.5.1"}}, {"D08 warning B13"}, "a bound"},
        {"D08",
         {.targets = {"1,000,000件"}, .actuals = {"x"}, .typed = serial("46143")},
         {"D08 warning B13"},
         "far below the row"},
        {"D08",
         {.targets = {"10件"}, .actuals = {"x", "45,000件"}, .typed = serial("46143")},
         {},
         "another actual is near"},
        {"D08",
         {.targets = {"10件"}, .actuals = {"x"}, .baseline = "45,000件", .typed = serial("46143")},
         {},
         "the baseline is near"},
        {"D08",
         {.targets = {"10件"}, .actuals = {"x"}, .baseline = "11件", .typed = serial("46143")},
         {"D08 warning B13"},
         "it is far"},
        {"D08", {.actuals = {"x"}, .typed = serial("46143")}, {}, "nothing beside it"},
        {"D08", {.targets = {"10件"}, .actuals = {"x"}, .typed = serial("54789")}, {}, "2050"},
        {"D08", {.targets = {"10件"}, .actuals = {"x"}, .typed = serial("46143.5")}, {}, "a time"},
        {"D08",
         {.targets = {"60"}, .actuals = {"1,911 (直近4か年の平均)"}},
         {"D08 warning B13"},
         "a mean of years"},
        {"D08", {.targets = {"60"}, .actuals = {"40.8 (直近3回の平均)"}}, {}, "of three times"},
        {"D08", {.targets = {"60"}, .actuals = {"40 (3年間の利用分)"}}, {}, "no mean"},
    });
    std::vector<base::Finding> findings;
    SheetPlan plan;
    plan.measure("1", {{.targets = {"10件"}, .actuals = {"x"}, .typed = serial("46143")}});
    for (const base::Finding& finding : check(plan.reading(), in_may_2027())) {
        if (finding.rule == "D08") {
            findings.push_back(finding);
        }
    }
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].expected, "2026-05-01");
}

}  // namespace
}  // namespace shinchoku::check
