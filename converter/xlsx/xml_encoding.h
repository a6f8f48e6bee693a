#pragma once

#include <string>
#include <string_view>

#include "xlsx/xml_fault.h"

namespace shinchoku::xlsx {

// Makes a part UTF-8: a UTF-16 one, with or without a byte order mark, is re-encoded; a UTF-8 byte
// order mark stays and is skipped by the scanner. UTF-32 is refused.
[[nodiscard]] XmlPlace recode_to_utf8(std::string& part);

// The first byte that is no well-formed UTF-8, or begins a character that XML forbids (controls
// but tab and line breaks, surrogates, U+FFFE, U+FFFF).
[[nodiscard]] XmlPlace check_characters(std::string_view text);

}  // namespace shinchoku::xlsx
