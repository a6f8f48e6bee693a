#include "calc/scheme_comparison.h"

#include <gtest/gtest.h>

#include "indicators.h"

namespace shinchoku::calc {
namespace {

Grade from(const char* name, const char* percent) {
    return {.name = name, .threshold = Threshold{decimal(percent), false}};
}

// Three grades from 90 and 70 percent, beside the default's four from 100, 80 and 60.
Scheme three_grades() {
    Scheme scheme;
    scheme.id = "three";
    scheme.grades = {from("順調", "90"), from("やや遅れ", "70"), Grade{.name = "遅れ"}};
    return scheme;
}

// 100, 85, 50 of 100, a dash, words, and a blank that is due.
plan::Plan five_years() {
    plan::Plan plan;
    plan.first_year = 2026;
    plan.last_year = 2030;
    plan::Indicator row =
        indicator(std::nullopt,
                  {year(2026, number("100"), number("100")),
                   year(2027, number("100"), number("85")),
                   year(2028, number("100"), number("50")),
                   year(2029, number("100"), value_of(plan::Unavailable{}, "集計中")),
                   year(2030, number("100"))});
    plan::Measure measure;
    measure.indicators.push_back(row);
    plan.measures.push_back(measure);
    return plan;
}

TEST(SchemeComparison, keeps_the_years_that_are_decided_and_marks_where_schemes_differ) {
    const Scheme three = three_grades();
    const auto years = compare_schemes(five_years(), {&default_scheme(), &three}, closed_options());
    ASSERT_EQ(years.size(), 3U);  // neither 集計中 nor a blank has a grade
    const struct {
        int year;
        const char* first;
        const char* second;
        bool differ;
    } expected[] = {
        {2026, "A", "順調", false},      // both the best
        {2027, "B", "やや遅れ", false},  // both the second
        {2028, "D", "遅れ", false},      // the fourth and the third, but both the last
    };
    for (std::size_t i = 0; i < years.size(); ++i) {
        EXPECT_EQ(years[i].year, expected[i].year);
        EXPECT_EQ(years[i].grades[0], expected[i].first);
        EXPECT_EQ(years[i].grades[1], expected[i].second);
        EXPECT_EQ(years[i].differ, expected[i].differ) << expected[i].year;
        EXPECT_EQ(shown(years[i].rates[0]), shown(years[i].rates[1]));
    }
}

TEST(SchemeComparison, tells_apart_grades_at_different_places) {
    Scheme strict = three_grades();
    strict.grades.front().threshold->from_percent = decimal("110");
    const auto years =
        compare_schemes(five_years(), {&default_scheme(), &strict}, closed_options());
    ASSERT_FALSE(years.empty());
    EXPECT_EQ(years[0].grades[1], "やや遅れ");
    EXPECT_TRUE(years[0].differ);
}

TEST(SchemeComparison, leaves_the_indicators_own_schemes_aside) {
    plan::Plan plan = five_years();
    plan.measures[0].indicators[0].scheme = "three";
    const Scheme three = three_grades();
    const Schemes known{{"three", three}};
    AssessOptions options = closed_options();
    options.schemes = &known;
    const auto years = compare_schemes(plan, {&default_scheme()}, options);
    EXPECT_EQ(years[0].grades[0], "A");
}

TEST(SchemeComparison, counts_every_grade_of_a_scheme_best_first) {
    const Scheme three = three_grades();
    const auto years = compare_schemes(five_years(), {&default_scheme(), &three}, closed_options());
    const auto counts = count_grades(years, default_scheme(), 0);
    ASSERT_EQ(counts.size(), 4U);
    const int expected[] = {1, 1, 0, 1};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        EXPECT_EQ(counts[i].grade, default_scheme().grades[i].name);
        EXPECT_EQ(counts[i].count, expected[i]) << counts[i].grade;
    }
    // A mark that is no grade of the scheme is counted behind them.
    auto marked = years;
    marked[0].grades[0] = "−";
    const auto with_mark = count_grades(marked, default_scheme(), 0);
    EXPECT_EQ(with_mark.back().grade, "−");
    EXPECT_EQ(with_mark.back().count, 1);
}

}  // namespace
}  // namespace shinchoku::calc
