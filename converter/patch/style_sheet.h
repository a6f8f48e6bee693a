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

// RRGGBB of the fill of a mark, by severity.
inline constexpr std::array<std::string_view, 3> mark_colors = {"DDEBF7", "FFEB9C", "F8CBAD"};

// The formats of a workbook (styles.xml) with some added behind those that are there, whose numbers
// stay. What is there in the very same words is not added again.
class StyleSheet {
public:
    // REQUIRES: the part was accepted by xlsx::Scanner. "" begins an empty one.
    explicit StyleSheet(std::string_view xml);

    // Each gives the number of what was asked for. The fragments are elements without prefix.
    std::uint32_t add_font(std::string_view font);
    std::uint32_t add_fill(std::string_view fill);
    std::uint32_t add_border(std::string_view border);
    std::uint32_t add_format(std::string_view xf);

    // The format that a number in the workbook is shown as: 0 where the part has none for it.
    [[nodiscard]] std::uint32_t shown(std::uint32_t format) const;

    // A format that is `format` but for its fill; the same one for the same two.
    std::uint32_t filled(std::uint32_t format, std::uint32_t fill);

    // A format that is `format` with the fill of another, where its own is that of a mark; else
    // itself, as whoever coloured the cell anew meant to. It is `former` where nothing but the fill
    // differs, so that a cell that was only marked gets its very number back.
    std::uint32_t restored(std::uint32_t format, std::uint32_t former);

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

    [[nodiscard]] std::string_view item(Kind kind, std::size_t number) const;
    [[nodiscard]] bool has_fill_of_a_mark(std::string_view xf) const;
    void find_lists();
    std::uint32_t add(Kind kind, std::string_view fragment);
    std::uint32_t add_written(Kind kind, std::string written);
    void write_list(Kind kind, TextEdits& edits) const;

    std::string xml_;
    std::string prefix_;
    std::array<std::size_t, 4> place_{};  // where a list that is absent belongs
    std::array<List, 4> lists_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> filled_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> restored_;
};

}  // namespace shinchoku::patch
