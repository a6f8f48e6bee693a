#include "patch/sheet_notes.h"

#include <algorithm>
#include <utility>

#include "base/own_note.h"
#include "patch/sheet_marks.h"
#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

std::string part_of_id(const std::vector<EditedPackage::Link>& links, std::string_view id) {
    const auto found =
        std::find_if(links.begin(), links.end(), [&](const auto& link) { return link.id == id; });
    return found == links.end() ? "" : found->part;
}

}  // namespace

std::string part_of(const std::vector<EditedPackage::Link>& links, std::string_view type) {
    const auto found = std::find_if(
        links.begin(), links.end(), [&](const auto& link) { return link.type == type; });
    return found == links.end() ? "" : found->part;
}

// Shapes of all parts of VML are numbered without a number twice.
SheetNotes::SheetNotes(EditedPackage& package, std::string folder, bool is_strict)
    : package_(package), folder_(std::move(folder)), is_strict_(is_strict) {
    for (const std::string& part : package_.parts()) {
        if (part.ends_with(".vml")) {
            const base::Result<std::string> vml = package_.read(part);
            cluster_ = std::max(cluster_, vml ? highest_cluster(vml.value()) : 0);
        }
    }
}

bool SheetNotes::has_own(const std::string& sheet_part) {
    const base::Result<Links> links = package_.links_of(sheet_part);
    const std::string comments = links ? part_of(links.value(), "comments") : "";
    const base::Result<std::string> xml =
        comments.empty() ? std::string() : package_.read_xml(comments);
    return xml && xml.value().find(base::own_note_begin) != std::string::npos;
}

base::Result<NotedSheet> SheetNotes::edit(const std::string& sheet_part,
                                          const std::string& xml,
                                          const SheetFrame& frame,
                                          const std::vector<Note>& notes) {
    const base::Result<Links> links = package_.links_of(sheet_part);
    if (!links) {
        return links.error();
    }
    const std::string comments = part_of(links.value(), "comments");
    if (comments.empty() && notes.empty()) {
        return NotedSheet{xml, {}};
    }
    const base::Result<EditedNotes> edit = edit_comments(sheet_part, comments, notes);
    if (!edit) {
        return edit.error();
    }
    const EditedNotes& edited = edit.value();
    if (!edited.emptied.empty()) {
        const base::Result<bool> has_drawing =
            remove_boxes(sheet_part, links.value(), frame, edited);
        if (!has_drawing) {
            return has_drawing.error();
        }
        if (edited.count == 0) {
            if (Failure failure = remove_part(sheet_part, links.value(), comments)) {
                return *std::move(failure);
            }
        }
        if (!has_drawing.value()) {
            return NotedSheet{without_elements(xml,
                                               1,
                                               [](const XmlTag& tag) {
                                                   return local_of(tag.name) == "legacyDrawing";
                                               }),
                              {}};
        }
    }
    const base::Result<std::string> drawing =
        add_boxes(sheet_part, links.value(), frame, edited.boxless);
    if (!drawing) {
        return drawing.error();
    }
    return NotedSheet{
        drawing.value().empty() ? xml : with_legacy_drawing(xml, frame, drawing.value()),
        edited.left_out};
}

base::Result<EditedNotes> SheetNotes::edit_comments(const std::string& sheet_part,
                                                    std::string comments,
                                                    const std::vector<Note>& notes) {
    std::string xml;
    if (!comments.empty()) {
        base::Result<std::string> read = package_.read_xml(comments);
        if (!read) {
            return std::move(read).error();
        }
        xml = std::move(read).value();
    }
    EditedNotes edited = with_notes(xml, notes);
    if (comments.empty()) {
        comments = package_.free_name(folder_ + "comments", ".xml");
        edited.comments = in_dialect(std::move(edited.comments), is_strict_);
        package_.put(comments, {});
        const base::Result<std::string> link =
            package_.add_linked_part(sheet_part, "comments", comments, "comments+xml");
        if (!link) {
            return link.error();
        }
    }
    if (edited.comments != xml) {
        package_.put(comments, edited.comments);
    }
    return edited;
}

// Takes a part away that nothing but the sheet leads to.
SheetNotes::Failure SheetNotes::remove_part(const std::string& sheet_part,
                                            const Links& links,
                                            const std::string& part) {
    for (const EditedPackage::Link& link : links) {
        if (link.part == part) {
            if (Failure failure = package_.remove_link(sheet_part, link.id)) {
                return failure;
            }
        }
    }
    return package_.remove(part);
}

// Whether there is a drawing of old kind left. One without any shape goes where no note is left
// to get one.
base::Result<bool> SheetNotes::remove_boxes(const std::string& sheet_part,
                                            const Links& links,
                                            const SheetFrame& frame,
                                            const EditedNotes& edited) {
    const std::string drawing =
        frame.legacy_drawing ? part_of_id(links, *frame.legacy_drawing) : "";
    const base::Result<std::string> vml = package_.read(drawing);
    if (!vml) {
        return true;
    }
    std::string left = without_boxes(vml.value(), edited.emptied);
    if (edited.count > 0 || has_shapes(left)) {
        package_.put(drawing, std::move(left));
        return true;
    }
    if (Failure failure = remove_part(sheet_part, links, drawing)) {
        return *std::move(failure);
    }
    return false;
}

base::Result<std::string> SheetNotes::add_boxes(const std::string& part,
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
    const std::string drawing = package_.free_name(folder_ + "drawings/vmlDrawing", ".vml");
    package_.put(drawing, with_boxes("", notes, ++cluster_));
    if (Failure failure = package_.add_default_type(
            "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")) {
        return *std::move(failure);
    }
    return package_.add_link(part, "vmlDrawing", drawing);
}

}  // namespace shinchoku::patch
