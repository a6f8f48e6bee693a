#include "patch/xml_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace shinchoku::patch {
namespace {

constexpr std::string_view transitional_main =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view strict_main = "http://purl.oclc.org/ooxml/spreadsheetml/main";

constexpr std::string_view relationship_namespaces[] = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships"};

constexpr std::string_view spaces = " \t\r\n";

// Behind the '>' that ends the tag at `at`; a '>' in a value does not.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
    char quote = 0;
    for (; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return xml.size();
}

std::size_t behind(std::string_view xml, std::size_t at, std::string_view end) {
    const std::size_t found = xml.find(end, at);
    return found == std::string_view::npos ? xml.size() : found + end.size();
}

bool is_forbidden(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

// "amp" or "#x41"; nothing where it is no reference.
std::optional<char32_t> referred(std::string_view name) {
    constexpr std::pair<std::string_view, char> entities[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [entity, c] : entities) {
        if (name == entity) {
            return c;
        }
    }
    if (!name.starts_with('#')) {
        return std::nullopt;
    }
    const bool hex = name.starts_with("#x");
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
    if (error != std::errc() || end != name.data() + name.size()) {
        return std::nullopt;
    }
    return static_cast<char32_t>(code);
}

}  // namespace

const XmlTag* XmlTags::next() {
    while ((at_ = xml_.find('<', at_)) < xml_.size()) {
        const std::string_view rest = xml_.substr(at_);
        if (rest.starts_with("<!--")) {
            at_ = behind(xml_, at_ + 4, "-->");
        } else if (rest.starts_with("<![CDATA[")) {
            at_ = behind(xml_, at_, "]]>");
        } else if (rest.starts_with("<?")) {
            at_ = behind(xml_, at_, "?>");
        } else {
            const bool is_end = rest.starts_with("</");
            tag_.begin = at_;
            tag_.end = end_of_tag(xml_, at_);
            at_ = tag_.end;
            const std::size_t name_at = is_end ? 2 : 1;
            tag_.name =
                rest.substr(name_at).substr(0, rest.substr(name_at).find_first_of(" \t\r\n/>"));
            const bool is_empty = !is_end && tag_.end >= 2 && xml_[tag_.end - 2] == '/';
            tag_.kind = is_end     ? XmlTag::Kind::end
                        : is_empty ? XmlTag::Kind::empty
                                   : XmlTag::Kind::start;
            depth_ -= is_end && depth_ > 0 ? 1 : 0;
            tag_.depth = depth_;
            depth_ += tag_.kind == XmlTag::Kind::start ? 1 : 0;
            return &tag_;
        }
    }
    return nullptr;
}

std::vector<XmlAttribute> attributes_of(std::string_view xml, const XmlTag& tag) {
    std::vector<XmlAttribute> attributes;
    std::size_t at = tag.begin + 1 + tag.name.size();
    for (;;) {
        at = xml.find_first_not_of(spaces, at);
        const std::size_t equals = xml.find('=', at);
        if (at >= tag.end || equals >= tag.end) {
            return attributes;
        }
        const std::size_t quote = xml.find_first_of("\"'", equals);
        const std::size_t close = quote < tag.end ? xml.find(xml[quote], quote + 1) : tag.end;
        if (close >= tag.end) {
            return attributes;
        }
        std::string_view name = xml.substr(at, equals - at);
        name = name.substr(0, name.find_last_not_of(spaces) + 1);
        attributes.push_back({name, xml.substr(quote + 1, close - quote - 1), quote + 1});
        at = close + 1;
    }
}

std::optional<XmlAttribute> find_attribute(std::string_view xml,
                                           const XmlTag& tag,
                                           std::string_view name) {
    for (const XmlAttribute& attribute : attributes_of(xml, tag)) {
        if (attribute.name == name) {
            return attribute;
        }
    }
    return std::nullopt;
}

std::optional<XmlAttribute> find_prefixed_attribute(std::string_view xml,
                                                    const XmlTag& tag,
                                                    std::string_view local) {
    for (const XmlAttribute& attribute : attributes_of(xml, tag)) {
        if (!prefix_of(attribute.name).empty() && local_of(attribute.name) == local) {
            return attribute;
        }
    }
    return std::nullopt;
}

std::string relationship_attribute(std::string_view xml, const XmlTag& root) {
    for (const XmlAttribute& attribute : attributes_of(xml, root)) {
        if (prefix_of(attribute.name) == "xmlns:" &&
            std::find(std::begin(relationship_namespaces),
                      std::end(relationship_namespaces),
                      attribute.value) != std::end(relationship_namespaces)) {
            return std::string(local_of(attribute.name)) + ":id";
        }
    }
    const bool is_strict = xml.substr(root.begin, root.end - root.begin).find("purl.oclc.org") !=
                           std::string_view::npos;
    return "xmlns:r=\"" + std::string(relationship_namespaces[is_strict ? 1 : 0]) + "\" r:id";
}

std::optional<std::uint32_t> number_of(std::string_view xml,
                                       const XmlTag& tag,
                                       std::string_view name) {
    const std::optional<XmlAttribute> attribute = find_attribute(xml, tag, name);
    if (!attribute) {
        return std::nullopt;
    }
    std::uint32_t number = 0;
    const char* const end = attribute->value.data() + attribute->value.size();
    const auto [rest, error] = std::from_chars(attribute->value.data(), end, number);
    return error == std::errc() && rest == end ? std::optional(number) : std::nullopt;
}

std::string_view prefix_of(std::string_view name) {
    return name.substr(0, name.find(':') + 1);
}

std::string_view local_of(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

std::string with_prefix(std::string_view fragment, std::string_view prefix) {
    std::string text;
    for (std::size_t at = 0; at < fragment.size(); ++at) {
        text += fragment[at];
        if (fragment[at] == '<') {
            if (at + 1 < fragment.size() && fragment[at + 1] == '/') {
                text += fragment[++at];
            }
            text += prefix;
        }
    }
    return text;
}

std::string with_last_child(std::string_view xml, std::string_view fragment) {
    XmlTags tags(xml);
    std::string result(xml);
    while (const XmlTag* tag = tags.next()) {
        if (tag->depth > 0 || tag->kind == XmlTag::Kind::start) {
            continue;
        }
        const std::string child = with_prefix(fragment, prefix_of(tag->name));
        if (tag->kind == XmlTag::Kind::end) {
            result.insert(tag->begin, child);
        } else {
            result.replace(tag->end - 2, 2, ">" + child + "</" + std::string(tag->name) + ">");
        }
        break;
    }
    return result;
}

std::string without_elements(std::string_view xml,
                             unsigned depth,
                             const std::function<bool(const XmlTag&)>& is_unwanted) {
    TextEdits edits;
    XmlTags tags(xml);
    std::optional<std::size_t> begin;  // of an unwanted one that is not over
    while (const XmlTag* tag = tags.next()) {
        if (tag->depth != depth) {
            continue;
        }
        if (tag->kind == XmlTag::Kind::end) {
            if (begin) {
                edits.replace(*begin, tag->end - *begin, "");
            }
            begin.reset();
        } else if (is_unwanted(*tag)) {
            if (tag->kind == XmlTag::Kind::empty) {
                edits.replace(tag->begin, tag->end - tag->begin, "");
            } else {
                begin = tag->begin;
            }
        }
    }
    return edits.apply(xml);
}

bool is_strict(std::string_view xml) {
    return xml.find(strict_main) != std::string_view::npos;
}

std::string in_dialect(std::string xml, bool strict) {
    const std::size_t at = strict ? xml.find(transitional_main) : std::string::npos;
    return at == std::string::npos ? xml : xml.replace(at, transitional_main.size(), strict_main);
}

std::string escaped(std::string_view text) {
    std::string xml;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = base::next_code_point(text, at);
        switch (c) {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            case '"':
                xml += "&quot;";
                break;
            default:
                xml +=
                    is_forbidden(c) ? std::string_view("\uFFFD") : text.substr(begin, at - begin);
        }
    }
    return xml;
}

std::string unescaped(std::string_view xml) {
    std::string text;
    for (std::size_t at = 0; at < xml.size(); ++at) {
        const std::size_t end = xml[at] == '&' ? xml.find(';', at) : std::string_view::npos;
        const auto code = end == std::string_view::npos
                              ? std::nullopt
                              : referred(xml.substr(at + 1, end - at - 1));
        if (code) {
            base::append_utf8(text, *code);
            at = end;
        } else {
            text += xml[at];
        }
    }
    return text;
}

void TextEdits::insert(std::size_t at, std::string text) {
    if (!text.empty()) {
        edits_.push_back({at, 0, std::move(text)});
    }
}

void TextEdits::replace(std::size_t begin, std::size_t size, std::string text) {
    edits_.push_back({begin, size, std::move(text)});
}

void TextEdits::set_attribute(std::string_view xml,
                              const XmlTag& tag,
                              std::string_view name,
                              const std::string& value) {
    if (const std::optional<XmlAttribute> old = find_attribute(xml, tag, name)) {
        replace(old->value_begin, old->value.size(), escaped(value));
    } else {
        const std::size_t end = tag.end - (tag.kind == XmlTag::Kind::empty ? 2 : 1);
        insert(end, " " + std::string(name) + "=\"" + escaped(value) + "\"");
    }
}

std::string TextEdits::apply(std::string_view text) const {
    std::vector<Edit> edits = edits_;
    std::stable_sort(
        edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string result;
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        result.append(text.substr(at, edit.begin - at)).append(edit.text);
        at = edit.begin + edit.size;
    }
    return result.append(text.substr(at));
}

}  // namespace shinchoku::patch
