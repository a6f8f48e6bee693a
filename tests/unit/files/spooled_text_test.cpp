#include "files/spooled_text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace shinchoku::files {
namespace {

std::string all_of(SpooledText& text) {
    std::string all;
    const auto take = [&](std::string_view piece) {
        all += piece;
        return true;
    };
    EXPECT_FALSE(text.replay(take).has_value());
    return all;
}

// Lines that differ, so that a piece left out or given twice shows.
std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += std::to_string(i) + "\n";
    }
    return text;
}

TEST(SpooledText, AShortTextComesBack) {
    SpooledText text;
    EXPECT_EQ(all_of(text), "");
    text.append("ab");
    text.append("進捗");
    EXPECT_EQ(all_of(text), "ab進捗");
}

TEST(SpooledText, ALongTextComesBackInItsOrder) {
    const std::string line = lines(1000);
    SpooledText text;
    std::string expected;
    for (int i = 0; i < 700; ++i) {
        text.append(line);
        expected += line;
    }
    EXPECT_TRUE(all_of(text) == expected);
    SpooledText joined;
    joined.append("head");
    joined.append(text);
    EXPECT_TRUE(all_of(joined) == "head" + expected);
}

TEST(SpooledText, WhoHasEnoughIsGivenNoMore) {
    SpooledText text;
    text.append(lines(300000));
    int pieces = 0;
    EXPECT_FALSE(text.replay([&](std::string_view) { return ++pieces < 3; }).has_value());
    EXPECT_EQ(pieces, 3);
}

TEST(SpooledText, AFolderThatKeepsNothingIsNamed) {
    const char* const before = std::getenv("TMPDIR");
    const std::string kept = before != nullptr ? before : "";
    setenv("TMPDIR", "/proc/self", 1);
    SpooledText text;
    text.append(lines(300000));
    const auto failed = text.replay([](std::string_view) { return true; });
    before != nullptr ? setenv("TMPDIR", kept.c_str(), 1) : unsetenv("TMPDIR");
    ASSERT_TRUE(failed.has_value());
    EXPECT_EQ(failed->rule, "output");
    EXPECT_EQ(failed->file, "/proc/self");
    EXPECT_FALSE(failed->found.empty());
}

}  // namespace
}  // namespace shinchoku::files
