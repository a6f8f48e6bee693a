#include "patch/marked_copy.h"

#include <algorithm>
#include <map>
#include <new>
#include <optional>
#include <utility>

#include "patch/book_parts.h"
#include "patch/edited_package.h"
#include "patch/notes.h"
#include "patch/sheet_frame.h"
#include "patch/sheet_marks.h"
#include "patch/style_sheet.h"
#include "patch/xml_text.h"
#include "xlsx/refusals.h"

namespace shinchoku::patch {
namespace {

using Failure = std::optional<base::Finding>;
using Links = std::vector<EditedPackage::Link>;

constexpr std::string_view transitional =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
constexpr std::string_view content_prefix =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.";

std::string part_of(const Links& links, std::string_view type) {
    const auto found = std::find_if(
        links.begin(), links.end(), [&](const auto& link) { return link.type == type; });
    return found == links.end() ? "" : found->part;
}

std::string part_of_id(const Links& links, std::string_view id) {
    const auto found =
        std::find_if(links.begin(), links.end(), [&](const auto& link) { return link.id == id; });
    return found == links.end() ? "" : found->part;
}

struct ListedSheet {
    std::string name;
    std::string part;  // empty where there is none
    bool is_worksheet = false;
};

// The marks of one sheet by the cells that show them; several of one cell become one.
struct SheetMarks {
    std::map<base::CellRef, base::Severity> severities;
    std::map<base::CellRef, std::string> notes;
};

class Copier {
public:
    Copier(EditedPackage& package, const std::vector<CellMark>& marks, AddedSheet first)
        : package_(package), marks_(marks), first_(std::move(first)) {}

    Failure copy() {
        using Step = Failure (Copier::*)();
        for (const Step step : {&Copier::find_workbook,
                                &Copier::list_sheets,
                                &Copier::open_styles,
                                &Copier::find_clusters,
                                &Copier::mark_sheets,
                                &Copier::add_first_sheet,
                                &Copier::list_first_sheet,
                                &Copier::write_styles}) {
            if (Failure failure = (this->*step)()) {
                return failure;
            }
        }
        return std::nullopt;
    }

private:
    Failure find_workbook() {
        const base::Result<Links> links = package_.links_of("");
        if (!links) {
            return links.error();
        }
        root_links_ = links.value();
        workbook_part_ = part_of(root_links_, "officeDocument");
        if (workbook_part_.empty()) {
            workbook_part_ = package_.name_of("xl/workbook.xml");
        }
        base::Result<std::string> workbook = package_.read_xml(workbook_part_);
        if (!workbook) {
            return std::move(workbook).error();
        }
        workbook_ = std::move(workbook).value();
        is_strict_ = workbook_.find(strict) != std::string::npos;
        base::Result<Links> leads_to = package_.links_of(workbook_part_);
        if (!leads_to) {
            return std::move(leads_to).error();
        }
        links_ = std::move(leads_to).value();
        return std::nullopt;
    }

    Failure list_sheets() {
        XmlTags tags(workbook_);
        while (const XmlTag* tag = tags.next()) {
            const auto name = find_attribute(workbook_, *tag, "name");
            if (tag->depth != 2 || local_of(tag->name) != "sheet" || !name) {
                continue;
            }
            const auto id = find_prefixed_attribute(workbook_, *tag, "id");
            const std::string relationship = id ? unescaped(id->value) : "";
            const auto link = std::find_if(links_.begin(), links_.end(), [&](const auto& one) {
                return one.id == relationship;
            });
            const bool found = link != links_.end();
            sheets_.push_back({unescaped(name->value),
                               found ? link->part : "",
                               found && link->type == "worksheet"});
        }
        return std::nullopt;
    }

    Failure open_styles() {
        styles_part_ = part_of(links_, "styles");
        if (!styles_part_.empty()) {
            const base::Result<std::string> xml = package_.read_xml(styles_part_);
            if (!xml) {
                return xml.error();
            }
            styles_.emplace(xml.value());
            return std::nullopt;
        }
        styles_part_ = folder() + "styles.xml";  // some readers look for no other name
        if (package_.has(styles_part_)) {
            styles_part_ = package_.free_name(folder() + "styles", ".xml");
        }
        styles_.emplace(in_dialect(StyleSheet("").text()));
        if (Failure failure = link_new_part(workbook_part_, "styles", styles_part_, "styles+xml")) {
            return failure;
        }
        return std::nullopt;
    }

