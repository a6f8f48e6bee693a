#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace shinchoku::plan {

// Looking up words where no blanks divide them: the longest one wins. A cell is looked at dozens of
// times, nearly always in vain, so the first (or last) letter is compared before anything else.

[[nodiscard]] inline bool begins_with(std::u32string_view text, std::u32string_view word) {
    return !text.empty() && text.front() == word.front() && text.starts_with(word);
}
[[nodiscard]] inline bool ends_in(std::u32string_view text, std::u32string_view word) {
    return !text.empty() && text.back() == word.back() && text.ends_with(word);
}

[[nodiscard]] inline std::size_t longest_prefix(std::u32string_view text,
                                                std::span<const std::u32string_view> words) {
    std::size_t longest = 0;
    for (const std::u32string_view word : words) {
        if (begins_with(text, word)) {
            longest = std::max(longest, word.size());
        }
    }
    return longest;
}

[[nodiscard]] inline std::size_t longest_suffix(std::u32string_view text,
                                                std::span<const std::u32string_view> words) {
    std::size_t longest = 0;
    for (const std::u32string_view word : words) {
        if (ends_in(text, word)) {
            longest = std::max(longest, word.size());
        }
    }
    return longest;
}

[[nodiscard]] inline bool is_one_of(std::u32string_view text,
                                    std::span<const std::u32string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

// A word with what it means.
template <class Meaning>
struct Meant {
    std::u32string_view word;
    Meaning meaning{};
};

// The longest entry of a table that the text begins with, or nullptr.
template <class Meaning>
[[nodiscard]] const Meant<Meaning>* find_prefix(std::u32string_view text,
                                                std::span<const Meant<Meaning>> table) {
    const Meant<Meaning>* longest = nullptr;
    for (const Meant<Meaning>& entry : table) {
        if (begins_with(text, entry.word) &&
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
        if (ends_in(text, entry.word) &&
            (longest == nullptr || entry.word.size() > longest->word.size())) {
            longest = &entry;
        }
    }
    return longest;
}

// A large table, sorted when compiled, so that only the words of one first letter are compared.
template <class Meaning, std::size_t count>
class SortedTable {
public:
    consteval explicit SortedTable(const Meant<Meaning> (&entries)[count]) {
        std::copy(std::begin(entries), std::end(entries), entries_.begin());
        std::sort(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) {
            return a.word.front() < b.word.front();
        });
    }

    [[nodiscard]] const Meant<Meaning>* find_prefix(std::u32string_view text) const {
        if (text.empty()) {
            return nullptr;
        }
        const auto first = std::lower_bound(
            entries_.begin(), entries_.end(), text.front(), [](const auto& entry, char32_t c) {
                return entry.word.front() < c;
            });
        auto last = first;
        while (last != entries_.end() && last->word.front() == text.front()) {
            ++last;
        }
        return plan::find_prefix(text, std::span<const Meant<Meaning>>(first, last));
    }

private:
    std::array<Meant<Meaning>, count> entries_{};
};

}  // namespace shinchoku::plan
