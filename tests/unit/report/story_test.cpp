#include "report/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/value_reading.h"
#include "report/tasks.h"
#include "small_plan.h"

namespace shinchoku::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// A year on: the same plan with actuals of 2027.
struct SecondYear : SmallBook {
    SecondYear() {
        as_of = {2028, 5, 31};
        set(0, "98.5");
        set(1, "10");
        set(2, "");
    }
    void set(std::size_t measure, std::string_view actual) {
        plan::Value& value = reading.plan.measures[measure].indicators[0].years[1].actual;
        value = actual.empty() ? plan::Value()
                               : plan::read_number(*base::Decimal::parse(actual), "General");
    }
    plan::Indicator& indicator(std::size_t measure) {
        return reading.plan.measures[measure].indicators[0];
    }
};

Story story_of(SmallBook& book) {
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    return tell(input, standings);
}

TEST(Story, StepsAreRankedByTheirShareAndToldByTheirGoodSide) {
    SecondYear book;
    const Story story = story_of(book);
    ASSERT_EQ(story.movements.size(), 2U);
    EXPECT_EQ(story.movements[0].line, 1U) << "8 to 10 is a larger step than 98.7 to 98.5";
    EXPECT_TRUE(story.movements[0].forward);
    EXPECT_EQ(story.movements[0].before_year, 2026);
    EXPECT_EQ(story.movements[0].share_percent, base::Decimal(20));
    EXPECT_FALSE(story.movements[1].forward);
}

TEST(Story, ADirectionDecidesWhatIsForward) {
    struct Case {
        const char* what;
        plan::Direction direction;
        const char* actual;  // after 8, against a target of 10
        int moved;           // 1 forward, -1 backward, 0 not told
    };
    const Case cases[] = {
        {"up", plan::Direction::up, "9", 1},
        {"up, but fewer", plan::Direction::up, "7", -1},
        {"down", plan::Direction::down, "7", 1},
        {"down, but more", plan::Direction::down, "9", -1},
        {"to keep 10: nearer from below", plan::Direction::keep, "9", 1},
        {"to keep 10: farther", plan::Direction::keep, "6", -1},
        {"a range has no side", plan::Direction::within, "9", 0},
        {"the same figure", plan::Direction::up, "8", 0},
    };
    for (const Case& c : cases) {
        SecondYear book;
        book.set(0, "");
        book.set(1, c.actual);
        book.indicator(1).direction = c.direction;
        const Story story = story_of(book);
        ASSERT_EQ(story.movements.size(), c.moved == 0 ? 0U : 1U) << c.what;
        if (c.moved != 0) {
            EXPECT_EQ(story.movements[0].forward, c.moved > 0) << c.what;
        }
    }
}

TEST(Story, ABaselineStandsInForTheYearBeforeTheFirst) {
    SmallBook book;
    EXPECT_TRUE(story_of(book).movements.empty()) << "nothing to compare with";
    plan::Baseline baseline;
    baseline.year = 2024;
    baseline.value = plan::read_number(base::Decimal(5), "General");
    book.reading.plan.measures[1].indicators[0].baseline = baseline;
    const Story story = story_of(book);
    ASSERT_EQ(story.movements.size(), 1U);
    EXPECT_TRUE(story.movements[0].from_baseline);
    EXPECT_EQ(story.movements[0].before_year, 2024);
    EXPECT_EQ(story.movements[0].after, base::Decimal(8));
}

TEST(Story, FiguresOfTwoUnitsAreNotCompared) {
    SmallBook book;
    plan::Indicator& indicator = book.reading.plan.measures[1].indicators[0];
    indicator.years[0].actual.content = plan::Number{base::Decimal(8), {.unit = "件"}};
    plan::Baseline baseline;
    baseline.value.content = plan::Number{base::Decimal(60), {.unit = "件"}};
    indicator.baseline = baseline;
    EXPECT_EQ(story_of(book).movements.size(), 1U);
    indicator.baseline->value.content = plan::Number{base::Decimal(60), {.unit = "%"}};
    EXPECT_TRUE(story_of(book).movements.empty());
}

TEST(Story, UnderARunningTotalTheYearsOwnFiguresAreCompared) {
    SecondYear book;
    book.set(0, "");
    plan::Indicator& indicator = book.indicator(1);
    indicator.accumulation = plan::Accumulation::per_year;
    for (plan::YearEntry& year : indicator.years) {
        year.target.qualifiers.cumulative = true;
    }
    book.set(1, "5");  // after 8: 13 in all, but fewer than last year
    ProgressBookInput input = book.input();
    for (calc::Assessment& each : book.assessments) {
        each.method = calc::Method::cumulative;
        each.actual = each.actual && each.year == 2027 ? base::Decimal(13) : each.actual;
    }
    const Standings standings = gather(input);
    const Story story = tell(input, standings);
    ASSERT_EQ(story.movements.size(), 1U);
    EXPECT_TRUE(story.movements[0].of_single_year);
    EXPECT_EQ(story.movements[0].after, base::Decimal(5));
    EXPECT_FALSE(story.movements[0].forward);
}

