#pragma once

#include <cstdlib>

#include "base/utf8.h"
#include "sheet/workbook.h"

namespace shinchoku {

// What holds of every sheet that was read, whatever the bytes were; aborts where it does not, so
// that the fuzzer keeps the input.
inline void check_sheet(const sheet::Workbook& workbook, const sheet::Sheet& sheet) {
    const auto require = [](bool holds) {
        if (!holds) {
            std::abort();
        }
    };
    const sheet::Cell* before = nullptr;
    for (const sheet::Cell& cell : sheet.cells) {
        require(cell.at.row < base::max_rows && cell.at.column < base::max_columns);
        require(before == nullptr || before->at < cell.at);
        require(cell.formula == sheet::no_formula || cell.formula < sheet.formulas.size());
        require(workbook.formats.empty() || cell.format < workbook.formats.size());
        require(!base::find_invalid_utf8(cell.text));
        require(cell.number - cell.number == 0);  // neither NaN nor infinite
        require(sheet.find(cell.at) == &cell);
        (void)sheet.formula_of(cell);
        before = &cell;
    }
}

}  // namespace shinchoku
