#include "cli/findings_text.h"

#include <array>
#include <string_view>

#include "cli/terminal.h"

namespace shinchoku::cli {

namespace {

using base::Finding;
using base::Language;
using base::Severity;

std::string_view word(Severity severity, Language language) {
    if (language == Language::en) {
        return base::name_of(severity);
    }
    switch (severity) {
        case Severity::error:
            return "エラー";
        case Severity::warning:
            return "警告";
        case Severity::info:
            return "情報";
    }
    return "";
}

std::string_view color_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[33m";
        case Severity::info:
            return "\x1b[36m";
    }
    return "";
}

std::string painted(Severity severity, Language language, bool colored) {
    const std::string plain(word(severity, language));
    return colored ? std::string(color_of(severity)) + plain + "\x1b[0m" : plain;
}

// "納税課.xlsx [1-1-1!B12]", without what the finding has not.
std::string place(const Finding& finding) {
    std::string text = visible(finding.file);
    if (finding.sheet) {
        text += (text.empty() ? "[" : " [") + visible(*finding.sheet);
        if (finding.cell) {
            text += "!" + base::to_a1(*finding.cell);
        }
        text += "]";
    } else if (finding.measure) {
        text += (text.empty() ? "(" : " (") + visible(*finding.measure) + ")";
    }
    return text;
}

bool share_hint(const Finding& a, const Finding& b) {
    return a.file == b.file && a.rule == b.rule && a.hint == b.hint;
}

}  // namespace

std::string findings_text(const std::vector<Finding>& findings, Language language, bool colored) {
    std::string text;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        if (i > 0 && findings[i - 1].file != finding.file) {
            text += "\n";
        }
        const std::string where = place(finding);
        text += where + (where.empty() ? "" : " ") + painted(finding.severity, language, colored) +
                " " + finding.rule + " " + visible(base::in(finding.message, language)) + "\n";
        const bool hint_follows = i + 1 < findings.size() && share_hint(finding, findings[i + 1]);
        const std::string& hint = base::in(finding.hint, language);
        if (!hint.empty() && !hint_follows) {
            text += "    → " + visible(hint) + "\n";
        }
    }
    text += (findings.empty() ? "" : "\n") + findings_summary(findings, language) + "\n";
    return text;
}

std::string findings_summary(const std::vector<Finding>& findings, Language language) {
    std::array<int, 3> counts{};
    for (const Finding& finding : findings) {
        ++counts[static_cast<std::size_t>(finding.severity)];
    }
    if (findings.empty()) {
        return language == Language::ja ? "所見はありません。" : "No findings.";
    }
    std::string text = language == Language::ja ? "所見: " : "findings: ";
    bool first = true;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const std::string count = std::to_string(counts[static_cast<std::size_t>(severity)]);
        if (language == Language::ja) {
            text +=
                (first ? "" : "、") + std::string(word(severity, language)) + " " + count + " 件";
        } else {
            text += (first ? "" : ", ") + count + " " + std::string(word(severity, language));
        }
        first = false;
    }
    return text;
}

}  // namespace shinchoku::cli
