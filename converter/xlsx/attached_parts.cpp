#include "xlsx/attached_parts.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "xlsx/cell_number.h"
#include "xlsx/cell_text.h"
#include "xlsx/relationships.h"
#include "xlsx/text_arena.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {
namespace {

// Only enough of a text to judge and to show it is kept, and only so many of a sheet as a person
// would ever make: a file must not cost more memory than it has bytes.
constexpr std::size_t longest_text_bytes = 1024;
constexpr std::size_t longest_author_bytes = 255;
constexpr std::size_t most_a_sheet = 10'000;
constexpr std::uint64_t largest_part_bytes = 16u << 20;

void append_part(std::string& text,
                 std::string_view more,
                 std::size_t longest = longest_text_bytes) {
    if (text.size() >= longest) {
        return;
    }
    std::size_t end = std::min(more.size(), longest - text.size());
    while (end < more.size() && (static_cast<unsigned char>(more[end]) & 0xC0) == 0x80) {
        ++end;  // not in the middle of a character
    }
    text += more.substr(0, end);
}

class NoteReader {
public:
    NoteReader(std::string& xml, const Limits& limits, std::vector<sheet::CellNote>& into)
        : scanner_(xml, limits.xml_depth), into_(into) {}

    void read() {
        std::deque<std::string> owned;
        TextArena arena(owned);
        for (Scanner::Tag tag = scanner_.next();
             tag == Scanner::Tag::start || tag == Scanner::Tag::end;
             tag = scanner_.next()) {
            if (tag == Scanner::Tag::end) {
                is_placed_ = is_placed_ && !scanner_.is("comment");
            } else if (scanner_.is("author")) {
                authors_.emplace_back();
                append_part(authors_.back(), scanner_.element_text(), longest_author_bytes);
            } else if (scanner_.is("comment")) {
                begin_note();
            } else if (scanner_.is("text") && is_placed_) {
                append_part(into_.back().text, read_rich_text(scanner_, arena).text);
            }
        }
    }

private:
    void begin_note() {
        const auto at = base::parse_a1(scanner_.attribute("ref"));
        is_placed_ = at && into_.size() < most_a_sheet;
        if (!is_placed_) {
            return;
        }
        const auto author = parse_index(scanner_.attribute("authorId"));
        into_.push_back(
            {*at, author && *author < authors_.size() ? authors_[*author] : std::string(), {}});
    }

    Scanner scanner_;
    std::vector<sheet::CellNote>& into_;
    std::vector<std::string> authors_;
    bool is_placed_ = false;
};

bool names_an_arrow(std::string_view geometry) {
    return geometry.find("rrow") != std::string_view::npos || geometry == "line" ||
           geometry.starts_with("straightConnector") || geometry.starts_with("bentConnector") ||
           geometry.starts_with("curvedConnector") || geometry == "homePlate" ||
           geometry == "chevron";
}

class DrawingReader {
public:
    DrawingReader(std::string& xml, const Limits& limits, std::vector<sheet::Drawing>& into)
        : scanner_(xml, limits.xml_depth), into_(into) {}

    void read() {
        for (Scanner::Tag tag = scanner_.next();
             tag == Scanner::Tag::start || tag == Scanner::Tag::end;
             tag = scanner_.next()) {
            const std::string_view name = scanner_.local_name();
            const bool is_anchor = name == "twoCellAnchor" || name == "oneCellAnchor";
            if (tag == Scanner::Tag::end) {
                if (is_anchor) {
                    finish();
                }
            } else if (is_anchor) {
                begin();
            } else if (drawing_) {
                meet(name);
            }
        }
    }

private:
    void begin() {
        drawing_.emplace();
        has_end_ = false;
    }

    void meet(std::string_view name) {
        if (name == "from") {
            drawing_->area.first = read_place();
        } else if (name == "to") {
            drawing_->area.last = read_place();
            has_end_ = true;
        } else if (name == "pic") {
            drawing_->is_picture = true;
        } else if (name == "cxnSp") {
            drawing_->is_arrow = true;
        } else if (name == "prstGeom") {
            // A picture's outline is a shape too.
            drawing_->is_arrow = drawing_->is_arrow || names_an_arrow(scanner_.attribute("prst"));
        } else if (name == "graphicData") {
            drawing_->is_diagram =
                scanner_.attribute("uri").find("/diagram") != std::string_view::npos;
        } else if (name == "p" && !drawing_->text.empty()) {
            append_part(drawing_->text, "\n");
        } else if (name == "t") {
            append_part(drawing_->text, scanner_.element_text());
        }
    }

    // <xdr:col>1</xdr:col><xdr:colOff>…</xdr:colOff><xdr:row>2</xdr:row>…
    base::CellRef read_place() {
        base::CellRef place;
        while (scanner_.next() == Scanner::Tag::start) {
            const bool is_column = scanner_.local_name() == "col";
            const bool is_row = scanner_.local_name() == "row";
            const std::uint32_t number = parse_index(scanner_.element_text()).value_or(0);
            if (is_column) {
                place.column = std::min(number, base::max_columns - 1);
            } else if (is_row) {
                place.row = std::min(number, base::max_rows - 1);
            }
        }
        return place;
    }

    void finish() {
        if (!drawing_ || into_.size() >= most_a_sheet) {
            return;
        }
        base::CellRange& area = drawing_->area;
        if (!has_end_ || area.last.row < area.first.row || area.last.column < area.first.column) {
            area.last = area.first;
        }
        drawing_->text = base::trim(drawing_->text);
        into_.push_back(std::move(*drawing_));
        drawing_.reset();
    }

    Scanner scanner_;
    std::vector<sheet::Drawing>& into_;
    std::optional<sheet::Drawing> drawing_;
    bool has_end_ = false;
};

}  // namespace

void read_attached_parts(Package& package,
                         const Limits& limits,
                         const sheet::Sheet& sheet,
                         sheet::SheetAttachments& into) {
    const base::Result<Relationships> links = Relationships::read(package, sheet.part, limits);
    if (!links) {
        return;
    }
    std::string xml;
    const auto read_part = [&](std::string_view type) {
        const Relationship* const link = links.value().find_type(type);
        const PackageEntry* const part =
            link == nullptr ? nullptr : links.value().entry_of(package, *link);
        return part != nullptr && part->size <= largest_part_bytes && !package.read_xml(*part, xml);
    };
    if (read_part("comments")) {
        NoteReader(xml, limits, into.notes).read();
    }
    if (read_part("drawing")) {
        DrawingReader(xml, limits, into.drawings).read();
    }
}

}  // namespace shinchoku::xlsx
