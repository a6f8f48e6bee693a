// Each rule on an indicator's row: what breaks it, and the near miss that does not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

struct RowCase {
    const char* rule;
    Row row;
    Lines expected;
    const char* why;
};

void expect_all(const std::vector<RowCase>& cases, const CheckOptions& options = in_may_2027()) {
    for (const RowCase& c : cases) {
        EXPECT_EQ(lines_of(c.rule, c.row, options), c.expected) << c.rule << ": " << c.why;
    }
}

TEST(CellRules, OnlyTheMostSpecificFaultOfAStoredTextIsGiven) {
    expect_all({
        {"C01", {.targets = {"45"}}, {"C01 info B12"}, "a plain number as text"},
        {"C01", {.targets = {"45"}, .typed = {{"B12", {"45", "General"}}}}, {}, "a number"},
        {"C01", {.targets = {"45件"}}, {}, "C02 is more specific"},
        {"C02", {.targets = {"110,000件"}}, {"C02 info B12"}, "unit and comma"},
        {"C02", {.targets = {"5%以下"}}, {"C02 info B12"}, "a bound"},
        {"C02",
         {.targets = {"45"}, .typed = {{"B12", {"45", "#,##0\"件\""}}}},
         {},
         "the unit comes from the format"},
        {"C02", {.targets = {"導入"}}, {}, "words are no number"},
        {"C02", {.targets = {"４５件"}}, {}, "C04 is more specific"},
        {"C04", {.targets = {"４５件"}}, {"C04 info B12"}, "full-width digits"},
        {"C04", {.targets = {"45％"}}, {"C04 info B12"}, "a full-width percent sign"},
        {"C04", {.targets = {"７～８月実施"}}, {}, "words keep their digits"},
        {"C03", {.targets = {"件数 7,004 人数 163,295"}}, {"C03 info B12"}, "SAPⅢ 11: read apart"},
        {"C03", {.targets = {"854,506,508 (10%縮減)"}}, {"C03 info B12"}, "SAPⅢ 16"},
        {"C03", {.targets = {"前年比3%増加"}}, {}, "one datum"},
        {"C03",
         {.targets = {"50 （職員の約10%）"}},
         {"C03 warning B12"},
         "SAPⅢ 21: a second figure in the remark"},
        {"C03", {.targets = {"7～8月実施"}}, {}, "a span of months is one datum"},
        {"C03", {.targets = {"令和8年度に第2次計画を策定"}}, {}, "a year and an ordinal"},
        {"C03",
         {.targets = {"3回を実施し120人が参加"}},
         {"C03 warning B12"},
         "two figures in a sentence"},
        {"C03", {.targets = {"120人が参加"}}, {}, "one figure in a sentence"},
        {"C03", {.targets = {"延べ120人"}}, {}, "a remark without a figure"},
        {"C03", {.targets = {"UP"}, .actuals = {"集計中"}}, {}, "no figure at all"},
        {"C01",
         {.targets = {"+5", "-3", "0.5"}},
         {"C01 info B12", "C01 info C12", "C01 info D12"},
         "signs and points"},
    });
}

TEST(CellRules, AValueFromJsonIsTextByNature) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"45", "４５件"}}});
    plan.reading().places.clear();
    EXPECT_EQ(lines_of("C01", plan), Lines{});
    EXPECT_EQ(lines_of("C04", plan), Lines{});
}

TEST(CellRules, ATriangleIsAMinusOnlyWhereAValueCanBeNegative) {
    expect_all({
        {"C05",
         {.targets = {"▲100人"}, .baseline = "▲158人"},
         {"C05 info B12", "C05 info H12"},
         "Seki 39: a real net loss"},
        {"C05",
         {.targets = {"100人"}, .actuals = {"▲5人"}},
         {"C05 warning B13"},
         "no target and no baseline is negative"},
        {"C05",
         {.targets = {"100人", "▲3人"}, .actuals = {"▲5人"}},
         {"C05 info C12", "C05 info B13"},
         "a target is negative"},
        {"C05", {.targets = {"-3人"}, .actuals = {"-5人"}}, {}, "a plain minus"},
        {"C05", {.targets = {"100人"}, .actuals = {"△"}}, {"C05 warning B13"}, "a lone triangle"},
        {"C05", {.targets = {"○"}, .actuals = {"△"}}, {}, "a row of marks"},
        {"C05",
         {.targets = {"-3人", "○"}, .actuals = {"△5人"}},
         {"C05 warning B13"},
         "△ among ○ may mean partly achieved"},
        {"C05",
         {.targets = {"-3"}, .actuals = {"▲5"}, .typed = {{"B13", {"-5", "0;\"▲\"0"}}}},
         {},
         "the mark comes from the number format"},
    });
}

