#include "calc/forecast.h"

#include <gtest/gtest.h>

#include "indicators.h"

namespace shinchoku::calc {
namespace {

std::string text(const std::optional<base::Decimal>& number) {
    return number ? number->to_string() : "-";
}

TEST(Forecast, TheLineAndTheGrowthRunThroughTheFirstAndTheLastPoint) {
    struct Case {
        std::vector<Point> points;
        int year;
        int final_year;
        const char* final_number;
        const char* linear;
        const char* growth;
        const char* gap_linear;
        const char* gap_growth;
    };
    const Case cases[] = {
        // 100 -> 110 in one year: 130 by the line, 133.1 by growth, three years on.
        {{{2025, decimal("100")}, {2026, decimal("110")}},
         2026,
         2028,
         "140",
         "130",
         "133.1",
         "10",
         "6.9"},
        // The points between do not count.
        {{{2025, decimal("100")}, {2026, decimal("55")}, {2027, decimal("121")}},
         2027,
         2029,
         "140",
         "142",
         "146.41",
         "-2",
         "-6.41"},
        // A third has no end: rounded at 12 decimals. 10 * (20/10)^(1/3).
        {{{2024, decimal("10")}, {2027, decimal("20")}},
         2027,
         2028,
         "30",
         "23.333333333333",
         "25.198420997897",
         "6.666666666667",
         "4.801579002103"},
        // Constant growth needs positive numbers.
        {{{2025, decimal("-158")}, {2026, decimal("-146")}},
         2026,
         2030,
         "-100",
         "-98",
         "-",
         "-2",
         "-"},
        {{{2025, decimal("5")}, {2026, decimal("0")}}, 2026, 2027, "0", "-5", "-", "5", "-"},
        // Growth that leaves nothing at the decimals kept.
        {{{2025, decimal("1")}, {2026, decimal("1E-20")}}, 2026, 2027, "1", "-1", "0", "2", "1"},
        // Nothing from the final year on, and with one point.
        {{{2025, decimal("1")}, {2026, decimal("2")}}, 2027, 2027, "9", "-", "-", "-", "-"},
        {{{2026, decimal("2")}}, 2026, 2030, "9", "-", "-", "-", "-"},
        {{{2026, decimal("2")}, {2026, decimal("3")}}, 2026, 2030, "9", "-", "-", "-", "-"},
        {{}, 2026, 2030, "9", "-", "-", "-", "-"},
    };
    for (const Case& c : cases) {
        const Forecast forecast =
            forecast_of(c.points, c.year, c.final_year, decimal(c.final_number), false);
        SCOPED_TRACE(std::to_string(c.year) + " to " + c.final_number);
        EXPECT_EQ(text(forecast.linear), c.linear);
        EXPECT_EQ(text(forecast.growth), c.growth);
        EXPECT_EQ(text(forecast.gap_linear), c.gap_linear);
        EXPECT_EQ(text(forecast.gap_growth), c.gap_growth);
        EXPECT_EQ(forecast.suffices_linear.has_value(), forecast.linear.has_value());
        EXPECT_EQ(forecast.suffices_growth.has_value(), forecast.growth.has_value());
    }
}

TEST(Forecast, WhetherItSufficesIsDecidedExactly) {
    struct Case {
        const char* first;
        const char* last;
        const char* goal;
        bool lower_is_better;
        bool linear;
        bool growth;
    };
    const Case cases[] = {
        // 100 -> 110 -> 120 | 121
        {"100", "110", "120", false, true, true},
        {"100", "110", "120.000000000000000001", false, false, true},
        {"100", "110", "121", false, false, true},
        {"100", "110", "121.000000000000000001", false, false, false},
        // 100 -> 90 -> 80 | 81
        {"100", "90", "81", true, true, true},
        {"100", "90", "80.999999999999999999", true, true, false},
        {"100", "90", "79", true, false, false},
        // A goal of zero or below is below any growth.
        {"100", "90", "0", true, false, false},
        {"100", "90", "-1", false, true, true},
    };
    for (const Case& c : cases) {
        const Forecast forecast = forecast_of({{2025, decimal(c.first)}, {2026, decimal(c.last)}},
                                              2026,
                                              2027,
                                              decimal(c.goal),
                                              c.lower_is_better);
        EXPECT_EQ(forecast.suffices_linear, c.linear) << c.goal;
        EXPECT_EQ(forecast.suffices_growth, c.growth) << c.goal;
    }
}

TEST(Forecast, FarSpansAndSteepGrowthStayFinite) {
    const std::vector<Point> far{{1900, decimal("1")}, {2026, decimal("2")}};
    EXPECT_FALSE(forecast_of(far, 2026, 2030, decimal("3"), false).growth);
    EXPECT_TRUE(forecast_of(far, 2026, 2030, decimal("3"), false).linear);
    // Steep: within a double's precision, and still not nothing.
    const std::vector<Point> steep{{2025, decimal("1")}, {2026, decimal("1000")}};
    EXPECT_EQ(text(forecast_of(steep, 2026, 2027, decimal("9"), false).growth), "1000000");
    // So steep that a double cannot hold it: no projection.
    const std::vector<Point> endless{{2025, decimal("1E-200")}, {2026, decimal("1E200")}};
    EXPECT_FALSE(forecast_of(endless, 2026, 2030, decimal("9"), false).growth);
}

TEST(Forecast, AnAssessmentCarriesItsOutlook) {
    plan::Indicator one = indicator(number("100"),
                                    {year(2026, number("105"), number("110")),
                                     year(2027, number("110")),
                                     year(2030, number("150"))});
    const Assessment a = assess_one(one);
    EXPECT_EQ(text(a.forecast.linear), "150");
    EXPECT_EQ(a.forecast.suffices_linear, true);
    EXPECT_EQ(text(a.needed_per_year), "10");
    // Later years without an actual go on from what is known; there is no A to need more from.
    EXPECT_EQ(text(assess_one(one, 2028).forecast.linear), "150");
    EXPECT_EQ(text(assess_one(one, 2028).needed_per_year), "-");
    EXPECT_EQ(text(assess_one(one, 2030).forecast.linear), "-");

    one.years[0].actual = number("150");
    EXPECT_EQ(text(assess_one(one).needed_per_year), "0");  // already there
    one.direction = plan::Direction::down;
    EXPECT_EQ(text(assess_one(one).needed_per_year), "0");
    one.years[0].actual = number("158");
    EXPECT_EQ(text(assess_one(one).needed_per_year), "-2");
    one.years[0].actual = number("158", "人");
    one.years[2].target = number("150", "件");
    EXPECT_EQ(text(assess_one(one).needed_per_year), "-");  // units differ
    EXPECT_EQ(text(assess_one(one).forecast.linear), "-");
}

TEST(Forecast, NoneIsMadeWhereNoneIsAskedFor) {
    const plan::Indicator one = indicator(
        number("100"), {year(2026, number("105"), number("110")), year(2030, number("150"))});
    AssessOptions options = closed_options();
    options.with_outlook = false;
    const Assessment a = assess_one(one, 2026, default_scheme(), options);
    EXPECT_FALSE(a.forecast.linear || a.forecast.growth || a.needed_per_year);
    EXPECT_EQ(a.status, Status::met);
}

TEST(Forecast, ABaselineWithoutAYearIsNoPoint) {
    plan::Indicator one = indicator(
        number("100"), {year(2026, number("1"), number("110")), year(2030, number("150"))});
    one.baseline->year.reset();
    EXPECT_EQ(text(assess_one(one).forecast.linear), "-");
    one.baseline->year = 2028;  // after the year: not known then
    EXPECT_EQ(text(assess_one(one).forecast.linear), "-");
    EXPECT_EQ(text(assess_one(one, 2028).forecast.linear), "90");
}

}  // namespace
}  // namespace shinchoku::calc
