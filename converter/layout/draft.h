#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "sheet/looks.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

// The layout file of an existing sheet, for a person to finish (section 10 of
// design/layout-notation.md): its picture with labels, joins, widths and heights, `{年}` where a
// row counts fiscal years, `[?]` for cells that may be filled in, `{?}` for other empty framed
// ones, `.` for what stands outside the tables; around it the tables with what the headings let
// guess. The boxes `[?]` and `{?}` are refused by the loader until a person names them.
//
// `file_name` gives the layout's id. The error (rule "draft") is a sheet that is empty or too large
// to be a form. The same sheet gives the same text.
[[nodiscard]] base::Result<std::string> draft_layout(const sheet::Workbook& workbook,
                                                     const sheet::Sheet& sheet,
                                                     const sheet::Looks& looks,
                                                     std::string_view file_name);

}  // namespace shinchoku::layout
