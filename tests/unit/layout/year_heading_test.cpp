#include "layout/year_heading.h"

#include <gtest/gtest.h>

namespace shinchoku::layout {
namespace {

TEST(YearHeading, IsReadInAnyMannerAndWithARemarkBehindIt) {
    struct Case {
        std::string_view text;
        std::optional<int> expected;
    };
    const Case cases[] = {
        {"令和8年度", 2026},
        {"R8", 2026},
        {"2026（R8）", 2026},
        {"2026(令和8)年度", 2026},
        {"令和8年度（実績）", 2026},
        {"令和8年度 (見込み)", 2026},
        {"R8(実績)", 2026},
        {"令和8年度）", std::nullopt},
        {"（実績）", std::nullopt},
        {"実績（令和8年度）", std::nullopt},
        {"8年度", std::nullopt},
        {"", std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(read_year_heading(c.text), c.expected) << c.text;
    }
}

}  // namespace
}  // namespace shinchoku::layout
