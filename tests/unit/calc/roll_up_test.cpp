#include <gtest/gtest.h>

#include "indicators.h"

namespace shinchoku::calc {
namespace {

Assessment with(Status status, std::optional<int> percent = {}, std::string grade = "") {
    Assessment assessment;
    assessment.status = status;
    if (percent) {
        assessment.rate = RatePercent{base::Decimal(*percent), base::Decimal(1)};
    }
    assessment.grade = std::move(grade);
    return assessment;
}

TEST(RollUp, MissingIsCountedAndIsNotZero) {
    RollUp sum;
    const base::Decimal one(1);
    sum.add(with(Status::met, 120, "A"), one);
    sum.add(with(Status::missed, 60, "C"), one);
    sum.add(with(Status::met, {}, "A"), one);  // met without a rate
    sum.add(with(Status::missing), one);
    sum.add(with(Status::unavailable), one);
    sum.add(with(Status::error), one);
    sum.add(with(Status::unclear), one);
    sum.add(with(Status::incomplete), one);
    sum.add(with(Status::not_due), one);
    sum.add(with(Status::no_target), one);
    sum.add(with(Status::to_confirm), one);
    EXPECT_EQ(sum.all(), 8);
    EXPECT_EQ(sum.assessed, 3);
    EXPECT_EQ(sum.met, 2);
    EXPECT_EQ(sum.missed, 1);
    EXPECT_EQ(sum.missing, 1);
    EXPECT_EQ(sum.unavailable, 1);
    EXPECT_EQ(sum.error, 1);
    EXPECT_EQ(sum.unclear, 1);
    EXPECT_EQ(sum.incomplete, 1);
    EXPECT_EQ(sum.not_due, 1);
    EXPECT_EQ(sum.no_target, 1);
    EXPECT_EQ(sum.to_confirm, 1);
    EXPECT_EQ(sum.grades, (std::map<std::string, int>{{"A", 2}, {"C", 1}}));
    EXPECT_EQ(sum.mean_rate()->to_string(), "90");
    EXPECT_EQ(sum.mean_rate_missing_as_zero()->to_string(), "60");
}

TEST(RollUp, WeightsCountAndAnEmptyOneHasNoMean) {
    RollUp sum;
    EXPECT_FALSE(sum.mean_rate());
    EXPECT_FALSE(sum.mean_rate_missing_as_zero());
    sum.add(with(Status::met, 100), base::Decimal(3));
    sum.add(with(Status::missed, 0), base::Decimal(1));
    EXPECT_EQ(sum.mean_rate()->to_string(), "75");
    RollUp only_missing;
    only_missing.add(with(Status::missing), base::Decimal(1));
    EXPECT_FALSE(only_missing.mean_rate());
    EXPECT_EQ(only_missing.mean_rate_missing_as_zero()->to_string(), "0");
}

}  // namespace
}  // namespace shinchoku::calc
