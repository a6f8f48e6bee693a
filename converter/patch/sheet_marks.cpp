#include "patch/sheet_marks.h"

#include <optional>
#include <utility>

#include "patch/xml_text.h"

namespace shinchoku::patch {
namespace {

using Changes = std::map<base::CellRef, CellChange>;

// Goes through the cells and the places to fill together; both stand by row, then column.
class Filler {
public:
    Filler(std::string_view xml,
           const SheetFrame& frame,
           const Changes& changes,
           StyleSheet& styles)
        : xml_(xml), frame_(frame), styles_(styles), next_(changes.begin()), end_(changes.end()) {}

    FilledSheet fill() {
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
        return {edits_.apply(xml_), std::move(formats_)};
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
            const std::uint32_t changed = take_change(format);
            if (changed != format) {
                edits_.set_attribute(xml_, tag, "s", std::to_string(changed));
            }
        }
    }

    // The format of the next cell, which is this one now.
    std::uint32_t take_change(std::uint32_t format) {
        const auto& [at, change] = *next_++;
        if (change.former) {
            format = styles_.restored(styles_.shown(format), styles_.shown(*change.former));
        }
        if (!change.fill) {
            return format;
        }
        format = change.former ? format : styles_.shown(format);
        formats_[at] = format;
        return styles_.filled(format, *change.fill);
    }

    // An element without content gets one.
    void open(const XmlTag& tag, std::string content) {
        edits_.replace(
            tag.end - 2, 2, ">" + std::move(content) + "</" + std::string(tag.name) + ">");
    }

    // The cells of the row that come before a column and are not in the part. Only those that get a
    // fill are put in.
    std::string take_cells(std::uint32_t before_column) {
        std::string cells;
        while (next_ != end_ && next_->first.row + 1 == row_number_ &&
               next_->first.column < before_column) {
            if (!next_->second.fill) {
                ++next_;
                continue;
            }
            cells += "<" + frame_.prefix + "c r=\"" + base::to_a1(next_->first) + "\" s=\"";
            cells += std::to_string(take_change(
                         row_format_.value_or(frame_.column_format(next_->first.column)))) +
                     "\"/>";
        }
        return cells;
    }

    // The rows before one that are not in the part.
    std::string take_rows(std::uint32_t before_row) {
        std::string rows;
        while (next_ != end_ && next_->first.row < before_row) {
            const std::uint32_t outer = std::exchange(row_number_, next_->first.row + 1);
            row_format_.reset();
            if (const std::string cells = take_cells(base::max_columns); !cells.empty()) {
                rows += "<" + frame_.prefix + "row r=\"" + std::to_string(row_number_) + "\">" +
                        cells + "</" + frame_.prefix + "row>";
            }
            row_number_ = outer;
        }
        return rows;
    }

    std::string_view xml_;
    const SheetFrame& frame_;
    StyleSheet& styles_;
    Changes::const_iterator next_;
    Changes::const_iterator end_;
    TextEdits edits_;
    bool in_data_ = false;
    std::uint32_t row_number_ = 0;     // 1-based
    std::uint32_t column_number_ = 0;  // 1-based
    std::optional<std::uint32_t> row_format_;
    std::map<base::CellRef, std::uint32_t> formats_;
};

}  // namespace

FilledSheet with_fills(std::string_view xml,
                       const SheetFrame& frame,
                       const std::map<base::CellRef, CellChange>& changes,
                       StyleSheet& styles) {
    return Filler(xml, frame, changes, styles).fill();
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
