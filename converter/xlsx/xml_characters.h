#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

// The classes of characters that the XML scanner runs over.

namespace shinchoku::xlsx {

inline constexpr unsigned name_class = 1;        // may stand in a name
inline constexpr unsigned name_start_class = 2;  // may begin one
inline constexpr unsigned space_class = 4;
inline constexpr unsigned text_stop = 8;    // ends a run of plain text
inline constexpr unsigned value_stop = 16;  // ends a run of plain attribute value

constexpr std::array<std::uint8_t, 256> make_classes() {
    std::array<std::uint8_t, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool letter =
            (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ':' || c >= 0x80;
        const bool digit = c >= '0' && c <= '9';
        unsigned bits = 0;
        bits |= letter ? name_class | name_start_class : 0u;
        bits |= digit || c == '-' || c == '.' ? name_class : 0u;
        bits |= c == ' ' || c == '\t' || c == '\n' || c == '\r' ? space_class : 0u;
        bits |= c == 0 || c == '<' || c == '&' || c == '\r' || c == ']' ? text_stop : 0u;
        bits |= c == 0 || c == '<' || c == '&' || c == '\r' || c == '\n' || c == '\t' || c == '"' ||
                        c == '\''
                    ? value_stop
                    : 0u;
        classes[c] = static_cast<std::uint8_t>(bits);
    }
    return classes;
}

inline constexpr std::array<std::uint8_t, 256> classes = make_classes();

inline bool has_class(char c, unsigned wanted) {
    return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

// Past the characters of a class, and up to the first one of it. On a local pointer: a member would
// be stored and loaded again for each character, as a char may alias anything.
inline char* skip(char* p, unsigned wanted) {
    while (has_class(*p, wanted)) {
        ++p;
    }
    return p;
}

inline char* skip_to(char* p, unsigned wanted) {
    while (!has_class(*p, wanted)) {
        ++p;
    }
    return p;
}

// For names, which are short: a loop is quicker than a call.
inline bool is_same(const char* a, std::string_view b) {
    for (const char c : b) {
        if (*a++ != c) {
            return false;
        }
    }
    return true;
}

inline bool begins_with(const char* p, std::string_view text) {
    return std::strncmp(p, text.data(), text.size()) == 0;
}

}  // namespace shinchoku::xlsx
