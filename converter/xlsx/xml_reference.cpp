#include "xlsx/xml_reference.h"

#include <cstring>
#include <string_view>

namespace shinchoku::xlsx {
namespace {

struct Entity {
    std::string_view text;
    char character;
};

constexpr Entity entities[] = {
    {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};

bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// The value of a digit in the base, or -1.
int digit_value(char c, unsigned base) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (base == 16 && c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (base == 16 && c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

Reference parse_character_reference(const char* text) {
    const unsigned base = text[2] == 'x' ? 16 : 10;
    const char* p = text + (base == 16 ? 3 : 2);
    const char* const digits = p;
    char32_t code_point = 0;
    for (int value = digit_value(*p, base); value >= 0; value = digit_value(*++p, base)) {
        code_point = code_point * base + static_cast<char32_t>(value);
        if (code_point > 0x10FFFF) {
            return {};
        }
    }
    if (p == digits || *p != ';' || !is_xml_character(code_point)) {
        return {};
    }
    return {code_point, static_cast<std::size_t>(p + 1 - text)};
}

}  // namespace

Reference parse_reference(const char* text) {
    if (text[1] == '#') {
        return parse_character_reference(text);
    }
    for (const Entity& entity : entities) {
        if (std::strncmp(text, entity.text.data(), entity.text.size()) == 0) {
            return {static_cast<unsigned char>(entity.character), entity.text.size()};
        }
    }
    return {};
}

char* write_utf8(char* out, char32_t c) {
    const auto put = [&](char32_t byte) { *out++ = static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
    return out;
}

}  // namespace shinchoku::xlsx
