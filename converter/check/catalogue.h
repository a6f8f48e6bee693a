#pragma once

#include <string_view>
#include <vector>

#include "base/finding.h"
#include "check/check.h"

namespace shinchoku::check {

// One line of the catalogue's tables, which are data. In Japanese and English: title, why it
// matters, how to mend it.
struct Entry {
    std::string_view id;
    base::Severity severity;
    std::string_view title_ja;
    std::string_view title_en;
    std::string_view why_ja;
    std::string_view why_en;
    std::string_view mend_ja;
    std::string_view mend_en;
};

// The catalogue's chapters, each in a file of its own.
[[nodiscard]] const std::vector<Entry>& workbook_entries();   // F, S
[[nodiscard]] const std::vector<Entry>& content_entries();    // C, N, D
[[nodiscard]] const std::vector<Entry>& judgement_entries();  // T, A
[[nodiscard]] const std::vector<Entry>& exchange_entries();   // X

}  // namespace shinchoku::check
