#pragma once

#include <string>

#include "excel/workspace.h"

namespace shinchoku::addin::excel {

// Writes the calculation columns on the active sheet, beside what its layout finds or, where none
// fits, beside the selection; what is to be told of it.
[[nodiscard]] std::string inserted(const Workspace& excel);

}  // namespace shinchoku::addin::excel
