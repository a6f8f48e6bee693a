#pragma once

#include <string>

namespace pugi {
class xml_document;
}

namespace shinchoku::addin {

// Indented, with a declaration, in UTF-8.
[[nodiscard]] std::string xml_text(const pugi::xml_document& document);

}  // namespace shinchoku::addin
