#include "render/text_height.h"

#include <gtest/gtest.h>

#include <string>

namespace shinchoku::render {
namespace {

TEST(TextHeight, WideCharactersTakeTwoColumnsAndOthersOne) {
    struct Case {
        std::string text;
        double width_chars;
        int lines;
    };
    const Case cases[] = {
        {"", 10, 1},
        {"あいうえお", 10, 1},
        {"あいうえおか", 10, 2},
        {"あいうえおa", 11, 1},
        {"あいうえおab", 11, 2},
        {"一\n二", 10, 2},
        {"一\n", 10, 2},
        {"abc defgh", 6, 2},
        {"あabcdef", 6, 2},        // a word stays whole
        {"abcdefghijklm", 6, 3},   // unless it fits on no line
        {"か\xE3\x82\x99", 3, 1},  // a combining mark takes no room
        {"あ", 0.5, 1},            // never less than one wide character
    };
    for (const Case& c : cases) {
        EXPECT_EQ(count_lines(c.text, c.width_chars), c.lines) << c.text;
    }
}

TEST(TextHeight, LargerLettersNeedMoreLinesAndHigherOnes) {
    EXPECT_EQ(height_points_of("あいうえお", 10, 10), 10 * 1.25 + 4);
    EXPECT_EQ(height_points_of("あいうえお", 10, 12), 2 * 12 * 1.25 + 4);
}

}  // namespace
}  // namespace shinchoku::render
