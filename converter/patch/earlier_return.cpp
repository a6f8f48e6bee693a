#include "patch/earlier_return.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "patch/book_parts.h"
#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

using Failure = std::optional<base::Finding>;
using Links = std::vector<EditedPackage::Link>;

constexpr std::string_view record_prefix = "shinchoku.returned.";

// What a sheet leads to and no other one does.
constexpr std::string_view own_parts[] = {
    "printerSettings", "comments", "threadedComment", "vmlDrawing", "drawing", "table"};

struct Place {
    std::string sheet;
    base::CellRange cells;
};

// "'1-1-1'!$B$12"; nothing where the reference is broken.
std::optional<Place> place_of(std::string_view reference) {
    const std::size_t mark = reference.rfind('!');
    const auto cells = mark == std::string_view::npos
                           ? std::nullopt
                           : base::parse_a1_range(reference.substr(mark + 1));
    if (!cells) {
        return std::nullopt;
    }
    std::string_view name = reference.substr(0, mark);
    if (name.size() < 2 || !name.starts_with('\'') || !name.ends_with('\'')) {
        return Place{std::string(name), *cells};
    }
    name = name.substr(1, name.size() - 2);
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        plain += name[i];
        i += name.substr(i, 2) == "''" ? 1U : 0U;
    }
    return Place{std::move(plain), *cells};
}

struct BookName {
    std::string name;
    std::optional<std::uint32_t> sheet;  // that it is local to
    std::string reference;
};

struct BookSheet {
    std::string name;
    std::string relationship;
};

// The formats of a range of cells by their numbers, row by row from 1.
std::map<std::size_t, std::uint32_t> formats_in(std::string_view xml,
                                                const base::CellRange& range) {
    const std::size_t width = range.last.column - range.first.column + 1;
    std::map<std::size_t, std::uint32_t> found;
    XmlTags tags(xml);
    while (const XmlTag* tag = tags.next()) {
        if (tag->depth != 3 || tag->kind == XmlTag::Kind::end || local_of(tag->name) != "c") {
            continue;
        }
        const auto reference = find_attribute(xml, *tag, "r");
        const auto at = reference ? base::parse_a1(reference->value) : std::nullopt;
        if (at && range.contains(*at)) {
            found[(at->row - range.first.row) * width + at->column - range.first.column + 1] =
                number_of(xml, *tag, "s").value_or(0);
        }
    }
    return found;
}

bool has_formula(std::string_view xml) {
    XmlTags tags(xml);
    while (const XmlTag* tag = tags.next()) {
        if (tag->depth == 4 && local_of(tag->name) == "f") {
            return true;
        }
    }
    return false;
}

class Taker {
public:
    Taker(EditedPackage& package,
          const std::string& workbook_part,
          std::string workbook,
          const std::string& properties)
        : package_(package), part_(workbook_part), properties_(properties) {
        earlier_.workbook = std::move(workbook);
    }

    base::Result<EarlierReturn> take() {
        read_workbook();
        for (const BookName& name : names_) {
            if (name.name != returned_name) {
                continue;
            }
            if (const std::optional<std::uint32_t> list = list_of(name)) {
                if (Failure failure = read_list(*list, name)) {
                    return *std::move(failure);
                }
                lists_.insert(*list);
            }
        }
        for (const std::uint32_t list : lists_) {
            if (Failure failure = remove_list(sheets_[list])) {
                return *std::move(failure);
            }
        }
        if (!lists_.empty()) {
            earlier_.workbook = without_sheets(earlier_.workbook, lists_);
        }
        return std::move(earlier_);
    }

private:
    void read_workbook() {
        const std::string& xml = earlier_.workbook;
        XmlTags tags(xml);
        while (const XmlTag* tag = tags.next()) {
            const auto name = find_attribute(xml, *tag, "name");
            if (tag->depth != 2 || tag->kind == XmlTag::Kind::end || !name) {
                continue;
            }
            if (local_of(tag->name) == "sheet") {
                const auto id = find_prefixed_attribute(xml, *tag, "id");
                sheets_.push_back({unescaped(name->value), id ? unescaped(id->value) : ""});
            } else if (local_of(tag->name) == "definedName") {
                names_.push_back({unescaped(name->value),
                                  number_of(xml, *tag, "localSheetId"),
                                  unescaped(std::string_view(xml).substr(
                                      tag->end, xml.find('<', tag->end) - tag->end))});
            }
        }
    }

    // Some programs make local names global, or leave their number when sheets move: the reference
    // still names the sheet. Others leave the reference when a sheet gets another name. A sheet
    // that was marked is no list, whatever is said of it: it would be lost.
    std::optional<std::uint32_t> list_of(const BookName& name) const {
        std::optional<std::uint32_t> list = name.sheet;
        if (const auto place = place_of(name.reference)) {
            const auto found = std::find_if(sheets_.begin(), sheets_.end(), [&](const auto& sheet) {
                return sheet.name == place->sheet;
            });
            list = found == sheets_.end()
                       ? list
                       : std::optional(static_cast<std::uint32_t>(found - sheets_.begin()));
        }
        return list && *list < sheets_.size() && !is_marked(sheets_[*list].name) ? list
                                                                                 : std::nullopt;
    }

