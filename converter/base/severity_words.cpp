#include "base/severity_words.h"

namespace shinchoku::base {

SeverityCounts count_severities(const std::vector<Finding>& findings) {
    SeverityCounts counts{};
    for (const Finding& finding : findings) {
        ++counts[static_cast<std::size_t>(finding.severity)];
    }
    return counts;
}

std::string severity_word(Severity severity, Language language) {
    const Text words[] = {{"情報", "info"}, {"警告", "warning"}, {"エラー", "error"}};
    return in(words[static_cast<std::size_t>(severity)], language);
}

std::string counts_line(const std::vector<Finding>& findings, Language language) {
    const SeverityCounts counts = count_severities(findings);
    std::string text;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const std::string count = std::to_string(counts[static_cast<std::size_t>(severity)]);
        text += (text.empty()               ? ""
                 : language == Language::ja ? "、"
                                            : ", ") +
                severity_word(severity, language) +
                (language == Language::ja ? " " + count + " 件" : ": " + count);
    }
    return text;
}

}  // namespace shinchoku::base
