#include "patch/style_sheet.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace shinchoku::patch {
namespace {

constexpr std::string_view empty_part =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet "
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellStyleXfs count=\"1\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
    "</cellStyles></styleSheet>";

constexpr std::string_view list_names[] = {"fonts", "fills", "borders", "cellXfs"};

// The lists in the order of the schema.
constexpr std::string_view order[] = {
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"};

// What every program takes the first of each list for.
const std::vector<std::string_view>& first_items(std::size_t kind) {
    static const std::vector<std::string_view> items[] = {
        {"<font><sz val=\"11\"/></font>"},
        {"<fill><patternFill patternType=\"none\"/></fill>",
         "<fill><patternFill patternType=\"gray125\"/></fill>"},
        {"<border><left/><right/><top/><bottom/><diagonal/></border>"},
        {"<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"}};
    return items[kind];
}

std::size_t rank(std::string_view name) {
    return static_cast<std::size_t>(
        std::distance(std::begin(order), std::find(std::begin(order), std::end(order), name)));
}

}  // namespace

StyleSheet::StyleSheet(std::string_view xml)
    // An empty child opens a root that has no end tag.
    : xml_(with_last_child(xml.empty() ? empty_part : xml, "")) {
    find_lists();
    for (std::size_t kind = 0; kind < lists_.size(); ++kind) {
        const std::vector<std::string_view>& first = first_items(kind);
        while (lists_[kind].items.size() + lists_[kind].added.size() < first.size()) {
            lists_[kind].added.push_back(
                with_prefix(first[lists_[kind].items.size() + lists_[kind].added.size()], prefix_));
        }
    }
}

void StyleSheet::find_lists() {
    XmlTags tags(xml_);
    List* inside = nullptr;
    while (const XmlTag* tag = tags.next()) {
        const bool begins = tag->kind != XmlTag::Kind::end;
        if (tag->depth == 0) {
            prefix_ = prefix_of(tag->name);
            if (begins) {
                place_.fill(tag->end);
            }
        } else if (tag->depth == 1) {
            const std::string_view name = local_of(tag->name);
            for (std::size_t kind = 0; kind < lists_.size(); ++kind) {
                if (rank(name) < rank(list_names[kind])) {
                    place_[kind] = tag->end;
                } else if (name == list_names[kind] && begins) {
                    lists_[kind] = {*tag, true, tag->end, {}, {}};
                    inside = &lists_[kind];
                } else if (name == list_names[kind]) {
                    lists_[kind].end = tag->begin;
                }
            }
            inside = tag->kind == XmlTag::Kind::start ? inside : nullptr;
        } else if (tag->depth == 2 && inside != nullptr) {
            if (begins) {
                inside->items.emplace_back(tag->begin, tag->end);
            } else {
                inside->items.back().second = tag->end;
            }
        }
    }
}

std::uint32_t StyleSheet::add(Kind kind, std::string_view item) {
    List& list = lists_[kind];
    list.added.push_back(with_prefix(item, prefix_));
    return static_cast<std::uint32_t>(list.items.size() + list.added.size() - 1);
}

std::uint32_t StyleSheet::add_font(std::string_view font) {
    return add(fonts, font);
}

std::uint32_t StyleSheet::add_fill(std::string_view fill) {
    return add(fills, fill);
}

std::uint32_t StyleSheet::add_border(std::string_view border) {
    return add(borders, border);
}

std::uint32_t StyleSheet::add_format(std::string_view xf) {
    return add(formats, xf);
}

std::uint32_t StyleSheet::filled(std::uint32_t format, std::uint32_t fill) {
    List& list = lists_[formats];
    const std::size_t wanted = format < list.items.size() ? format : 0;
    const auto [known, is_new] = filled_.try_emplace({static_cast<std::uint32_t>(wanted), fill}, 0);
    if (!is_new) {
        return known->second;
    }
    std::string xf = wanted < list.items.size()
                         ? xml_.substr(list.items[wanted].first,
                                       list.items[wanted].second - list.items[wanted].first)
                         : list.added.front();
    // One attribute after the other: each change moves what stands behind it.
    for (const auto& [name, value] :
         {std::pair<std::string_view, std::string>{"fillId", std::to_string(fill)},
          {"applyFill", "1"}}) {
        XmlTags tags(xf);
        TextEdits edits;
        edits.set_attribute(xf, *tags.next(), name, value);
        xf = edits.apply(xf);
    }
    list.added.push_back(std::move(xf));
    known->second = static_cast<std::uint32_t>(list.items.size() + list.added.size() - 1);
    return known->second;
}

void StyleSheet::write_list(Kind kind, TextEdits& edits) const {
    const List& list = lists_[kind];
    if (list.added.empty()) {
        return;
    }
    std::string items;
    for (const std::string& item : list.added) {
        items += item;
    }
    const std::string count = std::to_string(list.items.size() + list.added.size());
    const std::string name = prefix_ + std::string(list_names[kind]);
    if (!list.is_present) {
        edits.insert(place_[kind],
                     "<" + name + " count=\"" + count + "\">" + items + "</" + name + ">");
        return;
    }
    if (const auto old = find_attribute(xml_, list.tag, "count")) {
        edits.replace(old->value_begin, old->value.size(), count);
    }
    if (list.tag.kind == XmlTag::Kind::empty) {
        edits.replace(list.tag.end - 2, 2, ">" + items + "</" + name + ">");
    } else {
        edits.insert(list.end, std::move(items));
    }
}

std::string StyleSheet::text() const {
    TextEdits edits;
    for (const Kind kind : {fonts, fills, borders, formats}) {
        write_list(kind, edits);
    }
    return edits.apply(xml_);
}

}  // namespace shinchoku::patch
