#include "cli/findings_text.h"

#include <algorithm>
#include <array>
#include <span>
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

// Neighbours that say the same of cells of one sheet share a line.
bool share_line(const Finding& a, const Finding& b) {
    return a.cell && b.cell && a.file == b.file && a.sheet == b.sheet && a.rule == b.rule &&
           a.severity == b.severity && a.message == b.message && a.hint == b.hint;
}

bool share_hint(const Finding& a, const Finding& b) {
    return a.file == b.file && a.rule == b.rule && a.hint == b.hint;
}

using Neighbours = std::span<const Finding>;  // findings of one line

std::string cells_of(Neighbours line, Language language) {
    constexpr std::size_t shown_cells = 8;
    std::string text;
    for (const Finding& finding : line.first(std::min(line.size(), shown_cells))) {
        text += (text.empty() ? "" : ",") + base::to_a1(*finding.cell);
    }
    if (line.size() > shown_cells) {
        const std::string more = std::to_string(line.size() - shown_cells);
        text += language == Language::ja ? " ほか " + more : " and " + more + " more";
    }
    return text;
}

// "納税課.xlsx [1-1-1!B12]", without what the finding has not.
std::string place(Neighbours line, Language language) {
    const Finding& finding = line.front();
    std::string text = visible(finding.file);
    const std::string_view gap = text.empty() ? "" : " ";
    if (finding.sheet) {
        text.append(gap).append("[").append(visible(*finding.sheet));
        if (finding.cell) {
            text.append("!").append(cells_of(line, language));
        }
        text += "]";
    } else if (finding.measure) {
        text.append(gap).append("(").append(visible(*finding.measure)).append(")");
    }
    return text;
}

// The findings that share a line with the first of `rest`.
Neighbours take_line(Neighbours rest) {
    std::size_t count = 1;
    while (count < rest.size() && share_line(rest.front(), rest[count])) {
        ++count;
    }
    return rest.first(count);
}

}  // namespace

std::string findings_text(const std::vector<Finding>& findings, Language language, bool colored) {
    std::string text;
    std::string_view last_file = findings.empty() ? std::string_view() : findings.front().file;
    for (Neighbours rest = findings; !rest.empty();) {
        const Neighbours line = take_line(rest);
        const Finding& finding = line.front();
        rest = rest.subspan(line.size());
        if (finding.file != last_file) {
            text += "\n";
            last_file = finding.file;
        }
        const std::string where = place(line, language);
        text += where + (where.empty() ? "" : " ") + painted(finding.severity, language, colored) +
                " " + finding.rule + " " + visible(base::in(finding.message, language)) + "\n";
        const std::string& hint = base::in(finding.hint, language);
        if (!hint.empty() && (rest.empty() || !share_hint(finding, rest.front()))) {
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
