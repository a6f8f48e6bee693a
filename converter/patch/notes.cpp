#include "patch/notes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

constexpr std::string_view empty_comments =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments "
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors>"
    "<commentList></commentList></comments>";

constexpr std::string_view empty_vml =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
    "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"%\"/></o:shapelayout></xml>";

constexpr std::string_view note_shape_type =
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
    "path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
    "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

constexpr std::uint32_t shapes_a_cluster = 1024;

std::string run_of(std::string_view text) {
    return "<r><rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"MS P Gothic\"/>"
           "<family val=\"3\"/><charset val=\"128\"/></rPr><t xml:space=\"preserve\">" +
           escaped(text) + "</t></r>";
}

// The numbers behind each `before`, of which the highest counts.
std::uint32_t highest_number(std::string_view text, std::string_view before) {
    std::uint32_t highest = 0;
    for (std::size_t at = text.find(before); at != std::string_view::npos;
         at = text.find(before, at + 1)) {
        std::uint32_t number = 0;
        const char* const digits = text.data() + at + before.size();
        std::from_chars(digits, text.data() + text.size(), number);
        highest = std::max(highest, number);
    }
    return highest;
}

class CommentsPart {
public:
    CommentsPart(std::string xml, const std::vector<Note>& notes)
        : xml_(std::move(xml)), notes_(notes), met_(notes.size()) {}

    AddedNotes add() {
        XmlTags tags(xml_);
        while (const XmlTag* tag = tags.next()) {
            const std::string_view name = local_of(tag->name);
            if (tag->depth == 0 && tag->kind == XmlTag::Kind::start) {
                prefix_ = prefix_of(tag->name);
            } else if (tag->depth == 1 && name == "authors") {
                meet_authors(*tag);
            } else if (tag->depth == 2 && name == "author") {
                meet_author(*tag);
            } else if (tag->depth == 1 && name == "commentList") {
                meet_list(*tag);
            } else if (tag->depth == 2 && name == "comment") {
                meet_comment(*tag);
            } else if (tag->depth >= 3 && note_) {
                meet_text(*tag, name);
            }
        }
        AddedNotes added{edits_.apply(xml_), {}};
        for (std::size_t i = 0; i < notes_.size(); ++i) {
            if (!met_[i]) {
                added.boxless.push_back(notes_[i]);
            }
        }
        return added;
    }

private:
    void meet_authors(const XmlTag& tag) {
        const std::string author = with_prefix("<author>", prefix_) + std::string(note_author) +
                                   with_prefix("</author>", prefix_);
        if (tag.kind == XmlTag::Kind::empty) {
            edits_.replace(tag.end - 2, 2, ">" + author + "</" + std::string(tag.name) + ">");
        } else if (tag.kind == XmlTag::Kind::end && !own_author_) {
            edits_.insert(tag.begin, author);
        }
        own_index_ = own_author_.value_or(authors_);
    }

    void meet_author(const XmlTag& tag) {
        if (tag.kind == XmlTag::Kind::start) {
            const std::string_view text = std::string_view(xml_).substr(tag.end);
            if (text.substr(0, text.find('<')) == note_author) {
                own_author_ = authors_;
            }
        }
        authors_ += tag.kind == XmlTag::Kind::end ? 0 : 1;
    }

    // All others are met by now.
    void meet_list(const XmlTag& tag) {
        if (tag.kind == XmlTag::Kind::start) {
            return;
        }
        std::string comments;
        for (std::size_t i = 0; i < notes_.size(); ++i) {
            if (!met_[i]) {
                comments +=
                    with_prefix("<comment ref=\"" + base::to_a1(notes_[i].at) + "\" authorId=\"" +
                                    std::to_string(own_index_) + "\"><text>" +
                                    run_of(notes_[i].text) + "</text></comment>",
                                prefix_);
            }
        }
        if (tag.kind == XmlTag::Kind::empty) {
            edits_.replace(tag.end - 2, 2, ">" + comments + "</" + std::string(tag.name) + ">");
        } else {
            edits_.insert(tag.begin, comments);
        }
    }

    void meet_comment(const XmlTag& tag) {
        note_.reset();
        const auto reference = find_attribute(xml_, tag, "ref");
        const auto at = reference ? base::parse_a1(reference->value) : std::nullopt;
        if (tag.kind != XmlTag::Kind::start || !at) {
            return;
        }
        const auto found = std::find_if(
            notes_.begin(), notes_.end(), [&](const Note& note) { return note.at == *at; });
        if (found != notes_.end()) {
            note_ = static_cast<std::size_t>(found - notes_.begin());
            is_own_ = own_author_ && number_of(xml_, tag, "authorId") == own_author_;
            text_end_ = 0;
            plain_end_.reset();
        }
    }

