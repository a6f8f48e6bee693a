#include <pugixml.hpp>

#include "describe/descriptions.h"
#include "describe/xml_text.h"

namespace shinchoku::addin {

std::string intellisense() {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("IntelliSense");
    root.append_attribute("xmlns") = "http://schemas.excel-dna.net/intellisense/1.0";
    pugi::xml_node info = root.append_child("FunctionInfo");
    for (const Function& function : functions()) {
        pugi::xml_node node = info.append_child("Function");
        node.append_attribute("Name") = std::string(name_prefix).append(function.name).c_str();
        node.append_attribute("Description") = function.help.ja.c_str();
        for (const Parameter& parameter : function.parameters) {
            pugi::xml_node argument = node.append_child("Argument");
            argument.append_attribute("Name") = shown_name(parameter).c_str();
            argument.append_attribute("Description") = parameter.help.ja.c_str();
        }
    }
    return xml_text(document);
}

}  // namespace shinchoku::addin
