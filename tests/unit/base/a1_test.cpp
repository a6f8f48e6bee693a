#include "base/a1.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace shinchoku::base {
namespace {

TEST(A1, ReferencesBecomeZeroBasedRowsAndColumns) {
    struct Case {
        std::string_view text;
        std::optional<CellRef> expected;
    };
    const Case cases[] = {
        {"A1", CellRef{0, 0}},
        {"$C$7", CellRef{6, 2}},
        {"aa10", CellRef{9, 26}},
        {"XFD1048576", CellRef{1048575, 16383}},  // the last cell of a worksheet
        {"XFE1", std::nullopt},                   // one column too far
        {"A1048577", std::nullopt},               // one row too far
        {"A0", std::nullopt},
        {"1A", std::nullopt},
        {"A", std::nullopt},
        {"A1B", std::nullopt},
        {"AAAA1", std::nullopt},
        {"", std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parse_a1(c.text), c.expected) << c.text;
    }
}

TEST(A1, ARectangleIsWidenedUntilItHoldsEveryOther) {
    std::optional<CellRange> range;
    struct Case {
        const char* by;
        const char* expected;
    };
    const Case cases[] = {
        {"C5", "C5:C5"}, {"D2:E3", "C2:E5"}, {"D3:D4", "C2:E5"}, {"A9", "A2:E9"}, {"F1", "A1:F9"}};
    for (const Case& c : cases) {
        widen(range, *parse_a1_range(c.by));
        EXPECT_EQ(to_a1(*range), c.expected) << c.by;
    }
}

TEST(A1, RangesMayNameTheirCornersInAnyOrder) {
    EXPECT_EQ(parse_a1_range("A1:F12"), (CellRange{{0, 0}, {11, 5}}));
    EXPECT_EQ(parse_a1_range("F1:A12"), (CellRange{{0, 0}, {11, 5}}));
    EXPECT_EQ(parse_a1_range("B2"), (CellRange{{1, 1}, {1, 1}}));
    EXPECT_EQ(parse_a1_range("A1:"), std::nullopt);
    EXPECT_EQ(parse_a1_range("A1:B2:C3"), std::nullopt);
    EXPECT_TRUE((CellRange{{0, 0}, {2, 2}}.contains({2, 2})));
    EXPECT_FALSE((CellRange{{0, 0}, {2, 2}}.contains({3, 2})));
}

TEST(A1, EveryColumnNameIsReadBack) {
    for (std::uint32_t column = 0; column < max_columns; ++column) {
        const CellRef cell{41, column};
        EXPECT_EQ(parse_a1(to_a1(cell)), cell);
    }
    EXPECT_EQ(column_name(16383), "XFD");
    EXPECT_EQ(to_a1(CellRange{{0, 0}, {11, 5}}), "A1:F12");
}

}  // namespace
}  // namespace shinchoku::base
