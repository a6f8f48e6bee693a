#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/text.h"

namespace shinchoku::report {

// How many findings there are of each severity.
using SeverityCounts = std::array<std::size_t, 3>;
[[nodiscard]] SeverityCounts count_severities(const std::vector<base::Finding>& findings);

// The severity as it is called everywhere: エラー, 警告, 情報.
[[nodiscard]] std::string severity_word(base::Severity severity, base::Language language);

// What is asked for: 直してください …
[[nodiscard]] std::string request_word(base::Severity severity, base::Language language);

}  // namespace shinchoku::report