TEST(CellRules, AnErrorValueIsFoundInEveryKindOfCell) {
    expect_all({
        {"C11",
         {.targets = {"#REF!", "5件"}, .actuals = {"", "#DIV/0!"}, .baseline = "#N/A"},
         {"C11 error B12", "C11 error H12", "C11 error C13"},
         "target, baseline, actual"},
        {"C11", {.targets = {"5件"}, .actuals = {"N/A"}}, {}, "N/A as text is no error value"},
    });
}

TEST(UnitRules, AnIndicatorWithoutAnyUnitIsSaidOnceAtItsFirstTarget) {
    expect_all({
        {"N01", {.targets = {"6,000", "8,500"}}, {"N01 info B12"}, "Minami-Alps 30"},
        {"N01", {.targets = {"", "", "8,500"}}, {"N01 info D12"}, "the first filled target"},
        {"N01", {.targets = {"6,000人", "8,500"}}, {"N01 warning B12"}, "only some cells"},
        {"N01",
         {.targets = {"6,000人"}, .actuals = {"5,900"}},
         {"N01 warning B12"},
         "an actual without unit"},
        {"N01", {.targets = {"6,000人"}, .actuals = {"5,900人"}}, {}, "all have one"},
        {"N01",
         {.targets = {"98.60%"}, .actuals = {"x"}, .typed = {{"B13", {"0.986", "General"}}}},
         {},
         "a fraction in a row of percentages is N03's"},
        {"N01", {.targets = {"98.60%"}, .actuals = {"97"}}, {"N01 warning B12"}, "as text"},
        {"N01", {.name = "寄附金額（億円）", .targets = {"45", "46"}}, {}, "in the name"},
        {"N01", {.targets = {"45", "46"}, .unit = "社"}, {}, "in the unit column"},
        {"N01", {.targets = {"導入", "→"}}, {}, "a row of milestones"},
        {"N01", {.targets = {"UP"}, .baseline = "88.1"}, {}, "a trend"},
        {"N01", {.targets = {"前年比3%増加"}}, {}, "a relative row"},
    });
}

TEST(UnitRules, TheActualSpeaksInTheUnitOfItsTarget) {
    expect_all({
        {"N02", {.targets = {"10件"}, .actuals = {"9人"}}, {"N02 error B13"}, "another unit"},
        {"N02", {.targets = {"10件"}, .actuals = {"9件"}}, {}, "the same"},
        {"N02", {.targets = {"10件"}, .actuals = {"9"}}, {}, "no unit at all is N01"},
        {"N02",
         {.targets = {"4,500千円"}, .actuals = {"4,300,000円"}},
         {"N02 warning B13"},
         "another scale"},
        {"N02", {.targets = {"4,500千円"}, .actuals = {"4,300千円"}}, {}, "the same scale"},
        {"N02", {.targets = {"10人"}, .actuals = {"9名"}}, {}, "two words for one unit"},
        {"N02",
         {.targets = {"10件", "→"}, .actuals = {"", "9人"}},
         {"N02 error C13"},
         "the arrow carries the unit"},
        {"N02",
         {.targets = {"", "", "", "", "50人"}, .actuals = {"20件"}},
         {"N02 error B13"},
         "only the last year has a target"},
        {"N02",
         {.targets = {"", "", "", "", "70%"}, .baseline = "60人"},
         {"N02 error H12"},
         "a baseline is an actual too"},
        {"N02",
         {.targets = {"5%以下"}, .actuals = {"4件"}},
         {"N02 error B13"},
         "a bound has a unit"},
        {"N02",
         {.targets = {"", "", "", "", "63"}, .baseline = "60万人", .unit = "人"},
         {"N02 warning H12"},
         "SAPⅢ 12: 60万人 under 人"},
        {"N02",
         {.targets = {"3件", "4"}, .unit = "人"},
         {"N02 warning B12"},
         "the target's cell against the unit column"},
        {"N02", {.targets = {"3人", "4"}, .actuals = {"3"}, .unit = "人"}, {}, "agreeing"},
        {"N02", {.targets = {"件数 3 人数 4"}, .actuals = {"3人"}}, {}, "nothing to compare"},
        {"N02",
         {.targets = {"導入"}, .actuals = {"3件"}, .unit = "人"},
         {"N02 warning B13"},
         "an actual against the column alone"},
        {"N02", {.targets = {"5%以下"}, .unit = "人"}, {}, "a bound against the column"},
        {"N02", {.targets = {"5件"}, .unit = "—"}, {}, "a dash is no unit"},
        {"N02", {.targets = {"10%"}, .actuals = {"20%以上"}}, {}, "a bound as actual"},
        {"N02", {.targets = {"60万人"}, .actuals = {"600,000人"}}, {"N02 warning B13"}, "万人"},
        {"N02", {.targets = {"600円"}, .actuals = {"3千円"}}, {"N02 warning B13"}, "千円"},
        {"N02",
         {.targets = {"5%増 63万人"}, .actuals = {"60件"}},
         {"N02 error B13"},
         "the figure beside a change has a unit"},
    });
}

