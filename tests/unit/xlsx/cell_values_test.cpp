#include <gtest/gtest.h>

#include <cmath>
#include <deque>
#include <optional>
#include <random>
#include <string>

#include "xlsx/cell_number.h"
#include "xlsx/cell_text.h"
#include "xlsx/merge_overlap.h"
#include "xlsx/relationships.h"
#include "xlsx/styles.h"

namespace shinchoku::xlsx {
namespace {

TEST(CellNumber, OnlyPlainDecimalsAreNumbers) {
    struct Case {
        std::string text;
        std::optional<double> expected;
    };
    const Case cases[] = {
        {"0", 0},
        {"42.5", 42.5},
        {"-12", -12},
        {"+5", 5},
        {" 5\n", 5},
        {"007", 7},
        {".5", 0.5},
        {"5.", 5},
        {"1.5E3", 1500},
        {"999999999999999", 999999999999999.0},
        {"9999999999999999", 1e16},
        {"0.10000000000000001", 0.1},
        {"1.7976931348623157E+308", 1.7976931348623157e308},
        {"1e-999", 0},
        {"1e-99999999999999999999999", 0},
        {"0." + std::string(400, '0') + "1", 0},
        {"0." + std::string(1 << 20, '3'), 1.0 / 3},
        {"1" + std::string(300, '0'), 1e300},
        {"1" + std::string(400, '0'), std::nullopt},
        {"1e999", std::nullopt},
        {"1e99999999999999999999999", std::nullopt},
        {"", std::nullopt},
        {" ", std::nullopt},
        {"-", std::nullopt},
        {".", std::nullopt},
        {"+-5", std::nullopt},
        {"NaN", std::nullopt},
        {"INF", std::nullopt},
        {"-INF", std::nullopt},
        {"Infinity", std::nullopt},
        {"0x1F", std::nullopt},
        {"1,5", std::nullopt},
        {"1.2.3", std::nullopt},
        {"12abc", std::nullopt},
        {"1e", std::nullopt},
        {"１２３", std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parse_number(c.text), c.expected) << c.text.substr(0, 40);
    }
    EXPECT_TRUE(std::signbit(parse_number("-0").value()));
}

TEST(CellNumber, AnIndexIsDigitsWithin32Bits) {
    struct Case {
        std::string_view text;
        std::optional<std::uint32_t> expected;
    };
    const Case cases[] = {
        {"0", 0u},
        {" 7 ", 7u},
        {"4294967295", 4294967295u},
        {"4294967296", std::nullopt},
        {"-1", std::nullopt},
        {"+1", std::nullopt},
        {"1.0", std::nullopt},
        {"0x0", std::nullopt},
        {"", std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parse_index(c.text), c.expected) << c.text;
    }
}

TEST(CellNumber, DatesAreSerialDaysOfTheirSystem) {
    struct Case {
        std::string_view text;
        bool date_1904;
        std::optional<double> expected;
    };
    const Case cases[] = {
        {"2012-11-28", false, 41241},
        {"2012-11-28", true, 41241 - 1462},
        {"2027-05-31T12:00:00", false, 46538.5},
        {"2027-05-31T18:00Z", false, 46538.75},
        {"1900-01-01", false, 1},
        {"1900-02-28", false, 59},
        {"1900-03-01", false, 61},  // Excel counts the day between, which never was
        {"1899-12-30T06:00:00", false, 0.25},
        {"1904-01-01", true, 0},
        {"9999-12-31", false, 2958465},
        {"06:00", false, 0.25},
        {"12:00:00.000", false, 0.5},
        {"24:00:00", false, 1},
        {"2024-02-29", false, 45351},
        {"2023-02-29", false, std::nullopt},
        {"2024-02-31T99:00:00", false, std::nullopt},
        {"2024-13-01", false, std::nullopt},
        {"2024-00-01", false, std::nullopt},
        {"2024-1-1", false, std::nullopt},
        {"1903-12-31", true, std::nullopt},
        {"1899-12-29", false, std::nullopt},
        {"12:60", false, std::nullopt},
        {"2024-01-01 12:00", false, std::nullopt},
        {"", false, std::nullopt},
        {"T", false, std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parse_iso_date(c.text, c.date_1904), c.expected) << c.text;
    }
}

TEST(CellText, EscapesAreUndoneAndWhatIsNoneStays) {
    struct Case {
        std::string_view text;
        std::string_view expected;
        bool repaired = false;
    };
    const Case cases[] = {
        {"plain", "plain"},
        {"", ""},
        {"a_x000D_b", "a\rb"},
        {"a_x000a_", "a\n"},
        {"_x005F_x000D_", "_x000D_"},
        {"_x00G0__xD_", "_x00G0__xD_"},
        {"_x000D", "_x000D"},
        {"__x0041_", "_A"},
        {"_x0041_x0042_", "Ax0042_"},
        {"_xD83D__xDE00_", "😀"},
        {"a_xD800_b", "a\uFFFDb", true},
        {"a_xDC00_b", "a\uFFFDb", true},
        {"_xD800__xD800_", "\uFFFD\uFFFD", true},
        {"a_x0000_b", "a_x0000_b"},
        {"a_xFFFE_b", "a_xFFFE_b"},
        {"_x8A55__x4FA1_", "評価"},
    };
    for (const Case& c : cases) {
        std::deque<std::string> owned;
        TextArena arena(owned);
        const CellText text = unescape(c.text, arena);
        EXPECT_EQ(text.text, c.expected) << c.text;
        EXPECT_EQ(text.repaired, c.repaired) << c.text;
    }
}

TEST(CellText, CharactersAreCountedAsExcelDoes) {
    EXPECT_EQ(count_characters(""), 0u);
    EXPECT_EQ(count_characters("aé評"), 3u);
    EXPECT_EQ(count_characters("𠮷"), 2u);
}

TEST(TextArena, KeptTextsNeverMove) {
    std::deque<std::string> owned;
    TextArena arena(owned);
    std::vector<std::pair<std::string_view, std::string>> kept;
    for (int i = 0; i < 3000; ++i) {
        const std::string text(static_cast<std::size_t>(i % 97), static_cast<char>('a' + i % 26));
        kept.emplace_back(arena.keep(text), text);
    }
    for (const auto& [view, text] : kept) {
        EXPECT_EQ(view, text);
    }
}

TEST(MergeOverlap, TheSweepFindsWhatComparingAllPairsFinds) {
    std::mt19937 random(7);
    int overlapping = 0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<base::CellRange> ranges;
        const std::size_t count = 1 + random() % 6;
        for (std::size_t i = 0; i < count; ++i) {
            const base::CellRef first{static_cast<std::uint32_t>(random() % 12),
                                      static_cast<std::uint32_t>(random() % 12)};
            ranges.push_back({first,
                              {first.row + static_cast<std::uint32_t>(random() % 4),
                               first.column + static_cast<std::uint32_t>(random() % 4)}});
        }
        bool expected = false;
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                expected |= ranges[i].first.row <= ranges[j].last.row &&
                            ranges[j].first.row <= ranges[i].last.row &&
                            ranges[i].first.column <= ranges[j].last.column &&
                            ranges[j].first.column <= ranges[i].last.column;
            }
        }
        overlapping += expected ? 1 : 0;
        ASSERT_EQ(find_overlap(ranges).has_value(), expected) << "round " << round;
    }
    EXPECT_GT(overlapping, 200);
    EXPECT_LT(overlapping, 1800);
}