    // Shapes of all parts of VML are numbered without a number twice.
    Failure find_clusters() {
        for (const std::string& part : package_.parts()) {
            if (part.ends_with(".vml")) {
                const base::Result<std::string> vml = package_.read(part);
                cluster_ = std::max(cluster_, vml ? highest_cluster(vml.value()) : 0);
            }
        }
        return std::nullopt;
    }

    Failure mark_sheets() {
        for (const base::Severity severity :
             {base::Severity::info, base::Severity::warning, base::Severity::error}) {
            fills_.push_back(styles_->add_fill(fill_of(severity)));
        }
        for (const ListedSheet& sheet : sheets_) {
            const bool is_marked =
                std::any_of(marks_.begin(), marks_.end(), [&](const CellMark& mark) {
                    return mark.sheet == sheet.name;
                });
            if (is_marked && sheet.is_worksheet && !sheet.part.empty()) {
                if (Failure failure = mark_sheet(sheet)) {
                    return failure;
                }
            }
        }
        return std::nullopt;
    }

    SheetMarks marks_of(const ListedSheet& sheet, const SheetFrame& frame) const {
        SheetMarks marks;
        for (const CellMark& mark : marks_) {
            if (mark.sheet == sheet.name) {
                const base::CellRef at = frame.shown(mark.at);
                const auto severity = marks.severities.emplace(at, mark.severity).first;
                severity->second = std::max(severity->second, mark.severity);
                std::string& note = marks.notes[at];
                note += (note.empty() ? "" : "\n\n") + mark.note;
            }
        }
        return marks;
    }

    Failure mark_sheet(const ListedSheet& sheet) {
        base::Result<std::string> read = package_.read_xml(sheet.part);
        if (!read) {
            return std::move(read).error();
        }
        std::string xml = std::move(read).value();
        const SheetFrame frame = read_sheet_frame(xml);
        if (!frame.is_worksheet) {
            return std::nullopt;
        }
        const SheetMarks marks = marks_of(sheet, frame);
        std::vector<Note> notes;
        notes.reserve(marks.notes.size());
        for (const auto& [at, text] : marks.notes) {
            notes.push_back({at, text, frame.note_anchor(at, text)});
        }
        base::Result<std::string> drawing = add_notes(sheet.part, frame, notes);
        if (!drawing) {
            return std::move(drawing).error();
        }
        if (!drawing.value().empty()) {
            xml = with_legacy_drawing(std::move(xml), frame, drawing.value());
        }
        std::map<base::CellRef, std::uint32_t> fills;
        for (const auto& [at, severity] : marks.severities) {
            fills[at] = fills_[static_cast<std::size_t>(severity)];
        }
        package_.put(sheet.part, with_fills(xml, frame, fills, *styles_));
        return std::nullopt;
    }

    // Gives the relationship for a <legacyDrawing> that the sheet does not have yet, else "".
    base::Result<std::string> add_notes(const std::string& part,
                                        const SheetFrame& frame,
                                        const std::vector<Note>& notes) {
        const base::Result<Links> links = package_.links_of(part);
        if (!links) {
            return links.error();
        }
        base::Result<std::vector<Note>> boxless = add_comments(part, links.value(), notes);
        if (!boxless) {
            return std::move(boxless).error();
        }
        return add_boxes(part, links.value(), frame, boxless.value());
    }

    base::Result<std::vector<Note>> add_comments(const std::string& part,
                                                 const Links& links,
                                                 const std::vector<Note>& notes) {
        std::string comments = part_of(links, "comments");
        std::string xml;
        if (!comments.empty()) {
            base::Result<std::string> read = package_.read_xml(comments);
            if (!read) {
                return std::move(read).error();
            }
            xml = std::move(read).value();
        }
        AddedNotes added = with_notes(std::move(xml), notes);
        if (comments.empty()) {
            comments = package_.free_name(folder() + "comments", ".xml");
            added.comments = in_dialect(std::move(added.comments));
            package_.put(comments, {});
            if (Failure failure = link_new_part(part, "comments", comments, "comments+xml")) {
                return *std::move(failure);
            }
        }
        package_.put(comments, std::move(added.comments));
        return std::move(added.boxless);
    }

    base::Result<std::string> add_boxes(const std::string& part,
                                        const Links& links,
                                        const SheetFrame& frame,
                                        const std::vector<Note>& notes) {
        if (notes.empty()) {
            return std::string();
        }
        if (frame.legacy_drawing) {
            const std::string drawing = part_of_id(links, *frame.legacy_drawing);
            base::Result<std::string> vml = package_.read(drawing);
            // Without its drawing a note is still read; other programs draw the box themselves.
            if (vml) {
                package_.put(drawing, with_boxes(std::move(vml).value(), notes, ++cluster_));
            }
            return std::string();
        }
        const std::string drawing = package_.free_name(folder() + "drawings/vmlDrawing", ".vml");
        package_.put(drawing, with_boxes("", notes, ++cluster_));
        if (Failure failure = package_.add_default_type(
                "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")) {
            return *std::move(failure);
        }
        return package_.add_link(part, "vmlDrawing", drawing);
    }

