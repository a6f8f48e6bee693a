#include "report/year_marks.h"

#include <gtest/gtest.h>

#include <functional>

#include "report/trend.h"
#include "small_plan.h"

namespace shinchoku::report {
namespace {

std::optional<base::Decimal> figure(int number) {
    return base::Decimal(number);
}

// A book whose context outlives the marks taken from it.
struct Marked {
    explicit Marked(SmallBook& book, const layout::Reading* master = nullptr)
        : input(book.input()) {
        input.master = master;
        standings = gather(input);
    }
    [[nodiscard]] YearMark mark(std::size_t line, int year) const {
        const Story story = tell(input, standings);
        const Context context{.input = input,
                              .standings = standings,
                              .story = story,
                              .words = Wording(base::Language::ja)};
        return mark_of_year(context, AssessmentsByYear(input), standings.lines[line], year);
    }

    ProgressBookInput input;
    Standings standings;
};

void judge(SmallBook& book, std::size_t measure, std::optional<int> year, const char* grade) {
    book.reading.plan.measures[measure].evaluations.push_back({.year = year, .grade = grade});
}

TEST(YearMarks, SayTheGradeOrWhyThereIsNone) {
    struct Case {
        const char* what;
        std::size_t line;
        int year;
        std::function<void(SmallBook&)> change;
        const char* expected;
        YearLook look;
    };
    const auto nothing = [](SmallBook&) {};
    const Case cases[] = {
        {"met", 0, 2026, nothing, "A", YearLook::graded},
        {"80 %", 1, 2026, nothing, "B", YearLook::graded},
        {"due and blank", 2, 2026, nothing, "未入力", YearLook::absent},
        {"pending", 3, 2026, nothing, "集計中", YearLook::doubtful},
        {"in words", 4, 2026, nothing, "要確認", YearLook::doubtful},
        {"yet to come", 0, 2027, nothing, "", YearLook::empty},
        {"the person's differs",
         1,
         2026,
         [](SmallBook& book) { judge(book, 1, 2026, "A"); },
         "B/自A",
         YearLook::graded},
        {"the person's is the same",
         1,
         2026,
         [](SmallBook& book) { judge(book, 1, 2026, "B"); },
         "B",
         YearLook::graded},
        {"a judgement without a year is of the year reported on",
         1,
         2026,
         [](SmallBook& book) { judge(book, 1, std::nullopt, "A"); },
         "B/自A",
         YearLook::graded},
        {"… and of no other",
         1,
         2027,
         [](SmallBook& book) { judge(book, 1, std::nullopt, "A"); },
         "",
         YearLook::empty},
        {"words that a person has judged",
         4,
         2026,
         [](SmallBook& book) { judge(book, 4, 2026, "C"); },
         "自C",
         YearLook::graded},
        {"blank, and judged all the same",
         2,
         2026,
         [](SmallBook& book) { judge(book, 2, 2026, "A"); },
         "未入力/自A",
         YearLook::absent},
        {"a running year with an actual",
         1,
         2026,
         [](SmallBook& book) {
             book.as_of = {2026, 12, 1};
         },
         "途中(B)",
         YearLook::provisional},
        {"a running year without one",
         2,
         2026,
         [](SmallBook& book) {
             book.as_of = {2026, 12, 1};
         },
         "",
         YearLook::empty},
        {"an actual of a year that has not begun",
         1,
         2026,
         [](SmallBook& book) {
             book.as_of = {2026, 3, 31};
         },
         "時期前",
         YearLook::doubtful},
    };
    for (const Case& c : cases) {
        SmallBook book;
        c.change(book);
        const YearMark mark = Marked(book).mark(c.line, c.year);
        EXPECT_EQ(mark.text, c.expected) << c.what;
        EXPECT_EQ(mark.look, c.look) << c.what;
    }
}

TEST(YearMarks, OfWhatWasNotReturnedSaySo) {
    SmallBook book;
    const layout::Reading master = small_reading();
    book.reading.plan.measures.pop_back();
    const Marked marked(book, &master);
    EXPECT_EQ(marked.mark(4, 2026).text, "未提出");
    EXPECT_EQ(marked.mark(4, 2027).text, "") << "not due yet";
}

TEST(YearMarks, AScaleIsTheDarkerTheWorseAndNeverDark) {
    const auto lightness = [](std::uint32_t color) {
        return 299 * (color >> 16U) + 587 * (color >> 8U & 0xFFU) + 114 * (color & 0xFFU);
    };
    for (std::size_t grades = 2; grades <= 8; ++grades) {
        for (std::size_t rank = 1; rank < grades; ++rank) {
            EXPECT_LT(lightness(scale_color(rank, grades)),
                      lightness(scale_color(rank - 1, grades)))
                << rank << " of " << grades;
        }
        EXPECT_GT(lightness(scale_color(grades - 1, grades)), 160'000U) << "letters stay readable";
    }
    EXPECT_EQ(scale_color(0, 1), scale_color(0, 8));
}

TEST(Trends, ShowOneCharacterAYearBetweenTheEndsOfTheRow) {
    struct Case {
        const char* what;
        std::optional<base::Decimal> baseline;
        std::optional<base::Decimal> final_target;
        std::vector<std::optional<base::Decimal>> actuals;  // from 2026
        const char* expected;
    };
    const Case cases[] = {
        {"from the least to the greatest", {}, {}, {figure(0), figure(7)}, "▁█"},
        {"every step",
         {},
         {},
         {figure(0), figure(1), figure(2), figure(3), figure(4), figure(5), figure(6), figure(7)},
         "▁▂▃▄▅▆▇█"},
        {"half a step is rounded up", {}, figure(14), {figure(0), figure(1)}, "▁▂"},
        {"baseline and final target are ends too", figure(0), figure(10), {figure(10)}, "█"},
        {"a year without an actual", {}, {}, {figure(1), {}, figure(2)}, "▁・█"},
        {"below zero", {}, {}, {figure(-10), figure(-5), figure(0)}, "▁▅█"},
        {"nothing to compare with", {}, {}, {figure(5)}, "▄"},
        {"all the same", {}, {}, {figure(5), figure(5)}, "▄▄"},
        {"no actual", figure(1), figure(2), {{}, {}}, ""},
        {"no year", {}, {}, {}, ""},
    };
    for (const Case& c : cases) {
        Trend trend{.baseline = c.baseline, .final_target = c.final_target};
        for (const auto& actual : c.actuals) {
            const int year = 2026 + static_cast<int>(trend.points.size());
            trend.points.push_back({.year = year, .target = {}, .actual = actual});
        }
        EXPECT_EQ(blocks_of(trend, 2040), c.expected) << c.what;
    }
}

TEST(Trends, EndWithTheYearReportedOn) {
    Trend trend;
    for (const int year : {2026, 2027, 2028}) {
        trend.points.push_back({.year = year, .target = {}, .actual = figure(year)});
    }
    EXPECT_EQ(blocks_of(trend, 2027), "▁▅");
}

TEST(Trends, StandInTheUnitThatTheActualsAreWrittenIn) {
    SmallBook book;
    plan::Indicator& indicator = book.reading.plan.measures[1].indicators[0];
    indicator.unit = "千円";
    for (plan::YearEntry& entry : indicator.years) {
        for (plan::Value* value : {&entry.target, &entry.actual}) {
            if (auto* number = std::get_if<plan::Number>(&value->content)) {
                number->form.unit = "千円";
            }
        }
    }
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    const Story story = tell(input, standings);
    const Context context{.input = input,
                          .standings = standings,
                          .story = story,
                          .words = Wording(base::Language::ja)};
    const Trend trend = trend_of(context, AssessmentsByYear(input), standings.lines[1]);
    EXPECT_EQ(trend.unit, "千円");
    EXPECT_EQ(trend.points.at(0).actual, figure(8));
    EXPECT_EQ(trend.points.at(0).target, figure(10));
}

TEST(Trends, OfAnIndicatorWithoutATargetAreItsActuals) {
    SmallBook book;
    for (plan::YearEntry& entry : book.reading.plan.measures[1].indicators[0].years) {
        entry.target = {};
    }
    const ProgressBookInput input = book.input();
    const Standings standings = gather(input);
    const Story story = tell(input, standings);
    const Context context{.input = input,
                          .standings = standings,
                          .story = story,
                          .words = Wording(base::Language::ja)};
    const Trend trend = trend_of(context, AssessmentsByYear(input), standings.lines[1]);
    EXPECT_EQ(trend.actuals(), 1U);
}

}  // namespace
}  // namespace shinchoku::report
