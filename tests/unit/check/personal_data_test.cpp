// A08 and A10: what is a person's datum, and what has only its shape.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

SheetPlan issues_of(const std::string& text) {
    SheetPlan plan;
    plan.measure("1-1-1", {});
    plan.last().texts["issues"] = text;
    plan.last_places().fields["texts.issues"] = {5, 1};
    return plan;
}

TEST(PersonalData, HasAShape) {
    struct Shape {
        const char* text;
        bool told;
        const char* why;
    };
    const std::vector<Shape> cases{
        {"080-1234-5678 まで", true, "a mobile telephone"},
        {"070-1234-5678 まで", true, "another"},
        {"060-123-4567 まで", false, "nobody's name"},
        {"佐々木 055-282-1111", true, "a name with a mark of repetition"},
        {"㐂田 055-282-1111", true, "a rare letter"},
        {"䷀䷀ 055-282-1111", false, "signs behind the rare letters"},
        {"가나 055-282-1111", false, "letters behind the common ones"},
        {"窓口 佐藤 花子 055-282-1111", true, "two words are the name"},
        {"住民基本台帳事務 055-282-1111", false, "longer than a name"},
        {"林 055-282-1111", false, "one letter is none"},
        {"山田太郎 055-28-1111", false, "nine digits"},
        {"山田太郎 05528--1111", false, "an empty group"},
        {"山田太郎 03-12345-678", false, "the last group is short"},
        {"山田太郎 03-12345-6789", false, "the middle one is long"},
        {"山田太郎 123456-1-1234", false, "the first one is long"},
        {"山田太郎 1-123456-1234", false, "or short"},
        {"山田太郎 055", false, "one group"},
        {"山田太郎 055-282", false, "two groups"},
        {"山田太郎 055(282)1111", true, "in brackets"},
        {"Yamada.T@Example.JP", true, "capital letters"},
        {"yamada_@example.jp", true, "a low line"},
        {"yamada-@example.jp", true, "a hyphen"},
        {"yamada+@example.jp", true, "a plus"},
        {"担当@example.jp", false, "words before it"},
        {"a@example", false, "no dot"},
        {"a@.jpn", false, "a dot at once"},
        {"a@b.", false, "nothing behind the dot"},
        {"123456789012円", false, "an amount"},
        {"123456789012千円", false, "in thousands"},
        {"1234-5678-9012", true, "in groups"},
        {"12345 6789012", false, "in other groups"},
        {"1998 1999 2000", false, "three years"},
        {"2024 2025 1234", true, "two years and a number"},
        {"201232012345", true, "years by chance"},
    };
    for (const Shape& c : cases) {
        EXPECT_EQ(!lines_of("A10", issues_of(c.text)).empty(), c.told) << c.text << ": " << c.why;
    }
}

TEST(Placeholders, AnExampleStandsAtTheHead) {
    for (const char* text : {"記入例", "（記入例）窓口の混雑", "記入例：窓口", "【記入例】"}) {
        EXPECT_EQ(lines_of("A08", issues_of(text)).size(), 1U) << text;
    }
    for (const char* text : {"記入例を配る", "様式の記入例", "（記入）"}) {
        EXPECT_EQ(lines_of("A08", issues_of(text)).size(), 0U) << text;
    }
}

TEST(Copies, AreOfAnotherSheet) {
    const std::string text =
        "窓口の混雑が続いており、待ち時間の短縮と手続きの見直しが求められているため、対策が必要であ"
        "る。";
    SheetPlan plan;
    plan.measure("1-1-1", {});
    for (const int year : {2026, 2027}) {
        plan.last().evaluations.push_back({.year = year, .grade = "B", .reason = text});
    }
    EXPECT_EQ(lines_of("A08", plan).size(), 0U) << "two years of one sheet";
    plan.measure("1-1-2", {});
    plan.last().evaluations.push_back({.year = 2026, .grade = "B", .reason = text});
    EXPECT_EQ(lines_of("A08", plan).size(), 1U);
}

}  // namespace
}  // namespace shinchoku::check
