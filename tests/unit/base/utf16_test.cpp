#include "base/utf16.h"

#include <gtest/gtest.h>

namespace shinchoku::base {
namespace {

TEST(Utf16, round_trips_one_and_two_units) {
    const struct {
        const char* utf8;
        std::u16string utf16;
    } cases[] = {
        {"", u""},
        {"60万人", u"60万人"},
        {"\x7F\xC2\x80", {u'\x7F', u'\x80'}},
        {"\xEF\xBF\xBF\xF0\x90\x80\x80", {u'\xFFFF', u'\xD800', u'\xDC00'}},
        {"𠮷野", u"𠮷野"},
        {"\xF4\x8F\xBF\xBF", {u'\xDBFF', u'\xDFFF'}},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(to_utf16(each.utf8), each.utf16) << each.utf8;
        EXPECT_EQ(to_utf8(each.utf16), each.utf8) << each.utf8;
    }
}

TEST(Utf16, malformed_text_becomes_the_replacement_character) {
    EXPECT_EQ(to_utf16("a\xFFz"), u"a\uFFFDz");
    const std::u16string lone_high{u'a', u'\xD842'};
    const std::u16string lone_low{u'\xDFB7', u'a'};
    const std::u16string swapped{u'\xDFB7', u'\xD842'};
    EXPECT_EQ(to_utf8(lone_high), "a\uFFFD");
    EXPECT_EQ(to_utf8(lone_low), "\uFFFDa");
    EXPECT_EQ(to_utf8(swapped), "\uFFFD\uFFFD");
}

}  // namespace
}  // namespace shinchoku::base
