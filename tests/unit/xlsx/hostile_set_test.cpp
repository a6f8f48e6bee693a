#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "xlsx/reader.h"

// The small hostile set of the project (tests/hostile/make.py): a case is a file and a row.

namespace shinchoku::xlsx {
namespace {

const std::filesystem::path hostile_folder =
    std::filesystem::path(SHINCHOKU_SOURCE_DIR) / "tests/hostile";

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// "A1=text" of the first sheet, as the table writes it.
std::string first_cell(const sheet::Workbook& workbook) {
    const sheet::Cell* const cell = workbook.sheets.at(0).find({0, 0});
    if (cell == nullptr) {
        return "A1=";
    }
    return "A1=" + (cell->type == sheet::CellType::number
                        ? std::to_string(static_cast<int>(cell->number))
                        : std::string(cell->text));
}

TEST(HostileSet, EveryCaseEndsAsItsRowSays) {
    std::ifstream table(hostile_folder / "cases.tsv");
    int count = 0;
    for (std::string row; std::getline(table, row); ++count) {
        std::istringstream fields(row);
        std::string name;
        std::string end;
        std::getline(fields, name, '\t');
        std::getline(fields, end, '\t');
        const auto result = read_workbook(bytes_of(hostile_folder / "files" / name));
        if (!result) {
            EXPECT_EQ(result.error().rule, end) << row << "\n" << result.error().message.en;
            continue;
        }
        const auto& findings = result.value().findings;
        const bool is_damaged = std::any_of(findings.begin(), findings.end(), [](const auto& f) {
            return f.rule == "F13" && f.cell;
        });
        EXPECT_EQ(is_damaged ? "F13 " + first_cell(result.value().workbook) : "read", end) << row;
    }
    EXPECT_GT(count, 50);
}

TEST(HostileSet, SoundVariantsHoldTheSameCells) {
    for (const char* const name :
         {"good", "unneeded_crc", "path_above", "backslashes", "utf16", "prefixes"}) {
        const auto result =
            read_workbook(bytes_of(hostile_folder / "files" / (std::string(name) + ".xlsx")));
        ASSERT_TRUE(result.has_value()) << name;
        const sheet::Sheet& sheet = result.value().workbook.sheets.at(0);
        ASSERT_EQ(sheet.cells.size(), 2u) << name;
        EXPECT_EQ(sheet.cells[0].text, "目標値") << name;
        EXPECT_EQ(sheet.cells[1].number, 98.6) << name;
    }
}

}  // namespace
}  // namespace shinchoku::xlsx
