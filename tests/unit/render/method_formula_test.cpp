#include "render/method_formula.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace shinchoku::render {
namespace {

using calc::Method;

std::optional<base::Decimal> number(std::string_view text) {
    return base::Decimal::parse(text);
}

RateTerms terms(std::string_view baseline, std::string_view target, std::string_view actual) {
    RateTerms made;
    made.actual = {"B3", number(actual), true};
    made.target = {"B2", number(target), true};
    if (!baseline.empty()) {
        made.baseline = RateTerm{"B1", number(baseline), true};
    }
    return made;
}

std::string cached(const FormulaCell& cell) {
    const auto* value = std::get_if<base::Decimal>(&cell.cached);
    return value == nullptr ? "-" : value->shifted(2).to_fixed(1);
}

// The check values of design/calculation.md: baseline, target, actual.
TEST(MethodFormula, TheValueSeenFirstIsTheMethodsRate) {
    struct Case {
        std::string_view baseline, target, actual;
        Method method;
        std::string rate;
    };
    const Case cases[] = {
        {"95.3", "97.2", "96.0", Method::simple, "98.8"},
        {"95.3", "97.2", "96.0", Method::inverse, "101.3"},
        {"95.3", "97.2", "96.0", Method::mirror, "101.2"},
        {"95.3", "97.2", "96.0", Method::progress, "36.8"},
        {"109829", "83194", "95000", Method::inverse, "87.6"},
        {"-158", "-100", "-120", Method::progress, "65.5"},
        {"-158", "-100", "-120", Method::simple, "-"},
        {"-158", "-100", "-120", Method::inverse, "-"},
        {"5", "0", "2", Method::progress, "60.0"},
        {"61", "61", "63", Method::progress, "-"},
        {"61", "61", "63", Method::keep, "100.0"},
        {"61", "61", "60", Method::keep, "98.4"},
        {"", "97.2", "96.0", Method::progress, "-"},
        {"", "97.2", "96.0", Method::steps, "-"},
        {"", "97.2", "", Method::simple, "-"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(cached(method_formula(c.method, terms(c.baseline, c.target, c.actual))), c.rate)
            << c.baseline << " " << c.target << " " << c.actual;
    }
}

TEST(MethodFormula, FormulasGuardAgainstWordsAndUndefinedRates) {
    const RateTerms all = terms("95.3", "97.2", "96.0");
    struct Case {
        Method method;
        std::string formula;
    };
    const Case cases[] = {
        {Method::simple, "IF(AND(ISNUMBER(B3),ISNUMBER(B2)),IF(OR(B2<=0,B3<0),\"\",B3/B2),\"\")"},
        {Method::inverse, "IF(AND(ISNUMBER(B3),ISNUMBER(B2)),IF(OR(B2<=0,B3<=0),\"\",B2/B3),\"\")"},
        {Method::progress,
         "IF(AND(ISNUMBER(B3),ISNUMBER(B2),ISNUMBER(B1)),IF(B2=B1,\"\",(B3-B1)/(B2-B1)),\"\")"},
        {Method::keep, "IF(AND(ISNUMBER(B3),ISNUMBER(B2)),IF(B3>=B2,1,IF(B2<=0,\"\",B3/B2)),\"\")"},
        {Method::steps, "\"\""},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(method_formula(c.method, all).formula, c.formula);
    }
}

TEST(MethodFormula, ABoundIsHeldOnItsGoodSide) {
    struct Case {
        plan::Comparator comparator;
        std::string_view actual;
        std::string rate;
    };
    const Case cases[] = {
        {plan::Comparator::at_most, "5", "100.0"},
        {plan::Comparator::at_most, "8", "62.5"},
        {plan::Comparator::below, "5", "100.0"},  // unmet, and its rate is 100 all the same
        {plan::Comparator::below, "4", "100.0"},
        {plan::Comparator::at_least, "5", "100.0"},
        {plan::Comparator::at_least, "4", "80.0"},
        {plan::Comparator::above, "4", "80.0"},
    };
    for (const Case& c : cases) {
        RateTerms with_bound = terms("", "5", c.actual);
        with_bound.target = {"5", number("5"), false};  // typed as words: a figure in the formula
        with_bound.comparator = c.comparator;
        const FormulaCell cell = method_formula(Method::limit, with_bound);
        EXPECT_EQ(cached(cell), c.rate) << c.actual;
        EXPECT_TRUE(cell.formula.starts_with("IF(ISNUMBER(B3),IF(B3")) << cell.formula;
    }
}

TEST(MethodFormula, ARangeIsALimitWithTwoSides) {
    struct Case {
        std::string_view low, high, actual;
        std::string rate;
    };
    const Case cases[] = {
        {"60", "80", "60", "100.0"},
        {"60", "80", "80", "100.0"},
        {"60", "80", "45", "75.0"},
        {"60", "80", "100", "80.0"},
        {"60", "80", "-1", "-"},  // a negative actual divided by the low side says nothing
        {"0", "80", "-1", "-"},
        {"-5", "0", "1", "-"},
    };
    for (const Case& c : cases) {
        RateTerms within = terms("", "", c.actual);
        within.target = {};
        within.range = std::pair(RateTerm{std::string(c.low), number(c.low), false},
                                 RateTerm{std::string(c.high), number(c.high), false});
        EXPECT_EQ(cached(method_formula(Method::limit, within)), c.rate) << c.actual;
    }
    RateTerms within = terms("", "", "70");
    within.target = {};
    within.range =
        std::pair(RateTerm{"60", number("60"), false}, RateTerm{"80", number("80"), false});
    EXPECT_EQ(method_formula(Method::limit, within).formula,
              "IF(ISNUMBER(B3),IF(AND(B3>=60,B3<=80),1,IF(B3>80,80/B3,"
              "IF(B3<0,\"\",B3/60))),\"\")");
}

TEST(MethodFormula, ToleranceIsKeptToExactly) {
    struct Case {
        bool lower_is_better;
        std::string_view actual;
        std::string rate;
    };
    const Case cases[] = {
        {false, "0.9", "100.0"},
        {false, "0.8", "80.0"},
        {true, "1.1", "100.0"},
        {true, "1.2", "80.0"},
    };
    for (const Case& c : cases) {
        RateTerms kept = terms("", "1", c.actual);
        kept.lower_is_better = c.lower_is_better;
        kept.tolerance = *number("0.1");
        const FormulaCell cell = method_formula(Method::keep, kept);
        EXPECT_EQ(cached(cell), c.rate) << c.actual;
        EXPECT_NE(cell.formula.find("ROUND(B2"), std::string::npos) << cell.formula;
    }
}

TEST(MethodFormula, OnTheBadSideOfZeroThereIsNoRate) {
    EXPECT_EQ(cached(method_formula(Method::keep, terms("", "0", "-1"))), "-");
    EXPECT_EQ(cached(method_formula(Method::keep, terms("", "0", "1"))), "100.0");
    EXPECT_EQ(cached(method_formula(Method::simple, terms("", "5", "-1"))), "-");
    EXPECT_EQ(cached(method_formula(Method::cumulative, terms("", "5", "-1"))), "-");
}

TEST(MethodFormula, PaceMeasuresTheWayToTheFinalTarget) {
    RateTerms way = terms("10", "", "16");
    way.target = {"B2", std::nullopt, true};
    way.final_target = RateTerm{"F2", number("30"), true};
    way.elapsed = {base::Decimal(2), base::Decimal(5)};
    EXPECT_EQ(cached(method_formula(Method::pace, way)), "75.0");
    way.elapsed = {base::Decimal(6), base::Decimal(5)};
    EXPECT_EQ(cached(method_formula(Method::pace, way)), "-") << "after the final year";
}

TEST(MethodFormula, ATrendIsAllOrNothing) {
    struct Case {
        plan::Trend trend;
        std::string_view actual;
        std::string rate;
    };
    const Case cases[] = {{plan::Trend::up, "11", "100.0"},
                          {plan::Trend::up, "10", "0.0"},
                          {plan::Trend::down, "9", "100.0"},
                          {plan::Trend::down, "11", "0.0"},
                          {plan::Trend::keep, "10", "100.0"}};
    for (const Case& c : cases) {
        RateTerms moved = terms("", "", c.actual);
        moved.reference = RateTerm{"A3", number("10"), true};
        moved.trend = c.trend;
        EXPECT_EQ(cached(method_formula(Method::trend, moved)), c.rate) << c.actual;
    }
}

}  // namespace
}  // namespace shinchoku::render
