#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::layout {

// A number as plans print it before a title: 1, １－２, ①, (3), Ⅲ, 二.
struct NumberMark {
    std::string printed;     // as it stands: "①"
    std::string number;      // in digits, parts joined by '-': "1", "1-2"
    std::size_t length = 0;  // bytes it takes
};

// The number at the very start of the text, whatever follows it.
[[nodiscard]] std::optional<NumberMark> number_at_start(std::string_view text);

// A number that is set apart from what follows, so that it cannot be a word of the title: ①, (1),
// "1." , "1-1 ", "Ⅰ ". "5年間で…" has none.
[[nodiscard]] std::optional<NumberMark> leading_number(std::string_view text);

// The whole text as an id: "1-1-1", "３９"; nothing for any other text.
[[nodiscard]] std::optional<std::string> id_alone(std::string_view text);

}  // namespace shinchoku::layout