    bool is_marked(const std::string& sheet) const {
        return std::any_of(names_.begin(), names_.end(), [&](const BookName& name) {
            const auto place =
                name.name.starts_with(record_prefix) ? place_of(name.reference) : std::nullopt;
            return place && place->sheet == sheet;
        });
    }

    base::Result<Links> links() {
        if (!links_) {
            base::Result<Links> read = package_.links_of(part_);
            if (!read) {
                return std::move(read).error();
            }
            links_ = std::move(read).value();
        }
        return *links_;
    }

    base::Result<std::string> sheet_part(const std::string& relationship) {
        const base::Result<Links> all = links();
        if (!all) {
            return all.error();
        }
        const auto found = std::find_if(all.value().begin(),
                                        all.value().end(),
                                        [&](const auto& link) { return link.id == relationship; });
        return found == all.value().end() ? std::string() : found->part;
    }

    Failure read_list(std::uint32_t list, const BookName& range) {
        const base::Result<std::string> part = sheet_part(sheets_[list].relationship);
        if (!part) {
            return part.error();
        }
        if (part.value().empty()) {
            return std::nullopt;
        }
        const base::Result<std::string> xml = package_.read_xml(part.value());
        if (!xml) {
            return xml.error();
        }
        has_formula_ = has_formula_ || has_formula(xml.value());
        const auto kept = place_of(range.reference);
        if (!kept) {
            return std::nullopt;
        }
        const std::map<std::size_t, std::uint32_t> formats = formats_in(xml.value(), kept->cells);
        for (const BookName& name : names_) {
            const auto marked = name.name.starts_with(record_prefix) && name.sheet == range.sheet
                                    ? place_of(name.reference)
                                    : std::nullopt;
            if (marked) {
                const std::size_t number =
                    whole_number(std::string_view(name.name).substr(record_prefix.size()));
                // A cell without format need not be written.
                const auto format = formats.find(number);
                earlier_.formats[marked->sheet].emplace(
                    marked->cells.first, format == formats.end() ? 0 : format->second);
            }
        }
        return std::nullopt;
    }

    static std::size_t whole_number(std::string_view text) {
        std::size_t number = 0;
        for (const char c : text) {
            number = c >= '0' && c <= '9' && number < base::max_rows
                         ? number * 10 + static_cast<std::size_t>(c - '0')
                         : 0;
        }
        return number;
    }

    Failure remove_list(const BookSheet& sheet) {
        const base::Result<std::string> part = sheet_part(sheet.relationship);
        if (!part) {
            return part.error();
        }
        if (Failure failure = remove_sheet_part(part.value())) {
            return failure;
        }
        if (Failure failure = package_.remove_link(part_, sheet.relationship)) {
            return failure;
        }
        if (base::Result<std::string> titles = package_.read_xml(properties_)) {
            package_.put(properties_, without_title(titles.value(), sheet.name));
        }
        return has_formula_ ? remove_order_of_calculation() : std::nullopt;
    }

    Failure remove_sheet_part(const std::string& part) {
        if (part.empty()) {
            return std::nullopt;
        }
        const base::Result<Links> leads_to = package_.links_of(part);
        if (!leads_to) {
            return leads_to.error();
        }
        for (const EditedPackage::Link& link : leads_to.value()) {
            const bool is_own = std::find(std::begin(own_parts), std::end(own_parts), link.type) !=
                                std::end(own_parts);
            if (is_own && !link.part.empty()) {
                if (Failure failure = package_.remove(link.part)) {
                    return failure;
                }
            }
        }
        return package_.remove(part);
    }

    // Excel makes it again; with a cell in it that is gone it takes the workbook for damaged.
    Failure remove_order_of_calculation() {
        has_formula_ = false;
        const base::Result<Links> all = links();
        if (!all) {
            return all.error();
        }
        for (const EditedPackage::Link& link : all.value()) {
            if (link.type == "calcChain" && !link.part.empty()) {
                if (Failure failure = package_.remove(link.part)) {
                    return failure;
                }
                return package_.remove_link(part_, link.id);
            }
        }
        return std::nullopt;
    }

    EditedPackage& package_;
    const std::string& part_;
    const std::string& properties_;
    EarlierReturn earlier_;
    std::vector<BookSheet> sheets_;
    std::vector<BookName> names_;
    std::optional<Links> links_;
    std::set<std::uint32_t> lists_;
    bool has_formula_ = false;
};

}  // namespace

std::string sheet_prefix(std::string_view sheet) {
    std::string quoted = "'";
    for (const char c : sheet) {
        quoted += c;
        quoted += c == '\'' ? "'" : "";
    }
    return quoted + "'!";
}

base::Result<EarlierReturn> take_back_lists(EditedPackage& package,
                                            const std::string& workbook_part,
                                            std::string workbook,
                                            const std::string& properties) {
    return Taker(package, workbook_part, std::move(workbook), properties).take();
}

}  // namespace shinchoku::patch
