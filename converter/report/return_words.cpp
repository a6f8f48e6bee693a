#include "report/return_words.h"

namespace shinchoku::report {

SeverityCounts count_severities(const std::vector<base::Finding>& findings) {
    SeverityCounts counts{};
    for (const base::Finding& finding : findings) {
        ++counts[static_cast<std::size_t>(finding.severity)];
    }
    return counts;
}

std::string severity_word(base::Severity severity, base::Language language) {
    const base::Text words[] = {{"情報", "info"}, {"警告", "warning"}, {"エラー", "error"}};
    return base::in(words[static_cast<std::size_t>(severity)], language);
}

std::string request_word(base::Severity severity, base::Language language) {
    const base::Text words[] = {
        {"参考 (このままで構いません)", "for information (may stay as it is)"},
        {"確かめてください", "please check"},
        {"直してください", "please mend"}};
    return base::in(words[static_cast<std::size_t>(severity)], language);
}

}  // namespace shinchoku::report
