#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"

namespace shinchoku::formats {

// findings@1 (design/cli.md). REQUIRES: sorted.
[[nodiscard]] std::string write_findings_json(const std::vector<base::Finding>& findings,
                                              base::Language language);
// The findings of such a text, their messages in the one language it has for both. The error is
// F01: no JSON, or not of this schema.
[[nodiscard]] base::Result<std::vector<base::Finding>> read_findings_json(std::string_view text);
[[nodiscard]] std::string write_findings_csv(const std::vector<base::Finding>& findings,
                                             base::Language language);

}  // namespace shinchoku::formats