TEST(Story, GradesThatWentUpOrDownAreThoseOfTwoYears) {
    SecondYear book;
    book.set(0, "50");
    const Story story = story_of(book);
    ASSERT_EQ(story.grade_changes.size(), 2U);
    EXPECT_EQ(story.grade_changes[0].before, "A");
    EXPECT_EQ(story.grade_changes[0].after, "D");
    EXPECT_FALSE(story.grade_changes[0].better);
    EXPECT_EQ(story.grade_changes[1].before, "B");
    EXPECT_EQ(story.grade_changes[1].after, "A");
    EXPECT_TRUE(story.grade_changes[1].better);
    SmallBook first;
    EXPECT_TRUE(story_of(first).grade_changes.empty()) << "the first year has none before it";
}

std::vector<std::string> changes_of(const Story& story) {
    std::vector<std::string> told;
    for (const PlanChange& change : story.plan_changes) {
        told.push_back(change.measure->id + " " + change.what.ja);
    }
    return told;
}

TEST(Story, ChangesOfThePlanAreRevisionsAndDifferencesFromTheMaster) {
    SecondYear book;
    const layout::Reading master = book.reading;
    plan::Revision revision;
    revision.year = 2027;
    revision.target_year = 2027;
    revision.old_target = plan::read_text("10");
    revision.new_target = plan::read_text("12");
    revision.reason = "利用が増えた";
    book.indicator(1).revisions.push_back(revision);
    revision.year = 2026;  // told last year
    revision.target_year = 2026;
    book.indicator(1).revisions.push_back(revision);
    book.indicator(1).years[1].target = plan::read_text("12");
    book.indicator(2).years[1].target = plan::read_text("3");
    book.reading.plan.measures[3].departments = {"財政課"};
    book.reading.plan.measures[4].id = "2-1-9";
    ProgressBookInput input = book.input();
    input.master = &master;
    const Standings standings = gather(input);
    EXPECT_THAT(changes_of(tell(input, standings)),
                ElementsAre("1-1-2 令和9年度の目標を変更 10 → 12(理由: 利用が増えた)",
                            "2-1-1 令和9年度の目標が原本と違う 4 → 3",
                            "2-1-2 主管課 管財課 → 財政課",
                            "2-1-9 原本にない施策"));
}

TEST(Story, ATargetThatFallsDueIsNoChange) {
    SecondYear book;
    const ProgressBookInput input = book.input();
    ASSERT_EQ(book.assessments[2].indicator, "1-1-2/1");
    book.assessments[2].status = calc::Status::no_target;
    const Standings standings = gather(input);
    const Story story = tell(input, standings);
    ASSERT_EQ(story.plan_changes.size(), 1U);
    EXPECT_TRUE(story.plan_changes[0].due);
    EXPECT_EQ(story.plan_changes[0].what.ja, "この年度が期限の目標 10");
}

std::vector<TaskKind> kinds_of(const Story& story, std::size_t department) {
    std::vector<TaskKind> kinds;
    for (const Task& task : story.tasks.at(department).tasks) {
        kinds.push_back(task.kind);
    }
    return kinds;
}

TEST(Story, EachDepartmentIsAskedForWhatItHasToDo) {
    SmallBook book;
    const layout::Reading master = small_reading();
    auto& measures = book.reading.plan.measures;
    measures[1].indicators[0].years[0].actual = plan::read_number(base::Decimal(1), "General");
    measures[0].evaluations.push_back({.year = 2026, .grade = "C"});
    measures[4].evaluations.push_back({.year = 2026, .grade = "B"});
    base::Finding blank;
    blank.rule = "A01";
    blank.severity = base::Severity::error;
    blank.measure = "2-1-1";
    blank.key = base::make_key("A01", "2-1-1/1", 2026);
    base::Finding other = blank;
    other.rule = "C11";
    other.key = base::make_key("C11", "2-1-2/1", 2026);
    base::Finding file = other;
    file.measure.reset();
    book.findings = {blank, other, file};
    ProgressBookInput input = book.input();
    input.master = &master;
    Standings standings = gather(input);
    Story story = tell(input, standings);
    // 納税課: D without a word; own C, computed A. 管財課: the blank is told once.
    EXPECT_THAT(kinds_of(story, 0), ElementsAre(TaskKind::give_reason, TaskKind::settle_grade));
    EXPECT_THAT(kinds_of(story, 1),
                ElementsAre(TaskKind::fill_in, TaskKind::mend, TaskKind::fill_in_later));
    EXPECT_TRUE(story.tasks[2].tasks.empty()) << "a person has judged the target in words";
    ASSERT_EQ(story.tasks.size(), 4U);
    EXPECT_EQ(story.tasks[3].department, "") << "a finding on a file is of no department";
    for (const DepartmentTasks& department : story.tasks) {
        for (const Task& task : department.tasks) {
            if (task.kind != TaskKind::mend) {
                EXPECT_THAT(sentence_of(Wording(base::Language::ja), task),
                            HasSubstr("してください"));
            }
        }
    }

    measures[1].evaluations.push_back({.year = 2026, .reason = "受付を休んだ"});
    measures[0].evaluations[0].reason = "窓口を減らした";
    measures[4].evaluations.clear();
    input = book.input();
    standings = gather(input);
    story = tell(input, standings);
    EXPECT_TRUE(story.tasks[0].tasks.empty()) << "reasons are given";
    EXPECT_THAT(kinds_of(story, 2), ElementsAre(TaskKind::confirm));

    book.reading.plan.measures.pop_back();
    input = book.input();
    input.master = &master;
    standings = gather(input);
    EXPECT_THAT(kinds_of(tell(input, standings), 2), ElementsAre(TaskKind::hand_in));
}

