#include "render/book_text.h"

#include <utility>

#include "base/utf8.h"

namespace shinchoku::render {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t escape_bytes = 7;  // _x0041_

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// "_x0041_" as plain characters: a reader would take it for an escaped "A".
bool looks_escaped(std::string_view text, std::size_t at) {
    if (at + 7 > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') {
        return false;
    }
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        if (!is_hex(text[i])) {
            return false;
        }
    }
    return true;
}

// Readers keep these apart from text even when they are escaped.
bool is_no_character(char32_t c) {
    return c == 0 || c == 0xFFFE || c == 0xFFFF;
}

bool is_control(char32_t c) {
    return c < 0x20 && c != '\t' && c != '\n';
}

bool is_malformed(char32_t c, std::string_view bytes) {
    return c == replacement && bytes != "\xEF\xBF\xBD";
}

bool needs_escape(std::string_view text, std::size_t at, char32_t c) {
    return (is_control(c) && c != 0) || (c == '_' && looks_escaped(text, at));
}

std::size_t utf16_units(char32_t c) {
    return c > 0xFFFF ? 2 : 1;
}

void append_escape(std::string& text, char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    text += "_x";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        text.push_back(digits[(c >> shift) & 0xFU]);
    }
    text.push_back('_');
}

bool is_plain_ascii(char c) {
    return c >= 0x20 && c != '_';
}

char32_t full_width_twin(char32_t c) {
    constexpr std::u32string_view unlawful = U"[]:*?/\\";
    return unlawful.find(c) == std::u32string_view::npos ? c : c + 0xFEE0;
}

}  // namespace

SafeText held_text(std::string_view text) {
    SafeText held;
    held.text.reserve(text.size());
    std::size_t units = 0;       // as Excel counts
    std::size_t characters = 0;  // as libxlsxwriter counts: of the escaped text
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const char32_t c = is_plain_ascii(text[at]) ? static_cast<char32_t>(text[at++])
                                                    : base::next_code_point(text, at);
        const bool unwritable = is_no_character(c);
        units += utf16_units(c);
        characters += needs_escape(text, before, c) ? escape_bytes : 1;
        if (units > max_cell_units || characters > max_cell_units) {
            held.shortened = true;
            break;
        }
        base::append_utf8(held.text, unwritable ? replacement : c);
        held.repaired |= unwritable || is_malformed(c, text.substr(before, at - before));
    }
    return held;
}

SafeText cell_text(std::string_view text) {
    SafeText safe = held_text(text);
    std::string escaped;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < safe.text.size(); ++at) {
        const auto c = static_cast<unsigned char>(safe.text[at]);
        if (c < 0x80 && needs_escape(safe.text, at, c)) {
            escaped.append(safe.text, copied, at - copied);
            append_escape(escaped, c);
            copied = at + 1;
        }
    }
    if (copied > 0) {
        escaped.append(safe.text, copied);
        safe.text = std::move(escaped);
    }
    return safe;
}

SafeText plain_text(std::string_view text, std::size_t max_units) {
    SafeText safe;
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const char32_t c = base::next_code_point(text, at);
        if (is_control(c) || is_no_character(c)) {
            safe.repaired = true;
            continue;
        }
        units += utf16_units(c);
        if (units > max_units) {
            safe.shortened = true;
            return safe;
        }
        base::append_utf8(safe.text, c);
        safe.repaired |= is_malformed(c, text.substr(before, at - before));
    }
    return safe;
}

std::string lawful_sheet_name(std::string_view wanted) {
    std::string name;
    std::size_t units = 0;
    for (std::size_t at = 0; at < wanted.size();) {
        char32_t c = base::next_code_point(wanted, at);
        c = is_control(c) || is_no_character(c) || c == '\t' || c == '\n' ? U' '
                                                                          : full_width_twin(c);
        if (c == '\'' && name.empty()) {
            continue;
        }
        units += utf16_units(c);
        if (units > max_sheet_name_units) {
            break;
        }
        base::append_utf8(name, c);
    }
    while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) {
        name.pop_back();
    }
    if (base::trim(name).empty()) {
        return "シート";
    }
    return sheet_name_key(name) == "history" ? name + "_" : name;
}

std::string sheet_name_key(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at < name.size();) {
        char32_t c = base::fold_width(base::next_code_point(name, at));
        const bool upper =
            (c >= U'A' && c <= U'Z') || (c >= U'Α' && c <= U'Ω') || (c >= U'А' && c <= U'Я');
        c += upper ? 0x20 : 0;
        base::append_utf8(key, c);
    }
    return key;
}

std::string quoted_sheet_name(std::string_view name) {
    std::string quoted = "'";
    for (const char c : name) {
        quoted.append(c == '\'' ? 2 : 1, c);
    }
    return quoted + "'";
}

}  // namespace shinchoku::render
