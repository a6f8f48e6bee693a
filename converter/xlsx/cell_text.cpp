#include "xlsx/cell_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace shinchoku::xlsx {
namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

// The UTF-16 unit of an escape that begins at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    if (text.size() < escape_size || at > text.size() - escape_size || text[at] != '_' ||
        text[at + 1] != 'x' || text[at + 6] != '_') {
        return std::nullopt;
    }
    unsigned value = 0;
    const char* const digits = text.data() + at + 2;
    if (std::from_chars(digits, digits + 4, value, 16).ptr != digits + 4) {
        return std::nullopt;
    }
    return value;
}

bool is_no_character(char32_t c) {
    return c == 0 || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

CellText unescape(std::string_view text, TextArena& arena) {
    std::size_t at = text.find("_x");
    if (at == std::string_view::npos) {
        return {text, false};
    }
    std::string plain;
    bool repaired = false;
    std::size_t from = 0;
    for (; at != std::string_view::npos; at = text.find("_x", std::max(at, from))) {
        const std::optional<char32_t> unit = escape_at(text, at);
        if (!unit || is_no_character(*unit)) {
            ++at;
            continue;
        }
        plain += text.substr(from, at - from);
        from = at + escape_size;
        char32_t character = *unit;
        if (character >= 0xD800 && character <= 0xDFFF) {
            const char32_t low = escape_at(text, from).value_or(0);
            if (character < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
                character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
                from += escape_size;
            } else {
                character = 0xFFFD;
                repaired = true;
            }
        }
        base::append_utf8(plain, character);
    }
    if (from == 0) {
        return {text, false};
    }
    plain += text.substr(from);
    return {arena.keep(plain), repaired};
}

CellText read_rich_text(Scanner& scanner, TextArena& arena) {
    CellText result;
    std::string joined;
    int pieces = 0;
    for (int open_runs = 0;;) {
        const Scanner::Tag tag = scanner.next();
        if (tag != Scanner::Tag::start) {
            if (tag != Scanner::Tag::end || open_runs-- == 0) {
                break;  // the end of <si> or <is>, or a fault, which the scanner remembers
            }
        } else if (scanner.is("t")) {
            const CellText piece = unescape(scanner.element_text(), arena);
            result.repaired |= piece.repaired;
            if (++pieces == 1) {
                result.text = piece.text;
            } else {
                joined += pieces == 2 ? result.text : std::string_view();
                joined += piece.text;
            }
        } else if (scanner.is("r")) {
            ++open_runs;
        } else {
            scanner.skip_element();
        }
    }
    if (pieces > 1) {
        result.text = arena.keep(joined);
    }
    return result;
}

std::size_t count_characters(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) != 0x80 ? 1 : 0;
        units += byte >= 0xF0 ? 1 : 0;  // a surrogate pair
    }
    return units;
}

}  // namespace shinchoku::xlsx
