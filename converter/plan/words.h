#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace shinchoku::plan {

// Looking up words where no blanks divide them: the longest one wins.

[[nodiscard]] inline std::size_t longest_prefix(std::u32string_view text,
                                                std::span<const std::u32string_view> words) {
    std::size_t longest = 0;
    for (const std::u32string_view word : words) {
        if (word.size() > longest && text.starts_with(word)) {
            longest = word.size();
        }
    }
    return longest;
}

[[nodiscard]] inline std::size_t longest_suffix(std::u32string_view text,
                                                std::span<const std::u32string_view> words) {
    std::size_t longest = 0;
    for (const std::u32string_view word : words) {
        if (word.size() > longest && text.ends_with(word)) {
            longest = word.size();
        }
    }
    return longest;
}

[[nodiscard]] inline bool is_one_of(std::u32string_view text,
                                    std::span<const std::u32string_view> words) {
    return longest_prefix(text, words) == text.size() && !text.empty();
}

// A word with what it means.
template <class Meaning>
struct Meant {
    std::u32string_view word;
    Meaning meaning;
};

// The longest entry of a table that the text begins with, or nullptr.
template <class Meaning>
[[nodiscard]] const Meant<Meaning>* find_prefix(std::u32string_view text,
                                                std::span<const Meant<Meaning>> table) {
    const Meant<Meaning>* longest = nullptr;
    for (const Meant<Meaning>& entry : table) {
        if (text.starts_with(entry.word) &&
            (longest == nullptr || entry.word.size() > longest->word.size())) {
            longest = &entry;
        }
    }
    return longest;
}

template <class Meaning>
[[nodiscard]] const Meant<Meaning>* find_suffix(std::u32string_view text,
                                                std::span<const Meant<Meaning>> table) {
    const Meant<Meaning>* longest = nullptr;
    for (const Meant<Meaning>& entry : table) {
        if (text.ends_with(entry.word) &&
            (longest == nullptr || entry.word.size() > longest->word.size())) {
            longest = &entry;
        }
    }
    return longest;
}

}  // namespace shinchoku::plan
