#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "check/tuning.h"
#include "layout/layout.h"
#include "layout/reading.h"
#include "plan/fiscal_year.h"
#include "sheet/attachments.h"
#include "sheet/workbook.h"

namespace shinchoku::check {

// What the rules on a workbook look at beside it. `file` is the path as given; the layouts are
// those the reading was made with, by id.
struct WorkbookOptions {
    std::string file;
    const std::map<std::string, const layout::Layout*>& layouts;
    Profile profile = Profile::form;
    std::optional<plan::Date> distributed;  // F09 judges by these two where both are given
    std::optional<plan::Date> deadline;
};

// The rules that look at the sheets themselves and not at the plan read from them: F09, S06, S07,
// S08, C13, C14, C15, C16, D05. The reading is that of this workbook alone. What stands outside of
// every block is not looked at. Sorted; safe from several threads at once.
[[nodiscard]] std::vector<base::Finding> check_workbook(const sheet::Workbook& workbook,
                                                        const sheet::Attachments& attachments,
                                                        const layout::Reading& reading,
                                                        const WorkbookOptions& options);

}  // namespace shinchoku::check