TEST(UnitRules, APercentageIsNoFractionAndNoHundredfold) {
    const std::vector<std::string> targets{"98.60%", "98.70%"};
    expect_all({
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"0.986", "General"}}}},
         {"N03 warning B13"},
         "a fraction without format"},
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"0.986", "0.00%"}}}},
         {},
         "98.60%"},
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"98.6", "0.00%"}}}},
         {"N03 warning B13"},
         "9860.00%"},
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"1.5", "0.0%"}}}},
         {},
         "150.0% is the limit"},
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"1.501", "0.0%"}}}},
         {"N03 warning B13"},
         "150.1% is a step beyond"},
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"1.5", "General"}}}},
         {"N03 warning B13"},
         "1.5 is the limit"},
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"1.6", "General"}}}},
         {},
         "1.6 may be a percentage"},
        {"N03",
         {.targets = targets, .actuals = {"x"}, .typed = {{"B13", {"0", "General"}}}},
         {},
         "zero is zero"},
        {"N03",
         {.targets = {"0.5%", "1.2%"}, .actuals = {"x"}, .typed = {{"B13", {"0.4", "General"}}}},
         {},
         "the targets are that small"},
        {"N03",
         {.targets = {"x", "71%"}, .unit = "%", .typed = {{"B12", {"0.7", "General"}}}},
         {"N03 warning B12"},
         "a target"},
        {"N03",
         {.targets = {"", "", "", "", "71%"},
          .baseline = "x",
          .unit = "%",
          .typed = {{"H12", {"0.7", "General"}}}},
         {"N03 warning H12"},
         "a baseline"},
        {"N03",
         {.targets = {"10件"}, .actuals = {"x"}, .typed = {{"B13", {"0.9", "General"}}}},
         {},
         "no percentage"},
        {"N03", {.targets = targets, .actuals = {"0.986"}}, {}, "text is C01's"},
    });
}

