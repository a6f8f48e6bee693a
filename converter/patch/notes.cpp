#include "patch/notes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/own_note.h"
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

    EditedNotes edit() {
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
            } else if (tag->depth >= 3 && comment_) {
                meet_text(*tag, name);
            }
        }
        edited_.comments = edits_.apply(xml_);
        return std::move(edited_);
    }

private:
    // The text of one comment: a <t> of a run, or the only one.
    struct Piece {
        std::size_t begin = 0;
        std::size_t end = 0;
        base::Stretch whole;  // with its run
        bool is_run = false;
        XmlTag tag;
    };
    struct Comment {
        XmlTag tag;
        base::CellRef at;
        bool is_conversation = false;
        std::optional<XmlTag> text;  // its start tag
        std::size_t text_end = 0;    // where more runs belong
        std::size_t close = 0;       // of <text>
        base::Stretch run;
        bool in_run = false;
        std::vector<Piece> pieces;
    };

    void meet_authors(const XmlTag& tag) {
        const std::string author = with_prefix("<author>", prefix_) + std::string(note_author) +
                                   with_prefix("</author>", prefix_);
        if (notes_.empty()) {
            return;
        }
        if (tag.kind == XmlTag::Kind::empty) {
            edits_.replace(tag.end - 2, 2, ">" + author + "</" + std::string(tag.name) + ">");
        } else if (tag.kind == XmlTag::Kind::end && !own_author_) {
            edits_.insert(tag.begin, author);
        }
        own_index_ = own_author_.value_or(static_cast<std::uint32_t>(authors_.size()));
    }

    void meet_author(const XmlTag& tag) {
        if (tag.kind == XmlTag::Kind::end) {
            return;
        }
        const std::string_view text = std::string_view(xml_).substr(tag.end);
        authors_.push_back(tag.kind == XmlTag::Kind::empty ? "" : text.substr(0, text.find('<')));
        if (authors_.back() == note_author && !own_author_) {
            own_author_ = static_cast<std::uint32_t>(authors_.size() - 1);
        }
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
                                    run_of(base::own_note(notes_[i].text)) + "</text></comment>",
                                prefix_);
                edited_.boxless.push_back(notes_[i]);
                ++edited_.count;
            }
        }
        if (tag.kind == XmlTag::Kind::empty) {
            edits_.replace(tag.end - 2, 2, ">" + comments + "</" + std::string(tag.name) + ">");
        } else {
            edits_.insert(tag.begin, comments);
        }
    }

    void meet_comment(const XmlTag& tag) {
        if (tag.kind == XmlTag::Kind::end) {
            if (comment_) {
                finish_comment(tag);
            }
            comment_.reset();
            return;
        }
        ++edited_.count;
        const auto reference = find_attribute(xml_, tag, "ref");
        const auto at = reference ? base::parse_a1(reference->value) : std::nullopt;
        if (tag.kind == XmlTag::Kind::start && at) {
            const std::uint32_t author = number_of(xml_, tag, "authorId").value_or(0);
            comment_.emplace();
            comment_->tag = tag;
            comment_->at = *at;
            comment_->is_conversation =
                author < authors_.size() && authors_[author].starts_with("tc=");
        }
    }

    void meet_text(const XmlTag& tag, std::string_view name) {
        Comment& comment = *comment_;
        const bool ends = tag.kind == XmlTag::Kind::end;
        if (tag.depth == 3 && name == "text") {
            if (!ends) {
                comment.text = tag;
            }
            comment.close = tag.begin;
            comment.text_end = comment.text_end == 0 && ends ? tag.begin : comment.text_end;
        } else if (tag.depth == 4 && name == "r") {
            comment.in_run = tag.kind == XmlTag::Kind::start;
            comment.run.begin = ends ? comment.run.begin : tag.begin;
            if (ends) {
                for (Piece& piece : comment.pieces) {
                    piece.whole.end = piece.whole.begin == comment.run.begin && piece.is_run
                                          ? tag.end
                                          : piece.whole.end;
                }
            }
        } else if (tag.depth == 4 && (name == "rPh" || name == "phoneticPr")) {
            // What tells how to pronounce a text stays last.
            comment.text_end = comment.text_end == 0 ? tag.begin : comment.text_end;
        } else if (name == "t" && (tag.depth == 4 || (tag.depth == 5 && comment.in_run))) {
            meet_piece(tag);
        }
    }

    void meet_piece(const XmlTag& tag) {
        Comment& comment = *comment_;
        if (tag.kind == XmlTag::Kind::start) {
            const std::size_t whole = comment.in_run ? comment.run.begin : tag.begin;
            comment.pieces.push_back({tag.end, tag.end, {whole, tag.end}, comment.in_run, tag});
        } else if (tag.kind == XmlTag::Kind::end) {
            comment.pieces.back().end = tag.begin;
            comment.pieces.back().whole.end = tag.end;
        }
    }

    void finish_comment(const XmlTag& end) {
        const Comment& comment = *comment_;
        const auto found = std::find_if(
            notes_.begin(), notes_.end(), [&](const Note& note) { return note.at == comment.at; });
        if (found != notes_.end()) {
            met_[static_cast<std::size_t>(found - notes_.begin())] = true;
        }
        if (comment.is_conversation) {
            if (found != notes_.end()) {
                edited_.left_out.push_back(comment.at);
            }
            return;
        }
        std::string text;
        for (const Piece& piece : comment.pieces) {
            text += xml_.substr(piece.begin, piece.end - piece.begin);
        }
        const std::vector<base::Stretch> own = base::own_notes_in(text);
        const bool is_blank =
            unescaped(base::without_own_notes(text)).find_first_not_of(" \t\r\n") ==
            std::string::npos;
        if (found != notes_.end()) {
            if (is_blank) {
                replace_text(run_of(base::own_note(found->text)), end);
            } else {
                cut(own);
                append(base::own_note(found->text));
            }
        } else if (!own.empty() && is_blank) {
            edits_.replace(comment.tag.begin, end.end - comment.tag.begin, "");
            edited_.emptied.push_back(comment.at);
            --edited_.count;
        } else {
            cut(own);
        }
    }

    void replace_text(const std::string& content, const XmlTag& end) {
        const Comment& comment = *comment_;
        const std::string run = with_prefix(content, prefix_);
        if (!comment.text) {
            edits_.insert(end.begin,
                          with_prefix("<text>", prefix_) + run + with_prefix("</text>", prefix_));
        } else if (comment.text->kind == XmlTag::Kind::empty) {
            edits_.replace(
                comment.text->end - 2, 2, ">" + run + "</" + std::string(comment.text->name) + ">");
        } else {
            edits_.replace(comment.text->end, comment.close - comment.text->end, run);
        }
    }

    // Somebody else's text is lengthened by a run; a plain one by itself, as Excel reads no runs
    // beside it.
    void append(const std::string& note) {
        const Comment& comment = *comment_;
        const auto plain = std::find_if(comment.pieces.begin(),
                                        comment.pieces.end(),
                                        [](const Piece& piece) { return !piece.is_run; });
        if (plain == comment.pieces.end()) {
            edits_.insert(comment.text_end, with_prefix(run_of("\n\n" + note), prefix_));
        } else {
            edits_.set_attribute(xml_, plain->tag, "xml:space", "preserve");
            edits_.insert(plain->end, "\n\n" + escaped(note));
        }
    }

    // Takes stretches of the whole text out of the pieces that hold them.
    void cut(const std::vector<base::Stretch>& stretches) {
        std::size_t before = 0;  // in the whole text
        for (const Piece& piece : comment_->pieces) {
            const std::size_t size = piece.end - piece.begin;
            for (const base::Stretch& one : stretches) {
                const std::size_t begin = std::clamp(one.begin, before, before + size) - before;
                const std::size_t end = std::clamp(one.end, before, before + size) - before;
                if (piece.is_run && size > 0 && end - begin == size) {
                    edits_.replace(piece.whole.begin, piece.whole.end - piece.whole.begin, "");
                } else if (end > begin) {
                    edits_.replace(piece.begin + begin, end - begin, "");
                }
            }
            before += size;
        }
    }

    std::string xml_;
    const std::vector<Note>& notes_;
    std::vector<bool> met_;
    TextEdits edits_;
    EditedNotes edited_;
    std::string prefix_;
    std::vector<std::string_view> authors_;  // as written
    std::uint32_t own_index_ = 0;
    std::optional<std::uint32_t> own_author_;
    std::optional<Comment> comment_;
};

