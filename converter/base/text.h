#pragma once

#include <string>
#include <string_view>

namespace shinchoku::base {

// One sentence for people in both languages. Japanese comes first and is never empty.
struct Text {
    std::string ja;
    std::string en;

    friend bool operator==(const Text&, const Text&) = default;
};

enum class Language { ja, en };

[[nodiscard]] inline const std::string& in(const Text& text, Language language) {
    return language == Language::en && !text.en.empty() ? text.en : text.ja;
}

// A sheet's own words inside a sentence.
[[nodiscard]] inline std::string quoted_ja(std::string_view words) {
    return std::string("「").append(words).append("」");
}
[[nodiscard]] inline std::string quoted_en(std::string_view words) {
    return std::string("\"").append(words).append("\"");
}

}  // namespace shinchoku::base
