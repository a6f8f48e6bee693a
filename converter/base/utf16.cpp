#include "base/utf16.h"

#include "base/utf8.h"

namespace shinchoku::base {
namespace {

constexpr char32_t first_beyond_one_unit = 0x10000;
constexpr char32_t in_place_of_half = 0xFFFD;

bool is_high_half(char16_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_half(char16_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

std::u16string to_utf16(std::string_view utf8) {
    std::u16string units;
    units.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_code_point(utf8, at);
        if (c < first_beyond_one_unit) {
            units += static_cast<char16_t>(c);
        } else {
            units += static_cast<char16_t>(0xD800 + ((c - first_beyond_one_unit) >> 10U));
            units += static_cast<char16_t>(0xDC00 + ((c - first_beyond_one_unit) & 0x3FFU));
        }
    }
    return units;
}

std::string to_utf8(std::u16string_view utf16) {
    std::string text;
    text.reserve(utf16.size() * 3);
    for (std::size_t i = 0; i < utf16.size(); ++i) {
        const char16_t unit = utf16[i];
        if (is_high_half(unit) && i + 1 < utf16.size() && is_low_half(utf16[i + 1])) {
            const char32_t low = utf16[++i] - 0xDC00U;
            append_utf8(text, first_beyond_one_unit + ((unit - 0xD800U) << 10U) + low);
        } else {
            append_utf8(text, is_high_half(unit) || is_low_half(unit) ? in_place_of_half : unit);
        }
    }
    return text;
}

}  // namespace shinchoku::base