    // Of <text>: an own one gets another content, that of others one run more. A plain text is
    // lengthened, as Excel reads no runs beside it; what tells how to pronounce it stays last.
    void meet_text(const XmlTag& tag, std::string_view name) {
        if (tag.depth == 3 && name == "text") {
            finish_text(tag);
        } else if (tag.depth == 4 && (name == "rPh" || name == "phoneticPr")) {
            text_end_ = text_end_ == 0 ? tag.begin : text_end_;
        } else if (tag.depth == 4 && name == "t" && tag.kind == XmlTag::Kind::end) {
            plain_end_ = tag.begin;
        } else if (tag.depth == 4 && name == "t" && tag.kind == XmlTag::Kind::start) {
            plain_ = tag;
        }
    }

    void finish_text(const XmlTag& tag) {
        if (tag.kind == XmlTag::Kind::start) {
            text_begin_ = tag.end;
            return;
        }
        const Note& note = notes_[*note_];
        met_[*note_] = true;
        const std::string run = with_prefix(run_of(note.text), prefix_);
        const std::string more = with_prefix(run_of("\n\n" + note.text), prefix_);
        if (tag.kind == XmlTag::Kind::empty) {
            edits_.replace(tag.end - 2, 2, ">" + run + "</" + std::string(tag.name) + ">");
        } else if (is_own_) {
            edits_.replace(text_begin_, tag.begin - text_begin_, run);
        } else if (plain_end_) {
            edits_.set_attribute(xml_, plain_, "xml:space", "preserve");
            edits_.insert(*plain_end_, "\n\n" + escaped(note.text));
        } else {
            edits_.insert(text_end_ == 0 ? tag.begin : text_end_, more);
        }
    }

    std::string xml_;
    const std::vector<Note>& notes_;
    std::vector<bool> met_;
    TextEdits edits_;
    std::string prefix_;
    std::uint32_t authors_ = 0;
    std::uint32_t own_index_ = 0;
    std::optional<std::uint32_t> own_author_;
    std::optional<std::size_t> note_;  // the one whose cell the current comment is on
    bool is_own_ = false;
    std::size_t text_begin_ = 0;
    std::size_t text_end_ = 0;
    XmlTag plain_;
    std::optional<std::size_t> plain_end_;
};

std::string box(const Note& note, std::uint32_t id, std::size_t level) {
    return "<v:shape id=\"_x0000_s" + std::to_string(id) +
           "\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;"
           "width:225pt;height:90pt;z-index:" +
           std::to_string(level) +
           ";visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
           "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
           "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
           "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">"
           "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
           note.anchor + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" +
           std::to_string(note.at.row) + "</x:Row><x:Column>" + std::to_string(note.at.column) +
           "</x:Column></x:ClientData></v:shape>";
}

}  // namespace

AddedNotes with_notes(std::string xml, const std::vector<Note>& notes) {
    return CommentsPart(xml.empty() ? std::string(empty_comments) : std::move(xml), notes).add();
}

std::string with_boxes(std::string vml, const std::vector<Note>& notes, std::uint32_t cluster) {
    if (vml.empty()) {
        vml = empty_vml;
        vml.replace(vml.find('%'), 1, std::to_string(cluster));
    }
    const std::size_t end = vml.rfind("</");
    if (end == std::string::npos || notes.empty()) {
        return vml;
    }
    std::uint32_t id =
        std::max(highest_number(vml, "_x0000_s"), highest_cluster(vml) * shapes_a_cluster);
    std::string boxes(vml.find("id=\"_x0000_t202\"") == std::string::npos ? note_shape_type : "");
    std::size_t level = 1;
    for (const Note& note : notes) {
        boxes += box(note, ++id, level++);
    }
    return vml.insert(end, boxes);
}

std::uint32_t highest_cluster(std::string_view vml) {
    const std::size_t map = vml.find("idmap");
    const std::size_t end = map == std::string_view::npos ? map : vml.find('>', map);
    if (end == std::string_view::npos) {
        return 0;
    }
    const std::string_view tag = vml.substr(map, end - map);
    return std::max(highest_number(tag, "data=\""), highest_number(tag, ","));
}

}  // namespace shinchoku::patch
