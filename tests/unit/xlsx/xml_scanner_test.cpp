#include "xlsx/xml_scanner.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace shinchoku::xlsx {
namespace {

constexpr std::uint32_t depth = 8;

// Reads to the end and says why the text is refused, or none.
XmlFault fault_of(std::string text) {
    Scanner scanner(text, depth);
    for (;;) {
        const Scanner::Tag tag = scanner.next();
        if (tag == Scanner::Tag::done || tag == Scanner::Tag::broken) {
            return scanner.place().fault;
        }
    }
}

// "a( b( ) )": the elements as they are seen.
std::string tags_of(std::string text) {
    Scanner scanner(text, depth);
    std::string seen;
    for (;;) {
        switch (scanner.next()) {
            case Scanner::Tag::start:
                seen += std::string(scanner.local_name()) + "(";
                break;
            case Scanner::Tag::end:
                seen += ")";
                break;
            case Scanner::Tag::done:
                return seen;
            case Scanner::Tag::broken:
                return seen + " broken";
        }
    }
}

std::string text_of(std::string text) {
    Scanner scanner(text, depth);
    scanner.next();
    const std::string content(scanner.element_text());
    return scanner.next() == Scanner::Tag::done ? content : "broken";
}

TEST(Scanner, WellFormedTextIsRead) {
    const std::string texts[] = {
        "<a/>",
        "<a></a>",
        "\xEF\xBB\xBF<a/>",
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes' ?>\r\n<a/>",
        "<?xml version='1.1'?><a/>",
        "<!-- before --><?target data?><a/><!-- after -->\n",
        "<a b = '1'\n\tc=\"2\" />",
        "<a >text<b /></a >",
        "<a>]] > ]]</a>",
        "<評価 年度='令和８'/>",
        "<a><![CDATA[<&]]></a>",
        "<a b='>'/>",
    };
    for (const std::string& text : texts) {
        EXPECT_EQ(fault_of(text), XmlFault::none) << text;
    }
}

TEST(Scanner, WhatIsNotWellFormedIsRefusedForItsReason) {
    using namespace std::string_literals;
    struct Case {
        std::string text;
        XmlFault fault;
    };
    const Case cases[] = {
        {"", XmlFault::stray_content},
        {"  ", XmlFault::stray_content},
        {"\xEF\xBB\xBF", XmlFault::stray_content},
        {"text", XmlFault::stray_content},
        {"<a/><b/>", XmlFault::stray_content},
        {"<a/>junk", XmlFault::stray_content},
        {"junk<a/>", XmlFault::stray_content},
        {"<a/>&lt;", XmlFault::stray_content},
        {"</a>", XmlFault::stray_content},
        {"<a>", XmlFault::unfinished},
        {"<a", XmlFault::unfinished},
        {"<a b='1'", XmlFault::unfinished},
        {"<a></a", XmlFault::unfinished},
        {"<a><!-- ", XmlFault::unfinished},
        {"<a><![CDATA[ ]]</a>", XmlFault::unfinished},
        {"<a><?pi </a>", XmlFault::unfinished},
        {"<a></b>", XmlFault::mismatched_tag},
        {"<a></aa>", XmlFault::mismatched_tag},
        {"<aa></a>", XmlFault::mismatched_tag},
        {"<a><b></a></b>", XmlFault::mismatched_tag},
        {"< a/>", XmlFault::malformed_tag},
        {"<1a/>", XmlFault::malformed_tag},
        {"<a b/>", XmlFault::malformed_tag},
        {"<a b=1/>", XmlFault::malformed_tag},
        {"<a b='<'/>", XmlFault::malformed_tag},
        {"<a b='1'c='2'/>", XmlFault::malformed_tag},
        {"<a / >", XmlFault::malformed_tag},
        {"<a><!-- -- --></a>", XmlFault::malformed_tag},
        {"<a>]]></a>", XmlFault::malformed_tag},
        {"<a><!ELEMENT b></a>", XmlFault::malformed_tag},
        {"<a><?xml version='1.0'?></a>", XmlFault::malformed_tag},
        {"<a><?1?></a>", XmlFault::malformed_tag},
        {"<?xml encoding='UTF-8'?><a/>", XmlFault::malformed_tag},
        {"<![CDATA[x]]><a/>", XmlFault::malformed_tag},
        {"<!DOCTYPE a><a/>", XmlFault::doctype},
        {"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", XmlFault::doctype},
        {"<a>a & b</a>", XmlFault::reference},
        {"<a>&foo;</a>", XmlFault::reference},
        {"<a>&amp</a>", XmlFault::reference},
        {"<a>&#0;</a>", XmlFault::reference},
        {"<a>&#xD800;</a>", XmlFault::reference},
        {"<a>&#x110000;</a>", XmlFault::reference},
        {"<a>&#xFFFF;</a>", XmlFault::reference},
        {"<a>&#xFFFFFFFFFFFFFFFFF;</a>", XmlFault::reference},
        {"<a>&#;</a>", XmlFault::reference},
        {"<a b='&foo;'/>", XmlFault::reference},
        {"<a b='1' b='2'/>", XmlFault::duplicate_attribute},
        {"<a>\x01</a>", XmlFault::forbidden_character},
        {"<a>a\0b</a>"s, XmlFault::forbidden_character},
        {"<a>\xEF\xBF\xBF</a>", XmlFault::forbidden_character},
        {"<a>\xE3\x81</a>", XmlFault::invalid_utf8},
        {"<a>\x95]</a>", XmlFault::invalid_utf8},
        {"<b:a/>", XmlFault::undeclared_prefix},
        {"<?xml version='1.0' encoding='Shift_JIS'?><a/>", XmlFault::encoding},
        {"<?xml version='1.0' encoding='UTF-7'?><a/>", XmlFault::encoding},
        {"<a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a>", XmlFault::too_deep},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(fault_of(c.text), c.fault) << c.text;
    }
}

TEST(Scanner, TheOffsetOfAFaultIsGiven) {
    std::string text = "<a>評価 &foo;</a>";
    Scanner scanner(text, depth);
    while (scanner.next() != Scanner::Tag::broken) {
    }
    EXPECT_EQ(scanner.place().offset, 10u);
}

TEST(Scanner, WhatIsBrokenStaysBroken) {
    for (const std::string& text : {std::string("<b:a/>"), std::string("<a b='1' b='2'/>")}) {
        std::string copy = text;
        Scanner scanner(copy, depth);
        EXPECT_EQ(scanner.next(), Scanner::Tag::broken);
        EXPECT_EQ(scanner.next(), Scanner::Tag::broken);
        EXPECT_EQ(scanner.element_text(), "");
        scanner.skip_element();
        EXPECT_EQ(scanner.next(), Scanner::Tag::broken);
    }
}

TEST(Scanner, ManyAttributesAreComparedWithoutQuadraticWork) {
    std::string many = "<a";
    for (int i = 0; i < 100000; ++i) {
        many += " z" + std::to_string(i) + "='1'";
    }
    EXPECT_EQ(fault_of(many + "/>"), XmlFault::none);
    EXPECT_EQ(fault_of(many + " z777='1'/>"), XmlFault::duplicate_attribute);
}

TEST(Scanner, NamespaceDeclarationsInForceAreLimited) {
    const auto declarations = [](int count) {
        std::string text = "<a";
        for (int i = 0; i < count; ++i) {
            text += " xmlns:p" + std::to_string(i) + "='u'";
        }
        return text + "/>";
    };
    EXPECT_EQ(fault_of(declarations(256)), XmlFault::none);
    EXPECT_EQ(fault_of(declarations(257)), XmlFault::too_many_namespaces);
}

TEST(Scanner, TextIsDecodedAsXmlSays) {
    struct Case {
        std::string text;
        std::string expected;
    };
    const Case cases[] = {
        {"<a/>", ""},
        {"<a>  x  </a>", "  x  "},
        {"<a>&lt;&gt;&amp;&quot;&apos;</a>", "<>&\"'"},
        {"<a>&#65;&#x8A55;&#x20BB7;</a>", "A評𠮷"},
        {"<a>a\r\nb\rc&#13;&#10;d</a>", "a\nb\nc\r\nd"},
        {"<a><![CDATA[a<b&c\r\n]]>d</a>", "a<b&c\nd"},
        {"<a>1<!-- x -->2<?pi?>3</a>", "123"},
        {"<a>ab<b>no</b>cd<b/>e</a>", "abcde"},
        {"<a>]]</a>", "]]"},
        {"<a>&amp;lt;</a>", "&lt;"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(text_of(c.text), c.expected) << c.text;
    }
}

TEST(Scanner, AttributesAreDecodedAndTheirLineBreaksAreSpaces) {
    std::string text = "<a b='x&amp;y' c=\"it's\r\n\t&#10;z\" d=''/>";
    Scanner scanner(text, depth);
    ASSERT_EQ(scanner.next(), Scanner::Tag::start);
    EXPECT_EQ(scanner.attribute("b"), "x&y");
    EXPECT_EQ(scanner.attribute("c"), "it's  \nz");
    EXPECT_EQ(scanner.attribute("d"), "");
    EXPECT_NE(scanner.attribute("d").data(), nullptr);
    EXPECT_EQ(scanner.attribute("e").data(), nullptr);
}

TEST(Scanner, ElementsOfAnyPrefixAreKnownByTheirNamespace) {
    const std::string spaces[] = {"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                  "http://purl.oclc.org/ooxml/spreadsheetml/main"};
    for (const std::string& space : spaces) {
        std::string text = "<x:row xmlns:x='" + space + "' xmlns='urn:other'><row/><x:c/></x:row>";
        Scanner scanner(text, depth);
        scanner.next();
        EXPECT_TRUE(scanner.is("row"));
        scanner.next();
        EXPECT_FALSE(scanner.is("row"));
        scanner.next();
        scanner.next();
        EXPECT_TRUE(scanner.is("c"));
    }
}

TEST(Scanner, APrefixEndsWithItsElement) {
    EXPECT_EQ(fault_of("<a><b:c xmlns:b='u'/><b:c/></a>"), XmlFault::undeclared_prefix);
    EXPECT_EQ(fault_of("<a><b:c xmlns:b='u'><b:d/></b:c></a>"), XmlFault::none);
}

TEST(Scanner, OfAlternateContentOnlyTheFallbackIsSeen) {
    const std::string mc = " xmlns:m='http://schemas.openxmlformats.org/markup-compatibility/2006'";
    EXPECT_EQ(tags_of("<a" + mc +
                      "><m:AlternateContent><m:Choice><x/></m:Choice><m:Fallback><y/></m:Fallback>"
                      "</m:AlternateContent><z/></a>"),
              "a(y()z())");
    EXPECT_EQ(tags_of("<a" + mc +
                      "><m:AlternateContent><m:Choice/><m:Fallback/></m:AlternateContent></a>"),
              "a()");
    EXPECT_EQ(tags_of("<a" + mc + "><m:AlternateContent/></a>"), "a()");
    EXPECT_EQ(tags_of("<a" + mc +
                      "><m:AlternateContent><m:Choice><x></m:Choice></m:AlternateContent></a>"),
              "a( broken");
}

TEST(Scanner, AnElementIsSteppedOverWithAllInIt) {
    std::string text = "<a><b><c>x</c><c/></b><d/></a>";
    Scanner scanner(text, depth);
    scanner.next();
    scanner.next();
    scanner.skip_element();
    EXPECT_EQ(scanner.next(), Scanner::Tag::start);
    EXPECT_EQ(scanner.local_name(), "d");
    scanner.skip_element();
    EXPECT_EQ(scanner.next(), Scanner::Tag::end);
    EXPECT_EQ(scanner.next(), Scanner::Tag::done);
}

}  // namespace
}  // namespace shinchoku::xlsx