// Where the next shape begins; a shape type is none.
std::size_t find_shape(std::string_view vml, std::size_t at) {
    constexpr std::string_view begin = "<v:shape";
    for (at = vml.find(begin, at); at != std::string_view::npos; at = vml.find(begin, at + 1)) {
        const std::size_t next = at + begin.size();
        if (next < vml.size() &&
            std::string_view(" \t\r\n>").find(vml[next]) != std::string_view::npos) {
            return at;
        }
    }
    return at;
}

// The number in the first element of that name, whatever stands around it.
std::optional<std::uint32_t> number_in(std::string_view vml, std::string_view tag) {
    const std::size_t at = vml.find(tag);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest =
        vml.substr(std::min(vml.find_first_not_of(" \t\r\n", at + tag.size()), vml.size()));
    std::uint32_t number = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool is_box_of(std::string_view shape, const std::vector<base::CellRef>& cells) {
    const auto row = number_in(shape, "<x:Row>");
    const auto column = number_in(shape, "<x:Column>");
    return shape.find("ObjectType=\"Note\"") != std::string_view::npos && row && column &&
           std::find(cells.begin(), cells.end(), base::CellRef{*row, *column}) != cells.end();
}

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

EditedNotes with_notes(std::string xml, const std::vector<Note>& notes) {
    return CommentsPart(xml.empty() ? std::string(empty_comments) : std::move(xml), notes).edit();
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

std::string without_boxes(std::string vml, const std::vector<base::CellRef>& cells) {
    constexpr std::string_view close = "</v:shape>";
    std::string left;
    std::size_t kept = 0;
    for (std::size_t at = find_shape(vml, 0); at != std::string::npos; at = find_shape(vml, at)) {
        const std::size_t end = vml.find(close, at);
        if (end == std::string::npos) {
            break;
        }
        const std::size_t behind = end + close.size();
        if (is_box_of(std::string_view(vml).substr(at, behind - at), cells)) {
            left.append(vml, kept, at - kept);
            kept = behind;
        }
        at = behind;
    }
    return left.append(vml, kept);
}

bool has_shapes(std::string_view vml) {
    return find_shape(vml, 0) != std::string_view::npos;
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
