#include "layout/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace shinchoku::layout {
namespace {

TEST(Vocabulary, NamesEveryWordOnceInEachLanguage) {
    std::set<std::string_view> japanese;
    std::set<std::string_view> english;
    for (const Word& word : vocabulary()) {
        EXPECT_TRUE(japanese.insert(word.japanese).second) << word.japanese;
        EXPECT_TRUE(english.insert(word.english).second) << word.english;
        EXPECT_FALSE(word.meaning.ja.empty()) << word.japanese;
        EXPECT_FALSE(word.meaning.en.empty()) << word.japanese;
        EXPECT_EQ(word.text_key.empty(), word.id != FieldId::text) << word.japanese;
    }
}

TEST(Vocabulary, FindsEveryWordByBothItsNames) {
    for (const Word& word : vocabulary()) {
        EXPECT_EQ(find_word(word.japanese), &word) << word.japanese;
        EXPECT_EQ(find_word(word.english), &word) << word.english;
    }
}

TEST(Vocabulary, KnowsTheModelsOwnPaths) {
    struct Case {
        std::string_view path;
        std::string_view japanese;
    };
    const Case cases[] = {
        {"indicators[].name", "指標名"},
        {"indicators[].note", "備考"},
        {"years[].target", "目標"},
        {"years[].actual", "実績"},
        {"years[].note", "進捗"},
        {"evaluations[].rate_percent", "達成率"},
        {"evaluations[].grade", "評価"},
        {"schedule[].cells", "予定"},
        {"schedule", "予定"},
        {"schedule[].leading", "予定.先導"},
        {"approaches[].items", "取組.内容"},
        {"footnotes[].text", "注.文"},
        {"texts.issues", "課題"},
        {"issues", "課題"},
        {"measure.title", "名称"},
        {"plan.last_year", "最終年"},
        {"baseline", "基準値"},
    };
    for (const Case& c : cases) {
        const Word* word = find_word(c.path);
        ASSERT_NE(word, nullptr) << c.path;
        EXPECT_EQ(word->japanese, c.japanese) << c.path;
    }
    for (const std::string_view unknown : {"", "目標値", "Target", "texts.", "texts.other", "."}) {
        EXPECT_EQ(find_word(unknown), nullptr) << unknown;
    }
}

}  // namespace
}  // namespace shinchoku::layout
