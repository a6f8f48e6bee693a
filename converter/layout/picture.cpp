#include "layout/picture.h"

#include <algorithm>

#include "base/utf8.h"

namespace shinchoku::layout {

std::string_view PictureCell::label() const {
    return kind == CellKind::label ? std::string_view(pieces.front().text) : std::string_view();
}

std::string PictureCell::drawn_text() const {
    std::string text;
    for (const Piece& piece : pieces) {
        switch (piece.kind) {
            case PieceKind::text:
                text += piece.text;
                break;
            case PieceKind::value:
                text += "{" + piece.field.name + "}";
                break;
            case PieceKind::entry:
                text += "[" + piece.field.name + "]";
                break;
        }
    }
    return text;
}

const Field* PictureCell::field() const {
    switch (kind) {
        case CellKind::value:
        case CellKind::entry:
        case CellKind::choice:
        case CellKind::formula:
            return pieces.empty() ? nullptr : &pieces.front().field;
        case CellKind::empty:
        case CellKind::absent:
        case CellKind::label:
        case CellKind::pattern:
        case CellKind::join_left:
        case CellKind::join_up:
            return nullptr;
    }
    return nullptr;
}

int Picture::span_of(int row, int column) const {
    const std::vector<PictureCell>& cells = rows[static_cast<std::size_t>(row)].cells;
    std::size_t end = static_cast<std::size_t>(column) + 1;
    while (end < cells.size() && cells[end].kind == CellKind::join_left) {
        ++end;
    }
    return static_cast<int>(end) - column;
}

bool has_words(const PictureCell& cell) {
    return std::any_of(cell.pieces.begin(), cell.pieces.end(), [](const Piece& piece) {
        return piece.kind == PieceKind::text && !base::trim(piece.text).empty();
    });
}

bool is_anchor(const PictureCell& cell) {
    return (cell.kind == CellKind::label || cell.kind == CellKind::pattern) && has_words(cell);
}

bool is_year_heading(const PictureCell& cell) {
    return cell.kind == CellKind::value && cell.field()->id == FieldId::year_heading;
}

}  // namespace shinchoku::layout
