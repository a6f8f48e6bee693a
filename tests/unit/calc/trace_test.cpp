#include <gtest/gtest.h>

#include "indicators.h"

namespace shinchoku::calc {
namespace {

plan::Value percent(const std::string& text, int decimals) {
    plan::Value value = number(text, "%");
    plan::form_of(value)->decimals = decimals;
    return value;
}

plan::Value bound(plan::Comparator comparator, const std::string& text) {
    return value_of(plan::Bound{comparator, decimal(text), {.unit = "%"}});
}

plan::Indicator one_year(plan::Value target,
                         plan::Value actual,
                         std::optional<plan::Value> b = {}) {
    return indicator(std::move(b), {year(2026, std::move(target), std::move(actual))});
}

plan::Indicator by(plan::Indicator indicator, const std::string& method) {
    indicator.method = method;
    return indicator;
}

plan::Indicator tolerant(plan::Indicator indicator, const char* tolerance) {
    indicator.tolerance = decimal(tolerance);
    return indicator;
}

TEST(Trace, EachMethodTellsItsRateWithTheFigures) {
    using plan::Comparator;
    using plan::Direction;
    struct Case {
        plan::Indicator indicator;
        const char* ja;
    };
    const Case cases[] = {
        {one_year(percent("98.6", 2), percent("97", 1)), "実績 97.0 ÷ 目標 98.60 × 100 = 98.4%"},
        {directed(one_year(number("83194", "千円"), number("95000", "千円")), Direction::down),
         "目標 83,194 ÷ 実績 95,000 × 100 = 87.6%"},
        {by(one_year(number("37"), number("39")), "mirror"),
         "(2 − 実績 39 ÷ 目標 37) × 100 = 94.6%"},
        {one_year(number("-100"), number("-120"), number("-158")),
         "(実績 (-120) − 基準値 (-158)) ÷ (目標 (-100) − 基準値 (-158)) × 100 = 65.5%"},
        {by(one_year(number("50"), number("20"), number("10")), "pace"),
         "(実績 20 − 基準値 10) ÷ ((最終目標 50 − 基準値 10) × 1/1) × 100 = 25.0%"},
        {directed(one_year(number("61"), number("63")), Direction::keep),
         "実績 63 は 目標 61 を維持しているため 100%"},
        {directed(one_year(number("61"), number("60")), Direction::keep),
         "実績 60 ÷ 目標 61 × 100 = 98.4%"},
        {directed(one_year(number("61"), number("62"), number("61")), Direction::down),
         "(2 − 実績 62 ÷ 目標 61) × 100 = 98.4%"},
        {one_year(bound(Comparator::at_most, "5"), number("4.2", "%")),
         "実績 4.2 は目標「5以下」を満たすため 100%"},
        {one_year(bound(Comparator::at_most, "5"), number("6", "%")),
         "実績 6 は目標「5以下」を満たさない: 5 ÷ 6 × 100 = 83.3%"},
        {one_year(value_of(plan::Bound{Comparator::at_least, decimal("80"), {.unit = "千円"}}),
                  number("76000", "円")),
         "実績 76,000 は目標「80,000以上」を満たさない: 76,000 ÷ 80,000 × 100 = 95.0%"},
        {by(one_year(bound(Comparator::above, "100"), number("100", "%")), "keep"),
         "実績 100 は 目標 100 のよい側にあるため 100%。目標の条件は満たさない"},
        {by(tolerant(one_year(bound(Comparator::at_least, "100"), number("99", "%")), "1"), "keep"),
         "実績 99 と 目標 100 の差は許容差の内のため 100%"},
        {one_year(bound(Comparator::above, "100"), number("90", "%")),
         "実績 90 は目標「100超」を満たさない: 90 ÷ 100 × 100 = 90.0%"},
        {one_year(bound(Comparator::below, "0"), number("6", "%")),
         "実績 6 は目標「0未満」を満たさない: "
         "基準の値が0以下か実績が負の値のため、割り算の達成率は意味を持ちません"},
        {one_year(value_of(plan::Range{decimal("10"), decimal("20"), {}}), number("8")),
         "実績 8 は目標「10以上20以下」を満たさない: 8 ÷ 10 × 100 = 80.0%"},
        {one_year(value_of(plan::TrendWord{plan::Trend::up}), number("88.2"), number("88.1")),
         "基準値 88.1 → 実績 88.2: 目標の向きに動いた（または維持した）ため 100%"},
        {one_year(value_of(plan::TrendWord{plan::Trend::up}), number("88"), number("88.1")),
         "基準値 88.1 → 実績 88: 目標の向きに動いていないため 0%"},
        {one_year(number("10"), number("-5")),
         "実績 (-5) は 目標 10 に未達。達成率なし: "
         "実績が負の値のため、割り算の達成率は意味を持ちません"},
        // 千人 and 人 do not mix: the figures are shown in the base unit.
        {one_year(number("80", "千人"), number("76000", "人")),
         "実績 76,000 ÷ 目標 80,000 × 100 = 95.0%"},
    };
    for (const Case& c : cases) {
        const Assessment a = assess_one(c.indicator);
        EXPECT_EQ(a.trace.ja, c.ja);
        EXPECT_FALSE(a.trace.en.empty()) << c.ja;
        EXPECT_NE(a.trace.en, a.trace.ja);
    }
}

TEST(Trace, ASumOfYearsAndAnEarlierActualAreNamed) {
    plan::Indicator sum =
        indicator({}, {year(2026, {}, number("8")), year(2027, number("20"), number("9"))});
    sum.accumulation = plan::Accumulation::per_year;
    sum.years[1].target.qualifiers.cumulative = true;
    EXPECT_EQ(assess_one(sum, 2027).trace.ja,
              "実績 17 ÷ 目標 20 × 100 = 85.0%（実績は2年分の合計）");
    sum.direction = plan::Direction::down;
    EXPECT_EQ(assess_one(sum, 2027).trace.en,
              "target 20 ÷ actual 17 × 100 = 117.6% (the actual is the sum of 2 years)");

    plan::Indicator trend =
        indicator({},
                  {year(2026, {}, number("80")),
                   year(2027, value_of(plan::TrendWord{plan::Trend::down}), number("79"))});
    EXPECT_EQ(assess_one(trend, 2027).trace.en,
              "earlier actual 80 → actual 79: moved (or stayed) as the target says: 100%");
}

TEST(Trace, ADepartmentsStatedStepIsHeldAgainstThePlannedOne) {
    plan::Plan plan;
    plan.first_year = 2026;
    plan.last_year = 2026;
    plan::Measure measure;
    measure.indicators.push_back(
        one_year(value_of(plan::Milestone{{2, 5}}, "検討・実施"), value_of(plan::Milestone{{2}})));
    measure.evaluations.push_back({.indicator = "1-1-1/1", .year = 2026, .step = 5});
    plan.measures.push_back(measure);
    const auto assess_plan = [&] { return assess(plan, default_scheme(), closed_options()).at(0); };
    EXPECT_EQ(assess_plan().status, Status::met);
    EXPECT_EQ(assess_plan().grade, "A");
    EXPECT_FALSE(assess_plan().rate);
    plan.measures[0].evaluations[0].step = 4;
    EXPECT_EQ(assess_plan().status, Status::missed);
    EXPECT_EQ(assess_plan().grade, "D");
    plan.measures[0].evaluations[0].year = 2027;  // of another year: nothing is stated
    EXPECT_EQ(assess_plan().status, Status::to_confirm);
    EXPECT_NE(assess_plan().trace.ja.find("段階 2"), std::string::npos);
}

}  // namespace
}  // namespace shinchoku::calc
