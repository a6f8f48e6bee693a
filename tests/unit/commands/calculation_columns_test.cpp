#include "commands/calculation_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "layout/bind.h"
#include "xlsx/reader.h"

namespace shinchoku::addin::commands {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t column_j = 9;

// "J12 達成率%"
std::vector<std::string> printed(const std::vector<NewCell>& cells) {
    std::vector<std::string> lines;
    for (const NewCell& cell : cells) {
        lines.push_back(base::to_a1(cell.at) + " " + cell.text);
    }
    return lines;
}

std::string sample_bytes(const std::string& name) {
    std::ifstream in(SHINCHOKU_SOURCE_DIR "/sample_workbooks/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class CalculationColumnsOfBook : public testing::Test {
protected:
    ReadBook read(const std::string& name) {
        return read_book(sample_bytes(name), templates_, name).value();
    }
    CalculationColumns columns(const std::string& name,
                               std::string_view sheet,
                               plan::Date as_of = {2027, 5, 31}) {
        return columns_of_book(read(name), templates_, sheet, as_of, column_j).value();
    }

    Templates templates_ = load_templates({}).value();
};

TEST_F(CalculationColumnsOfBook, years_side_by_side_have_two_columns_each) {
    const CalculationColumns found = columns("minami_alps/returned/人事課.xlsx", "3-2-1");
    EXPECT_THAT(printed(found.headings),
                ElementsAre("J11 達成率%（令和8年度）",
                            "K11 状況（令和8年度）",
                            "L11 達成率%（令和10年度）",
                            "M11 状況（令和10年度）"));
    EXPECT_THAT(printed(found.formulas),
                ElementsAre("J12 =IFNA(SHINCHOKU.RATE(RC[-8],R[-1]C[-8]),\"\")",
                            "K12 =SHINCHOKU.STATUS(RC[-9],R[-1]C[-9])",
                            "L12 =IFNA(SHINCHOKU.RATE(RC[-8],R[-1]C[-8]),\"\")",
                            "M12 =SHINCHOKU.STATUS(RC[-9],R[-1]C[-9])"));
    EXPECT_EQ(base::to_a1(found.area), "J11:M12");
    EXPECT_EQ(found.rows, 1U);
}

TEST_F(CalculationColumnsOfBook, every_indicator_of_a_form_has_its_row) {
    EXPECT_EQ(columns("kanuma/returned/施策30.xlsx", "施策30").rows, 6U);
}

TEST_F(CalculationColumnsOfBook, cells_that_do_not_say_what_the_layout_reads_are_left_out) {
    // 0.9872 in the cell and 98.80% as the target: the report knows of the percent, a formula not.
    const CalculationColumns found = columns("minami_alps/returned/納税課.xlsx", "1-1-1");
    EXPECT_THAT(found.formulas, IsEmpty());
    EXPECT_EQ(found.different, 1U);
}

TEST_F(CalculationColumnsOfBook, other_sheets_are_none_of_its_business) {
    EXPECT_EQ(columns("minami_alps/returned/人事課.xlsx", "表紙").rows, 0U);
}

TEST_F(CalculationColumnsOfBook, an_empty_form_has_the_years_until_today) {
    const CalculationColumns found =
        columns("minami_alps/master.xlsx", "1-1-1", {2028, 3, 31});  // of fiscal year 2027
    EXPECT_THAT(printed(found.headings),
                ElementsAre("J11 達成率%（令和8年度）",
                            "K11 状況（令和8年度）",
                            "L11 達成率%（令和9年度）",
                            "M11 状況（令和9年度）"));
}

// A copy of the workbook's cells with texts where the columns are.
sheet::Workbook with_columns(std::string_view bytes,
                             std::size_t sheet,
                             const CalculationColumns& columns) {
    sheet::Workbook workbook = std::move(xlsx::read_workbook(bytes).value().workbook);
    std::vector<sheet::Cell>& cells = workbook.sheets[sheet].cells;
    for (const auto* list : {&columns.headings, &columns.formulas}) {
        for (const NewCell& each : *list) {
            sheet::Cell cell;
            cell.at = each.at;
            cell.type = sheet::CellType::text;
            cell.text = workbook.owned_texts.emplace_back(each.text);
            cells.push_back(cell);
        }
    }
    std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return workbook;
}

TEST_F(CalculationColumnsOfBook, do_not_disturb_the_next_reading) {
    for (const char* name : {"minami_alps/returned/人事課.xlsx",
                             "kanuma/returned/施策30.xlsx",
                             "seki_sap3/returned/秘書課.xlsx"}) {
        const std::string bytes = sample_bytes(name);
        const ReadBook book = read(name);
        const sheet::Sheet& sheet = book.workbook.sheets[0];
        std::uint32_t used = 0;
        for (const sheet::Cell& cell : sheet.cells) {
            used = std::max(used, cell.at.column + 1);
        }
        const CalculationColumns columns =
            columns_of_book(
                book, templates_, sheet.name, {2027, 5, 31}, used + free_columns_between)
                .value();
        ASSERT_GT(columns.rows, 0U);
        const auto findings = [&](const sheet::Workbook& workbook) {
            return layout::bind(workbook, templates_.library.all(), {.file = name}).findings;
        };
        EXPECT_EQ(findings(with_columns(bytes, 0, columns)), findings(book.workbook)) << name;
    }
}

TEST_F(CalculationColumnsOfBook, columns_that_are_there_are_known) {
    ReadBook book = read("minami_alps/returned/人事課.xlsx");
    EXPECT_FALSE(has_calculation_columns(book, "3-1-1"));
    book.workbook.sheets[0].formulas.push_back("_xll.SHINCHOKU.STATUS(B12,B11)");
    EXPECT_TRUE(has_calculation_columns(book, "3-1-1"));
    EXPECT_FALSE(has_calculation_columns(book, "3-1-2"));
}

TEST(CalculationColumnsOfSelection, stand_in_the_rows_that_hold_something) {
    const CalculationColumns found =
        columns_of_selection({{4, 1}, {6, 3}}, {true, false, true}, column_j);
    EXPECT_THAT(printed(found.headings), ElementsAre("J4 達成率%", "K4 状況"));
    EXPECT_THAT(printed(found.formulas),
                ElementsAre("J5 =IFNA(SHINCHOKU.RATE(RC[-7],RC[-8],RC[-6]),\"\")",
                            "K5 =SHINCHOKU.STATUS(RC[-8],RC[-9],RC[-7])",
                            "J7 =IFNA(SHINCHOKU.RATE(RC[-7],RC[-8],RC[-6]),\"\")",
                            "K7 =SHINCHOKU.STATUS(RC[-8],RC[-9],RC[-7])"));
    EXPECT_EQ(found.rows, 2U);
    EXPECT_EQ(base::to_a1(found.area), "J4:K7");
}

TEST(CalculationColumnsOfSelection, the_first_row_of_a_sheet_has_no_room_for_headings) {
    const CalculationColumns found = columns_of_selection({{0, 0}, {0, 1}}, {true}, column_j);
    EXPECT_THAT(found.headings, IsEmpty());
    EXPECT_EQ(found.rows, 1U);
}

}  // namespace
}  // namespace shinchoku::addin::commands
