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
        Judged judged{.rate = RatePercent{decimal(c.percent), base::Decimal(1)}};
        EXPECT_EQ(grade_of(default_scheme(), judged), c.grade) << c.percent;
        EXPECT_EQ(grade_of(default_scheme(), *judged.rate), c.grade) << c.percent;
        judged.just_below = true;
        EXPECT_EQ(grade_of(default_scheme(), judged), c.just_below) << c.percent;
    }
}

TEST(Scheme, WithoutARateMetTakesTheBestGradeAndMissedTheLast) {
    EXPECT_EQ(grade_of(default_scheme(), Judged{.met = true}), "A");
    EXPECT_EQ(grade_of(default_scheme(), Judged{.met = false}), "D");
}

TEST(Scheme, ARateThatIsRoundedUpToAThresholdIsToldOf) {
    struct Case {
        const char* percent;
        const char* note;
    };
    const Case cases[] = {
        {"79.95", "shown as 80.0%, but the exact rate is below 80%"},
        {"99.96", "shown as 100.0%, but the exact rate is below 100%"},
        {"79.94", ""},
        {"80", ""},
    };
    for (const Case& c : cases) {
        const Assessment assessment{.rate = RatePercent{decimal(c.percent), base::Decimal(1)}};
        const auto note = note_of_rounding(default_scheme(), assessment);
        EXPECT_EQ(note ? note->en : "", c.note) << c.percent;
    }
    EXPECT_FALSE(note_of_rounding(default_scheme(), {}));
    Scheme judged_by_people = default_scheme();
    judged_by_people.basis = Basis::person;
    EXPECT_FALSE(note_of_rounding(judged_by_people,
                                  {.rate = RatePercent{decimal("79.95"), base::Decimal(1)}}));
}

TEST(Scheme, OneWithoutGradesGivesNone) {
    const Scheme empty;
    EXPECT_EQ(grade_of(empty, whole_percent(100)), "");
    EXPECT_EQ(grade_of(empty, Judged{.met = true}), "");
}

TEST(Scheme, TheRankOfAGradeCountsFromTheBest) {
    EXPECT_EQ(rank_of(default_scheme(), "A"), 0U);
    EXPECT_EQ(rank_of(default_scheme(), "D"), 3U);
    EXPECT_FALSE(rank_of(default_scheme(), "S"));
    EXPECT_FALSE(rank_of(default_scheme(), ""));
}

TEST(Scheme, ComparisonsAreReadFromTheirNotation) {
    struct Case {
        const char* text;
        Comparison::With with;
        Comparison::Sign sign;
        const char* slack;
    };
    using With = Comparison::With;
    using Sign = Comparison::Sign;
    const Case cases[] = {{"A > T", With::target, Sign::above, "0"},
                          {"A=T", With::target, Sign::equal, "0"},
                          {"A >= B", With::baseline, Sign::at_least, "0"},
                          {"A >= B - 10%", With::baseline, Sign::at_least, "10"},
                          {"A >= T - 2.5 %", With::target, Sign::at_least, "2.5"}};
    for (const Case& c : cases) {
        const auto parsed = parse_comparison(c.text);
        ASSERT_TRUE(parsed) << c.text;
        EXPECT_EQ(parsed->with, c.with) << c.text;
        EXPECT_EQ(parsed->sign, c.sign) << c.text;
        EXPECT_EQ(parsed->slack_percent.to_string(), c.slack) << c.text;
    }
    for (const char* text : {"",
                             "A",
                             "A <",
                             "A < T",
                             "B > T",
                             "A > 100",
                             "A > T - 10%",
                             "A >= B - x%",
                             "A >= B - 10",
                             "A >= B - -1%",
                             "A >= B + 10%",
                             "A = B + 1%"}) {
        EXPECT_FALSE(parse_comparison(text)) << text;
    }
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
