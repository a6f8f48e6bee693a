#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace shinchoku::cli {

// Findings for people: one line each, `file [sheet!cell] severity rule message`, the hint below, a
// summary at the end. Neighbours that say the same of several cells share a line, those with the
// same hint one hint. REQUIRES: sorted.
[[nodiscard]] std::string findings_text(const std::vector<base::Finding>& findings,
                                        base::Language language,
                                        bool colored);

// "エラー 2 件、警告 5 件、情報 12 件"
[[nodiscard]] std::string findings_summary(const std::vector<base::Finding>& findings,
                                           base::Language language);

}  // namespace shinchoku::cli
