#pragma once

#include <string>
#include <string_view>

namespace shinchoku::base {

// For hosts that think in UTF-16. What is malformed on one side is U+FFFD on the other: a lone half
// of a pair has no UTF-8.
[[nodiscard]] std::u16string to_utf16(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u16string_view utf16);

}  // namespace shinchoku::base
