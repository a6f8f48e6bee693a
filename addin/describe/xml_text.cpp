#include "describe/xml_text.h"

#include <sstream>

#include <pugixml.hpp>

namespace shinchoku::addin {

std::string xml_text(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
}

}  // namespace shinchoku::addin
