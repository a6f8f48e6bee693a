#include "xlsx/document_properties.h"

#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

// <property name="…"><vt:lpwstr>…</vt:lpwstr></property>
void read_custom(Scanner& scanner, sheet::Properties& properties) {
    std::string name(scanner.attribute("name"));
    std::string value;
    while (scanner.next() == Scanner::Tag::start) {
        value = scanner.element_text();
    }
    properties.custom.emplace_back(std::move(name), std::move(value));
}

}  // namespace

Refusal read_document_properties(std::string& xml,
                                 std::string_view part,
                                 const Limits& limits,
                                 sheet::Properties& properties) {
    Scanner scanner(xml, limits.xml_depth);
    Scanner::Tag tag = scanner.next();
    for (; tag == Scanner::Tag::start || tag == Scanner::Tag::end; tag = scanner.next()) {
        if (tag == Scanner::Tag::end) {
            continue;
        }
        const std::string_view name = scanner.local_name();
        if (name == "Application") {
            properties.application = scanner.element_text();
        } else if (name == "title") {
            properties.title = scanner.element_text();
        } else if (name == "created") {
            properties.created = scanner.element_text();
        } else if (name == "modified") {
            properties.modified = scanner.element_text();
        } else if (name == "property") {
            read_custom(scanner, properties);
        }
    }
    if (tag == Scanner::Tag::broken) {
        return refuse_xml(part, scanner.place(), limits);
    }
    return std::nullopt;
}

}  // namespace shinchoku::xlsx
