#pragma once

#include <vector>

#include "base/finding.h"
#include "cli/input_files.h"
#include "cli/session.h"

namespace shinchoku::cli {

// False, and a failure of the session, where the folder of --return lies in a folder that is
// checked: the next check would read the copies too.
[[nodiscard]] bool may_return(Session& session);

// --return DIR: for each workbook with findings a copy in DIR with marks and notes, and a text for
// the mail beside it. `findings` are those of the whole run, sorted.
void write_returned_copies(Session& session,
                           const std::vector<InputFile>& inputs,
                           const std::vector<base::Finding>& findings);

}  // namespace shinchoku::cli
