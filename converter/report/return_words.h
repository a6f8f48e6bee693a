#pragma once

#include <string>

#include "base/finding.h"
#include "base/text.h"

namespace shinchoku::report {

// What is asked for: 直してください …
[[nodiscard]] std::string request_word(base::Severity severity, base::Language language);

}  // namespace shinchoku::report
