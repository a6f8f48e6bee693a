#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shinchoku::patch {

// Tags of a part by their bytes, so that a part can be changed where it must be and stay as it is
// everywhere else. It believes its input: only for parts that xlsx::Scanner has accepted (it reads
// on to the end of the text, and no further, whatever is in it).
struct XmlTag {
    enum class Kind { start, end, empty };
    Kind kind = Kind::start;
    std::string_view name;  // qualified, as written
    std::size_t begin = 0;  // of '<'
    std::size_t end = 0;    // behind '>'
    unsigned depth = 0;     // of its element; the root has 0
};

class XmlTags {
public:
    // `xml` must outlive the tags.
    explicit XmlTags(std::string_view xml) : xml_(xml) {}

    // The next tag; nullptr behind the last. Comments, CDATA and instructions are stepped over.
    [[nodiscard]] const XmlTag* next();

private:
    std::string_view xml_;
    std::size_t at_ = 0;
    unsigned depth_ = 0;
    XmlTag tag_;
};

struct XmlAttribute {
    std::string_view name;
    std::string_view value;       // as written, not decoded
    std::size_t value_begin = 0;  // in the part
};
[[nodiscard]] std::vector<XmlAttribute> attributes_of(std::string_view xml, const XmlTag& tag);
[[nodiscard]] std::optional<XmlAttribute> find_attribute(std::string_view xml,
                                                         const XmlTag& tag,
                                                         std::string_view name);
// The first attribute of that local name with a prefix: "r:id" for "id".
[[nodiscard]] std::optional<XmlAttribute> find_prefixed_attribute(std::string_view xml,
                                                                  const XmlTag& tag,
                                                                  std::string_view local);
// "r:id" as it must be written below this root to lead to another part: with the prefix that the
// root declares, or one that it declares itself.
[[nodiscard]] std::string relationship_attribute(std::string_view xml, const XmlTag& root);
// A whole number; nothing where the attribute is absent or holds none.
[[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view xml,
                                                     const XmlTag& tag,
                                                     std::string_view name);

// "x:" of "x:worksheet", empty where there is none.
[[nodiscard]] std::string_view prefix_of(std::string_view name);
[[nodiscard]] std::string_view local_of(std::string_view name);

// The elements of a fragment, written without prefix, with one.
[[nodiscard]] std::string with_prefix(std::string_view fragment, std::string_view prefix);

// The text with a fragment as the last child of its root, whose prefix the fragment gets.
[[nodiscard]] std::string with_last_child(std::string_view xml, std::string_view fragment);

// The text without the elements of this depth that are not wanted. Each is asked for once, in
// order.
[[nodiscard]] std::string without_elements(std::string_view xml,
                                           unsigned depth,
                                           const std::function<bool(const XmlTag&)>& is_unwanted);

// Strict packages write the same parts with other addresses: whether this part is of one, and a
// part of ours as it must be written there.
[[nodiscard]] bool is_strict(std::string_view xml);
[[nodiscard]] std::string in_dialect(std::string xml, bool strict);

// A text as it stands in an element or a quoted attribute; what XML cannot hold becomes U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);
// The five entities and character references resolved.
[[nodiscard]] std::string unescaped(std::string_view xml);

// Changes at places of one text, made all at once.
class TextEdits {
public:
    // Several insertions at one place come in the order they were asked for.
    void insert(std::size_t at, std::string text);
    void replace(std::size_t begin, std::size_t size, std::string text);
    // Gives a tag an attribute, or another value.
    void set_attribute(std::string_view xml,
                       const XmlTag& tag,
                       std::string_view name,
                       const std::string& value);

    [[nodiscard]] bool empty() const { return edits_.empty(); }
    [[nodiscard]] std::string apply(std::string_view text) const;

private:
    struct Edit {
        std::size_t begin;
        std::size_t size;
        std::string text;
    };
    std::vector<Edit> edits_;
};

}  // namespace shinchoku::patch
