#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace shinchoku::cli {

// Findings for people: one line each, `file [sheet!cell] severity rule message`, the hint below
// (once for neighbours that share it), a summary at the end. REQUIRES: sorted.
[[nodiscard]] std::string findings_text(const std::vector<base::Finding>& findings,
                                        base::Language language,
                                        bool colored);

// "エラー 2 件、警告 5 件、情報 12 件"
[[nodiscard]] std::string findings_summary(const std::vector<base::Finding>& findings,
                                           base::Language language);

}  // namespace shinchoku::cli
