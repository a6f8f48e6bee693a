#include "calc/open_sdg.h"

#include <gtest/gtest.h>

#include "indicators.h"

namespace shinchoku::calc {
namespace {

Point at(int year, const char* number) {
    return {year, decimal(number)};
}

// Check values of design/calculation.md.
TEST(OpenSdg, TheCheckValuesOfTheDesign) {
    const auto up = sdg_progress(at(2020, "95.3"), at(2023, "96.0"), at(2027, "97.2"), false);
    ASSERT_TRUE(up);
    EXPECT_NEAR(up->value, 0.864853, 5e-7);
    EXPECT_NEAR(up->score, 1.8919, 5e-5);
    EXPECT_EQ(up->standing, SdgStanding::moderate);
    const auto down = sdg_progress(at(2022, "109829"), at(2024, "95000"), at(2027, "83194"), true);
    ASSERT_TRUE(down);
    EXPECT_NEAR(down->value, 1.294647, 5e-7);
    EXPECT_NEAR(down->score, 4.9618, 5e-5);
    EXPECT_EQ(down->standing, SdgStanding::substantial);
    const auto to_zero = sdg_progress(at(2020, "5"), at(2023, "2"), at(2027, "0"), true);
    ASSERT_TRUE(to_zero);
    EXPECT_NEAR(to_zero->value, 0.373958, 5e-7);
    EXPECT_NEAR(to_zero->score, -0.9418, 5e-5);
    EXPECT_EQ(to_zero->standing, SdgStanding::limited);
    const auto alone = sdg_progress(at(2022, "88.1"), at(2025, "89.0"), decimal("100"), false);
    ASSERT_TRUE(alone);
    EXPECT_NEAR(alone->value, 0.003394, 5e-7);
    EXPECT_NEAR(alone->score, 0.7220, 5e-4);
    EXPECT_EQ(alone->standing, SdgStanding::moderate);
}

TEST(OpenSdg, ATargetThatIsReachedIsAchievedWhateverThePoints) {
    const auto reached = sdg_progress(at(2023, "5"), at(2023, "10"), at(2020, "10"), false);
    ASSERT_TRUE(reached);
    EXPECT_EQ(reached->standing, SdgStanding::achieved);
    EXPECT_EQ(reached->score, 5);
    // A falling target of 0 stands for 0.001.
    EXPECT_EQ(sdg_progress(at(2020, "5"), at(2023, "0"), at(2027, "0"), true)->standing,
              SdgStanding::achieved);
}

TEST(OpenSdg, NothingWhereItIsNotDefined) {
    EXPECT_FALSE(sdg_progress(at(2020, "-5"), at(2023, "2"), at(2027, "10"), false));
    EXPECT_FALSE(sdg_progress(at(2020, "5"), at(2023, "-2"), at(2027, "10"), false));
    EXPECT_FALSE(sdg_progress(at(2020, "5"), at(2023, "6"), at(2027, "-1"), true));
    EXPECT_FALSE(sdg_progress(at(2020, "5"), at(2020, "6"), at(2027, "10"), false));
    EXPECT_FALSE(sdg_progress(at(2020, "5"), at(2023, "6"), at(2020, "10"), false));
    EXPECT_FALSE(sdg_progress(at(2020, "10"), at(2023, "9"), at(2027, "10"), false));
    EXPECT_FALSE(sdg_progress(at(2023, "5"), at(2020, "6"), std::nullopt, false));
    EXPECT_FALSE(sdg_progress(at(2020, "5"), at(2023, "-6"), std::nullopt, false));
}

TEST(OpenSdg, AValueBelowZeroMovesTowardsTheGoodSideWithTheOtherSign) {
    const auto better = sdg_progress(at(2020, "-158"), at(2024, "-120"), at(2030, "-100"), false);
    ASSERT_TRUE(better);
    EXPECT_GT(better->value, 0);
    const auto worse = sdg_progress(at(2020, "-158"), at(2024, "-180"), at(2030, "-100"), false);
    ASSERT_TRUE(worse);
    EXPECT_EQ(worse->standing, SdgStanding::deterioration);
}

TEST(OpenSdg, ZeroStandsForAThousandthAndHasNoSign) {
    // (5 / 0.001) - 1 made, (10 / 0.001)^(1/2) - 1 = 99 needed.
    const auto from_zero = sdg_progress(at(2020, "0"), at(2021, "5"), at(2022, "10"), false);
    ASSERT_TRUE(from_zero);
    EXPECT_NEAR(from_zero->value, 4999.0 / 99, 1e-6);
    EXPECT_EQ(from_zero->standing, SdgStanding::substantial);
    const auto to_zero = sdg_progress(at(2020, "-5"), at(2021, "0"), at(2022, "-10"), true);
    ASSERT_TRUE(to_zero);
    EXPECT_EQ(to_zero->standing, SdgStanding::deterioration);
}

TEST(OpenSdg, WithoutATargetLessIsAskedForNearTheLimit) {
    const auto standing = [](const char* from, const char* to, const char* limit) {
        return sdg_progress(at(2020, from), at(2021, to), decimal(limit), false)->standing;
    };
    // Growth of 1 % a year: moderate far from the limit, substantial near it or well beyond half.
    EXPECT_EQ(standing("20", "20.2", "100"), SdgStanding::moderate);
    EXPECT_EQ(standing("95", "95.95", "100"), SdgStanding::substantial);
    EXPECT_EQ(standing("105", "106.05", "100"), SdgStanding::substantial);
    EXPECT_EQ(standing("200", "202", "100"), SdgStanding::moderate);
    EXPECT_EQ(standing("5", "5.05", "0"), SdgStanding::moderate);  // a limit of zero binds nothing
    EXPECT_EQ(standing("20", "20.05", "100"), SdgStanding::limited);
    EXPECT_EQ(standing("20", "19", "100"), SdgStanding::deterioration);
    // At the limit itself nothing more is asked for.
    const auto full = sdg_progress(at(2020, "100"), at(2021, "100"), decimal("100"), false);
    EXPECT_EQ(full->standing, SdgStanding::substantial);
    EXPECT_EQ(full->score, 5);
    EXPECT_EQ(sdg_progress(at(2020, "0"), at(2021, "2"), std::nullopt, false)->score, 5);
    EXPECT_EQ(sdg_progress(at(2020, "20"), at(2021, "10"), std::nullopt, false)->score, -5);
    EXPECT_NEAR(
        sdg_progress(at(2020, "20"), at(2021, "20.4"), std::nullopt, false)->score, 5, 1e-6);
}

}  // namespace
}  // namespace shinchoku::calc
