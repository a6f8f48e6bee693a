// The laws of the calculation, over generated plans.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "calc/grade.h"
#include "calc/rates.h"
#include "indicators.h"

namespace shinchoku::calc {
namespace {

using base::Decimal;

// Decimals with up to three digits after the point, of both signs.
class Numbers {
public:
    Decimal any() { return Decimal(pick(-2000000, 2000000)).shifted(-pick_int(0, 3)); }
    Decimal positive() { return Decimal(pick(1, 2000000)).shifted(-pick_int(0, 3)); }
    std::int64_t pick(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
    }
    int pick_int(int low, int high) { return static_cast<int>(pick(low, high)); }

private:
    std::mt19937_64 engine_{20260401};
};

constexpr int rounds = 600;

bool equal(const Rate& a, const Rate& b) {
    if (!a || !b) {
        return !a && !b && a.error() == b.error();
    }
    return a.value().numerator * b.value().denominator ==
           b.value().numerator * a.value().denominator;
}

TEST(Laws, ProgressDoesNotDependOnTheScaleNorOnTheZeroOfTheQuantity) {
    Numbers numbers;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = numbers.any();
        const Decimal b = numbers.any();
        const Decimal t = numbers.any();
        const Decimal scale = numbers.positive();
        const Decimal shift = numbers.any();
        const auto map = [&](const Decimal& x) { return x * scale + shift; };
        EXPECT_TRUE(equal(progress_rate(a, b, t), progress_rate(map(a), map(b), map(t))));
        const int n = numbers.pick_int(1, 10);
        const int year = numbers.pick_int(1, n);
        EXPECT_TRUE(equal(pace_rate(a, b, t, year, n), pace_rate(map(a), map(b), map(t), year, n)));
    }
}

TEST(Laws, RatiosDoNotDependOnTheScale) {
    Numbers numbers;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = numbers.any();
        const Decimal t = numbers.any();
        const Decimal scale = numbers.positive();
        EXPECT_TRUE(equal(simple_rate(a, t), simple_rate(a * scale, t * scale)));
        EXPECT_TRUE(equal(inverse_rate(a, t), inverse_rate(a * scale, t * scale)));
        EXPECT_TRUE(equal(mirror_rate(a, t), mirror_rate(a * scale, t * scale)));
    }
}

TEST(Laws, AFinalTargetReachedInItsYearIsExactlyOnPace) {
    Numbers numbers;
    for (int i = 0; i < rounds; ++i) {
        const Decimal b = numbers.any();
        const Decimal f = numbers.any();
        const int n = numbers.pick_int(1, 10);
        if (b != f) {
            EXPECT_TRUE(equal(pace_rate(f, b, f, n, n), whole_percent(100)));
        }
    }
}

plan::Value random_target(Numbers& numbers) {
    const Decimal number_a = numbers.any();
    switch (numbers.pick(0, 5)) {
        case 0:
            return value_of(
                plan::Bound{static_cast<plan::Comparator>(numbers.pick(0, 3)), number_a, {}});
        case 1: {
            const Decimal width = numbers.positive();
            return value_of(plan::Range{number_a, number_a + width, {}});
        }
        case 2:
            return value_of(plan::TrendWord{static_cast<plan::Trend>(numbers.pick(0, 1))});
        case 3:
            return {};
        default:
            return number(number_a);
    }
}

plan::Indicator random_indicator(Numbers& numbers) {
    std::optional<plan::Value> baseline;
    if (numbers.pick(0, 3) > 0) {
        baseline = number(numbers.any());
    }
    plan::Indicator result = indicator(baseline,
                                       {year(2026, random_target(numbers)),
                                        year(2027, random_target(numbers)),
                                        year(2030, number(numbers.any()))});
    const plan::Direction directions[] = {
        plan::Direction::up, plan::Direction::down, plan::Direction::keep};
    result.direction = directions[numbers.pick(0, 2)];
    result.accumulation = static_cast<plan::Accumulation>(numbers.pick(0, 3));
    if (numbers.pick(0, 3) == 0) {
        result.tolerance = numbers.positive();
    }
    return result;
}

TEST(Laws, TheMethodFollowsFromTheTargetAndNeverFromTheActual) {
    Numbers numbers;
    for (int i = 0; i < rounds; ++i) {
        plan::Indicator one = random_indicator(numbers);
        const auto before = assess_one(one, 2027);
        one.years[0].actual = number(numbers.any());
        one.years[1].actual = number(numbers.any());
        const auto after = assess_one(one, 2027);
        EXPECT_EQ(before.method, after.method);
        EXPECT_EQ(before.why, after.why);
    }
}

std::optional<std::size_t> rank(const std::string& grade) {
    return rank_of(default_scheme(), grade);
}

