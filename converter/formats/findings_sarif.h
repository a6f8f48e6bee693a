#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "check/check.h"

namespace shinchoku::formats {

// SARIF 2.1.0, which code-review tools and editors read: the rules that found something, and a
// result a finding. A workbook has no lines, so its cell is the logical location ('1-1-1'!B12); the
// key is the result's partial fingerprint, so that tools recognise it after a resubmission.
// REQUIRES: sorted. `version` is the program's.
[[nodiscard]] std::string write_findings_sarif(const std::vector<base::Finding>& findings,
                                               std::string_view version,
                                               base::Language language);

}  // namespace shinchoku::formats
