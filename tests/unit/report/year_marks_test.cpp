#include "report/year_marks.h"

#include <gtest/gtest.h>

#include "report/trend.h"
#include "small_plan.h"

namespace shinchoku::report {
namespace {

std::optional<base::Decimal> figure(int number) {
    return base::Decimal(number);
}

// A book whose context outlives what is taken from it.
struct Told {
    explicit Told(SmallBook& book, const layout::Reading* master = nullptr) : input(book.input()) {
        input.master = master;
        standings = gather(input);
        story = tell(input, standings);
    }
    [[nodiscard]] Context context() const {
        return {.input = input,
                .standings = standings,
                .story = story,
                .words = Wording(base::Language::ja)};
    }
    [[nodiscard]] YearMark mark(std::size_t line, int year) const {
        return mark_of_year(context(), AssessmentsByYear(input), standings.lines[line], year);
    }
    [[nodiscard]] Trend trend(std::size_t line) const {
        return trend_of(context(), AssessmentsByYear(input), standings.lines[line]);
    }

    ProgressBookInput input;
    Standings standings;
    Story story;
};

TEST(YearMarks, SayTheGradeOrWhyThereIsNone) {
    // A person's grade, with or without the year it is of.
    struct Judged {
        const char* grade = nullptr;
        std::optional<int> year = 2026;
    };
    struct Case {
        const char* what;
        plan::Date as_of;
        std::size_t line;
        Judged judged;
        int year;
        const char* expected;
        YearLook look;
    };
    const plan::Date ended{2027, 5, 31};
    const plan::Date running{2026, 12, 1};
    const plan::Date not_begun{2026, 3, 31};
    const Judged nobody;
    const Judged without_year{"A", std::nullopt};
    const Case cases[] = {
        {"met", ended, 0, nobody, 2026, "A", YearLook::graded},
        {"80 %", ended, 1, nobody, 2026, "B", YearLook::graded},
        {"due and blank", ended, 2, nobody, 2026, "未入力", YearLook::absent},
        {"pending", ended, 3, nobody, 2026, "集計中", YearLook::doubtful},
        {"in words", ended, 4, nobody, 2026, "要確認", YearLook::doubtful},
        {"yet to come", ended, 0, nobody, 2027, "", YearLook::empty},
        {"the person's differs", ended, 1, {"A"}, 2026, "B/自A", YearLook::graded},
        {"the person's is the same", ended, 1, {"B"}, 2026, "B", YearLook::graded},
        {"without a year: of this one", ended, 1, without_year, 2026, "B/自A", YearLook::graded},
        {"… and of no other one", ended, 1, without_year, 2027, "", YearLook::empty},
        {"words that a person has judged", ended, 4, {"C"}, 2026, "自C", YearLook::graded},
        {"blank, judged all the same", ended, 2, {"A"}, 2026, "未入力/自A", YearLook::absent},
        {"running, with an actual", running, 1, nobody, 2026, "途中(B)", YearLook::provisional},
        {"running, without one", running, 2, nobody, 2026, "", YearLook::empty},
        {"an actual too early", not_begun, 1, nobody, 2026, "時期前", YearLook::doubtful},
    };
    for (const Case& c : cases) {
        SmallBook book;
        book.as_of = c.as_of;
        if (c.judged.grade != nullptr) {
            book.reading.plan.measures[c.line].evaluations.push_back(
                {.year = c.judged.year, .grade = c.judged.grade});
        }
        const YearMark mark = Told(book).mark(c.line, c.year);
        EXPECT_EQ(mark.text, c.expected) << c.what;
        EXPECT_EQ(mark.look, c.look) << c.what;
    }
}

TEST(YearMarks, OfWhatWasNotReturnedSaySo) {
    SmallBook book;
    const layout::Reading master = small_reading();
    book.reading.plan.measures.pop_back();
    const Told told(book, &master);
    EXPECT_EQ(told.mark(4, 2026).text, "未提出");
    EXPECT_EQ(told.mark(4, 2027).text, "") << "not due yet";
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
    const Trend trend = Told(book).trend(1);
    EXPECT_EQ(trend.unit, "千円");
    EXPECT_EQ(trend.points.at(0).actual, figure(8));
    EXPECT_EQ(trend.points.at(0).target, figure(10));
}

TEST(Trends, OfAnIndicatorWithoutATargetAreItsActuals) {
    SmallBook book;
    for (plan::YearEntry& entry : book.reading.plan.measures[1].indicators[0].years) {
        entry.target = {};
    }
    EXPECT_EQ(Told(book).trend(1).actuals(), 1U);
}

}  // namespace
}  // namespace shinchoku::report
