#include "layout/comparison.h"

#include <gtest/gtest.h>

namespace shinchoku::layout {
namespace {

TEST(ComparisonForm, IsTheSameForEverySpellingOfALabel) {
    struct Case {
        std::string_view one;
        std::string_view other;
    };
    const Case cases[] = {
        {"実績値", "実 績 値"},
        {"実績値", "実績\n値"},
        {"実績値", "\u3000実績値\u00A0"},
        {"主な取組み", "主な取り組み"},
        {"主な取組み", "主な取組"},
        {"目標（R5）", "目標(R5)"},
        {"目標（R5）", "目標 ［Ｒ５］"},
        {"目標（R5）", "目標〔r5〕"},
        {"【重点】", "(重点)"},
        {"No.", "Ｎｏ．"},
        {"No", "№"},
        {"データ", "デ\uFF0Dタ"},
        {"データ", "デ−タ"},
        {"ﾃﾞｰﾀ", "データ"},
        {"か\u3099い", "がい"},
        {"プランⅢ", "プランIII"},
        {"2023～2027", "2023~2027"},
        {"2023〜2027", "2023~2027"},
        {"現状･課題", "現状・課題"},
        {"10㎡", "10m2"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(comparison_form(c.one), comparison_form(c.other)) << c.one << " / " << c.other;
    }
}

TEST(ComparisonForm, KeepsApartWhatMeansDifferentThings) {
    struct Case {
        std::string_view one;
        std::string_view other;
    };
    const Case cases[] = {
        {"①", "1"},    // the number of a group, not a figure
        {"㉑", "21"},  // circled numbers beyond 20
        {"㊿", "50"},  // the last one
        {"目標", "目標値"},
        {"現状", "現状・課題"},
        {"か", "が"},
        {"一", "-"},  // the kanji for one is no hyphen
        {"目標（R5）", "目標R5"},
    };
    for (const Case& c : cases) {
        EXPECT_NE(comparison_form(c.one), comparison_form(c.other)) << c.one << " / " << c.other;
    }
}

TEST(ComparisonForm, OfItselfIsItself) {
    for (const std::string_view text :
         {"", " ", "主な取り組み", "①　ﾃﾞｰﾀ（Ⅲ）", "Straße", "取り組み取組み", "\xFF\xFE"}) {
        const std::string once = comparison_form(text);
        EXPECT_EQ(comparison_form(once), once) << text;
    }
}

TEST(ComparisonForm, LeavesNothingOfBlanks) {
    EXPECT_EQ(comparison_form(" \t\r\n\u3000\u00A0\u200B\uFEFF"), "");
}

TEST(LooseForm, DropsRemarksAndWordsThatSayNothing) {
    struct Case {
        std::string_view text;
        std::string_view expected;
    };
    const Case cases[] = {
        {"実績値（記入欄）", "実績"},
        {"実績値\n記入してください", "実績"},
        {"実績値", "実績"},
        {"目標値", "目標"},
        {"目標", "目標"},
        {"関係計画等", "関連計画"},
        {"関連計画欄", "関連計画"},
        {"目標（R5）（見込み）", "目標"},
        {"（記入欄）", "(記入欄)"},  // a remark alone is all there is
        {"値", "値"},
        {"等", "等"},
        {"", ""},
        {"目標)", "目標)"},            // a bracket that was never opened
        {"実績（内（訳））", "実績"},  // a bracket in a bracket
    };
    for (const Case& c : cases) {
        EXPECT_EQ(loose_form(c.text), c.expected) << c.text;
    }
}

TEST(Distance, CountsLettersPutInLeftOutChangedOrSwapped) {
    struct Case {
        std::string_view a;
        std::string_view b;
        std::size_t expected;
    };
    const Case cases[] = {
        {"", "", 0},
        {"", "実績", 2},
        {"実績", "実績", 0},
        {"実績", "実積", 1},
        {"実績値", "実績", 1},
        {"取組み内容", "取り組み内容", 0},  // equal in comparison form
        {"目標値", "目値標", 1},            // swapped
        {"ca", "abc", 2},                   // swapped around a letter put in
        {"kitten", "sitting", 3},
        {"今後の方向性", "今後の方針", 2},
        {"評価", "達成率", 3},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(distance(c.a, c.b), c.expected) << c.a << " / " << c.b;
        EXPECT_EQ(distance(c.b, c.a), c.expected) << c.b << " / " << c.a;
    }
}

}  // namespace
}  // namespace shinchoku::layout
