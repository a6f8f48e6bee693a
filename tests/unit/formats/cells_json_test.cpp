#include "formats/cells_json.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace shinchoku::formats {
namespace {

sheet::Cell cell_at(std::uint32_t row, std::uint32_t column, sheet::CellType type) {
    sheet::Cell cell;
    cell.at = {row, column};
    cell.type = type;
    return cell;
}

sheet::Workbook workbook_of(std::vector<sheet::Cell> cells) {
    sheet::Workbook workbook;
    sheet::Sheet& sheet = workbook.sheets.emplace_back();
    sheet.name = "評価";
    sheet.cells = std::move(cells);
    return workbook;
}

const std::string head =
    "{\"schema\":\"shinchoku/cells@1\",\"sheets\":[\n{\"name\":\"評価\","
    "\"state\":\"visible\",\"kind\":\"worksheet\",\"cells\":{";

std::string write_cells_json(const sheet::Workbook& workbook) {
    std::string out;
    CellsJsonWriter writer([&](std::string_view text) { out += text; });
    for (const sheet::Sheet& sheet : workbook.sheets) {
        writer.add(sheet, sheet.cells);
    }
    writer.finish();
    return out;
}

TEST(CellsJson, EveryKindOfValueIsWrittenAndBlanksAreLeftOut) {
    std::vector<sheet::Cell> cells;
    cells.push_back(cell_at(0, 0, sheet::CellType::text));
    cells.back().text = "a\"b\\c\n\t\x01𠮷";
    cells.push_back(cell_at(0, 1, sheet::CellType::blank));
    cells.push_back(cell_at(0, 27, sheet::CellType::number));
    cells.back().number = 42.5;
    cells.push_back(cell_at(1, 0, sheet::CellType::boolean));
    cells.back().number = 1;
    cells.push_back(cell_at(1, 1, sheet::CellType::boolean));
    cells.push_back(cell_at(1048575, 16383, sheet::CellType::error));
    cells.back().text = "#N/A";
    EXPECT_EQ(write_cells_json(workbook_of(cells)),
              head +
                  "\"A1\":\"a\\\"b\\\\c\\n\\u0009\\u0001𠮷\",\"AB1\":42.5,\"A2\":true,\"B2\":false,"
                  "\"XFD1048576\":{\"error\":\"#N/A\"}}}\n]}\n");
}

TEST(CellsJson, NothingInATextCanDriveATerminal) {
    sheet::Cell cell = cell_at(0, 0, sheet::CellType::text);
    cell.text = "a\x7F\xC2\x9B\u202Eb\u2066\u2028é～°";
    EXPECT_EQ(write_cells_json(workbook_of({cell})),
              head + "\"A1\":\"a\\u007f\\u009b\\u202eb\\u2066\\u2028é～°\"}}\n]}\n");
}

TEST(CellsJson, NumbersAreTheShortestThatReadBack) {
    struct Case {
        double number;
        std::string expected;
    };
    const Case cases[] = {
        {0, "0"},
        {98.6, "98.6"},
        {1e300, "1e+300"},
        {0.1 + 0.2, "0.30000000000000004"},
        {123456789012345, "123456789012345"},
        {std::numeric_limits<double>::max(), "1.7976931348623157e+308"},
    };
    for (const Case& c : cases) {
        sheet::Cell cell = cell_at(0, 0, sheet::CellType::number);
        cell.number = c.number;
        EXPECT_EQ(write_cells_json(workbook_of({cell})),
                  head + "\"A1\":" + c.expected + "}}\n]}\n");
    }
}

TEST(CellsJson, SheetsKeepTheirOrderStateAndKind) {
    sheet::Workbook workbook = workbook_of({});
    workbook.sheets.emplace_back();
    workbook.sheets[1].state = sheet::SheetState::very_hidden;
    workbook.sheets[1].kind = sheet::SheetKind::chartsheet;
    workbook.sheets.emplace_back();
    workbook.sheets[2].state = sheet::SheetState::hidden;
    EXPECT_EQ(
        write_cells_json(workbook),
        head +
            "}},\n{\"name\":\"\",\"state\":\"veryHidden\",\"kind\":\"chartsheet\",\"cells\":{}},"
            "\n{\"name\":\"\",\"state\":\"hidden\",\"kind\":\"worksheet\",\"cells\":{}}\n]}\n");
    EXPECT_EQ(write_cells_json(sheet::Workbook()),
              "{\"schema\":\"shinchoku/cells@1\",\"sheets\":[\n]}\n");
}

TEST(CellsJson, PiecesTogetherAreTheWhole) {
    std::vector<sheet::Cell> cells;
    for (std::uint32_t row = 0; row < 20000; ++row) {
        cells.push_back(cell_at(row, 3, sheet::CellType::number));
        cells.back().number = row;
    }
    const sheet::Workbook workbook = workbook_of(cells);
    std::string together;
    int pieces = 0;
    CellsJsonWriter writer([&](std::string_view text) {
        together += text;
        ++pieces;
    });
    const std::span<const sheet::Cell> all(workbook.sheets[0].cells);
    writer.add(workbook.sheets[0], all.first(7));
    writer.add(workbook.sheets[0], all.subspan(7));
    writer.finish();
    EXPECT_GT(pieces, 2);
    EXPECT_EQ(together, write_cells_json(workbook));
}

}  // namespace
}  // namespace shinchoku::formats
