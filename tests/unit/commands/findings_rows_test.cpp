#include "commands/findings_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "commands/book.h"

namespace shinchoku::addin::commands {
namespace {

using testing::ElementsAre;

base::Finding finding(std::optional<std::string> sheet, std::optional<base::CellRef> cell) {
    base::Finding made{.rule = "T02", .severity = base::Severity::warning};
    made.sheet = std::move(sheet);
    made.cell = cell;
    made.message = {"違います。", "It differs."};
    made.hint = {"合わせてください。", "Make them agree."};
    return made;
}

TEST(FindingsRows, places_lead_to_their_cells) {
    const struct {
        base::Finding finding;
        std::string place;
        std::string link;
    } cases[] = {
        {finding("1-1-1", base::CellRef{11, 1}), "B12", "#'1-1-1'!$B$12"},
        {finding("市長's", base::CellRef{0, 0}), "A1", "#'市長''s'!$A$1"},
        {finding("1-1-1", std::nullopt), "1-1-1", "#'1-1-1'!$A$1"},
        {finding(std::nullopt, std::nullopt), "(ブック全体)", ""},
    };
    for (const auto& each : cases) {
        const std::vector<FindingsRow> rows = findings_rows({each.finding}, "回答.xlsx", "1-1-1");
        ASSERT_EQ(rows.size(), findings_heading_row + 2);
        EXPECT_THAT(rows.back().texts,
                    ElementsAre(each.place, "警告", "違います。", "合わせてください。", "T02"));
        EXPECT_EQ(rows.back().link, each.link);
        EXPECT_EQ(rows[findings_heading_row].texts.front(), "場所");
    }
}

TEST(FindingsRows, quotes_in_links_are_doubled) {
    EXPECT_EQ(link_formula("#'第\"1\"章'!$A$1", "A1"),
              "=HYPERLINK(\"#'第\"\"1\"\"章'!$A$1\",\"A1\")");
}

TEST(FindingsRows, a_sheet_of_findings_has_a_name_of_its_own) {
    EXPECT_EQ(findings_sheet_name({"1-1-1"}), "点検");
    EXPECT_EQ(findings_sheet_name({"点検", "点検 3"}), "点検 2");
    EXPECT_EQ(findings_sheet_name({"点検 2", "点検"}), "点検 3");
}

TEST(FindingsForSheet, are_those_on_it_and_those_on_the_book) {
    const std::vector<base::Finding> kept = findings_for_sheet(
        {finding("a", std::nullopt), finding("b", std::nullopt), finding({}, std::nullopt)}, "b");
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].sheet, "b");
    EXPECT_EQ(kept[1].sheet, std::nullopt);
}

}  // namespace
}  // namespace shinchoku::addin::commands
