#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "cli/input_files.h"
#include "cli/session.h"

namespace shinchoku::cli {

// --returned FILE: the findings of an earlier check, held against those of now. Nothing where none
// is named; a failure of the session, and nothing, where it cannot be read.
[[nodiscard]] std::optional<std::vector<base::Finding>> read_earlier_findings(Session& session);

// What is mended since, still open and new, by the keys of findings, which hold no address. Of the
// earlier ones those count that are of a file which is here again, by its name without a folder.
[[nodiscard]] std::string comparison_text(const Session& session,
                                          const std::vector<InputFile>& inputs,
                                          const std::vector<base::Finding>& earlier,
                                          const std::vector<base::Finding>& now);

}  // namespace shinchoku::cli
