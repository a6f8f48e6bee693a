#include "render/book_text.h"

#include <array>

#include "base/utf8.h"

namespace shinchoku::render {
namespace {

constexpr char32_t replacement = 0xFFFD;

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

bool is_forbidden_in_xml(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
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

SafeText cell_text(std::string_view text) {
    SafeText safe;
    safe.text.reserve(text.size());
    std::size_t units = 0;       // of the text as Excel counts it
    std::size_t characters = 0;  // of the escaped text: libxlsxwriter counts these
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const bool plain = is_plain_ascii(text[at]);
        const char32_t c =
            plain ? static_cast<char32_t>(text[at++]) : base::next_code_point(text, at);
        const bool forbidden = !plain && is_forbidden_in_xml(c);
        const bool literal_escape = c == '_' && looks_escaped(text, before);
        units += utf16_units(c);
        characters += (forbidden || literal_escape) ? 7 : 1;
        if (units > max_cell_units || characters > max_cell_units) {
            safe.shortened = true;
            return safe;
        }
        if (forbidden || literal_escape) {
            append_escape(safe.text, c);
        } else {
            base::append_utf8(safe.text, c);
        }
        safe.repaired |= c == replacement && text.substr(before, at - before) != "\xEF\xBF\xBD";
    }
    return safe;
}

SafeText plain_text(std::string_view text, std::size_t max_units) {
    SafeText safe;
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        const char32_t c = base::next_code_point(text, at);
        if (is_forbidden_in_xml(c)) {
            safe.repaired = true;
            continue;
        }
        units += utf16_units(c);
        if (units > max_units) {
            safe.shortened = true;
            return safe;
        }
        base::append_utf8(safe.text, c);
        safe.repaired |= c == replacement && text.substr(before, at - before) != "\xEF\xBF\xBD";
    }
    return safe;
}

std::string lawful_sheet_name(std::string_view wanted) {
    std::string name;
    std::size_t units = 0;
    for (std::size_t at = 0; at < wanted.size();) {
        char32_t c = base::next_code_point(wanted, at);
        c = is_forbidden_in_xml(c) || c == '\t' || c == '\n' ? U' ' : full_width_twin(c);
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
