#pragma once

#include <cstddef>

namespace shinchoku::xlsx {

// "&amp;" "&#65;" "&#x41;": the five entities of XML and character references, and nothing else.
struct Reference {
    char32_t code_point = 0;
    std::size_t length = 0;  // of the reference in bytes; 0 where it is faulty
};

// REQUIRES: *text is '&' and the text ends with NUL.
[[nodiscard]] Reference parse_reference(const char* text);

// Writes the code point as UTF-8 and gives the end; never more bytes than a reference to it has.
[[nodiscard]] char* write_utf8(char* out, char32_t code_point);

}  // namespace shinchoku::xlsx
