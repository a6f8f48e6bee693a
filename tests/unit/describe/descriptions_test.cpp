#include "describe/descriptions.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

namespace shinchoku::addin {
namespace {

pugi::xml_document read(const std::string& text) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(text.c_str()));
    return document;
}

std::string named(const Function& function) {
    return std::string(name_prefix).append(function.name);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
    return parent.find_child_by_attribute("oor:name", std::string(name).c_str());
}

std::string value(pugi::xml_node node, const char* property, const char* language) {
    return child(node, property).find_child_by_attribute("xml:lang", language).text().as_string();
}

TEST(CalcConfiguration, every_function_has_help_in_both_languages_and_one_name) {
    const pugi::xml_document document = read(calc_configuration());
    const pugi::xml_node info = document.document_element().first_child();
    for (const Function& function : functions()) {
        const pugi::xml_node node =
            child(child(child(info, calc_service), "AddInFunctions"), function.name);
        ASSERT_TRUE(node) << function.name;
        EXPECT_EQ(value(node, "DisplayName", "ja"), named(function));
        EXPECT_EQ(value(node, "DisplayName", "en-US"), named(function));
        EXPECT_EQ(value(node, "Description", "ja"), function.help.ja);
        EXPECT_EQ(value(node, "Description", "en-US"), function.help.en);
        EXPECT_EQ(value(node, "CompatibilityName", "en-US"), "_xll." + named(function));
        for (const Parameter& parameter : function.parameters) {
            const pugi::xml_node one = child(child(node, "Parameters"), uno_name(parameter));
            EXPECT_EQ(value(one, "DisplayName", "ja"), shown_name(parameter)) << function.name;
            EXPECT_EQ(value(one, "Description", "ja"), parameter.help.ja) << function.name;
            EXPECT_EQ(value(one, "Description", "en-US"), parameter.help.en) << function.name;
        }
    }
}

// With one display name on two services Calc would save calls without Excel's prefix.
TEST(CalcConfiguration, the_plain_service_has_names_of_its_own) {
    const pugi::xml_document document = read(calc_configuration());
    const pugi::xml_node info = document.document_element().first_child();
    for (const Function& function : functions()) {
        const pugi::xml_node node =
            child(child(child(info, calc_plain_service), "AddInFunctions"), function.name);
        ASSERT_TRUE(node) << function.name;
        EXPECT_NE(value(node, "DisplayName", "ja"), named(function));
        EXPECT_EQ(value(node, "DisplayName", "ja"), value(node, "DisplayName", "en-US"));
    }
}

TEST(Intellisense, names_every_function_and_argument_in_their_order) {
    const pugi::xml_document document = read(intellisense());
    pugi::xml_node node = document.document_element().child("FunctionInfo").first_child();
    for (const Function& function : functions()) {
        EXPECT_EQ(node.attribute("Name").as_string(), named(function));
        EXPECT_EQ(node.attribute("Description").as_string(), function.help.ja);
        pugi::xml_node argument = node.first_child();
        for (const Parameter& parameter : function.parameters) {
            EXPECT_EQ(argument.attribute("Name").as_string(), shown_name(parameter));
            EXPECT_EQ(argument.attribute("Description").as_string(), parameter.help.ja);
            argument = argument.next_sibling();
        }
        EXPECT_FALSE(argument) << function.name;
        node = node.next_sibling();
    }
    EXPECT_FALSE(node);
}

TEST(Signature, puts_optional_arguments_into_brackets) {
    EXPECT_EQ(signature(*find_function("GRADE")), "SHINCHOKU.GRADE(rate, [scheme])");
    EXPECT_EQ(signature(*find_function("SCHEMES")), "SHINCHOKU.SCHEMES()");
}

TEST(CalcInterface, takes_and_gives_any) {
    const std::string text = calc_interface();
    EXPECT_NE(text.find("[in] any finalYear)"), std::string::npos);
    EXPECT_NE(text.find("    any GRADE([in] any rate, [in] any scheme);\n"), std::string::npos);
    EXPECT_NE(text.find("    any SCHEMES();\n"), std::string::npos);
}

TEST(ReferencePage, shows_every_example) {
    const std::string page = reference_page();
    for (const Function& function : functions()) {
        EXPECT_NE(page.find("## " + named(function) + "\n"), std::string::npos);
        for (const Example& example : function.examples) {
            EXPECT_NE(page.find(std::string("| `").append(example.call) + "` | `"),
                      std::string::npos)
                << example.call;
        }
    }
}

}  // namespace
}  // namespace shinchoku::addin
