#include "sheet/workbook.h"

#include <gtest/gtest.h>

namespace shinchoku::sheet {
namespace {

TEST(Sheet, ACellIsFoundAtItsPlaceOnly) {
    Sheet sheet;
    for (const base::CellRef at : {base::CellRef{0, 2}, base::CellRef{1, 0}, base::CellRef{1, 5}}) {
        Cell cell;
        cell.at = at;
        sheet.cells.push_back(cell);
    }
    EXPECT_EQ(sheet.find({1, 0}), &sheet.cells[1]);
    EXPECT_EQ(sheet.find({1, 5}), &sheet.cells[2]);
    EXPECT_EQ(sheet.find({1, 1}), nullptr);
    EXPECT_EQ(sheet.find({9, 9}), nullptr);
    EXPECT_EQ(Sheet().find({0, 0}), nullptr);
}

TEST(Workbook, AFormatThatIsNotThereIsGeneralAndLocked) {
    Workbook workbook;
    workbook.formats = {{"0.0%", false}};
    Cell cell;
    EXPECT_EQ(workbook.format_of(cell).number_format, "0.0%");
    cell.format = 7;
    EXPECT_EQ(workbook.format_of(cell), Format());
}

TEST(Properties, ACustomPropertyIsFoundByName) {
    Properties properties;
    properties.custom = {{"shinchoku.template", "minami_alps"}};
    ASSERT_NE(properties.find_custom("shinchoku.template"), nullptr);
    EXPECT_EQ(*properties.find_custom("shinchoku.template"), "minami_alps");
    EXPECT_EQ(properties.find_custom("Shinchoku.Template"), nullptr);
}

TEST(Sheet, ASharedFormulaReadsDifferentlyInEachCell) {
    Sheet sheet;
    sheet.formulas = {"A1+1", "SUM(A1:A3)"};
    sheet.shared_formulas = {{1, {3, 0}}};
    Cell own;
    own.formula = 0;
    own.at = {5, 5};
    Cell shared;
    shared.formula = 1;
    shared.at = {3, 1};
    EXPECT_EQ(sheet.formula_of(own), "A1+1");
    EXPECT_EQ(sheet.formula_of(shared), "SUM(B1:B3)");
    EXPECT_EQ(sheet.formula_of(Cell()), "");
}

}  // namespace
}  // namespace shinchoku::sheet
