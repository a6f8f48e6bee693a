#pragma once

#include <string>

#include "sheet/workbook.h"

namespace shinchoku::formats {

// cells@1, what `inspect --format json` prints (design/cli.md).
[[nodiscard]] std::string write_cells_json(const sheet::Workbook& workbook);

}  // namespace shinchoku::formats