TEST(UnitRules, APowerOfTenBetweenTwoFiguresIsAsked) {
    expect_all({
        {"N06", {.targets = {"4,500円"}, .actuals = {"450円"}}, {"N06 warning B13"}, "a tenth"},
        {"N06", {.targets = {"450円"}, .actuals = {"4,725円"}}, {"N06 warning B13"}, "5 % off"},
        {"N06", {.targets = {"450円"}, .actuals = {"4,726円"}}, {}, "more than 5 % off"},
        {"N06", {.targets = {"450円"}, .actuals = {"450,000円"}}, {"N06 warning B13"}, "1000"},
        {"N06", {.targets = {"450円"}, .actuals = {"4,500,000円"}}, {}, "10000 is not asked"},
        {"N06", {.targets = {"45円"}, .actuals = {"4,500円"}}, {"N06 warning B13"}, "100"},
        {"N06", {.targets = {"100件"}, .actuals = {"10件"}}, {"N06 warning B13"}, "both reach 10"},
        {"N06", {.targets = {"99件"}, .actuals = {"9.9件"}}, {}, "a figure below 10"},
        {"N06", {.targets = {"450円"}, .actuals = {"460円"}}, {}, "no power"},
        {"N06",
         {.targets = {"100件", "1,000件", "1,020件"}},
         {"N06 warning C12"},
         "a target to last year's; the next one agrees"},
        {"N06",
         {.targets = {"1,000件", "100件", "1,020件"}},
         {"N06 warning C12"},
         "a cell under suspicion is no measure for the next"},
        {"N06",
         {.targets = {"", "", "", "", "導入"}, .actuals = {"120件", "12件"}},
         {"N06 warning C13"},
         "an actual to last year's"},
        {"N06",
         {.targets = {"", "", "", "", "導入"},
          .actuals = {"12件"},
          .baseline = "118件",
          .baseline_year = 2025},
         {"N06 warning B13"},
         "the baseline is last year's"},
        {"N06",
         {.targets = {"", "", "", "", "導入"},
          .actuals = {"12件"},
          .baseline = "118件",
          .baseline_year = 2020},
         {},
         "an old baseline is not"},
        {"N06", {.targets = {"100件"}, .actuals = {"10人"}}, {}, "units differ: N02"},
    });
}

TEST(YearRules, AnActualOfAFutureYearIsTheOnlyThingSaidAboutItsCell) {
    expect_all({
        {"D07",
         {.targets = {"9件", "9件", "9件"}, .actuals = {"9件", "", "9件"}},
         {"D07 error D13"},
         "2028 has not begun"},
        {"D07", {.targets = {"9件", "9件"}, .actuals = {"9件", "9件"}}, {}, "2027 is running"},
        {"D07", {.targets = {"9件", "9件", "9件"}, .actuals = {"", "", "—"}}, {}, "a dash"},
        {"D07", {.targets = {"9件", "9件", "9件"}, .actuals = {"", "", "未定"}}, {}, "not known"},
    });
    SheetPlan plan;
    plan.measure("1-1-1",
                 {{.targets = {"10件", "10件", "10件"}, .actuals = {"9件", "", "１００人"}}});
    for (const char* rule : {"C04", "N02", "N06"}) {
        EXPECT_EQ(lines_of(rule, plan), Lines{}) << rule;
    }
}

TEST(YearRules, TheDateOfAnActualLiesInItsYear) {
    expect_all({
        {"D06",
         {.targets = {"9件"}, .actuals = {"9件(R7年度)"}},
         {"D06 warning B13"},
         "a value of another year"},
        {"D06", {.targets = {"9件"}, .actuals = {"9件(R8年度)"}}, {}, "its own year"},
        {"D06",
         {.targets = {"9件"}, .actuals = {"9件(R9.3.31現在)"}},
         {},
         "March 2027 lies in fiscal 2026"},
        {"D06",
         {.targets = {"9件"}, .actuals = {"9件(R9.4.1現在)"}},
         {"D06 info B13"},
         "a day later it does not, but may be meant"},
        {"D06",
         {.targets = {"9件"}, .actuals = {"9件(R9.4.2現在)"}},
         {"D06 warning B13"},
         "two days later"},
    });
}

