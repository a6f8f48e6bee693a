#include <gtest/gtest.h>

#include "calc/grade.h"
#include "calc/judge.h"
#include "indicators.h"

// design/calculation.md, "Rating schemes": what is not graded by thresholds on the rate.

namespace shinchoku::calc {
namespace {

Grade when(const char* name, const char* condition) {
    return {.name = name, .comparison = parse_comparison(condition).value()};
}

Scheme by_comparison(std::vector<Grade> grades) {
    Scheme scheme;
    scheme.id = "compared";
    scheme.basis = Basis::comparison;
    scheme.grades = std::move(grades);
    scheme.unrated = "−";
    return scheme;
}

Scheme near_the_baseline() {
    return by_comparison(
        {when("S", "A > T"), when("A", "A > B"), when("B", "A >= B - 10%"), Grade{.name = "C"}});
}

Scheme by_growth() {
    Scheme scheme;
    scheme.id = "growth";
    scheme.basis = Basis::growth;
    for (const char* name : {"achieved", "substantial", "moderate", "limited", "deterioration"}) {
        scheme.grades.push_back(Grade{.name = name});
    }
    scheme.unrated = "none";
    return scheme;
}

TEST(GradeByComparison, TheFirstConditionThatHoldsIsGivenMirroredForDown) {
    struct Case {
        plan::Direction direction;
        const char* baseline;
        const char* target;
        const char* actual;
        const char* grade;
    };
    using enum plan::Direction;
    const Case cases[] = {
        {up, "100", "120", "121", "S"},
        {up, "100", "120", "120", "A"},
        {up, "100", "120", "101", "A"},
        {up, "100", "120", "100", "B"},
        {up, "100", "120", "90", "B"},
        {up, "100", "120", "89.999", "C"},
        {down, "100", "80", "79", "S"},
        {down, "100", "80", "80", "A"},
        {down, "100", "80", "100", "B"},
        {down, "100", "80", "110", "B"},
        {down, "100", "80", "110.001", "C"},
        // 10 % of the size of the number, whatever its sign.
        {up, "-50", "-20", "-55", "B"},
        {up, "-50", "-20", "-55.001", "C"},
    };
    for (const Case& c : cases) {
        const plan::Indicator one = directed(
            indicator(number(c.baseline), {year(2026, number(c.target), number(c.actual))}),
            c.direction);
        EXPECT_EQ(assess_one(one, 2026, near_the_baseline()).grade, c.grade)
            << c.actual << " of " << c.target << ", from " << c.baseline;
    }
}

TEST(GradeByComparison, WithoutABaselineTheMarkOfTheSchemeStands) {
    Scheme scheme = near_the_baseline();
    const auto grade = [&](const char* actual) {
        return assess_one(indicator(std::nullopt, {year(2026, number("120"), number(actual))}),
                          2026,
                          scheme)
            .grade;
    };
    EXPECT_EQ(grade("121"), "S");  // decided before the baseline is asked for
    EXPECT_EQ(grade("119"), "−");
    scheme.without_baseline = "△";
    EXPECT_EQ(grade("119"), "△");
    // A baseline in another unit is none.
    const plan::Indicator other =
        indicator(number("100", "件"), {year(2026, number("120", "人"), number("119", "人"))});
    EXPECT_EQ(assess_one(other, 2026, scheme).grade, "△");
}

TEST(GradeByComparison, EqualIsEqualOnlyAndAStrictBoundThatIsTouchedIsNot) {
    const Scheme scheme =
        by_comparison({when("◎", "A > T"), when("○", "A = T"), Grade{.name = "△"}});
    const auto grade = [&](plan::Value target, const char* actual) {
        return assess_one(indicator(std::nullopt, {year(2026, std::move(target), number(actual))}),
                          2026,
                          scheme)
            .grade;
    };
    EXPECT_EQ(grade(number("5"), "6"), "◎");
    EXPECT_EQ(grade(number("5"), "5"), "○");
    EXPECT_EQ(grade(number("5"), "4"), "△");
    const plan::Value above = value_of(plan::Bound{plan::Comparator::above, decimal("5"), {}});
    EXPECT_EQ(grade(above, "6"), "◎");
    EXPECT_EQ(grade(above, "5"), "△");
    const plan::Value at_least =
        value_of(plan::Bound{plan::Comparator::at_least, decimal("5"), {}});
    EXPECT_EQ(grade(at_least, "5"), "○");
}

// What is touched is no target kept, but may be near enough, or better than the baseline.
TEST(GradeByComparison, ATouchedBoundCountsForTheOtherConditions) {
    const plan::Value above = value_of(plan::Bound{plan::Comparator::above, decimal("5"), {}});
    const plan::Indicator one = indicator(number("3"), {year(2026, above, number("5"))});
    EXPECT_EQ(assess_one(one, 2026, near_the_baseline()).grade, "A");
    const Scheme near =
        by_comparison({when("1", "A >= T"), when("2", "A >= T - 10%"), Grade{.name = "3"}});
    EXPECT_EQ(assess_one(one, 2026, near).grade, "2");
}

TEST(GradeByComparison, WhereThereIsNoNumberMetAndMissedDecide) {
    const Scheme scheme = near_the_baseline();
    const auto grade = [&](const char* actual) {
        const plan::Value range = value_of(plan::Range{decimal("10"), decimal("20"), {}});
        return assess_one(indicator(number("8"), {year(2026, range, number(actual))}), 2026, scheme)
            .grade;
    };
    EXPECT_EQ(grade("15"), "S");
    EXPECT_EQ(grade("25"), "C");
    EXPECT_EQ(grade_of(scheme, Judged{.met = true, .target = decimal("5")}), "S");
    // Nothing holds, and no grade is left for it.
    const Scheme open = by_comparison({when("S", "A > T")});
    EXPECT_EQ(grade_of(open, {.actual = decimal("4"), .target = decimal("5")}), "");
}

TEST(GradeByComparison, WhatIsNearEnoughToBeKeptCountsAsTheTarget) {
    const Scheme scheme = by_comparison({when("○", "A >= T"), Grade{.name = "×"}});
    plan::Indicator one = directed(
        indicator(std::nullopt, {year(2026, number("61"), number("60"))}), plan::Direction::keep);
    EXPECT_EQ(assess_one(one, 2026, scheme).grade, "×");
    one.tolerance = decimal("1");
    EXPECT_EQ(assess_one(one, 2026, scheme).grade, "○");
}

// The check values of the design, through a whole assessment.
TEST(GradeByGrowth, TheGrowthSoFarIsHeldAgainstTheGrowthNeeded) {
    struct Case {
        plan::Direction direction;
        int base_year;
        const char* baseline;
        int year;
        const char* actual;
        const char* goal;  // of 2027; "" for none
        const char* unit;
        const char* grade;
        const char* told;
    };
    using enum plan::Direction;
    const Case cases[] = {
        {up, 2020, "95.3", 2023, "96.0", "97.2", "%", "moderate", "R 0.8649, score 1.8919"},
        {down, 2022, "109829", 2024, "95000", "83194", "千円", "substantial", "score 4.9618"},
        {down, 2020, "5", 2023, "2", "0", "校", "limited", "R 0.3740, score -0.9418"},
        {up, 2020, "95.3", 2023, "97.2", "97.2", "%", "achieved", "score 5.0000"},
        {up, 2020, "95.3", 2023, "95.2", "97.2", "%", "deterioration", ""},
        // Without a target: a share in percent has the limit 100, and less is asked for near it.
        {up, 2022, "88.1", 2025, "89.0", "", "%", "moderate", "score 0.72"},
        {up, 2022, "95", 2023, "95.95", "", "%", "substantial", ""},
        {up, 2022, "95", 2023, "95.95", "", "点", "moderate", ""},
        {down, 2022, "95", 2023, "94.05", "", "%", "moderate", ""},
    };
    for (const Case& c : cases) {
        const std::string unit = c.unit;
        plan::Indicator one = directed(
            indicator(number(c.baseline, unit), {year(c.year, {}, number(c.actual, unit))}),
            c.direction);
        one.baseline->year = c.base_year;
        if (*c.goal != 0) {
            one.years.push_back(year(2027, number(c.goal, unit)));
        }
        const auto years = assess(one, c.year, 2027, by_growth(), closed_options());
        EXPECT_EQ(years.front().grade, c.grade) << c.baseline << " to " << c.actual;
        EXPECT_NE(years.front().trace.en.find(c.told), std::string::npos) << years.front().trace.en;
    }
}

TEST(GradeByGrowth, WhatCannotBeMeasuredTakesTheMark) {
    const Scheme scheme = by_growth();
    const auto growing = [] {
        return indicator(number("10", "人"), {year(2026, number("12", "人"), number("11", "人"))});
    };
    EXPECT_NE(assess_one(growing(), 2026, scheme).grade, "none");
    for (const plan::Direction open : {plan::Direction::none, plan::Direction::unknown}) {
        EXPECT_EQ(assess_one(directed(growing(), open), 2026, scheme).grade, "none");
    }
    // No point in the unit of the final target.
    plan::Indicator other_unit = growing();
    other_unit.years.push_back(year(2030, number("9", "件")));
    EXPECT_EQ(assess_one(other_unit, 2026, scheme).grade, "none");
    // Running totals grow by their nature.
    plan::Indicator total = growing();
    total.accumulation = plan::Accumulation::per_year;
    total.years[0].target.qualifiers.cumulative = true;
    EXPECT_EQ(assess_one(total, 2026, scheme).grade, "none");
    // Words have no growth.
    const plan::Value words = value_of(plan::Milestone{}, "継続中");
    EXPECT_EQ(assess_one(indicator(number("10"), {year(2026, {}, words)}), 2026, scheme).grade, "");
    // A scheme by the rate has nothing to say of a year without target.
    EXPECT_EQ(assess_one(indicator(number("10"), {year(2026, {}, number("11"))})).grade, "");
}

TEST(GradeByGrowth, AFileWithFewerGradesHasItsLastForAllThatAreWorse) {
    Scheme two = by_growth();
    two.grades.resize(2);
    Judged judged{.progress = SdgProgress{.standing = SdgStanding::achieved}};
    EXPECT_EQ(grade_of(two, judged), "achieved");
    judged.progress->standing = SdgStanding::deterioration;
    EXPECT_EQ(grade_of(two, judged), "substantial");
    two.grades.clear();
    EXPECT_EQ(grade_of(two, judged), "none");
}

TEST(GradeBySteps, TheStatedStepIsDividedByThePlannedOne) {
    Scheme scheme = default_scheme();
    scheme.step_grades = {from("3", "100", true), from("2", "100"), from("1", "50"), {.name = "0"}};
    plan::Plan plan{.first_year = 2026, .last_year = 2026};
    plan::Measure measure;
    measure.indicators.push_back(indicator(
        std::nullopt,
        {year(2026, value_of(plan::Milestone{{4}}, "準備"), value_of(plan::Milestone{{5}}))}));
    // One of the whole measure says nothing of the indicator.
    measure.evaluations = {{.year = 2026, .step = 1}, {.indicator = "1-1-1/1", .year = 2026}};
    plan.measures.push_back(measure);
    const struct {
        int step;
        const char* grade;
    } cases[] = {{5, "3"}, {4, "2"}, {3, "1"}, {2, "1"}, {1, "0"}};
    for (const Basis basis : {Basis::rate, Basis::comparison}) {
        scheme.basis = basis;
        for (const auto& c : cases) {
            plan.measures[0].evaluations[1].step = c.step;
            const Assessment a = assess(plan, scheme, closed_options()).at(0);
            EXPECT_EQ(a.grade, c.grade) << c.step;
            EXPECT_TRUE(a.graded_by_step);
            EXPECT_EQ(rank_of(scheme, a), 3U - static_cast<unsigned>(a.grade[0] - '0'));
            EXPECT_FALSE(a.rate) << "a step is no achievement rate";
            EXPECT_EQ(grade_of(scheme, judged_of(a)), c.grade) << c.step;
        }
    }
}

TEST(GradeBySteps, AStepHasNoGrowth) {
    plan::Plan plan{.first_year = 2026, .last_year = 2026};
    plan::Measure measure;
    measure.indicators.push_back(indicator(
        number("3"), {year(2026, value_of(plan::Milestone{{4}}), value_of(plan::Milestone{{5}}))}));
    measure.evaluations = {{.indicator = "1-1-1/1", .year = 2026, .step = 5}};
    plan.measures.push_back(measure);
    EXPECT_EQ(assess(plan, by_growth(), closed_options()).at(0).grade, "none");
}

TEST(GradeBySteps, AStepWithoutAPlannedOneIsToBeConfirmed) {
    plan::Plan plan{.first_year = 2026, .last_year = 2026};
    plan::Measure measure;
    measure.indicators.push_back(
        indicator(std::nullopt,
                  {year(2026, value_of(plan::Milestone{}, "○"), value_of(plan::Milestone{{2}}))}));
    plan.measures.push_back(measure);
    const auto one = [&] { return assess(plan, default_scheme(), closed_options()).at(0); };
    EXPECT_EQ(one().status, Status::to_confirm);
    EXPECT_EQ(one().trace.ja.find("段階"), std::string::npos)
        << "there is nothing to propose against";
    plan.measures[0].evaluations = {{.indicator = "1-1-1/1", .year = 2026, .step = 5}};
    EXPECT_EQ(one().status, Status::to_confirm);
    EXPECT_EQ(one().grade, "");
}

TEST(Grade, TheIndicatorsOwnSchemeGradesItWhereItIsKnown) {
    Scheme own;
    own.id = "own";
    own.grades = {from("good", "90"), {.name = "bad"}};
    const Schemes known{{"own", own}};
    AssessOptions options = closed_options();
    plan::Indicator one = indicator(std::nullopt, {year(2026, number("100"), number("95"))});
    const auto grade = [&] { return assess_one(one, 2026, default_scheme(), options).grade; };
    one.scheme = "own";
    EXPECT_EQ(grade(), "B") << "no schemes are given";
    options.schemes = &known;
    EXPECT_EQ(grade(), "good");
    one.scheme = "other";
    EXPECT_EQ(grade(), "B");
}

TEST(Grade, WherePeopleJudgeThePaceNoneIsComputedForIt) {
    Scheme scheme = default_scheme();
    const plan::Indicator one = indicator(
        number("0"), {year(2026, {}, number("10")), year(2030, number("50"), number("50"))});
    EXPECT_EQ(assess_one(one, 2026, scheme).grade, "A");
    scheme.people_judge_pace = true;
    EXPECT_EQ(assess_one(one, 2026, scheme).grade, "");
    EXPECT_EQ(assess_one(one, 2026, scheme).status, Status::met);
    EXPECT_EQ(assess_one(one, 2030, scheme).grade, "A") << "a year with a target of its own";
}

TEST(Grade, PointsAndRoundingAreTold) {
    Scheme scheme = default_scheme();
    scheme.grades[2].points = 3;
    AssessOptions options = closed_options();
    const plan::Indicator one =
        indicator(std::nullopt, {year(2026, number("100"), number("79.96"))});
    EXPECT_EQ(
        assess_one(one, 2026, scheme, options).trace.en,
        "actual 79.96 ÷ target 100 × 100 = 80.0%; shown as 80.0%, but the exact rate is below "
        "80%; 3 points");
    // Without the sentences no joint is left at the front.
    options.with_trace = false;
    EXPECT_TRUE(assess_one(one, 2026, scheme, options).trace.en.starts_with("shown as"));
    EXPECT_TRUE(assess_one(one, 2026, scheme, options).trace.ja.starts_with("表示は"));
}

TEST(Conditions, EachIsSaidInWords) {
    struct Case {
        Basis basis;
        std::vector<Grade> grades;
        std::vector<std::string> en;
    };
    const Grade last{.name = "last", .meaning = {"意味", "meaning"}};
    const Case cases[] = {
        {Basis::rate,
         {from("A", "100", true), from("B", "80"), last},
         {"above 100%", "80% or more", "below 80%"}},
        {Basis::rate, {from("A", "100", true), last}, {"above 100%", "up to 100%"}},
        {Basis::rate, {last}, {"always"}},
        {Basis::rate, {last, last}, {"always", "otherwise"}},
        {Basis::comparison,
         {when("S", "A > T"),
          when("A", "A = T"),
          when("B", "A >= B"),
          when("C", "A >= B - 10%"),
          last},
         {"better than the target",
          "equal to the target",
          "at least as good as the baseline",
          "within 10% of the baseline",
          "otherwise"}},
        {Basis::growth,
         {last, last, last, last, last, last},
         {"the target is reached",
          "95% or more of the growth needed",
          "60% or more of the growth needed",
          "0% or more of the growth needed",
          "moving away from the target",
          "otherwise"}},
        {Basis::person, {from("A", "100"), last}, {"", "meaning"}},
    };
    for (const Case& c : cases) {
        Scheme scheme;
        scheme.basis = c.basis;
        scheme.grades = c.grades;
        for (std::size_t i = 0; i < c.grades.size(); ++i) {
            const base::Text condition = condition_of(scheme, scheme.grades, i);
            EXPECT_EQ(condition.en, c.en[i]);
            EXPECT_EQ(condition.ja.empty(), c.en[i].empty());
            EXPECT_TRUE(condition.ja.empty() || condition.ja != condition.en);
        }
    }
    for (const Basis basis : {Basis::rate, Basis::comparison, Basis::growth, Basis::person}) {
        EXPECT_EQ(parse_basis(name_of(basis)), basis);
    }
    EXPECT_FALSE(parse_basis("points"));
}

}  // namespace
}  // namespace shinchoku::calc