TEST(Relationships, ATargetNeverLeavesThePackage) {
    struct Case {
        std::string_view folder;
        std::string_view target;
        std::optional<std::string> expected;
    };
    const Case cases[] = {
        {"xl/", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
        {"xl/", "/xl/a.xml", "xl/a.xml"},
        {"xl/", "../xl/a.xml", "xl/a.xml"},
        {"xl/", "./a/./b.xml", "xl/a/b.xml"},
        {"xl/", "a\\b.xml", "xl/a/b.xml"},
        {"", "xl/workbook.xml", "xl/workbook.xml"},
        {"xl/", "../../etc/passwd", std::nullopt},
        {"xl/", "/../a", std::nullopt},
        {"xl/", "\\\\127.0.0.1\\share\\a", "127.0.0.1/share/a"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(resolve_target(c.folder, c.target), c.expected) << c.target;
    }
}

TEST(Styles, BuiltInFormatsAreThoseOfAJapaneseExcel) {
    EXPECT_STREQ(built_in_format(0), "General");
    EXPECT_STREQ(built_in_format(10), "0.00%");
    EXPECT_STREQ(built_in_format(14), "yyyy/m/d");
    EXPECT_STREQ(built_in_format(49), "@");
    EXPECT_STREQ(built_in_format(58), "[$-411]ggge\"年\"m\"月\"d\"日\"");
    EXPECT_EQ(built_in_format(26), nullptr);
    EXPECT_EQ(built_in_format(164), nullptr);
}

}  // namespace
}  // namespace shinchoku::xlsx
