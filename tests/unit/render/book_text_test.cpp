#include "render/book_text.h"

#include <gtest/gtest.h>

#include <string>

namespace shinchoku::render {
namespace {

TEST(BookText, CellTextsAreEscapedAsExcelDoesAndNothingElseChanges) {
    struct Case {
        std::string text;
        std::string expected;
    };
    const Case cases[] = {
        {"", ""},
        {"=1+1", "=1+1"},
        {"改行\n\tと　空白 ", "改行\n\tと　空白 "},
        {"a_b_x_", "a_b_x_"},
        {"_x0041_", "_x005F_x0041_"},
        {"_x004g_", "_x004g_"},  // no hex digit
        {"_X0041_", "_X0041_"},  // capital X escapes nothing
        {"_x0041", "_x0041"},    // not closed
        {"__xABcd_", "__x005F_xABcd_"},
        {"_x0041_x0042_", "_x005F_x0041_x005F_x0042_"},
        {"\x01\x1F", "_x0001__x001F_"},
        {"\r\n", "_x000D_\n"},
        {"😀", "😀"},
        {"\xEE\x80\x80", "\xEE\x80\x80"},  // private use: a city's own character
    };
    for (const Case& c : cases) {
        const SafeText safe = cell_text(c.text);
        EXPECT_EQ(safe.text, c.expected) << c.text;
        EXPECT_FALSE(safe.repaired) << c.text;
        EXPECT_FALSE(safe.shortened) << c.text;
    }
}

TEST(BookText, MalformedBytesBecomeTheReplacementCharacterAndAreTold) {
    const SafeText broken = cell_text(
        "a\xFF"
        "b");
    EXPECT_EQ(broken.text,
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_TRUE(broken.repaired);
    EXPECT_FALSE(cell_text("a\xEF\xBF\xBD"
                           "b")
                     .repaired);  // U+FFFD itself is a character
}

TEST(BookText, WhatIsNoCharacterCannotBeHeldAndIsTold) {
    for (const std::string& text :
         {std::string("\0", 1), std::string("\xEF\xBF\xBE"), std::string("\xEF\xBF\xBF")}) {
        EXPECT_EQ(cell_text("a" + text).text, "a\xEF\xBF\xBD");
        EXPECT_TRUE(cell_text(text).repaired);
    }
}

TEST(BookText, ACellHolds32767Utf16UnitsAndNotOneMore) {
    EXPECT_FALSE(cell_text(std::string(32767, 'a')).shortened);
    const SafeText long_text = cell_text(std::string(32768, 'a'));
    EXPECT_TRUE(long_text.shortened);
    EXPECT_EQ(long_text.text.size(), 32767U);
    std::string emoji;  // two units each
    for (int i = 0; i < 16384; ++i) {
        emoji += "😀";
    }
    EXPECT_EQ(cell_text(emoji).text.size(), 16383U * 4U);
}

TEST(BookText, SheetNamesAreMadeLawful) {
    struct Case {
        std::string wanted;
        std::string expected;
    };
    const Case cases[] = {
        {"1-1-1", "1-1-1"},
        {"", "シート"},
        {" 　", "シート"},
        {"a/b\\c[d]e:f*g?", "a／b＼c［d］e：f＊g？"},
        {"'引用'", "引用"},
        {"a'b", "a'b"},
        {"History", "History_"},
        {"改\n行", "改 行"},
        {std::string(31, 'x'), std::string(31, 'x')},
        {std::string(32, 'x'), std::string(31, 'x')},
        {std::string(30, 'x') + "😀", std::string(30, 'x')},  // never half a character
        {std::string(30, 'x') + "'y", std::string(30, 'x')},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lawful_sheet_name(c.wanted), c.expected) << c.wanted;
    }
}

TEST(BookText, SheetNamesThatExcelTakesForEqualHaveOneKey) {
    EXPECT_EQ(sheet_name_key("Sheet１"), sheet_name_key("ＳＨＥＥＴ1"));
    EXPECT_EQ(sheet_name_key("Ω"), sheet_name_key("ω"));
    EXPECT_NE(sheet_name_key("納税課"), sheet_name_key("管財課"));
}

TEST(BookText, QuotesInSheetNamesAreDoubledInFormulas) {
    EXPECT_EQ(quoted_sheet_name("a'b"), "'a''b'");
}

TEST(BookText, NamesAndPromptsAreCutBetweenCharacters) {
    const SafeText cut = plain_text("あ😀い", 2);
    EXPECT_EQ(cut.text, "あ");
    EXPECT_TRUE(cut.shortened);
    EXPECT_FALSE(plain_text("あ😀い", 4).shortened);
    EXPECT_EQ(plain_text("a\x01"
                         "b",
                         9)
                  .text,
              "ab");
}

}  // namespace
}  // namespace shinchoku::render
