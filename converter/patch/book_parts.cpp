#include "patch/book_parts.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

constexpr std::string_view before_names[] = {"sheets", "functionGroups", "externalReferences"};

std::string name_elements(const std::vector<LocalName>& names, std::string_view prefix) {
    std::string xml;
    for (const LocalName& name : names) {
        xml += "<definedName name=\"" + escaped(name.name) + "\" localSheetId=\"0\"" +
               (name.hidden ? " hidden=\"1\">" : ">") + escaped(name.refers_to) + "</definedName>";
    }
    return with_prefix(xml, prefix);
}

class WorkbookPart {
public:
    WorkbookPart(std::string_view xml,
                 std::string_view sheet_name,
                 std::string_view relationship,
                 const std::vector<LocalName>& names)
        : xml_(xml), sheet_name_(sheet_name), relationship_(relationship), names_(names) {}

    std::string edit() {
        XmlTags tags(xml_);
        while (const XmlTag* tag = tags.next()) {
            meet(*tag);
        }
        insert_sheet();
        if (!has_views_) {
            edits_.insert(
                sheets_.begin,
                with_prefix("<bookViews><workbookView activeTab=\"1\"/></bookViews>", prefix_));
        }
        if (!has_names_) {
            edits_.insert(names_place_,
                          with_prefix("<definedNames>", prefix_) + name_elements(names_, prefix_) +
                              with_prefix("</definedNames>", prefix_));
        }
        return edits_.apply(xml_);
    }

private:
    void meet(const XmlTag& tag) {
        const std::string_view name = local_of(tag.name);
        const bool begins = tag.kind != XmlTag::Kind::end;
        if (tag.depth == 0) {
            prefix_ = prefix_of(tag.name);
            if (begins) {
                id_attribute_ = relationship_attribute(xml_, tag);
            }
        } else if (tag.depth == 1) {
            meet_list(tag, name, begins);
        } else if (tag.depth == 2 && begins && name == "workbookView") {
            has_views_ = true;
            const std::uint32_t active = number_of(xml_, tag, "activeTab").value_or(0);
            edits_.set_attribute(xml_, tag, "activeTab", std::to_string(active + 1));
            if (find_attribute(xml_, tag, "firstSheet")) {
                edits_.set_attribute(xml_, tag, "firstSheet", "0");
            }
        } else if (tag.depth == 2 && begins && name == "sheet") {
            highest_id_ = std::max(highest_id_, number_of(xml_, tag, "sheetId").value_or(0));
        } else if (tag.depth == 2 && begins && name == "definedName") {
            if (const auto local = number_of(xml_, tag, "localSheetId")) {
                edits_.set_attribute(xml_, tag, "localSheetId", std::to_string(*local + 1));
            }
        }
    }

    void meet_list(const XmlTag& tag, std::string_view name, bool begins) {
        if (std::find(std::begin(before_names), std::end(before_names), name) !=
            std::end(before_names)) {
            names_place_ = tag.end;
        }
        if (name == "sheets" && begins) {
            sheets_ = tag;
        } else if (name == "definedNames" && begins) {
            has_names_ = true;
            const std::string elements = name_elements(names_, prefix_);
            if (tag.kind == XmlTag::Kind::empty) {
                edits_.replace(tag.end - 2, 2, ">" + elements + "</" + std::string(tag.name) + ">");
            } else {
                edits_.insert(tag.end, elements);
            }
        }
    }

    void insert_sheet() {
        edits_.insert(sheets_.end,
                      with_prefix("<sheet name=\"" + escaped(sheet_name_) + "\" sheetId=\"" +
                                      std::to_string(highest_id_ + 1) + "\" " + id_attribute_ +
                                      "=\"" + escaped(relationship_) + "\"/>",
                                  prefix_));
    }

    std::string_view xml_;
    std::string_view sheet_name_;
    std::string_view relationship_;
    const std::vector<LocalName>& names_;
    TextEdits edits_;
    std::string prefix_;
    XmlTag sheets_;
    std::size_t names_place_ = 0;
    bool has_views_ = false;
    bool has_names_ = false;
    std::uint32_t highest_id_ = 0;
    std::string id_attribute_;
};

// The text from behind a tag to the next one.
std::string_view text_behind(std::string_view xml, const XmlTag& tag) {
    return xml.substr(tag.end, xml.find('<', tag.end) - tag.end);
}

