#include "calc/scheme_comparison.h"

#include <gtest/gtest.h>

#include "indicators.h"

namespace shinchoku::calc {
namespace {

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

TEST(SchemeComparison, remembers_a_difference_that_a_later_scheme_does_not_make) {
    Scheme strict = three_grades();
    strict.grades.front().threshold->from_percent = decimal("110");
    const auto years = compare_schemes(
        five_years(), {&default_scheme(), &strict, &default_scheme()}, closed_options());
    ASSERT_FALSE(years.empty());
    EXPECT_TRUE(years[0].differ);
    EXPECT_EQ(years[0].grades[2], "A");
}

TEST(SchemeComparison, tells_the_last_grade_from_the_same_letter_that_is_not_the_last) {
    Scheme one_more = default_scheme();
    one_more.grades.back().threshold = Threshold{decimal("20"), false};
    one_more.grades.push_back(Grade{.name = "E"});
    plan::Plan plan = five_years();
    plan.measures[0].indicators[0].years[2].actual = number("10");  // D and E: both the last
    plan.measures[0].indicators[0].years[1].actual = number("50");  // D and D, but not both last
    const auto years = compare_schemes(plan, {&default_scheme(), &one_more}, closed_options());
    ASSERT_EQ(years.size(), 3U);
    EXPECT_FALSE(years[1].differ) << "both the fourth";
    EXPECT_FALSE(years[2].differ) << "both the last";
    plan.measures[0].indicators[0].years[2].actual = number("70");
    const auto first_is_last =
        compare_schemes(plan, {&one_more, &default_scheme()}, closed_options());
    EXPECT_FALSE(first_is_last[2].differ);
    Scheme two;
    two.grades = {from("可", "75"), Grade{.name = "否"}};  // 70: the second and last, and the third
    EXPECT_TRUE(compare_schemes(plan, {&two, &default_scheme()}, closed_options())[2].differ);
    two.grades = {from("可", "110"), Grade{.name = "否"}};  // 100: the last, and the best
    EXPECT_TRUE(compare_schemes(plan, {&default_scheme(), &two}, closed_options())[0].differ);
}

TEST(SchemeComparison, keeps_a_decided_year_that_no_scheme_grades) {
    Scheme people = three_grades();
    people.basis = Basis::person;
    const auto years = compare_schemes(five_years(), {&people}, closed_options());
    ASSERT_EQ(years.size(), 3U);
    EXPECT_EQ(years[0].status, Status::met);
    EXPECT_EQ(years[2].status, Status::missed);
    EXPECT_EQ(years[0].grades[0], "");
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
