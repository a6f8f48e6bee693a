#include "calc/rates.h"

#include <gtest/gtest.h>

#include "csv_table.h"

namespace shinchoku::calc {
namespace {

using base::Decimal;

Decimal decimal(const std::string& text) {
    return Decimal::parse(text).value();
}

std::optional<Decimal> optional_decimal(const std::string& text) {
    return Decimal::parse(text);
}

Limit limit(const std::string& text) {
    if (const auto dots = text.find(".."); dots != std::string::npos) {
        return {Side{decimal(text.substr(0, dots))}, Side{decimal(text.substr(dots + 2))}};
    }
    const std::size_t digits = text.find_first_of("-0123456789");
    const Decimal number = decimal(text.substr(digits));
    const bool equal = text[1] == '=';
    if (text[0] == '<') {
        return limit_of(equal ? plan::Comparator::at_most : plan::Comparator::below, number);
    }
    return limit_of(equal ? plan::Comparator::at_least : plan::Comparator::above, number);
}

Rate rate_of(CsvRow row) {
    const Decimal a = decimal(row["actual"]);
    const std::string method = row["method"];
    const std::optional<Decimal> b = optional_decimal(row["baseline"]);
    if (method == "limit") {
        return limit_rate(a, limit(row["target"]));
    }
    if (method == "pace") {
        return pace_rate(a, b, decimal(row["final"]), std::stoi(row["t"]), std::stoi(row["n"]));
    }
    const Decimal t = decimal(row["target"]);
    if (method == "simple") {
        return simple_rate(a, t);
    }
    if (method == "inverse") {
        return inverse_rate(a, t);
    }
    if (method == "mirror") {
        return mirror_rate(a, t);
    }
    if (method == "progress") {
        return progress_rate(a, b, t);
    }
    EXPECT_EQ(method, "keep");
    return keep_rate(a, t, row["side"] == "down", decimal(row["tolerance"]));
}

std::string name_of(Undefined reason) {
    const std::map<Undefined, std::string> names{
        {Undefined::target_not_positive, "target_not_positive"},
        {Undefined::actual_negative, "actual_negative"},
        {Undefined::actual_not_positive, "actual_not_positive"},
        {Undefined::no_baseline, "no_baseline"},
        {Undefined::target_is_baseline, "target_is_baseline"},
        {Undefined::final_is_baseline, "final_is_baseline"},
        {Undefined::outside_period, "outside_period"},
        {Undefined::limit_not_positive, "limit_not_positive"}};
    return names.at(reason);
}

TEST(Rates, EveryRowOfTheTableGivesItsRateOrItsReason) {
    const auto rows = read_table("rates.csv");
    ASSERT_GT(rows.size(), 60u);
    for (CsvRow row : rows) {
        const Rate rate = rate_of(row);
        const std::string got = rate ? rate.value().rounded(1).to_fixed(1) : name_of(rate.error());
        EXPECT_EQ(got, row["expected"]) << row["line"] << " " << row["source"];
        if (!rate) {
            EXPECT_FALSE(text_of(rate.error()).ja.empty());
            EXPECT_FALSE(text_of(rate.error()).en.empty());
        }
    }
}

TEST(Rates, ARateIsComparedExactlyAndNotAsShown) {
    // 79.96 % is shown as 80.0 %, and is below 80.
    const Rate rate = simple_rate(decimal("7996"), decimal("10000"));
    EXPECT_EQ(rate.value().rounded(1).to_fixed(1), "80.0");
    EXPECT_TRUE(rate.value().compare(Decimal(80)) < 0);
    EXPECT_TRUE(simple_rate(decimal("0.8"), decimal("1")).value().compare(Decimal(80)) == 0);
    // A third has no end as a decimal, and still is exactly what it is.
    const RatePercent third = simple_rate(Decimal(1), Decimal(3)).value();
    EXPECT_TRUE(third.compare(decimal("33.333333333333333333333333")) > 0);
    EXPECT_TRUE(third.compare(decimal("33.333333333333333333333334")) < 0);
}

TEST(Rates, DisplayRoundsHalfAwayFromZeroAndNeverShowsMinusZero) {
    EXPECT_EQ(percent_of(decimal("0.0005"), Decimal(1)).rounded(1).to_fixed(1), "0.1");
    EXPECT_EQ(percent_of(decimal("-0.0005"), Decimal(1)).rounded(1).to_fixed(1), "-0.1");
    EXPECT_EQ(percent_of(decimal("-0.0004"), Decimal(1)).rounded(1).to_fixed(1), "0.0");
    EXPECT_EQ(percent_of(decimal("1"), decimal("-2")).rounded(1).to_fixed(1), "-50.0");
}

TEST(Rates, AStrictLimitThatIsReachedExactlyIsTouchedAndNotHeld) {
    const Limit below = limit_of(plan::Comparator::below, Decimal(3));
    EXPECT_FALSE(below.holds(Decimal(3)));
    EXPECT_TRUE(below.only_touches(Decimal(3)));
    EXPECT_FALSE(below.only_touches(Decimal(4)));
    EXPECT_TRUE(below.holds(decimal("2.999")));
    const Limit at_least = limit_of(plan::Comparator::at_least, Decimal(3));
    EXPECT_TRUE(at_least.holds(Decimal(3)));
    EXPECT_FALSE(at_least.only_touches(Decimal(3)));
    const Limit above = limit_of(plan::Comparator::above, Decimal(3));
    EXPECT_TRUE(above.only_touches(Decimal(3)));
    EXPECT_FALSE(above.holds(Decimal(3)));
}

TEST(Rates, ATrendIsMetByMovingTheStatedWay) {
    EXPECT_TRUE(moved(plan::Trend::up, Decimal(1), Decimal(2)));
    EXPECT_FALSE(moved(plan::Trend::up, Decimal(2), Decimal(2)));
    EXPECT_TRUE(moved(plan::Trend::down, Decimal(2), Decimal(1)));
    EXPECT_FALSE(moved(plan::Trend::down, Decimal(2), Decimal(2)));
    EXPECT_TRUE(moved(plan::Trend::keep, Decimal(2), Decimal(2)));
    EXPECT_FALSE(moved(plan::Trend::keep, Decimal(2), Decimal(3)));
}

}  // namespace
}  // namespace shinchoku::calc
