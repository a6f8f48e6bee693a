#pragma once

namespace shinchoku::base {

// Letters and digits of ASCII whatever the locale; of a UTF-8 text every other byte is neither.
// is_digit takes char and char32_t, and goes into an algorithm by its name.

inline constexpr auto is_digit = []<typename Char>(Char c) {
    return c >= Char{'0'} && c <= Char{'9'};
};

[[nodiscard]] constexpr bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

[[nodiscard]] constexpr char to_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

[[nodiscard]] constexpr char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace shinchoku::base
