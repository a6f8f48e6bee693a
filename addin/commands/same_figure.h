#pragma once

#include "calc/assessment.h"
#include "commands/calculation_formula.h"
#include "sheet/workbook.h"

namespace shinchoku::addin::commands {

// Whether the worksheet functions, given what these cells hold, say the same rate and status: a
// layout may read a part of a cell, take 98.6% for what the cell keeps as 0.986, or know of other
// years and sheets what a function over a few cells does not.
[[nodiscard]] bool gives_the_same(const sheet::Sheet& sheet,
                                  const RateCells& cells,
                                  const calc::Assessment& assessed);

}  // namespace shinchoku::addin::commands
