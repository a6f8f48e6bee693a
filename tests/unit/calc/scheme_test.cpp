#include "calc/scheme.h"

#include <gtest/gtest.h>

#include "calc/grade.h"
#include "calc/rates.h"
#include "indicators.h"

namespace shinchoku::calc {
namespace {

TEST(Scheme, TheDefaultThresholdsAreInclusiveAndExact) {
    struct Case {
        const char* percent;
        const char* grade;
        const char* just_below;
    };
    const Case cases[] = {
        {"250", "A", "A"},
        {"100", "A", "B"},
        {"99.9999999999999999", "B", "B"},
        {"80", "B", "C"},
        {"79.99", "C", "C"},
        {"60", "C", "D"},
        {"59.999", "D", "D"},
        {"0", "D", "D"},
        {"-20", "D", "D"},
    };
    for (const Case& c : cases) {
        const RatePercent rate{decimal(c.percent), base::Decimal(1)};
        EXPECT_EQ(grade_of(default_scheme(), rate), c.grade) << c.percent;
        EXPECT_EQ(grade_of(default_scheme(), rate, true), c.just_below) << c.percent;
    }
    EXPECT_EQ(best_grade(default_scheme()), "A");
    EXPECT_EQ(last_grade(default_scheme()), "D");
}

TEST(Scheme, OneWithoutGradesGivesNone) {
    const Scheme empty;
    EXPECT_EQ(grade_of(empty, whole_percent(100)), "");
    EXPECT_EQ(best_grade(empty), "");
    EXPECT_EQ(last_grade(empty), "");
}

TEST(Names, EveryMethodIsReadBackFromItsName) {
    for (int i = 0; i <= static_cast<int>(Method::steps); ++i) {
        const auto method = static_cast<Method>(i);
        EXPECT_EQ(parse_method(name_of(method)), method);
        EXPECT_FALSE(label_of(method).ja.empty());
    }
    EXPECT_EQ(name_of(Method::keep), "keep");
    EXPECT_EQ(name_of(Method::cumulative), "cumulative");
    EXPECT_FALSE(parse_method(""));
    EXPECT_FALSE(parse_method("Simple"));
}

TEST(Names, EveryStatusHasItsOwnNameAndLabel) {
    const std::vector<std::string> names{"met",
                                         "missed",
                                         "missing",
                                         "not_due",
                                         "no_target",
                                         "unavailable",
                                         "error",
                                         "unclear",
                                         "to_confirm",
                                         "incomplete"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto status = static_cast<Status>(i);
        EXPECT_EQ(name_of(status), names[i]);
        EXPECT_FALSE(label_of(status).ja.empty());
        EXPECT_FALSE(label_of(status).en.empty());
    }
    EXPECT_EQ(label_of(Status::missing).ja, "未入力");
}

}  // namespace
}  // namespace shinchoku::calc
