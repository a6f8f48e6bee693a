#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "patch/xml_text.h"

namespace shinchoku::patch {

// The formats of a workbook (styles.xml) with some added behind those that are there, whose numbers
// stay.
class StyleSheet {
public:
    // REQUIRES: the part was accepted by xlsx::Scanner. "" begins an empty one.
    explicit StyleSheet(std::string_view xml);

    // Each gives the number of what it added. The fragments are elements without prefix.
    std::uint32_t add_font(std::string_view font);
    std::uint32_t add_fill(std::string_view fill);
    std::uint32_t add_border(std::string_view border);
    std::uint32_t add_format(std::string_view xf);

    // A format that is `format` but for its fill; the same one for the same two. A number that the
    // part has no format for is taken for 0, as it is shown.
    std::uint32_t filled(std::uint32_t format, std::uint32_t fill);

    [[nodiscard]] std::string text() const;

private:
    enum Kind : std::size_t { fonts, fills, borders, formats };
    struct List {
        XmlTag tag;
        bool is_present = false;
        std::size_t end = 0;  // where to add
        std::vector<std::pair<std::size_t, std::size_t>> items;
        std::vector<std::string> added;
    };

    void find_lists();
    std::uint32_t add(Kind kind, std::string_view item);
    void write_list(Kind kind, TextEdits& edits) const;

    std::string xml_;
    std::string prefix_;
    std::array<std::size_t, 4> place_{};  // where a list that is absent belongs
    std::array<List, 4> lists_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> filled_;
};

}  // namespace shinchoku::patch
