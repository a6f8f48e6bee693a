#pragma once

#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "sheet/looks.h"
#include "sheet/workbook.h"
#include "xlsx/limits.h"

namespace shinchoku::xlsx {

// Column widths, row heights, frames and paper of one sheet of a package that read_workbook()
// accepted. A part of its own and a pass of its own: reading a workbook for its values looks at
// none of this. The error is the finding that read_workbook() would give.
[[nodiscard]] base::Result<sheet::Looks> read_looks(std::string_view bytes,
                                                    const sheet::Sheet& sheet,
                                                    const Limits& limits = {});

}  // namespace shinchoku::xlsx