std::string one_less(std::string_view count) {
    std::uint32_t number = 0;
    const auto read = std::from_chars(count.data(), count.data() + count.size(), number);
    return read.ec == std::errc() && number > 0 ? std::to_string(number - 1) : std::string(count);
}

}  // namespace

std::string with_first_sheet(std::string_view workbook,
                             std::string_view sheet_name,
                             std::string_view relationship,
                             const std::vector<LocalName>& names) {
    return WorkbookPart(workbook, sheet_name, relationship, names).edit();
}

std::string without_sheets(std::string_view workbook, const std::set<std::uint32_t>& numbers) {
    std::uint32_t number = 0;
    const std::string left = without_elements(workbook, 2, [&](const XmlTag& tag) {
        const std::string_view name = local_of(tag.name);
        const auto local = number_of(workbook, tag, "localSheetId");
        return (name == "sheet" && numbers.contains(number++)) ||
               (name == "definedName" && local && numbers.contains(*local));
    });
    const auto moved = [&](std::uint32_t sheet) {
        return std::to_string(sheet - static_cast<std::uint32_t>(std::distance(
                                          numbers.begin(), numbers.lower_bound(sheet))));
    };
    TextEdits edits;
    XmlTags tags(left);
    while (const XmlTag* tag = tags.next()) {
        if (tag->depth != 2 || tag->kind == XmlTag::Kind::end) {
            continue;
        }
        for (const std::string_view name : {"localSheetId", "activeTab", "firstSheet"}) {
            if (const auto sheet = number_of(left, *tag, name)) {
                edits.set_attribute(left, *tag, name, moved(*sheet));
            }
        }
    }
    return edits.apply(left);
}

std::string without_title(std::string_view properties, std::string_view sheet_name) {
    bool in_titles = false;
    bool is_gone = false;
    const std::string left = without_elements(properties, 3, [&](const XmlTag& tag) {
        const bool is_it = !is_gone && local_of(tag.name) == "lpstr" &&
                           unescaped(text_behind(properties, tag)) == sheet_name;
        is_gone = is_gone || is_it;
        return is_it;
    });
    TextEdits edits;
    bool is_counted = false;
    XmlTags tags(left);
    while (const XmlTag* tag = tags.next()) {
        const std::string_view name = local_of(tag->name);
        in_titles = tag->depth == 1 ? name == "TitlesOfParts" : in_titles;
        if (!is_gone || tag->kind != XmlTag::Kind::start) {
            continue;
        }
        if (name == "i4" && !is_counted) {
            const std::string_view count = text_behind(left, *tag);
            is_counted = true;
            edits.replace(tag->end, count.size(), one_less(count));
        } else if (const auto size = number_of(left, *tag, "size"); in_titles && size) {
            edits.set_attribute(left, *tag, "size", one_less(std::to_string(*size)));
        }
    }
    return edits.apply(left);
}

std::string with_first_title(std::string_view properties,
                             std::string_view sheet_name,
                             std::size_t sheets_before) {
    TextEdits edits;
    std::optional<XmlTag> count;  // of the first kind of heading: worksheets
    std::optional<XmlTag> titles;
    bool in_titles = false;
    XmlTags tags(properties);
    while (const XmlTag* tag = tags.next()) {
        const std::string_view name = local_of(tag->name);
        in_titles = tag->depth == 1 ? name == "TitlesOfParts" : in_titles;
        if (tag->kind != XmlTag::Kind::start) {
            continue;
        }
        if (name == "i4" && !count) {
            count = *tag;
        } else if (in_titles && name == "vector" && !titles) {
            titles = *tag;
        }
    }
    const auto size = titles ? number_of(properties, *titles, "size") : std::nullopt;
    if (!count || !size || text_behind(properties, *count) != std::to_string(sheets_before)) {
        return std::string(properties);
    }
    edits.replace(
        count->end, text_behind(properties, *count).size(), std::to_string(sheets_before + 1));
    edits.set_attribute(properties, *titles, "size", std::to_string(*size + 1));
    edits.insert(titles->end,
                 with_prefix("<lpstr>", prefix_of(titles->name)) + escaped(sheet_name) +
                     with_prefix("</lpstr>", prefix_of(titles->name)));
    return edits.apply(properties);
}

}  // namespace shinchoku::patch
