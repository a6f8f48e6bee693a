#pragma once

#include <string>
#include <string_view>

#include "base/a1.h"

namespace shinchoku::sheet {

// The formula as it reads in another cell: relative references move with the cell, `$` ones stay,
// and a reference that leaves the sheet becomes #REF!. This is how Excel fills a formula down, and
// how a file stores one text for a whole column of cells. Quoted sheet names and texts stay as they
// are.
[[nodiscard]] std::string move_formula(std::string_view formula,
                                       base::CellRef from,
                                       base::CellRef to);

}  // namespace shinchoku::sheet
