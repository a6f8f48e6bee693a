#include "xlsx/xml_scanner.h"

#include <algorithm>

#include "xlsx/xml_characters.h"
#include "xlsx/xml_encoding.h"

namespace shinchoku::xlsx {
namespace {

// Declarations in force at one place; honest files have up to forty. Looking a prefix up is linear.
constexpr std::size_t max_bindings = 256;
// Up to here the pairs of attributes are compared one by one, beyond it their names are sorted.
constexpr std::size_t few_attributes = 12;

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
        if (*p_ != '<' && !step_over_text()) {
            return is_broken() ? Tag::broken : finish();
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

// To the next markup; false at the end of the part, or where the text is faulty.
bool Scanner::step_over_text() {
    const char* const text = p_;
    read_text(p_);
    if (is_broken()) {
        return false;
    }
    const auto is_space = [](char c) { return has_class(c, space_class); };
    if (stack_.empty() && !std::all_of(text, static_cast<const char*>(p_), is_space)) {
        fail(XmlFault::stray_content, text);
        return false;
    }
    return p_ != end_;
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
    for (p_ = skip(p_, space_class); *p_ != '?'; p_ = skip(p_, space_class)) {
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
    char* p = p_;
    for (; has_class(*p, name_class); ++p) {
        if (*p == ':') {
            colon = static_cast<std::size_t>(p - name);
        }
    }
    p_ = p;
    const std::string_view qualified(name, static_cast<std::size_t>(p - name));
    if (qualified.empty() || !has_class(*name, name_start_class)) {
        fail(XmlFault::malformed_tag, name);
        return false;
    }
    attributes_.clear();
    Space default_space = stack_.empty() ? Space::none : stack_.back().default_space;
    const auto outside = static_cast<std::uint32_t>(bindings_.size());
    for (;;) {
        const char* const before = p_;
        p_ = skip(p_, space_class);
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
    stack_.push_back({name, local_, space_, default_space, false, outside});
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
    if (attribute.name[0] != 'x' || !attribute.name.starts_with("xmlns")) {
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
                const std::string_view name = attributes_[i].name;
                if (name.size() == attributes_[j].name.size() &&
                    is_same(name.data(), attributes_[j].name)) {
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

bool Scanner::read_end_tag() {
    const char* const from = p_;
    p_ += 2;
    if (stack_.empty()) {
        fail(XmlFault::stray_content, from);
        return false;
    }
    const std::string_view name = stack_.back().name;
    if (!is_same(p_, name)) {
        fail(XmlFault::mismatched_tag, from);
        return false;
    }
    p_ = skip(p_ + name.size(), space_class);
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
    local_ = frame.local;
    space_ = frame.space;
    if (bindings_.size() != frame.bindings) {
        bindings_.resize(frame.bindings, Binding{{}, Space::none});
    }
    stack_.pop_back();
    return hidden ? Tag::start : Tag::end;
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
