#include "report/standing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_plan.h"

namespace shinchoku::report {
namespace {

using testing::ElementsAre;

TEST(Standing, TheYearReportedOnIsTheLatestClosedOneOfThePlan) {
    struct Case {
        const char* what;
        plan::Date as_of;
        int expected;
    };
    plan::Plan plan;
    plan.first_year = 2026;
    plan.last_year = 2030;
    const Case cases[] = {
        {"before the plan begins", {2025, 6, 1}, 2026},
        {"in its first year", {2026, 12, 31}, 2026},
        {"the last day of the first year", {2027, 3, 31}, 2026},
        {"the day after the second year", {2028, 4, 1}, 2027},
        {"long after the plan", {2040, 1, 1}, 2030},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(reporting_year(plan, c.as_of), c.expected) << c.what;
    }
}

TEST(Standing, AYearOutsideThePlanOrYetToComeIsRefused) {
    struct Case {
        const char* what;
        int year;
        plan::Date as_of;
        std::string_view refused;  // "" for not
    };
    plan::Plan plan;
    plan.first_year = 2026;
    plan.last_year = 2030;
    const Case cases[] = {
        {"closed", 2026, {2027, 4, 1}, ""},
        {"running since today", 2027, {2027, 4, 1}, ""},
        {"begins tomorrow", 2027, {2027, 3, 31}, "まだ始まっていません"},
        {"before the plan", 2025, {2027, 4, 1}, "計画期間にありません"},
        {"after the plan", 2031, {2040, 4, 1}, "計画期間にありません"},
    };
    for (const Case& c : cases) {
        const auto refused = refused_year(plan, c.year, c.as_of);
        ASSERT_EQ(refused.has_value(), !c.refused.empty()) << c.what;
        if (refused) {
            EXPECT_THAT(refused->message.ja, testing::HasSubstr(std::string(c.refused))) << c.what;
        }
    }
}

TEST(Standing, OfAYearThatIsNamedAndStillRunsNothingIsMissing) {
    SmallBook book;
    ProgressBookInput input = book.input();
    input.year = 2027;
    const Standings standings = gather(input);
    EXPECT_EQ(standings.year, 2027);
    EXPECT_TRUE(standings.interim);
    EXPECT_EQ(standings.count(Standing::not_due), 5U);
    EXPECT_EQ(standings.count(Standing::missing), 0U);
}

TEST(Standing, OnlyWhatAFindingNamesIsDoubtful) {
    SmallBook book;
    base::Finding finding;
    finding.severity = base::Severity::warning;
    finding.measure = "1-1-1";
    finding.key = base::make_key("N05", "1-1-1/1", 2027);
    book.findings.push_back(finding);
    finding.measure = "1-1-2";
    finding.key = base::make_key("N05", "1-1-2/1", 2026);
    book.findings.push_back(finding);
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    EXPECT_FALSE(standings.lines[0].doubtful) << "it is about another year";
    EXPECT_TRUE(standings.lines[1].doubtful);
}

TEST(Standing, EveryStatusHasALabelAndAMarkInBothLanguages) {
    for (const bool interim : {false, true}) {
        for (const Audience audience : {Audience::office, Audience::council}) {
            for (const Standing standing :
                 interim ? standings_of_running_year : standings_of_closed_year) {
                EXPECT_FALSE(label_of(standing, interim, audience).ja.empty());
                EXPECT_FALSE(label_of(standing, interim, audience).en.empty());
                EXPECT_FALSE(mark_of(standing, false, interim).empty());
            }
        }
    }
    EXPECT_NE(mark_of(Standing::missed, false), mark_of(Standing::missed, true));
}

TEST(Standing, MissingIsCountedAndNeverTakenForZero) {
    SmallBook book;
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    EXPECT_EQ(standings.count(Standing::met), 1U);
    EXPECT_EQ(standings.count(Standing::missed), 1U);
    EXPECT_EQ(standings.count(Standing::missing), 1U);
    EXPECT_EQ(standings.count(Standing::unavailable), 1U);
    EXPECT_EQ(standings.count(Standing::to_confirm), 1U);
    EXPECT_THAT(standings.departments, ElementsAre("納税課", "管財課", "秘書課"));
    EXPECT_EQ(standings.policies.size(), 2U);
}

TEST(Standing, MeasuresOfTheMasterThatDidNotComeStandAtTheirPlace) {
    SmallBook book;
    const layout::Reading master = small_reading();
    auto& measures = book.reading.plan.measures;
    measures.erase(measures.begin() + 1);  // 1-1-2 of 納税課
    measures.pop_back();                   // all that 秘書課 has
    ProgressBookInput input = book.input();
    input.master = &master;
    const Standings standings = gather(input);

    std::vector<std::string> ids;
    for (const Line& line : standings.lines) {
        ids.push_back(line.measure->id);
    }
    EXPECT_THAT(ids, ElementsAre("1-1-1", "1-1-2", "2-1-1", "2-1-2", "2-1-3"));
    EXPECT_EQ(standings.count(Standing::not_returned), 2U);
    EXPECT_EQ(standings.measures, 5U);

    ASSERT_EQ(standings.submissions.size(), 3U);
    const Submission& tax = standings.submissions[0];
    EXPECT_EQ(tax.distributed, 2U);
    EXPECT_EQ(tax.returned, 1U);
    EXPECT_EQ(tax.filled, 1U);
    ASSERT_EQ(tax.absent.size(), 1U);
    EXPECT_EQ(tax.absent.front()->id, "1-1-2");
    const Submission& property = standings.submissions[1];
    EXPECT_EQ(property.returned, 2U);
    EXPECT_EQ(property.filled, 1U) << "one actual is blank; 集計中 is an answer";
    EXPECT_EQ(standings.submissions[2].returned, 0U);
}

TEST(Standing, WithoutAMasterTheOrderIsThatOfTheIdsWhateverFileCameFirst) {
    SmallBook book;
    auto& measures = book.reading.plan.measures;
    measures[0].id = "1-10-1";
    measures[1].id = "1-2-1";
    measures[2].id = "1-2-11";
    measures[3].id = "1-2-2";
    measures[4].id = "1";
    for (plan::Measure& measure : measures) {
        measure.indicators.clear();
    }
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    std::vector<std::string> ids;
    for (const Line& line : standings.lines) {
        ids.push_back(line.measure->id);
    }
    EXPECT_THAT(ids, ElementsAre("1", "1-2-1", "1-2-2", "1-2-11", "1-10-1"));
    EXPECT_THAT(standings.order, ElementsAre(4U, 1U, 3U, 2U, 0U));
}

TEST(Standing, FindingsAreCountedAtTheirMeasure) {
    SmallBook book;
    base::Finding finding;
    finding.measure = "2-1-1";
    finding.severity = base::Severity::error;
    book.findings.push_back(finding);
    finding.severity = base::Severity::warning;
    book.findings.push_back(finding);
    finding.severity = base::Severity::info;
    book.findings.push_back(finding);
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    EXPECT_EQ(standings.lines[2].errors, 1);
    EXPECT_EQ(standings.lines[2].warnings, 1);
    EXPECT_EQ(standings.lines[0].errors, 0);
}

}  // namespace
}  // namespace shinchoku::report
