#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace shinchoku::base {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code_point = replacement;
    std::size_t size = 0;  // 0: malformed
};

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

// The smallest code point that needs so many bytes: shorter ones are overlong forms.
constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};

Decoded decode(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80U) {
        return {lead, 1};
    }
    const std::size_t size = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U) {
        return {};
    }
    char32_t code_point = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(text, at + i)) {
            return {};
        }
        code_point = (code_point << 6U) | (byte_at(text, at + i) & 0x3FU);
    }
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < smallest[size] || code_point > 0x10FFFF || surrogate) {
        return {};
    }
    return {code_point, size};
}

struct Block {
    char32_t first;
    char32_t last;
};

// East Asian wide and full-width blocks (Unicode standard annex 11), and the symbols that MS Gothic
// draws wide although the annex calls them ambiguous: a city's forms are set in Japanese fonts.
constexpr std::array<Block, 32> wide_blocks = {{
    {0x1100, 0x115F}, {0x2010, 0x2010},   {0x2014, 0x2016}, {0x2018, 0x2019}, {0x201C, 0x201D},
    {0x2020, 0x2021}, {0x2025, 0x2026},   {0x2030, 0x2030}, {0x2032, 0x2033}, {0x203B, 0x203B},
    {0x2103, 0x2103}, {0x2116, 0x2116},   {0x2121, 0x2121}, {0x2160, 0x217F}, {0x2190, 0x21FF},
    {0x2200, 0x22FF}, {0x2312, 0x2312},   {0x231A, 0x231B}, {0x2460, 0x24FF}, {0x2500, 0x27BF},
    {0x2E80, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},
    {0xA960, 0xA97F}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x3FFFD},
}};

constexpr std::array<Block, 9> combining_blocks = {{
    {0x0300, 0x036F},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x200B, 0x200F},
    {0x20D0, 0x20FF},
    {0x3099, 0x309A},
    {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},
    {0xE0100, 0xE01EF},
}};

template <std::size_t count>
bool is_in(const std::array<Block, count>& blocks, char32_t code_point) {
    const auto block =
        std::lower_bound(blocks.begin(), blocks.end(), code_point, [](const Block& b, char32_t c) {
            return b.last < c;
        });
    return block != blocks.end() && block->first <= code_point;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = decode(text, at).size;
        if (size == 0) {
            return at;
        }
        at += size;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const Decoded decoded = decode(text, at);
    at += decoded.size == 0 ? 1 : decoded.size;
    return decoded.code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto push = [&text](char32_t byte) {
        text.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    const auto tail = [&](unsigned shift) { push(0x80 | ((code_point >> shift) & 0x3F)); };
    if (code_point < 0x80) {
        push(code_point);
    } else if (code_point < 0x800) {
        push(0xC0 | (code_point >> 6U));
        tail(0);
    } else if (code_point < 0x10000) {
        push(0xE0 | (code_point >> 12U));
        tail(6);
        tail(0);
    } else {
        push(0xF0 | (code_point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::u32string to_utf32(std::string_view text) {
    std::u32string wide;
    wide.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        wide.push_back(next_code_point(text, at));
    }
    return wide;
}

std::string to_utf8(std::u32string_view text) {
    std::string narrow;
    narrow.reserve(text.size());
    for (const char32_t code_point : text) {
        append_utf8(narrow, code_point);
    }
    return narrow;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        static_cast<void>(next_code_point(text, at));
    }
    return count;
}

int display_width(char32_t code_point) {
    if (code_point < 0x300) {
        return code_point == 0xB1 || code_point == 0xD7 || code_point == 0xF7 ? 2 : 1;
    }
    if (is_in(combining_blocks, code_point)) {
        return 0;
    }
    return is_in(wide_blocks, code_point) ? 2 : 1;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += display_width(next_code_point(text, at));
    }
    return width;
}

char32_t fold_width(char32_t code_point) {
    if (code_point >= 0xFF01 && code_point <= 0xFF5E) {
        return code_point - 0xFEE0;
    }
    return code_point == 0x3000 ? U' ' : code_point;
}

std::string fold_width(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        append_utf8(folded, fold_width(next_code_point(text, at)));
    }
    return folded;
}

bool is_blank(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x3000 || c == 0xFEFF;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        std::size_t size = 0;
        if (!is_blank(next_code_point(text, size))) {
            break;
        }
        text.remove_prefix(size);
    }
    while (!text.empty()) {
        std::size_t begin = text.size() - 1;
        while (begin > 0 && text.size() - begin < 4 && is_continuation(text, begin)) {
            --begin;
        }
        std::size_t end = begin;
        if (!is_blank(next_code_point(text, end)) || end != text.size()) {
            break;
        }
        text.remove_suffix(text.size() - begin);
    }
    return text;
}

}  // namespace shinchoku::base
