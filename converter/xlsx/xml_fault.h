#pragma once

#include <cstddef>
#include <cstdint>

#include "base/text.h"

namespace shinchoku::xlsx {

// Why an XML part is refused. One closed list, so that every reason has its words in one place.
enum class XmlFault : std::uint8_t {
    none,
    encoding,      // neither UTF-8 nor UTF-16
    broken_utf16,  // odd number of bytes, lone surrogate
    invalid_utf8,
    forbidden_character,  // one that XML forbids
    doctype,
    reference,  // an entity beyond the five of XML, a character XML forbids, a bare &
    duplicate_attribute,
    malformed_tag,
    mismatched_tag,
    unfinished,     // the text ends inside an element, a comment …
    stray_content,  // something outside the one root element
    undeclared_prefix,
    too_many_namespaces,
    too_deep,  // a limit: F12, not F11
};

struct XmlPlace {
    XmlFault fault = XmlFault::none;
    std::size_t offset = 0;  // byte in the part, after re-encoding to UTF-8
};

[[nodiscard]] base::Text describe(XmlFault fault);

}  // namespace shinchoku::xlsx
