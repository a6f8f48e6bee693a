#include <algorithm>

#include "layout/comparison.h"
#include "layout/label_index.h"

namespace shinchoku::layout {
namespace {

bool is_label(const PictureCell& cell) {
    return cell.kind == CellKind::label || cell.kind == CellKind::pattern;
}

// A pattern without a word (a lone {年}) is no label.
bool has_label_words(const PictureCell& cell) {
    return std::any_of(cell.pieces.begin(), cell.pieces.end(), [](const Piece& piece) {
        return piece.kind == PieceKind::text && !comparison_form(piece.text).empty();
    });
}

LabelCell compile_label(const Layout& layout, int row, int column) {
    const PictureRow& picture_row = layout.picture.rows[static_cast<std::size_t>(row)];
    const PictureCell& cell = picture_row.cells[static_cast<std::size_t>(column)];
    LabelCell label;
    label.row = row;
    label.column = column;
    label.span = layout.picture.span_of(row, column);
    label.text = cell.drawn_text();
    for (const Piece& piece : cell.pieces) {
        label.shown += piece.kind == PieceKind::text ? piece.text : "○";
    }
    if (cell.kind == CellKind::pattern) {
        label.pattern = compile_pattern(layout, cell);
    }
    const auto variants = layout.labels.find(label.text);
    if (variants != layout.labels.end()) {
        label.may_be_blank = variants->second.may_be_blank;
        label.keep = variants->second.keep;
    }
    label.required = !picture_row.optional && picture_row.list.empty() &&
                     picture_row.heading_of.empty() && !label.may_be_blank;
    return label;
}

std::string list_of_row(const PictureRow& row) {
    return row.list.empty() ? row.heading_of : row.list;
}

void add_row(CompiledLayout& compiled, int picture_row) {
    const PictureRow& row = compiled.layout->picture.rows[static_cast<std::size_t>(picture_row)];
    if (row.alternative_of >= 0) {
        compiled.rows.back().forms.push_back(picture_row);
    } else {
        CompiledRow added;
        added.picture_row = picture_row;
        added.forms.push_back(picture_row);
        added.optional = row.optional;
        added.heading = !row.heading_of.empty();
        compiled.rows.push_back(std::move(added));
    }
    CompiledRow& own = compiled.rows.back();
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const PictureCell& cell = row.cells[column];
        if (is_label(cell) && has_label_words(cell)) {
            own.labels.push_back(static_cast<int>(compiled.labels.size()));
            compiled.label_of_cell[static_cast<std::size_t>(picture_row) *
                                       compiled.layout->picture.column_count() +
                                   column] = static_cast<int>(compiled.labels.size());
            compiled.labels.push_back(
                compile_label(*compiled.layout, picture_row, static_cast<int>(column)));
            compiled.row_of_label.push_back(static_cast<int>(compiled.rows.size()) - 1);
            own.required = own.required || compiled.labels.back().required;
        }
        for (const Piece& piece : cell.pieces) {
            own.has_years =
                own.has_years || (cell.kind != CellKind::pattern && piece.kind != PieceKind::text &&
                                  piece.field.id == FieldId::year_heading);
        }
    }
}

void add_regions(CompiledLayout& compiled) {
    const std::vector<PictureRow>& picture = compiled.layout->picture.rows;
    for (std::size_t i = 0; i < compiled.rows.size(); ++i) {
        CompiledRow& row = compiled.rows[i];
        const std::string list = list_of_row(picture[static_cast<std::size_t>(row.picture_row)]);
        if (list.empty()) {
            continue;
        }
        const bool goes_on = !compiled.regions.empty() && compiled.regions.back().list == list &&
                             compiled.regions.back().last + 1 == static_cast<int>(i);
        if (!goes_on) {
            compiled.regions.push_back({static_cast<int>(i), static_cast<int>(i), 0, list});
        }
        Region& region = compiled.regions.back();
        region.last = static_cast<int>(i);
        row.region = static_cast<int>(compiled.regions.size()) - 1;
        row.line = row.heading ? -1 : region.lines++;
    }
}

}  // namespace

CompiledLayout compile_layout(const Layout& layout) {
    CompiledLayout compiled;
    compiled.layout = &layout;
    compiled.label_of_cell.assign(layout.picture.rows.size() * layout.picture.column_count(), -1);
    for (std::size_t row = 0; row < layout.picture.rows.size(); ++row) {
        add_row(compiled, static_cast<int>(row));
    }
    add_regions(compiled);
    compiled.anchor_column = compiled.labels.empty() ? 0 : compiled.labels.front().column;
    for (const LabelCell& label : compiled.labels) {
        compiled.anchor_column = std::min(compiled.anchor_column, label.column);
    }
    for (LabelCell& label : compiled.labels) {
        label.first_column = label.column == compiled.anchor_column;
        const bool first_form =
            layout.picture.rows[static_cast<std::size_t>(label.row)].alternative_of < 0;
        label.required = label.required && first_form;
        compiled.first_column_labels += label.required && label.first_column ? 1 : 0;
        compiled.required_labels += label.required ? 1 : 0;
    }
    for (const CompiledRow& row : compiled.rows) {
        compiled.required_rows += row.required ? 1 : 0;
    }
    return compiled;
}

}  // namespace shinchoku::layout
