// A02 and N07 where the scheme, the form or the row is out of the common run.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

SheetPlan rated_row(const Row& row, plan::Evaluation evaluation, bool of_measure = false) {
    SheetPlan plan;
    plan.measure("1-1-1", {row});
    layout::YearPlaces& year = plan.last_places().indicators[0].years[0];
    year.rate = base::CellRef{13, 1};
    year.grade = base::CellRef{14, 1};
    if (!of_measure) {
        evaluation.indicator = "1-1-1/1";
    }
    evaluation.year = 2026;
    plan.last().evaluations.push_back(std::move(evaluation));
    return plan;
}

plan::Evaluation graded_as(const std::string& grade) {
    return {.grade = grade, .reason = "理由"};
}

plan::Evaluation percent_of(const char* percent) {
    return {.rate_percent = base::Decimal::parse(percent)};
}

const Row below_target{.targets = {"100件"}, .actuals = {"98件"}};

TEST(WrittenRates, AreHeldAgainstBothRatesOfTheYear) {
    const Row kept{.targets = {"61件"}, .actuals = {"63件"}, .stated = "→"};
    const Lines wrong{"N07 warning B14"};
    EXPECT_EQ(lines_of("N07", rated_row(kept, percent_of("100"))), Lines{});
    EXPECT_EQ(lines_of("N07", rated_row(kept, percent_of("103.3"))), Lines{}) << "the ratio alone";
    EXPECT_EQ(lines_of("N07", rated_row(kept, percent_of("101"))), wrong);
    const Row range{.targets = {"10～20件"}, .actuals = {"8件"}};
    EXPECT_EQ(lines_of("N07", rated_row(range, percent_of("80"))), Lines{});
    EXPECT_EQ(lines_of("N07", rated_row(range, percent_of("70"))), wrong) << "a range has no ratio";
    const Row words{.targets = {"導入"}, .actuals = {"導入"}};
    EXPECT_EQ(lines_of("N07", rated_row(words, percent_of("70"))), Lines{})
        << "nothing is computed";
}

TEST(WrittenRates, AreAsExactAsTheSheetPrintsThem) {
    const Row row{.targets = {"100.0%"}, .actuals = {"97.6%"}};
    SheetPlan plan = rated_row(row, percent_of("97.9"));
    EXPECT_EQ(lines_of("N07", plan), Lines{"N07 warning B14"});
    plan.last_places().indicators[0].years[0].rate_decimals = 0;
    EXPECT_EQ(lines_of("N07", plan), Lines{}) << "97.9 is printed as 98, and so is 97.6";
    plan.last_places().indicators[0].years[0].rate_decimals.reset();
    plan.last_places().years = {{.year = 2026, .rate_decimals = 0}};
    EXPECT_EQ(lines_of("N07", plan), Lines{}) << "in a cell of the whole measure";
}

TEST(WrittenGrades, AreOfTheSchemeItsStepsOrItsMarks) {
    calc::Scheme scheme = calc::default_scheme();
    scheme.step_grades = {{.name = "3"}, {.name = "0"}};
    scheme.unrated = "評価なし";
    scheme.without_baseline = "基準なし";
    CheckOptions options = in_may_2027();
    options.scheme = &scheme;
    const Row words{.targets = {"導入"}, .actuals = {"導入"}};
    for (const char* lawful : {"3", "評価なし", "基準なし", "A", "—", "なし", " "}) {
        EXPECT_EQ(lines_of("A02", rated_row(words, graded_as(lawful)), options), Lines{}) << lawful;
    }
    EXPECT_EQ(lines_of("A02", rated_row(words, graded_as("2")), options), Lines{"A02 error B15"});
}

TEST(WrittenGrades, TheFormsOwnChoicesAreLawful) {
    layout::Layout layout;
    layout.id = "minami_alps";
    layout.fields["評価"].check = {.kind = layout::Check::Kind::list, .choices = {"甲", "乙"}};
    layout.fields["割合"].check = {.kind = layout::Check::Kind::none};
    CheckOptions options = in_may_2027();
    options.layouts["minami_alps"] = &layout;
    const auto told = [&](const char* letter, bool of_measure) {
        SheetPlan plan = rated_row(below_target, graded_as(letter), of_measure);
        if (of_measure) {
            plan.last().indicators.push_back(plan.last().indicators.front());
        }
        plan.reading().plan.layout = "minami_alps";
        return lines_of("A02", plan, options);
    };
    EXPECT_EQ(told("甲", false), Lines{});
    EXPECT_EQ(told("丙", false), Lines{"A02 error B15"});
    EXPECT_EQ(told("甲", true), Lines{});
    EXPECT_EQ(told("—", true), Lines{});
    EXPECT_EQ(told("B", true), Lines{});
    EXPECT_EQ(told("", true), Lines{});
    EXPECT_EQ(told("丙", true), Lines{"A02 error -"}) << "the form has no cell for it";
}

TEST(WrittenGrades, OfAMeasureWithSeveralRowsNameItsOwnCell) {
    SheetPlan plan;
    plan.measure("1-1-1", {below_target, below_target});
    plan::Evaluation evaluation = graded_as("丙");
    evaluation.year = 2026;
    plan.last().evaluations = {evaluation};
    plan.last_places().years = {{.year = 2026, .grade = base::CellRef{21, 1}}};
    EXPECT_EQ(lines_of("A02", plan), Lines{"A02 error B22"});
    plan.reading().places.clear();
    EXPECT_EQ(lines_of("A02", plan), Lines{"A02 error -"});
}

TEST(WrittenGrades, TheIndicatorsOwnSchemeCountsWhereItIsKnown) {
    const calc::Scheme own{.id = "own", .grades = {{.name = "可"}}};
    const calc::Schemes known{{"own", own}};
    CheckOptions options = in_may_2027();
    options.schemes = &known;
    SheetPlan plan = rated_row(below_target, graded_as("可"));
    EXPECT_EQ(lines_of("A02", plan, options), Lines{"A02 error B15"});
    plan.last().indicators[0].scheme = "own";
    EXPECT_EQ(lines_of("A02", plan, options), Lines{});
    EXPECT_EQ(lines_of("A02", plan), Lines{"A02 error B15"}) << "no schemes are given";
    plan.last().indicators[0].scheme = "other";
    EXPECT_EQ(lines_of("A02", plan, options), Lines{"A02 error B15"});
}

}  // namespace
}  // namespace shinchoku::check
