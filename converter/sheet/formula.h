#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"

namespace shinchoku::sheet {

// The formula as it reads in another cell: relative references move with the cell, `$` ones stay,
// and a reference that leaves the sheet becomes #REF!. This is how Excel fills a formula down, and
// how a file stores one text for a whole column of cells. Quoted sheet names and texts stay as they
// are.
[[nodiscard]] std::string move_formula(std::string_view formula,
                                       base::CellRef from,
                                       base::CellRef to);

// The cells a formula refers to, as written: A1, $A$1 and A1:B2. Whole rows and columns, names and
// tables are none.
struct FormulaReference {
    base::CellRange range;
    bool on_other_sheet = false;
};
[[nodiscard]] std::vector<FormulaReference> references_of(std::string_view formula);

// A formula in the one spelling in which two of them are compared: without blanks and in capitals,
// texts and sheet names as they are.
[[nodiscard]] std::string plain_formula(std::string_view formula);

}  // namespace shinchoku::sheet