TEST(YearRules, ABaselineOfAnotherYearThanItsColumnIsAsked) {
    const auto plan_with = [](const std::string& baseline, std::optional<int> year) {
        SheetPlan plan;
        plan.measure(
            "1-1-1",
            {{.targets = {"", "", "", "", "9%"}, .baseline = "1%", .baseline_year = 2022},
             {.targets = {"", "", "", "", "9%"}, .baseline = "2%", .baseline_year = 2022},
             {.targets = {"", "", "", "", "9%"}, .baseline = baseline, .baseline_year = year}});
        return plan;
    };
    EXPECT_EQ(lines_of("D06", plan_with("0%(H29年)", std::nullopt)), Lines{"D06 warning H32"});
    EXPECT_EQ(lines_of("D06", plan_with("0%", 2019)), Lines{"D06 warning H32"});
    EXPECT_EQ(lines_of("D06", plan_with("0%(R4年)", std::nullopt)), Lines{});
    EXPECT_EQ(lines_of("D06", plan_with("—", 2019)), Lines{}) << "nothing to date";
    EXPECT_EQ(lines_of("D06", plan_with("0%", std::nullopt)), Lines{}) << "no year anywhere";

    SheetPlan own;  // Kanuma: every cell has its own note, and the column no year
    own.measure(
        "29",
        {{.targets = {"9%"}, .baseline = "1%(R2)"}, {.targets = {"9%"}, .baseline = "1%(R3)"}});
    EXPECT_EQ(lines_of("D06", own), Lines{});
    SheetPlan split;  // no majority: the column's year is not known
    split.measure("1",
                  {{.targets = {"9%"}, .baseline = "1%", .baseline_year = 2021},
                   {.targets = {"9%"}, .baseline = "1%", .baseline_year = 2022}});
    EXPECT_EQ(lines_of("D06", split), Lines{});
}

TEST(TargetRules, ABlankTargetIsAnErrorWhereTheLayoutDrawsOneEachYear) {
    expect_all({
        {"T01",
         {.targets = {"9件", "", "9件", "—", "→"}},
         {"T01 error C12"},
         "a blank one; — and → are none"},
        {"T01", {.targets = {"9件", "9件", "9件", "9件", " "}}, {"T01 error F12"}, "spaces only"},
    });
    SheetPlan plan;
    plan.measure("1", {{.targets = {"", "", "", "", "50人"}}});
    plan.last_places().draws_target_each_year = false;
    EXPECT_EQ(lines_of("T01", plan), Lines{}) << "a layout with one target";
    SheetPlan without_cell;
    without_cell.measure("1", {{.targets = {"9件", "9件", "9件", "9件"}}});
    without_cell.last_places().indicators[0].years.pop_back();
    EXPECT_EQ(lines_of("T01", without_cell), Lines{}) << "no such column: S05";
    without_cell.reading().places.clear();
    EXPECT_EQ(lines_of("T01", without_cell), Lines{}) << "no sheet";
}

TEST(TargetRules, TargetsDoNotGoBackWithoutANote) {
    expect_all({
        {"T06", {.targets = {"10件", "12件", "11件", "15件"}}, {"T06 warning D12"}, "goes back"},
        {"T06", {.targets = {"10件", "12件", "12件", "15件"}}, {}, "stays"},
        {"T06",
         {.targets = {"10件", "12件", "11件", "15件"}, .notes = {{2028, "改修のため"}}},
         {},
         "a note of that year"},
        {"T06",
         {.targets = {"10件", "12件", "11件", "15件"}, .note = "2028年度は改修"},
         {},
         "a note of the indicator"},
        {"T06", {.targets = {"10件", "12件", "11件 ※", "15件"}}, {}, "a footnote"},
        {"T06", {.targets = {"20件", "18件", "19件", "15件"}}, {"T06 warning D12"}, "falling"},
        {"T06", {.targets = {"20件", "18件", "15件"}}, {}, "falling all the way"},
        {"T06",
         {.targets = {"20件", "18件", "15件"}, .stated = "↗"},
         {},
         "against the stated direction throughout: T04"},
        {"T06",
         {.targets = {"8件", "7件"}, .baseline = "5件"},
         {"T06 warning C12"},
         "counted from the baseline"},
        {"T06",
         {.targets = {"10件", "12件", "10件"}},
         {"T06 warning D12"},
         "back to where it began"},
        {"T06",
         {.targets = {"5%以下", "4%以下", "6%以下"}},
         {"T06 warning D12"},
         "bounds of one kind"},
        {"T06", {.targets = {"5%以下", "8%以上", "4%以下"}}, {}, "bounds of two kinds"},
        {"T06", {.targets = {"10件", "8人", "12件"}}, {}, "other units are not compared"},
        {"T06", {.targets = {"5件", "5件"}}, {}, "nothing moves"},
        {"T06", {.targets = {"1件", "検討", "2件"}}, {}, "words between"},
    });
}

