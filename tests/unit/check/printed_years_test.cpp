// Years as prose prints them: what is read as one, and what only looks so.

#include "check/printed_years.h"

#include <gtest/gtest.h>

namespace shinchoku::check {
namespace {

TEST(PrintedYears, AnEraYearWithItsMonthAndDay) {
    struct Printed {
        std::u32string_view text;
        int number;  // 0: no era year
        int month;
        int day;
        const char* why;
    };
    const std::vector<Printed> cases{
        {U"令和8年5月1日", 8, 5, 1, "in full"},
        {U"令和 8年5月", 8, 5, 0, "a blank behind the era"},
        {U"令和8年度5月", 8, 0, 0, "a month belongs to no fiscal year"},
        {U"令和8年5月40日", 8, 5, 0, "no such day"},
        {U"令和8年5月0日", 8, 5, 0, "nor that"},
        {U"令和8年5月10件", 8, 5, 0, "a number of another thing"},
        {U"令和8年13月", 8, 0, 0, "no such month"},
        {U"令和8年0月", 8, 0, 0, "nor that one"},
        {U"令和8年5件", 8, 0, 0, "five of another thing"},
        {U"令和8年5", 8, 0, 0, "the end of the text"},
        {U"令和元年", 1, 0, 0, "the first year as a word"},
        {U"令和", 0, 0, 0, "the era alone"},
        {U"令和 ", 0, 0, 0, "with a blank"},
        {U"令和100年", 0, 0, 0, "no era is so long"},
        {U"大化2年", 0, 0, 0, "no era of these"},
        {U"R8.4.1", 8, 4, 1, "with points"},
        {U"R8/4/1", 8, 4, 1, "with strokes"},
        {U"R8/4", 8, 0, 0, "a point needs a month and a day"},
        {U"R8.4件", 8, 0, 0, "so does this"},
        {U"R 8", 0, 0, 0, "a letter and a number of another thing"},
        {U"R8API", 0, 0, 0, "a name"},
        {U"R8件", 8, 0, 0, "no letter behind it"},
        {U"aR8", 0, 0, 0, "the end of a word"},
        {U"zR8", 0, 0, 0, "of small letters to their last"},
        {U"{R8}", 8, 0, 0, "brackets are no letters"},
    };
    for (const Printed& c : cases) {
        const std::vector<PrintedEra> found = era_years_in(c.text);
        ASSERT_EQ(found.size(), c.number == 0 ? 0U : 1U) << c.why;
        if (!found.empty()) {
            EXPECT_EQ(found[0].number, c.number) << c.why;
            EXPECT_EQ(found[0].month, c.month) << c.why;
            EXPECT_EQ(found[0].day, c.day) << c.why;
        }
    }
}

TEST(PrintedYears, ASpanHasTwoYearsAndAJoint) {
    struct Printed {
        std::u32string_view text;
        int first;  // 0: no span
        int last;
        int years;
        bool calendar;
        const char* why;
    };
    const std::vector<Printed> cases{
        {U"2018～2021", 2018, 2021, 4, false, "years alone"},
        {U"2018~2021", 2018, 2021, 4, false, "the wave of the keyboard"},
        {U"2018〜2021", 2018, 2021, 4, false, "the wave dash"},
        {U"2018∼2021", 2018, 2021, 4, false, "the sign of mathematics"},
        {U"2018・2021", 0, 0, 0, false, "two years and no span"},
        {U"2018～", 0, 0, 0, false, "open"},
        {U"2018～検討", 0, 0, 0, false, "to no year"},
        {U"2021～2018", 0, 0, 0, false, "backwards"},
        {U"1949～1952", 0, 0, 0, false, "figures, before any plan"},
        {U"1950～1952", 1950, 1952, 3, false, "the first that counts"},
        {U"2098～2100", 0, 0, 0, false, "figures, after any plan"},
        {U"2098～2099", 2098, 2099, 2, false, "the last that counts"},
        {U"2026年度から2030年度まで", 2026, 2030, 5, false, "fiscal years"},
        {U"2026年～2030年", 2026, 2030, 5, true, "calendar years"},
        {U"2026年～2030年度", 2026, 2030, 5, false, "one of them only"},
        {U"2026年4月～2029年3月", 2026, 2029, 3, false, "whole years by months"},
        {U"2026年4月～2029年5月", 2026, 2029, 0, false, "a part of a year is left"},
        {U"2026年4月～2029年", 2026, 2029, 0, false, "one month"},
        {U"2026年～2029年3月", 2026, 2029, 0, false, "the other month"},
        {U"2026年8件～2029年", 0, 0, 0, false, "eight of another thing"},
        {U"2026(令和8)年度～2030(令和12)年度", 2026, 2030, 5, false, "both manners"},
        {U"2026(見込み)～2030", 0, 0, 0, false, "brackets around words"},
        {U"2026(令和8～2030", 2026, 2030, 5, false, "behind a bracket that does not close"},
        {U"2026(令和8年4月1日から始まる)～2030", 0, 0, 0, false, "long brackets"},
        {U"令和8～12年度", 2026, 2030, 5, false, "digits of the same era"},
        {U"令和8年～12年", 2026, 2030, 5, true, "the same of calendar years"},
        {U"令和8年～12年3月", 0, 0, 0, false, "a month and no whole years"},
        {U"令和8年～12年5件", 2026, 2030, 5, true, "five of another thing"},
        {U"令和8～12件", 0, 0, 0, false, "twelve of another thing"},
        {U"2026～30年度", 0, 0, 0, false, "western years are written in full"},
        {U"令和12～8年度", 0, 0, 0, false, "backwards in an era"},
    };
    for (const Printed& c : cases) {
        const std::vector<YearSpan> found = year_spans_in(c.text);
        ASSERT_EQ(found.size(), c.first == 0 ? 0U : 1U) << c.why;
        if (!found.empty()) {
            EXPECT_EQ(found[0].first, c.first) << c.why;
            EXPECT_EQ(found[0].last, c.last) << c.why;
            EXPECT_EQ(found[0].years, c.years) << c.why;
            EXPECT_EQ(found[0].calendar, c.calendar) << c.why;
        }
    }
}

TEST(PrintedYears, ARunIsAYearOrASpan) {
    struct Printed {
        std::u32string_view text;
        std::vector<int> years;
        int month;
        bool by_era;
    };
    const std::vector<Printed> cases{
        {U"2022～2024年度", {2022, 2024}, 0, false},
        {U"R3～R5", {2021, 2023}, 0, true},
        {U"令和6年4月", {2024}, 4, true},
        {U"令和6年4月～令和8年3月", {2024, 2026}, 3, true},
        {U"令和6～8年度", {2024, 2026}, 0, true},
        {U"2026～", {2026}, 0, false},
        {U"2026～検討", {2026}, 0, false},
        {U"2026、2027", {2026}, 0, false},
    };
    for (const Printed& c : cases) {
        const std::optional<YearRun> run = year_run_at(c.text, 0);
        ASSERT_TRUE(run.has_value());
        EXPECT_EQ(run->years, c.years);
        EXPECT_EQ(run->month, c.month);
        EXPECT_EQ(run->by_era, c.by_era);
    }
    EXPECT_FALSE(year_run_at(U"件数", 0).has_value());
    EXPECT_FALSE(year_run_at(U"12026", 1).has_value()) << "the end of a longer number";
}

}  // namespace
}  // namespace shinchoku::check
