#include "plan/glyphs.h"

#include <gtest/gtest.h>

#include "plan/value_words.h"

namespace shinchoku::plan {
namespace {

TEST(Glyphs, AreFoldedAndKeepWhatWasTyped) {
    const Glyphs glyphs("　５　件、 ");
    EXPECT_EQ(glyphs.text(), U" 5 件、 ");
    EXPECT_EQ(glyphs.printed({0, glyphs.size()}), "５　件、");
    EXPECT_EQ(glyphs.printed({0, 1}), "");
    EXPECT_EQ(glyphs.printed(glyphs.trimmed({0, glyphs.size()})), "５　件");
}

TEST(Glyphs, LettersAreWhatWordsAreMadeOf) {
    for (const char32_t letter : std::u32string_view(U"Az%&#_かカー漢㎡²")) {
        EXPECT_TRUE(is_letter(letter)) << static_cast<unsigned>(letter);
    }
    for (const char32_t other : std::u32string_view(U" 0.,-・　―①→※")) {
        EXPECT_FALSE(is_letter(other)) << static_cast<unsigned>(other);
    }
}

TEST(FixedWords, AnEmptyTextIsNone) {
    EXPECT_FALSE(find_fixed_word(U""));
    EXPECT_EQ(find_fixed_word(U"→→"), FixedWord::same);
    EXPECT_EQ(find_fixed_word(U"--"), FixedWord::none);
}

}  // namespace
}  // namespace shinchoku::plan
