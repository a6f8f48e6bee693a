#include "plan/fiscal_year.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace shinchoku::plan {
namespace {

TEST(FiscalYear, HeadingsAreReadInEveryManner) {
    struct Case {
        std::string_view text;
        std::optional<int> expected;
    };
    const Case cases[] = {
        {"R8", 2026},
        {"Ｒ８", 2026},
        {"r8", 2026},
        {"令和8年度", 2026},
        {"令和８", 2026},
        {"令和 8 年度", 2026},
        {"令和\n8年度", 2026},
        {"R元", 2019},
        {"R1", 2019},
        {"令和元年度", 2019},
        {"平成元年度", 1989},
        {"平成31年度", 2019},
        {"H30", 2018},
        {"昭和64年", 1989},
        {"大正15年", 1926},
        {"M45", 1912},
        {"2026", 2026},
        {"2026年度", 2026},
        {"2026（令和8）年度", 2026},
        {"2026(R8)", 2026},
        {"令和8年度（2026）", 2026},
        {"令和8（2026）年度", 2026},
        {"㋿8年度", 2026},
        {"2026（令和9）年度", std::nullopt},
        {"R0", std::nullopt},
        {"R100", std::nullopt},
        {"20261", std::nullopt},
        {"1867", std::nullopt},
        {"1868", 1868},
        {"H30～R2", std::nullopt},
        {"2026（令和8", std::nullopt},
        {"令和8年度目標", std::nullopt},
        {"8", std::nullopt},
        {"", std::nullopt},
        {"R", std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parse_fiscal_year(c.text), c.expected) << c.text;
    }
}

TEST(FiscalYear, AYearIsWrittenInTheMannerOfAnExample) {
    struct Case {
        std::string_view example;
        int year;
        std::string_view expected;
    };
    const Case cases[] = {
        {"令和8年度", 2027, "令和9年度"},
        {"令和8年度", 2019, "令和元年度"},
        {"令和8年度", 2018, "平成30年度"},
        {"令和８年度", 2028, "令和１０年度"},
        {"令和 8年度", 2027, "令和 9年度"},
        {"R8", 2019, "R元"},
        {"R元", 2020, "R2"},
        {"Ｒ８", 2027, "Ｒ９"},
        {"2026", 2027, "2027"},
        {"2026年度", 2030, "2030年度"},
        {"2026（R8）", 2027, "2027（R9）"},
        {"2026（令和8）年度", 2027, "2027（令和9）年度"},
        {"年度", 2026, "令和8年度"},
        {"R", 2027, "令和9年度"},
        {"R100", 2027, "令和9年度"},
        {"Rの年", 2027, "令和9年度"},
        {"", 1989, "平成元年度"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(write_fiscal_year(c.example, c.year), c.expected) << c.example;
    }
}

TEST(FiscalYear, WhatIsWrittenIsReadBack) {
    for (const std::string_view example :
         {"令和8年度", "R8", "2026", "2026（R8）", "令和８年度", "令和8年度（2026）"}) {
        for (int year = 1990; year <= 2080; ++year) {
            EXPECT_EQ(parse_fiscal_year(write_fiscal_year(example, year)), year) << example;
        }
    }
}

TEST(FiscalYear, ANotedTimeLiesInTheFiscalYearThatContainsIt) {
    struct Case {
        std::string_view text;
        std::optional<int> expected;
    };
    const Case cases[] = {
        {"R2.6.1現在", 2020},
        {"R3.2.1現在", 2020},
        {"R2.3.31", 2019},
        {"R2.4.1", 2020},
        {"(2022)", 2022},
        {"（2022）", 2022},
        {"H29年", 2017},
        {"R6", 2024},
        {"令和6年度", 2024},
        {"令和6年度末", 2024},
        {"令和7年3月末", 2024},
        {"令和6年度3月末", 2024},
        {"2024年4月1日", 2024},
        {"2024/3/31", 2023},
        {"R6実績", 2024},
        {"R7年現在", 2025},
        {"H28～R2", std::nullopt},
        {"直近3回の平均", std::nullopt},
        {"R2.13.1", std::nullopt},
        {"8月", std::nullopt},
        {"", std::nullopt},
        {"(2022", std::nullopt},
        {"2022.5", std::nullopt},
        {"2022/5", 2022},
        {"2024/2/29", 2023},
        {"2000/2/29", 1999},
        {"2100/2/29", std::nullopt},
        {"2024/5/40", std::nullopt},
        {"2024年度(見込)", std::nullopt},
        {"2026(R9)", std::nullopt},
        {"2026(R8", std::nullopt},
        {"2026(R8)", 2026},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parse_as_of_year(c.text), c.expected) << c.text;
    }
}

TEST(FiscalYear, EndsOnTheThirtyFirstOfMarch) {
    EXPECT_EQ(fiscal_year_of({2027, 3, 31}), 2026);
    EXPECT_EQ(fiscal_year_of({2027, 4, 1}), 2027);
    EXPECT_EQ(year_state(2026, {2026, 3, 31}), YearState::future);
    EXPECT_EQ(year_state(2026, {2026, 4, 1}), YearState::running);
    EXPECT_EQ(year_state(2026, {2027, 3, 31}), YearState::running);
    EXPECT_EQ(year_state(2026, {2027, 4, 1}), YearState::closed);
}

TEST(FiscalYear, ErasAreNamedByFiscalYear) {
    EXPECT_EQ(wareki(2026), "令和8");
    EXPECT_EQ(wareki(2019), "令和元");
    EXPECT_EQ(wareki(2018), "平成30");
    EXPECT_EQ(wareki(1989), "平成元");
    EXPECT_EQ(wareki(1926), "昭和元");
}

TEST(Date, OnlyRealDatesAreRead) {
    EXPECT_EQ(parse_iso_date("2027-05-31"), (Date{2027, 5, 31}));
    EXPECT_EQ(parse_iso_date("2024-02-29"), (Date{2024, 2, 29}));
    EXPECT_EQ(parse_iso_date("2000-02-29"), (Date{2000, 2, 29}));
    for (const std::string_view bad : {"2023-02-29",
                                       "2027-13-01",
                                       "2027-00-01",
                                       "2027-05-00",
                                       "2027-5-31",
                                       "2027/05/31",
                                       "2027-05/31",
                                       "1900-02-29",
                                       "20:7-05-31",
                                       "2027-0 -31",
                                       "2027-05-3x",
                                       "",
                                       "2027-05-31x"}) {
        EXPECT_EQ(parse_iso_date(bad), std::nullopt) << bad;
    }
    EXPECT_EQ(to_iso({2027, 5, 3}), "2027-05-03");
}

}  // namespace
}  // namespace shinchoku::plan
