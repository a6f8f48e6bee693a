#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/xml_fault.h"
#include "xlsx/xml_space.h"

namespace shinchoku::xlsx {

// A strict pull scanner over one XML part: every tag is checked as it is read (well-formed tags and
// references, no DOCTYPE, no duplicate attribute, one root, bounded depth), so that nothing is
// believed before it was checked and no second parser can see another document than the check did.
// That is why there is no DOM behind it; a sheet of a million cells is also read in a tenth of the
// memory. Names are resolved to namespaces; of mc:AlternateContent only the Fallback is seen, as
// no mc:Choice is understood.
//
// Works in place: references are decoded inside `text`, which must outlive every view handed out.
// Decoding only shrinks, so offsets of tags stay those of the file.
class Scanner {
public:
    enum class Tag { start, end, done, broken };

    // A qualified name as written ("r:id") and the value, decoded.
    struct Attribute {
        std::string_view name;
        std::string_view value;
    };

    Scanner(std::string& text, std::uint32_t max_depth);

    // The next start or end tag; the text between is checked and left out. `broken` stays.
    Tag next();

    // After a start tag: its text up to its end tag, which is consumed; comments are no part of it,
    // CDATA is, child elements are stepped over. Empty where broken.
    std::string_view element_text();

    // After a start tag: steps over everything up to its end tag.
    void skip_element();

    // True where the current element is `name` of the spreadsheet namespace.
    [[nodiscard]] bool is(std::string_view name) const {
        return space_ == Space::spreadsheet && local_ == name;
    }
    [[nodiscard]] Space space() const { return space_; }
    [[nodiscard]] std::string_view local_name() const { return local_; }
    [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }
    // An attribute without prefix, or one of a namespace; nullptr data where absent.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    [[nodiscard]] std::string_view attribute(Space space, std::string_view local) const;
    // Where the current start tag's `<` stands.
    [[nodiscard]] std::size_t offset() const { return tag_offset_; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }

    [[nodiscard]] bool is_broken() const { return place_.fault != XmlFault::none; }
    [[nodiscard]] XmlPlace place() const { return place_; }

private:
    struct Frame {
        std::string_view name;
        std::string_view local;
        Space space = Space::none;
        Space default_space = Space::none;
        bool hidden = false;         // mc:AlternateContent and mc:Fallback are not shown
        std::uint32_t bindings = 0;  // how many were in force outside this element
    };
    struct Binding {
        std::string_view prefix;
        Space space;
    };
    enum class Markup { none, start, end };

    Tag fail(XmlFault fault, const char* at);
    Tag close();
    bool step_over_text();
    Tag finish();
    Markup step_over_markup();
    bool read_start_tag();
    bool read_end_tag();
    bool read_attribute();
    char* read_value(char* value, char quote);
    bool declare(const Attribute& attribute, Space& default_space);
    bool enter(std::string_view name,
               std::size_t colon,
               Space default_space,
               std::uint32_t outside);
    bool has_duplicates() const;
    char* read_text(char* out);
    char* read_cdata(char* out);
    char* decode_reference(char* out);
    bool skip_past(std::string_view end);
    bool skip_comment();
    bool skip_instruction();
    bool read_declaration();
    Space space_of(std::string_view prefix, bool& known) const;

    char* begin_;
    char* end_;
    char* p_;
    std::uint32_t max_depth_;
    std::size_t tag_offset_ = 0;
    bool seen_root_ = false;
    bool pending_end_ = false;  // the current tag was <a/>
    Space space_ = Space::none;
    std::string_view local_;
    std::vector<Attribute> attributes_;
    std::vector<Frame> stack_;
    std::vector<Binding> bindings_;
    XmlPlace place_;
};

}  // namespace shinchoku::xlsx
