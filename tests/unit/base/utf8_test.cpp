#include "base/utf8.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::base {
namespace {

TEST(Utf8, TheFirstMalformedByteIsFound) {
    struct Case {
        std::string_view text;
        std::optional<std::size_t> expected;
    };
    const Case cases[] = {
        {"", std::nullopt},
        {"目標", std::nullopt},
        {"𠮷", std::nullopt},
        {"\xF4\x8F\xBF\xBF", std::nullopt},  // U+10FFFF
        {"\xF4\x90\x80\x80", 0},             // one beyond
        {"a\xC0\xAF", 1},                    // overlong
        {"a\xE0\x80\x80", 1},                // overlong
        {"\xED\xA0\x80", 0},                 // a surrogate
        {"ab\xE3\x81", 2},                   // cut off
        {"a\x80", 1},                        // a continuation alone
        {"\xFF", 0},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(find_invalid_utf8(c.text), c.expected) << c.text;
    }
}

TEST(Utf8, MalformedBytesAreSteppedOver) {
    EXPECT_EQ(to_utf32("a\xFF\xE3\x81"
                       "b"),
              U"a\xFFFD\xFFFD\xFFFD"
              U"b");
}

TEST(Utf8, EveryCodePointSurvivesTheWayThereAndBack) {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 17) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        const std::u32string one(1, c);
        EXPECT_EQ(to_utf32(to_utf8(one)), one);
        EXPECT_EQ(find_invalid_utf8(to_utf8(one)), std::nullopt);
    }
    EXPECT_EQ(count_code_points("目標𠮷a"), 4U);
}

TEST(Utf8, FullWidthFoldsToHalfWidthAndNothingElseChanges) {
    EXPECT_EQ(fold_width("１２３．５％　（Ａ）"), "123.5% (A)");
    EXPECT_EQ(fold_width("目標値ｱ～〜①"), "目標値ｱ~〜①");
    EXPECT_EQ(fold_width(char32_t{0xFF00}), char32_t{0xFF00});
    EXPECT_EQ(fold_width(char32_t{0xFF5F}), char32_t{0xFF5F});
}

TEST(Utf8, WideCharactersTakeTwoColumns) {
    EXPECT_EQ(display_width("abc"), 3);
    EXPECT_EQ(display_width("目標"), 4);
    EXPECT_EQ(display_width("ｱｲ"), 2);
    EXPECT_EQ(display_width("（％）"), 6);
    EXPECT_EQ(display_width("か\xE3\x82\x99"), 2);  // combining voiced mark
    EXPECT_EQ(display_width("𠮷"), 2);
}

TEST(Utf8, BlanksOfEveryKindAreTrimmed) {
    EXPECT_EQ(trim(" \t\r\n\xC2\xA0　目 標　 "), "目 標");
    EXPECT_EQ(trim("　 \n"), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("a"), "a");
}

}  // namespace
}  // namespace shinchoku::base
