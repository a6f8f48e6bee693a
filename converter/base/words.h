#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace shinchoku::base {

// Japanese is written without gaps between words: a word is looked for as a part of the text.
template <class Words>
[[nodiscard]] bool contains_any(std::string_view text, const Words& words) {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}
[[nodiscard]] inline bool contains_any(std::string_view text,
                                       std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

// Without any blank (base::is_blank): gaps and line breaks only spread a text over its cell.
[[nodiscard]] std::string without_blanks(std::string_view text);

}  // namespace shinchoku::base
