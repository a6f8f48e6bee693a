#include <gtest/gtest.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "xlsx/reader.h"

// Small real workbooks (tests/workbooks/make.py), held against what another reader sees in them.

namespace shinchoku::xlsx {
namespace {

namespace fs = std::filesystem;

const fs::path workbooks_folder = fs::path(SHINCHOKU_SOURCE_DIR) / "tests/workbooks";

ReadWorkbook read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    auto result = read_workbook(bytes);
    EXPECT_TRUE(result.has_value()) << path;
    return result ? std::move(result).value() : ReadWorkbook();
}

std::string shown(const sheet::Cell& cell) {
    switch (cell.type) {
        case sheet::CellType::blank:
            return "";
        case sheet::CellType::number:
            return "number\t";
        case sheet::CellType::boolean:
            return std::string("boolean\t") + (cell.number != 0 ? "True" : "False");
        case sheet::CellType::error:
            return "error\t" + std::string(cell.text);
        case sheet::CellType::text:
            break;
    }
    std::string text = "text\t";
    for (const char c : cell.text) {
        text += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    }
    return text;
}

// True where the row "type TAB value" is what the cell holds.
bool is_same(const std::string& row, const sheet::Cell& cell) {
    if (cell.type != sheet::CellType::number) {
        return shown(cell) == row;
    }
    const std::string digits = row.substr(row.find('\t') + 1);
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return row.starts_with("number\t") && number == cell.number;
}

class Workbooks : public testing::TestWithParam<const char*> {};

TEST_P(Workbooks, EveryCellIsAsTheTableSays) {
    const ReadWorkbook result = read(workbooks_folder / (std::string(GetParam()) + ".xlsx"));
    std::ifstream table(workbooks_folder / (std::string(GetParam()) + ".tsv"));
    std::set<std::pair<std::string, std::string>> listed;
    for (std::string row; std::getline(table, row);) {
        std::istringstream fields(row);
        std::string name;
        std::string place;
        std::string rest;
        std::getline(fields, name, '\t');
        std::getline(fields, place, '\t');
        std::getline(fields, rest);
        listed.emplace(name, place);
        const sheet::Cell* cell = nullptr;
        for (const sheet::Sheet& sheet : result.workbook.sheets) {
            cell = sheet.name == name ? sheet.find(*base::parse_a1(place)) : cell;
        }
        ASSERT_NE(cell, nullptr) << row;
        EXPECT_TRUE(is_same(rest, *cell)) << row << "\n" << shown(*cell) << " " << cell->number;
    }
    EXPECT_GT(listed.size(), 20u);
    for (const sheet::Sheet& sheet : result.workbook.sheets) {
        for (const sheet::Cell& cell : sheet.cells) {
            EXPECT_EQ(listed.contains({sheet.name, base::to_a1(cell.at)}), sheet::has_value(cell))
                << sheet.name << " " << base::to_a1(cell.at);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Programs,
                         Workbooks,
                         testing::Values("openpyxl", "xlsxwriter", "libreoffice"));

TEST(WorkbooksOfOurs, TheFormSurvivesLibreOfficeWithAllThatSurroundsItsCells) {
    for (const char* const name : {"openpyxl.xlsx", "libreoffice.xlsx"}) {
        const ReadWorkbook result = read(workbooks_folder / name);
        const sheet::Workbook& workbook = result.workbook;
        ASSERT_EQ(workbook.sheets.size(), 2u) << name;
        const sheet::Sheet& sheet = workbook.sheets[0];
        EXPECT_EQ(workbook.sheets[1].state, sheet::SheetState::hidden) << name;
        EXPECT_EQ(sheet.merges.size(), 2u) << name;
        EXPECT_EQ(sheet.hidden_rows, std::vector<std::uint32_t>{9}) << name;
        ASSERT_EQ(sheet.hidden_columns.size(), 1u) << name;
        EXPECT_EQ(sheet.hidden_columns[0].first, 3u) << name;
        EXPECT_TRUE(sheet.is_protected) << name;
        ASSERT_EQ(sheet.validations.size(), 1u) << name;
        EXPECT_EQ(sheet.validations[0].type, "list") << name;
        const sheet::Cell* const target = sheet.find({3, 1});
        const sheet::Cell* const actual = sheet.find({4, 1});
        ASSERT_TRUE(target != nullptr && actual != nullptr) << name;
        EXPECT_EQ(workbook.format_of(*target).number_format, "0.00%") << name;
        EXPECT_TRUE(workbook.format_of(*target).locked) << name;
        EXPECT_FALSE(workbook.format_of(*actual).locked) << name;
        const sheet::Cell* const sum = sheet.find({5, 3});
        ASSERT_NE(sum, nullptr) << name;
        EXPECT_EQ(sheet.formula_of(*sum), "SUM(B6:C6)") << name;
        ASSERT_FALSE(workbook.names.empty()) << name;
        EXPECT_EQ(workbook.names[0].name, "年度") << name;
        EXPECT_EQ(workbook.properties.title, "進行管理") << name;
    }
}

TEST(WorkbooksOfOurs, AChartSheetHasAKindAndNoCells) {
    const ReadWorkbook result = read(workbooks_folder / "xlsxwriter.xlsx");
    ASSERT_EQ(result.workbook.sheets.size(), 2u);
    EXPECT_EQ(result.workbook.sheets[1].kind, sheet::SheetKind::chartsheet);
    EXPECT_TRUE(result.workbook.sheets[1].cells.empty());
    ASSERT_NE(result.workbook.properties.find_custom("様式"), nullptr);
    EXPECT_EQ(*result.workbook.properties.find_custom("様式"), "評価シート");
}

}  // namespace
}  // namespace shinchoku::xlsx
