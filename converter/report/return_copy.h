#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/text.h"
#include "patch/marked_copy.h"

namespace shinchoku::report {

// What goes back to those who filled in a workbook: which cells are marked and what their notes
// say, the sheet 「差戻し」 that lists everything, and the text of the mail. All from the findings
// of this one workbook, sorted; `file` is its name without a folder.

[[nodiscard]] std::vector<patch::CellMark> return_marks(const std::vector<base::Finding>& findings,
                                                        base::Language language);

[[nodiscard]] patch::AddedSheet return_sheet(const std::vector<base::Finding>& findings,
                                             std::string_view file,
                                             base::Language language);

[[nodiscard]] std::string return_mail(const std::vector<base::Finding>& findings,
                                      std::string_view file,
                                      base::Language language);

}  // namespace shinchoku::report
