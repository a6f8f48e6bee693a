#include "patch/style_sheet.h"

#include <algorithm>
#include <initializer_list>
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

// A format with other attributes, each before the others where it had none of that name.
std::string with_attributes(
    std::string xf, std::initializer_list<std::pair<std::string_view, std::string>> attributes) {
    // One attribute after the other: each change moves what stands behind it.
    for (const auto& [name, value] : attributes) {
        XmlTags tags(xf);
        TextEdits edits;
        edits.set_attribute(xf, *tags.next(), name, value);
        xf = edits.apply(xf);
    }
    return xf;
}

// A format but for its fill, however the order of its attributes.
struct Unfilled {
    std::vector<std::pair<std::string_view, std::string_view>> attributes;
    std::string_view content;
    friend bool operator==(const Unfilled&, const Unfilled&) = default;
};
Unfilled unfilled(std::string_view xf) {
    XmlTags tags(xf);
    const XmlTag tag = *tags.next();
    Unfilled rest{{}, xf.substr(tag.end)};
    for (const XmlAttribute& attribute : attributes_of(xf, tag)) {
        if (attribute.name != "fillId" && attribute.name != "applyFill") {
            rest.attributes.emplace_back(attribute.name, attribute.value);
        }
    }
    std::sort(rest.attributes.begin(), rest.attributes.end());
    return rest;
}

std::uint32_t fill_number(std::string_view xf) {
    XmlTags tags(xf);
    return number_of(xf, *tags.next(), "fillId").value_or(0);
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

std::uint32_t StyleSheet::add(Kind kind, std::string_view fragment) {
    return add_written(kind, with_prefix(fragment, prefix_));
}

std::uint32_t StyleSheet::add_written(Kind kind, std::string written) {
    List& list = lists_[kind];
    const std::size_t count = list.items.size() + list.added.size();
    for (std::size_t number = 0; number < count; ++number) {
        if (item(kind, number) == written) {
            return static_cast<std::uint32_t>(number);
        }
    }
    list.added.push_back(std::move(written));
    return static_cast<std::uint32_t>(count);
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

std::uint32_t StyleSheet::shown(std::uint32_t format) const {
    return format < lists_[formats].items.size() ? format : 0;
}

std::uint32_t StyleSheet::filled(std::uint32_t format, std::uint32_t fill) {
    const auto [known, is_new] = filled_.try_emplace({format, fill}, 0);
    if (!is_new) {
        return known->second;
    }
    std::string xf = with_attributes(std::string(item(formats, format)),
                                     {{"fillId", std::to_string(fill)}, {"applyFill", "1"}});
    return known->second = add_written(formats, std::move(xf));
}

std::string_view StyleSheet::item(Kind kind, std::size_t number) const {
    const List& list = lists_[kind];
    if (number < list.items.size()) {
        const auto [begin, end] = list.items[number];
        return std::string_view(xml_).substr(begin, end - begin);
    }
    number -= list.items.size();
    return number < list.added.size() ? list.added[number] : item(kind, 0);
}

bool StyleSheet::has_fill_of_a_mark(std::string_view xf) const {
    const std::string_view fill = item(fills, fill_number(xf));
    XmlTags tags(fill);
    while (const XmlTag* tag = tags.next()) {
        const auto color = find_attribute(fill, *tag, "rgb");
        if (local_of(tag->name) == "fgColor" && color && color->value.size() >= 6) {
            const std::string_view rgb = color->value.substr(color->value.size() - 6);
            return std::find(mark_colors.begin(), mark_colors.end(), rgb) != mark_colors.end();
        }
    }
    return false;
}

std::uint32_t StyleSheet::restored(std::uint32_t format, std::uint32_t former) {
    const auto [known, is_new] = restored_.try_emplace({format, former}, format);
    if (!is_new) {
        return known->second;
    }
    const std::string_view now = item(formats, format);
    const std::string_view before = item(formats, former);
    if (!has_fill_of_a_mark(now)) {
        return format;
    }
    if (unfilled(now) == unfilled(before)) {
        return known->second = former;
    }
    std::string xf =
        with_attributes(std::string(now), {{"fillId", std::to_string(fill_number(before))}});
    return known->second = add_written(formats, std::move(xf));
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