TEST(Laws, ABetterActualNeverGetsAWorseGrade) {
    Numbers numbers;
    int compared = 0;
    for (int i = 0; i < rounds; ++i) {
        plan::Indicator one = random_indicator(numbers);
        const plan::Value& target = one.years[0].target;
        // A range has no better side, and a trend asks for a way of its own.
        if (target.is<plan::Range>() || target.is<plan::TrendWord>()) {
            continue;
        }
        // Methods measure against their own good side; the direction has to agree with it.
        const auto* bound = target.as<plan::Bound>();
        if (bound != nullptr) {
            one.direction = bound->comparator == plan::Comparator::at_most ||
                                    bound->comparator == plan::Comparator::below
                                ? plan::Direction::down
                                : plan::Direction::up;
        }
        const bool down = one.direction == plan::Direction::down;
        const auto* number_t = target.as<plan::Number>();
        const Decimal& goal =
            number_t != nullptr ? number_t->number : one.years[2].target.as<plan::Number>()->number;
        if (one.baseline && bound == nullptr) {
            const Decimal& b = one.baseline->value.as<plan::Number>()->number;
            if (down ? goal > b : goal < b) {
                continue;
            }
        }
        Decimal worse = numbers.any();
        Decimal better = numbers.any();
        if (down ? better > worse : better < worse) {
            std::swap(worse, better);
        }
        one.years[0].actual = number(worse);
        const auto low = assess_one(one);
        one.years[0].actual = number(better);
        const auto high = assess_one(one);
        const auto low_rank = rank(low.grade);
        const auto high_rank = rank(high.grade);
        ASSERT_EQ(low_rank.has_value(), high_rank.has_value());
        if (low_rank) {
            ++compared;
            EXPECT_LE(*high_rank, *low_rank)
                << name_of(*low.method) << ": " << low.trace.en << " / " << high.trace.en;
        }
    }
    EXPECT_GT(compared, rounds / 4);
}

// Each measure's assessments stay what they are, wherever the measure stands.
TEST(Laws, TheOrderOfMeasuresNeverMatters) {
    Numbers numbers;
    plan::Plan plan;
    plan.first_year = 2026;
    plan.last_year = 2030;
    for (int i = 0; i < 60; ++i) {
        plan::Measure measure;
        measure.id = std::to_string(i);
        measure.indicators.push_back(random_indicator(numbers));
        measure.indicators.back().id = measure.id + "/1";
        measure.indicators.back().years[0].actual = number(numbers.any());
        plan.measures.push_back(std::move(measure));
    }
    const auto by_indicator = [](const plan::Plan& one) {
        std::map<std::pair<std::string, int>, std::string> told;
        RollUp sum;
        for (const Assessment& each : assess(one, default_scheme(), closed_options())) {
            told[{each.indicator, each.year}] =
                std::string(name_of(each.status)) + each.grade + shown(each.rate) + each.trace.en;
            sum.add(each, Decimal(1));
        }
        told[{"mean", 0}] = sum.mean_rate()->to_string();
        return told;
    };
    const auto before = by_indicator(plan);
    std::shuffle(plan.measures.begin(), plan.measures.end(), std::mt19937_64(7));
    EXPECT_EQ(by_indicator(plan), before);
    EXPECT_EQ(before.size(), 60U * 5U + 1U);
}

TEST(Laws, RollUpsOfTwoPartsMergeToTheRollUpOfTheWhole) {
    Numbers numbers;
    RollUp whole;
    RollUp first;
    RollUp second;
    for (int i = 0; i < 400; ++i) {
        plan::Indicator one = random_indicator(numbers);
        if (numbers.pick(0, 2) > 0) {
            one.years[0].actual = number(numbers.any());
        }
        const Decimal weight = numbers.positive();
        const Assessment assessment = assess_one(one);
        whole.add(assessment, weight);
        (i % 3 == 0 ? first : second).add(assessment, weight);
    }
    first.merge(second);
    EXPECT_EQ(first.all(), whole.all());
    EXPECT_EQ(first.assessed, whole.assessed);
    EXPECT_EQ(first.missing, whole.missing);
    EXPECT_EQ(first.met, whole.met);
    EXPECT_EQ(first.missed, whole.missed);
    EXPECT_EQ(first.grades, whole.grades);
    EXPECT_EQ(first.mean_rate(), whole.mean_rate());
    EXPECT_EQ(first.mean_rate_missing_as_zero(), whole.mean_rate_missing_as_zero());
    EXPECT_GT(whole.missing, 0);
    EXPECT_LT(*whole.mean_rate_missing_as_zero(), *whole.mean_rate());
}

}  // namespace
}  // namespace shinchoku::calc
