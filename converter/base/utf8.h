#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::base {

// The byte offset of the first byte that is no well-formed UTF-8 (surrogates and overlong forms
// included); nothing where the text is well-formed.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Decodes the code point that begins at `at` and moves `at` past it. A malformed byte gives U+FFFD
// and is stepped over. REQUIRES: at < text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& text, char32_t code_point);

[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

// Columns a text takes in a monospaced terminal or a MS Gothic cell: East Asian wide and full-width
// characters 2, combining ones 0, others 1.
[[nodiscard]] int display_width(char32_t code_point);
[[nodiscard]] int display_width(std::string_view text);

// Full-width ASCII (U+FF01..FF5E) and the ideographic space as their half-width twins; the rest
// stays. For comparing and reading only: a stored text is never normalised.
[[nodiscard]] char32_t fold_width(char32_t code_point);
[[nodiscard]] std::string fold_width(std::string_view text);

// Spaces of every width (also none), tab, line breaks.
[[nodiscard]] bool is_blank(char32_t code_point);

// Without leading and trailing blanks.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace shinchoku::base
