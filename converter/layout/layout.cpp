#include "layout/layout.h"

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

const List* Layout::list_of(const Field& field) const {
    const auto found = lists.find(field.list);
    return found == lists.end() ? nullptr : &found->second;
}

bool is_by_year(FieldId id) {
    switch (id) {
        case FieldId::target:
        case FieldId::actual:
        case FieldId::note:
        case FieldId::rate:
        case FieldId::grade:
        case FieldId::reason:
        case FieldId::next:
        case FieldId::schedule_cells:
            return true;
        case FieldId::measure_number:
        case FieldId::measure_title:
        case FieldId::departments:
        case FieldId::top_group_number:
        case FieldId::top_group_title:
        case FieldId::nearest_group:
        case FieldId::text:
        case FieldId::indicator_name:
        case FieldId::indicator_unit:
        case FieldId::indicator_category:
        case FieldId::indicator_direction:
        case FieldId::indicator_note:
        case FieldId::baseline_value:
        case FieldId::baseline_year:
        case FieldId::last_year:
        case FieldId::schedule_label:
        case FieldId::schedule_group:
        case FieldId::schedule_leading:
        case FieldId::approach_leading:
        case FieldId::approach_text:
        case FieldId::approach_marks:
        case FieldId::approach_items:
        case FieldId::footnote_text:
        case FieldId::line_column:
        case FieldId::year_heading:
        case FieldId::running_number:
            return false;
    }
    return false;
}

}  // namespace shinchoku::layout
