#include "layout/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "layout/comparison.h"

namespace shinchoku::layout {
namespace {

constexpr std::size_t names_in_a_hint = 8;

std::string joined(const std::vector<std::string>& names, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < names_in_a_hint; ++i) {
        text += i == 0 ? "" : separator;
        text += names[i];
    }
    return names.size() > names_in_a_hint ? text + " …" : text;
}

std::string_view word_for(base::Severity severity, base::Language language) {
    const bool ja = language == base::Language::ja;
    switch (severity) {
        case base::Severity::error:
            return ja ? "エラー" : "error";
        case base::Severity::warning:
            return ja ? "注意" : "warning";
        case base::Severity::info:
            return ja ? "情報" : "info";
    }
    return "";
}

}  // namespace

void Diagnostics::add(base::Severity severity,
                      std::string_view code,
                      SourcePlace place,
                      base::Text message,
                      base::Text hint) {
    found_.push_back({severity,
                      "layout." + std::string(code),
                      place.line,
                      place.column_number,
                      std::move(message),
                      std::move(hint)});
}

void Diagnostics::error(std::string_view code,
                        SourcePlace place,
                        base::Text message,
                        base::Text hint) {
    ++errors_;
    add(base::Severity::error, code, place, std::move(message), std::move(hint));
}

void Diagnostics::warning(std::string_view code,
                          SourcePlace place,
                          base::Text message,
                          base::Text hint) {
    add(base::Severity::warning, code, place, std::move(message), std::move(hint));
}

std::vector<Diagnostic> Diagnostics::take() {
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.line, a.column_number) < std::tie(b.line, b.column_number);
    });
    return std::move(found_);
}

std::string nearest_name(std::string_view unknown, const std::vector<std::string>& known) {
    const std::size_t letters = base::count_code_points(unknown);
    std::size_t best = std::max<std::size_t>(1, letters / 3) + 1;
    std::string nearest;
    for (const std::string& name : known) {
        const std::size_t apart = distance(unknown, name);
        if (apart < best && apart < std::max(letters, base::count_code_points(name))) {
            best = apart;
            nearest = name;
        }
    }
    return nearest;
}

base::Text name_hint(std::string_view unknown, const std::vector<std::string>& known) {
    const std::string nearest = nearest_name(unknown, known);
    if (!nearest.empty()) {
        return {"「" + nearest + "」ではありませんか。", "Did you mean \"" + nearest + "\"?"};
    }
    if (known.empty()) {
        return {"名前を確かめてください。", "Check the name."};
    }
    return {"使える名前: " + joined(known, "、"), "Known names: " + joined(known, ", ")};
}

std::string to_line(const Diagnostic& diagnostic, std::string_view file, base::Language language) {
    std::string line(file);
    if (diagnostic.line > 0) {
        line += ":" + std::to_string(diagnostic.line);
        if (diagnostic.column_number > 0) {
            line += ":" + std::to_string(diagnostic.column_number);
        }
    }
    line += ": ";
    line += word_for(diagnostic.severity, language);
    line += ": " + base::in(diagnostic.message, language) + " [" + diagnostic.code + "]";
    const std::string& hint = base::in(diagnostic.hint, language);
    return hint.empty() ? line : line + "\n  " + hint;
}

}  // namespace shinchoku::layout
