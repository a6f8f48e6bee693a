#include "patch/sheet_marks.h"

#include <optional>
#include <utility>

#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

using Fills = std::map<base::CellRef, std::uint32_t>;

// Goes through the cells and the places to fill together; both stand by row, then column.
class Filler {
public:
    Filler(std::string_view xml, const SheetFrame& frame, const Fills& fills, StyleSheet& styles)
        : xml_(xml), frame_(frame), styles_(styles), next_(fills.begin()), end_(fills.end()) {}

    std::string fill() {
        XmlTags tags(xml_);
        while (const XmlTag* tag = tags.next()) {
            const std::string_view name = local_of(tag->name);
            if (tag->depth == 1 && name == "sheetData") {
                in_data_ = tag->kind == XmlTag::Kind::start;
                if (tag->kind == XmlTag::Kind::empty) {
                    open(*tag, take_rows(base::max_rows));
                } else if (tag->kind == XmlTag::Kind::end) {
                    edits_.insert(tag->begin, take_rows(base::max_rows));
                }
            } else if (in_data_ && tag->depth == 2 && name == "row") {
                meet_row(*tag);
            } else if (in_data_ && tag->depth == 3 && name == "c" &&
                       tag->kind != XmlTag::Kind::end) {
                meet_cell(*tag);
            }
        }
        return edits_.apply(xml_);
    }

private:
    void meet_row(const XmlTag& tag) {
        if (tag.kind == XmlTag::Kind::end) {
            edits_.insert(tag.begin, take_cells(base::max_columns));
            return;
        }
        // 1-based, and 0 before the first: a row without number follows the last one.
        row_number_ = number_of(xml_, tag, "r").value_or(row_number_ + 1);
        edits_.insert(tag.begin, take_rows(row_number_ - 1));
        const auto own = find_attribute(xml_, tag, "customFormat");
        row_format_ = own && (own->value == "1" || own->value == "true") ? number_of(xml_, tag, "s")
                                                                         : std::nullopt;
        column_number_ = 0;
        if (tag.kind == XmlTag::Kind::empty) {
            if (std::string cells = take_cells(base::max_columns); !cells.empty()) {
                open(tag, std::move(cells));
            }
        }
    }

    void meet_cell(const XmlTag& tag) {
        const auto reference = find_attribute(xml_, tag, "r");
        const auto at = reference ? base::parse_a1(reference->value) : std::nullopt;
        column_number_ = at ? at->column + 1 : column_number_ + 1;
        edits_.insert(tag.begin, take_cells(column_number_ - 1));
        if (next_ != end_ && next_->first == base::CellRef{row_number_ - 1, column_number_ - 1}) {
            const std::uint32_t format = number_of(xml_, tag, "s").value_or(0);
            edits_.set_attribute(
                xml_, tag, "s", std::to_string(styles_.filled(format, next_->second)));
            ++next_;
        }
    }

    // An element without content gets one.
    void open(const XmlTag& tag, std::string content) {
        edits_.replace(
            tag.end - 2, 2, ">" + std::move(content) + "</" + std::string(tag.name) + ">");
    }

    // The cells of the row that come before a column and are not in the part.
    std::string take_cells(std::uint32_t before_column) {
        std::string cells;
        while (next_ != end_ && next_->first.row + 1 == row_number_ &&
               next_->first.column < before_column) {
            const std::uint32_t format =
                row_format_.value_or(frame_.column_format(next_->first.column));
            cells += "<" + frame_.prefix + "c r=\"" + base::to_a1(next_->first) + "\" s=\"" +
                     std::to_string(styles_.filled(format, next_->second)) + "\"/>";
            ++next_;
        }
        return cells;
    }

    // The rows before one that are not in the part.
    std::string take_rows(std::uint32_t before_row) {
        std::string rows;
        while (next_ != end_ && next_->first.row < before_row) {
            const std::uint32_t outer = std::exchange(row_number_, next_->first.row + 1);
            row_format_.reset();
            rows += "<" + frame_.prefix + "row r=\"" + std::to_string(row_number_) + "\">" +
                    take_cells(base::max_columns) + "</" + frame_.prefix + "row>";
            row_number_ = outer;
        }
        return rows;
    }

    std::string_view xml_;
    const SheetFrame& frame_;
    StyleSheet& styles_;
    Fills::const_iterator next_;
    Fills::const_iterator end_;
    TextEdits edits_;
    bool in_data_ = false;
    std::uint32_t row_number_ = 0;     // 1-based
    std::uint32_t column_number_ = 0;  // 1-based
    std::optional<std::uint32_t> row_format_;
};

}  // namespace

std::string with_fills(std::string_view xml,
                       const SheetFrame& frame,
                       const std::map<base::CellRef, std::uint32_t>& fills,
                       StyleSheet& styles) {
    return Filler(xml, frame, fills, styles).fill();
}

std::string with_legacy_drawing(std::string xml,
                                const SheetFrame& frame,
                                std::string_view relationship) {
    xml.insert(frame.legacy_place,
               "<" + frame.prefix + "legacyDrawing " + frame.relationship_attribute + "=\"" +
                   escaped(relationship) + "\"/>");
    return xml;
}

}  // namespace shinchoku::patch
