#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/text.h"

namespace shinchoku::base {

// How many findings there are of each severity.
using SeverityCounts = std::array<std::size_t, 3>;
[[nodiscard]] SeverityCounts count_severities(const std::vector<Finding>& findings);

// The severity as it is called everywhere: エラー, 警告, 情報.
[[nodiscard]] std::string severity_word(Severity severity, Language language);

// "エラー 2 件、警告 0 件、情報 1 件"
[[nodiscard]] std::string counts_line(const std::vector<Finding>& findings, Language language);

}  // namespace shinchoku::base
