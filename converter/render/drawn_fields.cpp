#include "render/drawn_fields.h"

namespace shinchoku::render {

using layout::FieldId;

DrawnFields::DrawnFields(const layout::Layout& layout) {
    for (const layout::PictureRow& row : layout.picture.rows) {
        if (row.alternative_of >= 0) {
            continue;
        }
        for (const layout::PictureCell& cell : row.cells) {
            for (const layout::Piece& piece : cell.pieces) {
                if (piece.kind == layout::PieceKind::text &&
                    cell.kind != layout::CellKind::formula) {
                    continue;
                }
                ids_.insert(piece.field.id);
                if (piece.field.id == FieldId::text || piece.field.id == FieldId::line_column) {
                    text_keys_.insert(piece.field.text_key);
                }
            }
        }
    }
    for (const auto& [name, list] : layout.lists) {
        if (list.where.contains("category")) {
            ids_.insert(FieldId::indicator_category);
        }
        if (list.where.contains("name")) {
            ids_.insert(FieldId::indicator_name);
        }
    }
    for (const auto& [label, variants] : layout.labels) {
        if (variants.keep == "区分") {
            ids_.insert(FieldId::indicator_category);
        }
    }
}

}  // namespace shinchoku::render
