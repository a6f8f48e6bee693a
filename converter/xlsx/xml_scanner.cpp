#include "xlsx/xml_scanner.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "xlsx/xml_encoding.h"
#include "xlsx/xml_reference.h"

namespace shinchoku::xlsx {
namespace {

// Declarations in force at one place; honest files have up to forty. Looking a prefix up is linear.
constexpr std::size_t max_bindings = 256;
// Up to here the pairs of attributes are compared one by one, beyond it their names are sorted.
constexpr std::size_t few_attributes = 12;

constexpr unsigned name_class = 1;        // may stand in a name
constexpr unsigned name_start_class = 2;  // may begin one
constexpr unsigned space_class = 4;
constexpr unsigned text_stop = 8;    // ends a run of plain text
constexpr unsigned value_stop = 16;  // ends a run of plain attribute value

constexpr std::array<std::uint8_t, 256> make_classes() {
    std::array<std::uint8_t, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool letter =
            (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ':' || c >= 0x80;
        const bool digit = c >= '0' && c <= '9';
        unsigned bits = 0;
        bits |= letter ? name_class | name_start_class : 0u;
        bits |= digit || c == '-' || c == '.' ? name_class : 0u;
        bits |= c == ' ' || c == '\t' || c == '\n' || c == '\r' ? space_class : 0u;
        bits |= c == 0 || c == '<' || c == '&' || c == '\r' || c == ']' ? text_stop : 0u;
        bits |= c == 0 || c == '<' || c == '&' || c == '\r' || c == '\n' || c == '\t' || c == '"' ||
                        c == '\''
                    ? value_stop
                    : 0u;
        classes[c] = static_cast<std::uint8_t>(bits);
    }
    return classes;
}

constexpr std::array<std::uint8_t, 256> classes = make_classes();

bool has_class(char c, unsigned wanted) {
    return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

char* skip_space(char* p) {
    while (has_class(*p, space_class)) {
        ++p;
    }
    return p;
}

bool begins_with(const char* p, std::string_view text) {
    return std::strncmp(p, text.data(), text.size()) == 0;
}

Space space_of_uri(std::string_view uri) {
    struct Known {
        std::string_view uri;
        Space space;
    };
    static constexpr Known known[] = {
        {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", Space::spreadsheet},
        {"http://purl.oclc.org/ooxml/spreadsheetml/main", Space::spreadsheet},
        {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
         Space::relationships},
        {"http://purl.oclc.org/ooxml/officeDocument/relationships", Space::relationships},
        {"http://schemas.openxmlformats.org/package/2006/relationships",
         Space::package_relationships},
        {"http://schemas.openxmlformats.org/markup-compatibility/2006", Space::compatibility},
        {"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main", Space::spreadsheet_2009},
        {"http://schemas.microsoft.com/office/excel/2006/main", Space::excel_2006},
    };
    for (const Known& entry : known) {
        if (entry.uri == uri) {
            return entry.space;
        }
    }
    return uri.empty() ? Space::none : Space::other;
}

}  // namespace

Scanner::Scanner(std::string& text, std::uint32_t max_depth)
    : begin_(text.data()), end_(text.data() + text.size()), p_(begin_), max_depth_(max_depth) {
    place_ = check_characters(text);
    if (!is_broken()) {
        p_ += begins_with(p_, "\xEF\xBB\xBF") ? 3 : 0;
        if (begins_with(p_, "<?xml") && has_class(p_[5], space_class)) {
            read_declaration();
        }
    }
}

Scanner::Tag Scanner::fail(XmlFault fault, const char* at) {
    if (!is_broken()) {
        place_ = {fault, static_cast<std::size_t>(at - begin_)};
    }
    pending_end_ = false;  // of a tag that was not entered
    return Tag::broken;
}

std::string_view Scanner::attribute(std::string_view name) const {
    for (const Attribute& attribute : attributes_) {
        if (attribute.name == name) {
            return attribute.value;
        }
    }
    return {};
}

std::string_view Scanner::attribute(Space space, std::string_view local) const {
    for (const Attribute& attribute : attributes_) {
        const std::size_t colon = attribute.name.find(':');
        bool known = false;
        if (colon != std::string_view::npos && attribute.name.substr(colon + 1) == local &&
            space_of(attribute.name.substr(0, colon), known) == space) {
            return attribute.value;
        }
    }
    return {};
}

Space Scanner::space_of(std::string_view prefix, bool& known) const {
    known = true;
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
        if (binding->prefix == prefix) {
            return binding->space;
        }
    }
    known = prefix == "xml";
    return known ? Space::xml : Space::other;
}

Scanner::Tag Scanner::next() {
    if (pending_end_) {
        pending_end_ = false;
        if (close() == Tag::end) {
            return Tag::end;
        }
    }
    while (!is_broken()) {
        const char* const text = p_;
        read_text(p_);
        if (is_broken()) {
            break;
        }
        if (stack_.empty() && !std::all_of(text, static_cast<const char*>(p_), [](char c) {
                return has_class(c, space_class);
            })) {
            return fail(XmlFault::stray_content, text);
        }
        if (p_ == end_) {
            return finish();
        }
        switch (step_over_markup()) {
            case Markup::start:
                if (read_start_tag()) {
                    return Tag::start;
                }
                break;
            case Markup::end:
                if (read_end_tag()) {
                    return Tag::end;
                }
                break;
            case Markup::none:
                break;
        }
    }
    return Tag::broken;
}

Scanner::Tag Scanner::finish() {
    if (!stack_.empty()) {
        return fail(XmlFault::unfinished, p_);
    }
    return seen_root_ ? Tag::done : fail(XmlFault::stray_content, p_);
}

// Steps over a comment, an instruction or a CDATA section; says which tag stands here otherwise.
Scanner::Markup Scanner::step_over_markup() {
    if (p_[1] == '/') {
        return Markup::end;
    }
    if (p_[1] == '?') {
        skip_instruction();
        return Markup::none;
    }
    if (p_[1] != '!') {
        return Markup::start;
    }
    if (begins_with(p_, "<!--")) {
        skip_comment();
    } else if (begins_with(p_, "<![CDATA[") && !stack_.empty()) {
        read_cdata(p_);
    } else {
        fail(begins_with(p_, "<!DOCTYPE") ? XmlFault::doctype : XmlFault::malformed_tag, p_);
    }
    return Markup::none;
}

bool Scanner::skip_past(std::string_view end) {
    const std::string_view rest(p_, static_cast<std::size_t>(end_ - p_));
    const std::size_t at = rest.find(end);
    if (at == std::string_view::npos) {
        fail(XmlFault::unfinished, p_);
        return false;
    }
    p_ += at + end.size();
    return true;
}

bool Scanner::skip_comment() {
    const char* const from = p_;
    p_ += 4;
    if (!skip_past("--")) {
        return false;
    }
    if (*p_ != '>') {
        fail(XmlFault::malformed_tag, from);
        return false;
    }
    ++p_;
    return true;
}

bool Scanner::skip_instruction() {
    const char* const from = p_;
    const char* name = p_ + 2;
    const bool reserved = (name[0] == 'x' || name[0] == 'X') &&
                          (name[1] == 'm' || name[1] == 'M') &&
                          (name[2] == 'l' || name[2] == 'L') && !has_class(name[3], name_class);
    if (!has_class(*name, name_start_class) || reserved) {
        fail(XmlFault::malformed_tag, from);
        return false;
    }
    return skip_past("?>");
}

// <?xml version="1.0" encoding="UTF-8" standalone="yes"?>. What is declared must be what OPC
// allows; that the bytes are UTF-8 has been seen already, whatever a UTF-16 part says of itself.
bool Scanner::read_declaration() {
    const char* const from = p_;
    p_ += 5;
    attributes_.clear();
    for (p_ = skip_space(p_); *p_ != '?'; p_ = skip_space(p_)) {
        if (!has_class(*p_, name_start_class) || !read_attribute()) {
            fail(XmlFault::malformed_tag, from);
            return false;
        }
    }
    if (p_[1] != '>' || !attribute("version").starts_with("1.")) {
        fail(XmlFault::malformed_tag, from);
        return false;
    }
    p_ += 2;
    std::string encoding(attribute("encoding"));
    std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (!encoding.empty() && encoding != "UTF-8" && encoding != "UTF8" &&
        !encoding.starts_with("UTF-16")) {
        fail(XmlFault::encoding, from);
        return false;
    }
    return true;
}

bool Scanner::read_start_tag() {
    if (stack_.empty() && seen_root_) {
        fail(XmlFault::stray_content, p_);
        return false;
    }
    tag_offset_ = static_cast<std::size_t>(p_ - begin_);
    const char* const name = ++p_;
    std::size_t colon = std::string_view::npos;
    while (has_class(*p_, name_class)) {
        if (*p_ == ':') {
            colon = static_cast<std::size_t>(p_ - name);
        }
        ++p_;
    }
    const std::string_view qualified(name, static_cast<std::size_t>(p_ - name));
    if (qualified.empty() || !has_class(*name, name_start_class)) {
        fail(XmlFault::malformed_tag, name);
        return false;
    }
    attributes_.clear();
    Space default_space = stack_.empty() ? Space::none : stack_.back().default_space;
    const auto outside = static_cast<std::uint32_t>(bindings_.size());
    for (;;) {
        const char* const before = p_;
        p_ = skip_space(p_);
        if (*p_ == '>') {
            ++p_;
            break;
        }
        if (*p_ == '/' && p_[1] == '>') {
            p_ += 2;
            pending_end_ = true;
            break;
        }
        if (p_ == before || !read_attribute() || !declare(attributes_.back(), default_space)) {
            fail(p_ == end_ ? XmlFault::unfinished : XmlFault::malformed_tag, p_);
            return false;
        }
    }
    if (attributes_.size() > 1 && has_duplicates()) {
        fail(XmlFault::duplicate_attribute, name);
        return false;
    }
    return enter(qualified, colon, default_space, outside);
}

// False where the element is not shown: broken, or one of the markup compatibility frames.
bool Scanner::enter(std::string_view name,
                    std::size_t colon,
                    Space default_space,
                    std::uint32_t outside) {
    if (stack_.size() >= max_depth_) {
        fail(XmlFault::too_deep, name.data());
        return false;
    }
    local_ = name;
    space_ = default_space;
    if (colon != std::string_view::npos) {
        bool known = false;
        local_ = name.substr(colon + 1);
        space_ = space_of(name.substr(0, colon), known);
        if (!known || local_.empty()) {
            fail(XmlFault::undeclared_prefix, name.data());
            return false;
        }
    }
    seen_root_ = true;
    stack_.push_back({name, space_, default_space, false, outside});
    if (space_ != Space::compatibility) {
        return true;
    }
    if (local_ == "Choice") {
        skip_element();
        return false;
    }
    if (local_ == "AlternateContent" || local_ == "Fallback") {
        stack_.back().hidden = true;
        if (pending_end_) {
            pending_end_ = false;
            close();
        }
        return false;
    }
    return true;
}

bool Scanner::declare(const Attribute& attribute, Space& default_space) {
    if (!attribute.name.starts_with("xmlns")) {
        return true;
    }
    if (attribute.name.size() == 5) {
        default_space = space_of_uri(attribute.value);
    } else if (attribute.name[5] == ':') {
        if (bindings_.size() >= max_bindings) {
            fail(XmlFault::too_many_namespaces, attribute.name.data());
            return false;
        }
        bindings_.push_back({attribute.name.substr(6), space_of_uri(attribute.value)});
    }
    return true;
}

bool Scanner::has_duplicates() const {
    if (attributes_.size() <= few_attributes) {
        for (std::size_t i = 1; i < attributes_.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (attributes_[i].name == attributes_[j].name) {
                    return true;
                }
            }
        }
        return false;
    }
    std::vector<std::string_view> names;
    names.reserve(attributes_.size());
    for (const Attribute& attribute : attributes_) {
        names.push_back(attribute.name);
    }
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

bool Scanner::read_attribute() {
    const char* const name = p_;
    while (has_class(*p_, name_class)) {
        ++p_;
    }
    const std::string_view qualified(name, static_cast<std::size_t>(p_ - name));
    if (qualified.empty() || !has_class(*name, name_start_class)) {
        return false;
    }
    p_ = skip_space(p_);
    if (*p_ != '=') {
        return false;
    }
    p_ = skip_space(p_ + 1);
    const char quote = *p_;
    if (quote != '"' && quote != '\'') {
        return false;
    }
    char* const value = ++p_;
    const char* const end = read_value(value, quote);
    if (end == nullptr) {
        return false;
    }
    attributes_.push_back({qualified, {value, static_cast<std::size_t>(end - value)}});
    return true;
}

// Decodes a value in place and steps past its quote; gives the end of the decoded text.
char* Scanner::read_value(char* out, char quote) {
    for (;;) {
        char* const run = p_;
        while (!has_class(*p_, value_stop)) {
            ++p_;
        }
        const auto length = static_cast<std::size_t>(p_ - run);
        if (out != run) {
            std::memmove(out, run, length);
        }
        out += length;
        const char c = *p_;
        if (c == quote) {
            ++p_;
            return out;
        }
        if (c == '<' || p_ == end_) {
            return nullptr;
        }
        if (c == '&') {
            out = decode_reference(out);
            if (out == nullptr) {
                return nullptr;
            }
        } else {
            p_ += c == '\r' && p_[1] == '\n' ? 2 : 1;
            *out++ = c == '"' || c == '\'' ? c : ' ';  // a line break or tab is a space here
        }
    }
}

// Moves the text up to the next markup to `out`, decoded, and gives its end. Called with out == p_
// it moves nothing until something shrinks.
char* Scanner::read_text(char* out) {
    for (;;) {
        char* const run = p_;
        while (!has_class(*p_, text_stop)) {
            ++p_;
        }
        const auto length = static_cast<std::size_t>(p_ - run);
        if (out != run) {
            std::memmove(out, run, length);
        }
        out += length;
        switch (*p_) {
            case '&':
                out = decode_reference(out);
                if (out == nullptr) {
                    return nullptr;
                }
                break;
            case '\r':  // CRLF and CR are LF
                p_ += p_[1] == '\n' ? 2 : 1;
                *out++ = '\n';
                break;
            case ']':
                if (p_[1] == ']' && p_[2] == '>') {
                    fail(XmlFault::malformed_tag, p_);
                    return nullptr;
                }
                *out++ = *p_++;
                break;
            default:  // markup, or the end
                return out;
        }
    }
}

char* Scanner::read_cdata(char* out) {
    char* from = p_ + 9;
    if (!skip_past("]]>")) {
        return nullptr;
    }
    for (const char* const to = p_ - 3; from < to; ++from) {
        if (*from == '\r') {
            from += from[1] == '\n' ? 1 : 0;
            *out++ = '\n';
        } else {
            *out++ = *from;
        }
    }
    return out;
}

char* Scanner::decode_reference(char* out) {
    const Reference reference = parse_reference(p_);
    if (reference.length == 0) {
        fail(XmlFault::reference, p_);
        return nullptr;
    }
    p_ += reference.length;
    return write_utf8(out, reference.code_point);
}

bool Scanner::read_end_tag() {
    const char* const from = p_;
    p_ += 2;
    if (stack_.empty()) {
        fail(XmlFault::stray_content, from);
        return false;
    }
    const std::string_view name = stack_.back().name;
    if (std::strncmp(p_, name.data(), name.size()) != 0) {
        fail(XmlFault::mismatched_tag, from);
        return false;
    }
    p_ = skip_space(p_ + name.size());
    if (*p_ != '>') {
        fail(p_ == end_ ? XmlFault::unfinished : XmlFault::mismatched_tag, from);
        return false;
    }
    ++p_;
    return close() == Tag::end;
}

// Leaves the innermost element; `start` where it was a hidden one, so that the caller goes on.
Scanner::Tag Scanner::close() {
    const Frame& frame = stack_.back();
    const bool hidden = frame.hidden;
    const std::size_t colon = frame.name.find(':');
    local_ = colon == std::string_view::npos ? frame.name : frame.name.substr(colon + 1);
    space_ = frame.space;
    bindings_.resize(frame.bindings, Binding{{}, Space::none});
    stack_.pop_back();
    return hidden ? Tag::start : Tag::end;
}

std::string_view Scanner::element_text() {
    if (pending_end_) {
        pending_end_ = false;
        close();
        return {};
    }
    char* const first = p_;
    char* out = p_;
    while (!is_broken()) {
        out = read_text(out);
        if (out == nullptr) {
            break;
        }
        if (p_ == end_) {
            fail(XmlFault::unfinished, p_);
            break;
        }
        if (p_[1] == '/') {
            if (read_end_tag()) {
                return {first, static_cast<std::size_t>(out - first)};
            }
        } else if (begins_with(p_, "<![CDATA[")) {
            out = read_cdata(out);
            if (out == nullptr) {
                break;
            }
        } else if (step_over_markup() == Markup::start && read_start_tag()) {
            skip_element();
        }
    }
    return {};
}

void Scanner::skip_element() {
    const std::size_t outside = stack_.size() - 1;
    while (stack_.size() > outside) {
        const Tag tag = next();
        if (tag == Tag::broken || tag == Tag::done) {
            return;
        }
    }
}

}  // namespace shinchoku::xlsx
