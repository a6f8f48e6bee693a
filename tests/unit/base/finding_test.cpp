#include "base/finding.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace shinchoku::base {
namespace {

TEST(Finding, KeysNameRuleIdAndYearAndNoAddress) {
    EXPECT_EQ(make_key("T02", "1-1-1/1", 2030), "T02|1-1-1/1|2030");
    EXPECT_EQ(make_key("S14", "別紙"), "S14|別紙|");
}

TEST(Finding, SortsByFileSheetRowColumnAndRule) {
    const auto make =
        [](std::string rule, std::string file, int sheet, std::optional<CellRef> cell) {
            Finding finding;
            finding.rule = std::move(rule);
            finding.file = std::move(file);
            finding.sheet_index = sheet;
            finding.sheet = sheet < 0 ? std::nullopt : std::optional<std::string>("表");
            finding.cell = cell;
            return finding;
        };
    const std::vector<Finding> sorted = {make("F01", "a.xlsx", -1, std::nullopt),
                                         make("S14", "a.xlsx", 0, std::nullopt),
                                         make("C01", "a.xlsx", 0, CellRef{0, 2}),
                                         make("C02", "a.xlsx", 0, CellRef{0, 2}),
                                         make("A01", "a.xlsx", 0, CellRef{1, 0}),
                                         make("A01", "a.xlsx", 1, CellRef{0, 0}),
                                         make("A01", "b.xlsx", 0, CellRef{0, 0})};
    std::vector<Finding> shuffled(sorted.rbegin(), sorted.rend());
    sort_findings(shuffled);
    EXPECT_EQ(shuffled, sorted);
}

}  // namespace
}  // namespace shinchoku::base
