#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "xlsx/text_arena.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {

struct CellText {
    std::string_view text;
    bool repaired = false;  // a lone surrogate became U+FFFD
};

// Undoes _xHHHH_, the way a workbook writes characters that XML does not carry; `_x005F_` guards a
// literal underscore. An escape that stands for no character (_x0000_, _xFFFE_) stays as written.
[[nodiscard]] CellText unescape(std::string_view text, TextArena& arena);

// After the start tag of <si> or <is>: its text, rich runs joined, phonetic runs left out. The view
// points into the scanned part or the arena.
[[nodiscard]] CellText read_rich_text(Scanner& scanner, TextArena& arena);

// As Excel counts: UTF-16 units.
[[nodiscard]] std::size_t count_characters(std::string_view text);

}  // namespace shinchoku::xlsx