TEST(Story, AFigureInDoubtIsATaskOfItsDepartment) {
    SmallBook book;
    base::Finding doubt;
    doubt.rule = "N06";
    doubt.severity = base::Severity::warning;
    doubt.measure = "1-1-1";
    doubt.sheet = "1-1-1";
    doubt.cell = base::parse_a1("B12");
    doubt.key = base::make_key("N06", "1-1-1/1", 2026);
    doubt.message = {"目標の約10倍です。", ""};
    base::Finding of_next_year = doubt;
    of_next_year.key = base::make_key("N06", "1-1-1/1", 2027);
    book.findings = {doubt, of_next_year};
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    const Story story = tell(input, standings);
    ASSERT_THAT(kinds_of(story, 0), ElementsAre(TaskKind::check_figure));
    EXPECT_EQ(sentence_of(Wording(base::Language::ja), story.tasks[0].tasks[0]),
              "数値を確かめてください。シート「1-1-1」のセル B12。目標の約10倍です。");
}

TEST(Story, WhatComesNextIsNoReasonForALowGrade) {
    SmallBook book;
    plan::Measure& measure = book.reading.plan.measures[1];
    measure.indicators[0].years[0].actual = plan::read_number(base::Decimal(1), "General");
    measure.evaluations.push_back({.year = 2026, .next = "継続"});
    EXPECT_THAT(kinds_of(story_of(book), 0), ElementsAre(TaskKind::give_reason));
    measure.indicators[0].years[0].note = "窓口を閉じた";
    EXPECT_THAT(kinds_of(story_of(book), 0), ElementsAre());
}

TEST(Story, ARemedyIsAskedForInTheUnitOfTheTarget) {
    SmallBook book;
    plan::Indicator& indicator = book.reading.plan.measures[1].indicators[0];
    indicator.unit = "%";
    indicator.direction = plan::Direction::unknown;
    ProgressBookInput input = book.input();
    calc::Assessment& used = book.assessments[2];
    ASSERT_EQ(used.indicator, "1-1-2/1");
    used.forecast.linear = *base::Decimal::parse("8.5");
    used.forecast.suffices_linear = false;
    used.needed_per_year.reset();
    const Standings standings = gather(input);
    const Story story = tell(input, standings);
    ASSERT_THAT(kinds_of(story, 0), ElementsAre(TaskKind::plan_remedy));
    EXPECT_EQ(sentence_of(Wording(base::Language::ja), story.tasks[0].tasks[0]),
              "このままの歩みでは、最終目標 10% に届かない見込みです(大きいほどよい指標として、"
              "見込み 8.5%)。今後の取組みを見直してください。");
}

TEST(Story, NothingIsAskedForOnlyBecauseTheYearRuns) {
    SmallBook book;
    book.as_of = {2026, 10, 31};
    book.reading.plan.measures[1].indicators[0].years[0].actual =
        plan::read_number(base::Decimal(1), "General");
    const Story story = story_of(book);
    EXPECT_TRUE(story.tasks[0].tasks.empty()) << "a low figure in October needs no reason";
    EXPECT_EQ(story.tasks[1].count(TaskKind::fill_in), 0U);
}

TEST(Story, TheWordsOfADepartmentAreReasonNextAndNotes) {
    SmallBook book;
    plan::Measure& measure = book.reading.plan.measures[1];
    measure.evaluations.push_back({.year = 2026, .reason = "休館", .next = "見直し"});
    measure.indicators[0].years[0].note = "十月から再開";
    measure.indicators[0].years[0].actual.remark = "速報";
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    EXPECT_EQ(words_of(standings.lines[1], base::Language::ja),
              "休館\n今後: 見直し\n十月から再開\n実績の注記: 速報");
    EXPECT_EQ(words_of(standings.lines[0], base::Language::ja), "");
    ASSERT_EQ(furthest_behind(standings).size(), 1U);
    EXPECT_EQ(furthest_behind(standings).front()->measure->id, "1-1-2");
}

}  // namespace
}  // namespace shinchoku::report
