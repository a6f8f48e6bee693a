#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace shinchoku::formats {

// findings@1 (design/cli.md). REQUIRES: sorted.
[[nodiscard]] std::string write_findings_json(const std::vector<base::Finding>& findings,
                                              base::Language language);
[[nodiscard]] std::string write_findings_csv(const std::vector<base::Finding>& findings,
                                             base::Language language);

}  // namespace shinchoku::formats
