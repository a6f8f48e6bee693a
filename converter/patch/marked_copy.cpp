#include "patch/marked_copy.h"

#include <algorithm>
#include <map>
#include <new>
#include <optional>
#include <utility>

#include "base/own_note.h"
#include "patch/book_parts.h"
#include "patch/earlier_return.h"
#include "patch/edited_package.h"
#include "patch/notes.h"
#include "patch/sheet_frame.h"
#include "patch/sheet_marks.h"
#include "patch/sheet_notes.h"
#include "patch/style_sheet.h"
#include "patch/xml_text.h"
#include "xlsx/refusals.h"

namespace shinchoku::patch {
namespace {

using Failure = std::optional<base::Finding>;
using Links = std::vector<EditedPackage::Link>;

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

// A marked cell, as a name refers to it, and its format before.
struct KeptFormat {
    std::string cell;
    std::uint32_t format = 0;
};

// "$B$12"
std::string absolute(base::CellRef at) {
    return "$" + base::column_name(at.column) + "$" + std::to_string(at.row + 1);
}

class Copier {
public:
    Copier(EditedPackage& package, const std::vector<CellMark>& marks, AddedSheet first)
        : package_(package), marks_(marks), first_(std::move(first)) {}

    Failure copy() {
        using Step = Failure (Copier::*)();
        for (const Step step : {&Copier::find_workbook,
                                &Copier::forget_earlier_return,
                                &Copier::list_sheets,
                                &Copier::open_styles,
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
        notes_.emplace(package_, folder(), is_strict(workbook_));
        return std::nullopt;
    }

    Failure forget_earlier_return() {
        base::Result<EarlierReturn> earlier =
            take_back_lists(package_, workbook_part_, std::move(workbook_), properties_part());
        if (!earlier) {
            return std::move(earlier).error();
        }
        workbook_ = std::move(earlier.value().workbook);
        former_formats_ = std::move(earlier.value().formats);
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
        styles_.emplace(in_dialect(StyleSheet("").text(), is_strict(workbook_)));
        const base::Result<std::string> relationship =
            package_.add_linked_part(workbook_part_, "styles", styles_part_, "styles+xml");
        return relationship ? std::nullopt : Failure(relationship.error());
    }

    Failure mark_sheets() {
        for (const base::Severity severity :
             {base::Severity::info, base::Severity::warning, base::Severity::error}) {
            fills_.push_back(styles_->add_fill(fill_of(severity)));
        }
        for (const ListedSheet& sheet : sheets_) {
            if (sheet.is_worksheet && !sheet.part.empty()) {
                if (Failure failure = edit_sheet(sheet)) {
                    return failure;
                }
            }
        }
        return std::nullopt;
    }

    // Sheets without marks of now or of before are not even read.
    Failure edit_sheet(const ListedSheet& sheet) {
        const bool is_marked = std::any_of(marks_.begin(), marks_.end(), [&](const auto& mark) {
            return mark.sheet == sheet.name;
        });
        const bool was_marked = former_formats_.contains(sheet.name);
        return is_marked || was_marked || notes_->has_own(sheet.part) ? mark_sheet(sheet)
                                                                      : std::nullopt;
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
            notes.push_back({at, text, frame.note_anchor(at, base::own_note(text))});
        }
        const base::Result<NotedSheet> noted = notes_->edit(sheet.part, xml, frame, notes);
        if (!noted) {
            return noted.error();
        }
        for (const base::CellRef at : noted.value().left_out) {
            unnoted_ += (unnoted_.empty() ? "" : ", ") + sheet_prefix(sheet.name) + base::to_a1(at);
        }
        std::map<base::CellRef, CellChange> changes;
        if (const auto former = former_formats_.find(sheet.name); former != former_formats_.end()) {
            for (const auto& [at, format] : former->second) {
                changes[at].former = format;
            }
        }
        for (const auto& [at, severity] : marks.severities) {
            changes[at].fill = fills_[static_cast<std::size_t>(severity)];
        }
        FilledSheet filled = with_fills(noted.value().xml, frame, changes, *styles_);
        for (const auto& [at, format] : filled.formats) {
            kept_.push_back({sheet_prefix(sheet.name) + absolute(at), format});
        }
        if (filled.xml != xml) {
            package_.put(sheet.part, std::move(filled.xml));
        }
        return std::nullopt;
    }

    Failure add_first_sheet() {
        first_.name = free_sheet_name(first_.name);
        first_part_ = package_.free_name(folder() + "worksheets/sheet", ".xml");
        if (!unnoted_.empty()) {
            first_.rows.insert(
                first_.rows.begin() + static_cast<std::ptrdiff_t>(first_.heading_row),
                {{first_.without_note + unnoted_, AddedCell::Look::plain, ""}});
            ++first_.heading_row;
        }
        std::vector<std::uint32_t> formats;
        for (const KeptFormat& kept : kept_) {
            formats.push_back(kept.format);
        }
        package_.put(first_part_,
                     in_dialect(added_sheet_part(first_, *styles_, formats), is_strict(workbook_)));
        base::Result<std::string> relationship =
            package_.add_linked_part(workbook_part_, "worksheet", first_part_, "worksheet+xml");
        if (!relationship) {
            return std::move(relationship).error();
        }
        first_relationship_ = std::move(relationship).value();
        return std::nullopt;
    }

    Failure list_first_sheet() {
        const std::string own = sheet_prefix(first_.name);
        const std::string row = "$" + std::to_string(first_.heading_row + 1);
        std::vector<LocalName> names{{"_xlnm.Print_Titles", own + row + ":" + row, false}};
        for (const std::string& name : first_.names) {
            names.push_back({name, own + "$A$1", true});
        }
        const auto place =
            place_of_formats(first_, kept_.size()).value_or(base::CellRange{{0, 0}, {0, 0}});
        const std::string list_name(returned_name);
        names.push_back(
            {list_name, own + absolute(place.first) + ":" + absolute(place.last), true});
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            names.push_back({list_name + "." + std::to_string(i + 1), kept_[i].cell, true});
        }
        package_.put(workbook_part_,
                     with_first_sheet(workbook_, first_.name, first_relationship_, names));
        const std::string properties = properties_part();
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

    std::string properties_part() const { return part_of(root_links_, "extended-properties"); }

    std::string folder() const { return workbook_part_.substr(0, workbook_part_.rfind('/') + 1); }

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
    std::optional<SheetNotes> notes_;
    std::vector<ListedSheet> sheets_;
    std::string styles_part_;
    std::optional<StyleSheet> styles_;
    std::vector<std::uint32_t> fills_;                                              // by severity
    std::map<std::string, std::map<base::CellRef, std::uint32_t>> former_formats_;  // by sheet
    std::vector<KeptFormat> kept_;
    std::string unnoted_;  // cells that have no note of ours, for the list
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
