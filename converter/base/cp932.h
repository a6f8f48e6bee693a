#pragma once

#include <string_view>

namespace shinchoku::base {

// Whether Windows code page 932 has a character that stands for this one and no other: what Excel
// writes as "CSV (コンマ区切り)" keeps exactly these. 〜 U+301C, − U+2212 and — U+2014 are not
// among them, though some converters take them for their look-alikes.
[[nodiscard]] bool is_in_cp932(char32_t code_point);

// What says the same in that code page (— as ―, ↗ as 上昇); empty where nothing does.
[[nodiscard]] std::string_view cp932_substitute(char32_t code_point);

}  // namespace shinchoku::base