    Failure add_first_sheet() {
        first_.name = free_sheet_name(first_.name);
        first_part_ = package_.free_name(folder() + "worksheets/sheet", ".xml");
        package_.put(first_part_, in_dialect(added_sheet_part(first_, *styles_)));
        base::Result<std::string> relationship =
            package_.add_link(workbook_part_, "worksheet", first_part_);
        if (!relationship) {
            return std::move(relationship).error();
        }
        first_relationship_ = std::move(relationship).value();
        return package_.add_content_type(first_part_,
                                         std::string(content_prefix) + "worksheet+xml");
    }

    Failure list_first_sheet() {
        std::string quoted = "'";
        for (const char c : first_.name) {
            quoted += c;
            quoted += c == '\'' ? "'" : "";
        }
        quoted += "'!";
        const std::string row = "$" + std::to_string(first_.heading_row + 1);
        std::vector<LocalName> names{{"_xlnm.Print_Titles", quoted + row + ":" + row, false}};
        for (const std::string& name : first_.names) {
            names.push_back({name, quoted + "$A$1", true});
        }
        package_.put(workbook_part_,
                     with_first_sheet(workbook_, first_.name, first_relationship_, names));
        const std::string properties = part_of(root_links_, "extended-properties");
        base::Result<std::string> xml = package_.read_xml(properties);
        if (xml) {
            const auto worksheets =
                std::count_if(sheets_.begin(), sheets_.end(), [](const ListedSheet& sheet) {
                    return sheet.is_worksheet;
                });
            std::string changed =
                with_first_title(xml.value(), first_.name, static_cast<std::size_t>(worksheets));
            if (changed != xml.value()) {
                package_.put(properties, std::move(changed));
            }
        }
        return std::nullopt;
    }

    Failure write_styles() {
        package_.put(styles_part_, styles_->text());
        return std::nullopt;
    }

    Failure link_new_part(const std::string& from,
                          std::string_view type,
                          const std::string& part,
                          std::string_view content) {
        const base::Result<std::string> link = package_.add_link(from, type, part);
        if (!link) {
            return link.error();
        }
        return package_.add_content_type(part, std::string(content_prefix) + std::string(content));
    }

    std::string folder() const { return workbook_part_.substr(0, workbook_part_.rfind('/') + 1); }

    // A new part in the words of a strict package, where this is one.
    std::string in_dialect(std::string xml) const {
        const std::size_t at = is_strict_ ? xml.find(transitional) : std::string::npos;
        return at == std::string::npos ? xml : xml.replace(at, transitional.size(), strict);
    }

    // Excel compares the names of sheets without case; ours has none.
    std::string free_sheet_name(const std::string& wanted) const {
        std::string name = wanted;
        for (int number = 2; std::any_of(sheets_.begin(),
                                         sheets_.end(),
                                         [&](const auto& sheet) { return sheet.name == name; });
             ++number) {
            name = wanted + " (" + std::to_string(number) + ")";
        }
        return name;
    }

    EditedPackage& package_;
    const std::vector<CellMark>& marks_;
    AddedSheet first_;
    Links root_links_;
    Links links_;
    std::string workbook_part_;
    std::string workbook_;
    bool is_strict_ = false;
    std::vector<ListedSheet> sheets_;
    std::string styles_part_;
    std::optional<StyleSheet> styles_;
    std::vector<std::uint32_t> fills_;  // by severity
    std::uint32_t cluster_ = 0;
    std::string first_part_;
    std::string first_relationship_;
};

}  // namespace

base::Result<std::string> marked_copy(std::string_view file,
                                      const std::vector<CellMark>& marks,
                                      AddedSheet first,
                                      const xlsx::Limits& limits) {
    try {
        base::Result<EditedPackage> package = EditedPackage::open(file, limits);
        if (!package) {
            return std::move(package).error();
        }
        Copier copier(package.value(), marks, std::move(first));
        if (Failure failure = copier.copy()) {
            return *std::move(failure);
        }
        return package.value().bytes();
    } catch (const std::bad_alloc&) {
        return xlsx::refuse_memory();
    }
}

}  // namespace shinchoku::patch
