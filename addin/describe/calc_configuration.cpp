#include <pugixml.hpp>

#include "describe/descriptions.h"
#include "describe/xml_text.h"

namespace shinchoku::addin {
namespace {

pugi::xml_node append_node(pugi::xml_node parent, const std::string& name) {
    pugi::xml_node node = parent.append_child("node");
    node.append_attribute("oor:name") = name.c_str();
    node.append_attribute("oor:op") = "replace";
    return node;
}

void append_property(pugi::xml_node node, const char* name, const base::Text& text) {
    pugi::xml_node property = node.append_child("prop");
    property.append_attribute("oor:name") = name;
    const struct {
        const char* code;
        base::Language language;
    } languages[] = {{"en-US", base::Language::en}, {"ja", base::Language::ja}};
    for (const auto& each : languages) {
        pugi::xml_node value = property.append_child("value");
        value.append_attribute("xml:lang") = each.code;
        value.text() = in(text, each.language).c_str();
    }
}

void append_parameters(pugi::xml_node node, const Function& function) {
    pugi::xml_node parameters = node.append_child("node");
    parameters.append_attribute("oor:name") = "Parameters";
    for (const Parameter& parameter : function.parameters) {
        const pugi::xml_node one = append_node(parameters, uno_name(parameter));
        append_property(one, "DisplayName", {shown_name(parameter), shown_name(parameter)});
        append_property(one, "Description", parameter.help);
    }
}

// Typed formulas know the display name of the user's language only: it is the same in both, and a
// book typed in one office works in another.
void append_function(pugi::xml_node parent,
                     const Function& function,
                     std::string_view service,
                     const std::string& display_name,
                     const base::Text& help) {
    const std::string name(function.name);
    pugi::xml_node node = append_node(parent, name);
    append_property(node, "DisplayName", {display_name, display_name});
    append_property(node, "Description", help);
    pugi::xml_node category = node.append_child("prop");
    category.append_attribute("oor:name") = "Category";
    category.append_child("value").text() = "Add-In";
    pugi::xml_node compatible = node.append_child("prop");
    compatible.append_attribute("oor:name") = "CompatibilityName";
    pugi::xml_node value = compatible.append_child("value");
    value.append_attribute("xml:lang") = "en-US";
    value.text() = std::string(service).append("." + name).c_str();
    append_parameters(node, function);
}

pugi::xml_node append_service(pugi::xml_node info, std::string_view service) {
    pugi::xml_node node = append_node(info, std::string(service));
    pugi::xml_node functions_node = node.append_child("node");
    functions_node.append_attribute("oor:name") = "AddInFunctions";
    return functions_node;
}

}  // namespace

std::string calc_configuration() {
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("oor:component-data");
    root.append_attribute("xmlns:oor") = "http://openoffice.org/2001/registry";
    root.append_attribute("xmlns:xs") = "http://www.w3.org/2001/XMLSchema";
    root.append_attribute("oor:name") = "CalcAddIns";
    root.append_attribute("oor:package") = "org.openoffice.Office";
    pugi::xml_node info = root.append_child("node");
    info.append_attribute("oor:name") = "AddInInfo";

    const pugi::xml_node service = append_service(info, calc_service);
    for (const Function& function : functions()) {
        const std::string name = std::string(name_prefix).append(function.name);
        append_function(service, function, calc_service, name, function.help);
    }
    // Calc saves the name of whichever service has the display name: the plain one needs another.
    const pugi::xml_node plain = append_service(info, calc_plain_service);
    for (const Function& function : functions()) {
        const std::string name = std::string(name_prefix).append(function.name);
        append_function(plain,
                        function,
                        calc_plain_service,
                        std::string("SHINCHOKU_").append(function.name),
                        {name + " と同じ。" + function.help.ja,
                         "The same as " + name + ". " + function.help.en});
    }
    return xml_text(document);
}

}  // namespace shinchoku::addin
