// A07: grades, reasons and the word 完了 held against what the year and the next one say.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

plan::Evaluation best(const std::string& reason, const std::string& next = "") {
    return {.indicator = "1-1-1/1", .year = 2026, .grade = "A", .reason = reason, .next = next};
}

SheetPlan two_rows(plan::Evaluation evaluation) {
    SheetPlan plan;
    plan.measure("1-1-1",
                 {{.targets = {"導入"}, .actuals = {"導入"}},
                  {.name = "研修", .targets = {"導入"}, .actuals = {"導入"}}});
    plan.last().evaluations.push_back(std::move(evaluation));
    return plan;
}

TEST(Evaluations, TheBestGradeStandsBesideNothingUndone) {
    EXPECT_EQ(lines_of("A07", two_rows(best("導入した"))), Lines{});
    SheetPlan actual = two_rows(best("導入した"));
    actual.last().indicators[0].years[0].actual = plan::read_text("未実施");
    EXPECT_EQ(lines_of("A07", actual).size(), 1U) << "the value says so";
    SheetPlan note = two_rows(best("導入した"));
    note.last().indicators[0].years[0].note = "機器がなく着手できなかった";
    EXPECT_EQ(lines_of("A07", note).size(), 1U) << "the note says so";
    SheetPlan other = two_rows(best("導入した"));
    other.last().indicators[1].years[0].actual = plan::read_text("未実施");
    EXPECT_EQ(lines_of("A07", other), Lines{}) << "another row's value";
    other.last().evaluations[0].indicator.reset();
    EXPECT_EQ(lines_of("A07", other).size(), 1U) << "a row of the measure that is graded";
    other.last().evaluations[0].year.reset();
    EXPECT_EQ(lines_of("A07", other), Lines{}) << "of no year";
    actual.last().evaluations[0].grade = "B";
    EXPECT_EQ(lines_of("A07", actual), Lines{}) << "not the best";
}

TEST(Evaluations, CompletedIsTheFirstWordOfWhatComesNext) {
    struct CompletedCase {
        const char* next;
        const char* target;  // of the next year
        bool told;
    };
    const std::vector<CompletedCase> cases{
        {"完了", "12件", true},
        {"完了。", "12件", true},
        {"完了\n維持管理へ移る", "12件", true},
        {"完了した", "12件", true},
        {"完了（3月）", "12件", true},
        {"完了、以後は維持", "12件", true},
        {"取組完了", "12件", true},
        {"完了予定", "12件", false},
        {"ほぼ完了", "12件", false},
        {"完了", "", false},
        {"完了", "－", false},
        {"完了", "→", false},
    };
    for (const CompletedCase& c : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {{.targets = {"10件", c.target}, .actuals = {"10件", "x"}}});
        plan.last().evaluations.push_back(best("計画どおり", c.next));
        EXPECT_EQ(!lines_of("A07", plan).empty(), c.told) << c.next << " / " << c.target;
    }
}

TEST(Evaluations, AnActualIsCompletedWhereNothingFollows) {
    struct CompletedCase {
        const char* actual;
        const char* target;  // of the next year
        bool told;
    };
    const std::vector<CompletedCase> cases{
        {"完了", "拡大", true},
        {"完了済み", "拡大", true},
        {"一部完了", "拡大", false},
        {"完了", "", false},
        {"完了", "－", false},
        {"完了", "→", false},
    };
    for (const CompletedCase& c : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {{.targets = {"導入", c.target}, .actuals = {c.actual}}});
        EXPECT_EQ(lines_of("A07", plan), c.told ? Lines{"A07 warning B13"} : Lines{})
            << c.actual << " / " << c.target;
    }
    SheetPlan graded;
    graded.measure("1-1-1", {{.targets = {"導入", "拡大"}, .actuals = {"完了"}}});
    layout::YearPlaces& year = graded.last_places().indicators[0].years[0];
    year.grade = base::CellRef{14, 1};
    EXPECT_EQ(lines_of("A07", graded), Lines{"A07 warning B15"}) << "its 評価";
    year.reason = base::CellRef{15, 1};
    EXPECT_EQ(lines_of("A07", graded), Lines{"A07 warning B16"}) << "評価の理由 before that";
    graded.reading().places.clear();
    EXPECT_EQ(lines_of("A07", graded), Lines{"A07 warning -"}) << "a plan in JSON";
}

}  // namespace
}  // namespace shinchoku::check
