#include "base/cp932.h"

#include <gtest/gtest.h>

namespace shinchoku::base {
namespace {

// From Microsoft's table of code page 932; the first row is design/rules.md's.
TEST(Cp932, HoldsWhatWindowsHolds) {
    for (const char32_t in : std::u32string_view(U"髙①Ⅲ㈱～→―－㎡A~\\｡ﾟ一龠黑纊"
                                                 U"\u00B0\u2225\uFFE5\uFA0E\uF929")) {
        EXPECT_TRUE(is_in_cp932(in)) << static_cast<std::uint32_t>(in);
    }
    for (const char32_t out : std::u32string_view(U"—↗↘▶◀➤〜−²鷗𠮷é‖¢£\u00A5\uE000\uFFFD")) {
        EXPECT_FALSE(is_in_cp932(out)) << static_cast<std::uint32_t>(out);
    }
}

TEST(Cp932, ASubstituteCanBeWritten) {
    for (const char32_t lost : std::u32string_view(U"—〜−↗↘▶◀➤²³")) {
        EXPECT_FALSE(is_in_cp932(lost));
        EXPECT_FALSE(cp932_substitute(lost).empty()) << static_cast<std::uint32_t>(lost);
    }
    EXPECT_EQ(cp932_substitute(U'—'), "―");
    EXPECT_EQ(cp932_substitute(U'𠮷'), "");
}

}  // namespace
}  // namespace shinchoku::base