TEST(TargetRules, NumbersAndMilestonesInOneRowAreNamedOnce) {
    expect_all({
        {"T09",
         {.targets = {"1件", "調査・検討", "方針決定", "1件", "1件"}},
         {"T09 info A12"},
         "Minami-Alps 9"},
        {"T09",
         {.targets = {"調査研究", "導入", "前年比3%増加"}},
         {"T09 info A12"},
         "Minami-Alps 14"},
        {"T09", {.targets = {"1件", "→", "—"}}, {}, "a number alone"},
        {"T09", {.targets = {"調査研究", "導入", "→"}}, {}, "milestones alone"},
        {"T09", {.targets = {"UP", "5件"}}, {}, "a trend is no milestone"},
    });
    SheetPlan plan;
    plan.measure("1", {{.targets = {"", "1件", "検討"}}});
    plan.last_places().indicators[0].target_label.reset();
    EXPECT_EQ(lines_of("T09", plan), Lines{"T09 info B12"}) << "no label: the first target cell";
    plan.reading().places.clear();
    EXPECT_EQ(lines_of("T09", plan), Lines{"T09 info -"}) << "no sheet";
}

TEST(ActualRules, AClosedYearWithATargetNeedsItsActual) {
    const std::vector<std::string> five(5, "10件");
    expect_all({
        {"A01", {.targets = five, .actuals = {""}}, {"A01 error B13"}, "blank; 2027 is running"},
        {"A01", {.targets = five, .actuals = {"　"}}, {"A01 error B13"}, "spaces only"},
        {"A01", {.targets = five, .actuals = {"0件"}}, {}, "zero is an actual"},
        {"A01", {.targets = five, .actuals = {"集計中"}}, {}, "a reason"},
        {"A01", {.targets = five, .actuals = {"#N/A"}}, {}, "C11 says it"},
        {"A01", {.targets = {"—", "10件"}}, {}, "no target"},
        {"A01", {.targets = {"", "10件"}}, {}, "a blank target is T01's"},
        {"A01", {.targets = {"導入"}}, {"A01 error B13"}, "words are a target"},
        {"A01", {.targets = {"→"}}, {"A01 error B13"}, "an arrow stands for a target"},
        {"A01", {.targets = five, .actuals = {"—"}}, {"A01 warning B13"}, "a dash, no reason"},
        {"A01",
         {.targets = five, .actuals = {"—"}, .notes = {{2026, "工事の延期"}}},
         {},
         "a dash with a reason"},
    });
    expect_all({{"A01", {.targets = {"—", "→"}}, {}, "the arrow continues the dash"},
                {"A01",
                 {.targets = {"10件", "→"}, .actuals = {"9件"}},
                 {"A01 error C13"},
                 "the arrow continues the number"}},
               {.as_of = {2028, 4, 1}});
    expect_all({{"A01", {.targets = five}, {}, "the last day of the running year"}},
               {.as_of = {2027, 3, 31}});
}

TEST(ActualRules, ADashMayBeExplainedInTheEvaluation) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"10件"}, .actuals = {"—"}}});
    plan.last().evaluations.push_back({.year = 2026, .reason = "工事の延期"});
    EXPECT_EQ(lines_of("A01", plan), Lines{});
    plan.last().evaluations[0].year = 2027;
    EXPECT_EQ(lines_of("A01", plan), Lines{"A01 warning B13"});
    plan.last().evaluations[0] = {.indicator = "1-1-1/2", .year = 2026, .reason = "工事の延期"};
    EXPECT_EQ(lines_of("A01", plan), Lines{"A01 warning B13"});
    plan.last().evaluations[0] = {.indicator = "1-1-1/1", .reason = "工事の延期"};
    EXPECT_EQ(lines_of("A01", plan), Lines{});
}

TEST(ActualRules, APlanFromJsonHasNoCellAndStillMissesItsActual) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"10件"}}});
    plan.last_places().indicators[0].years[0].actual.reset();
    EXPECT_EQ(lines_of("A01", plan), Lines{}) << "the form has no such cell";
    plan.reading().places.clear();
    EXPECT_EQ(lines_of("A01", plan), Lines{"A01 error -"});
}

}  // namespace
}  // namespace shinchoku::check
