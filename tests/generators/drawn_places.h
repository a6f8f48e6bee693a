#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "layout/layout.h"
#include "layout/pattern.h"

namespace shinchoku::generators {

// One field of a picture and where it stands there.
struct DrawnPlace {
    layout::Field field;
    bool in_pattern = false;  // shares its cell with words
    bool by_year = false;
    std::string words;                 // before it in its cell
    std::vector<std::string> choices;  // that its box or its check offers
};

// What a layout draws, by the list it is drawn in ("" outside lists), in the order of the picture.
class DrawnPlaces {
public:
    explicit DrawnPlaces(const layout::Layout& layout) : layout_(layout) {
        for (const layout::PictureRow& row : layout.picture.rows) {
            if (row.alternative_of >= 0) {
                continue;
            }
            for (const layout::PictureCell& cell : row.cells) {
                for (const layout::Piece& piece : cell.pieces) {
                    if (piece.kind != layout::PieceKind::text) {
                        add(cell, piece.field);
                    }
                }
            }
        }
    }

    // Names of lists of this kind, as they follow each other; "" for indicators outside lists.
    [[nodiscard]] std::vector<std::string> lists_of(layout::ListOf of) const {
        std::vector<std::string> names;
        for (const std::string& name : order_) {
            const auto list = layout_.lists.find(name);
            if (list != layout_.lists.end() && list->second.of == of) {
                names.push_back(name);
            }
        }
        return names;
    }

    [[nodiscard]] const DrawnPlace* find(const std::string& list, layout::FieldId id) const {
        for (const DrawnPlace& place : in(list)) {
            if (place.field.id == id) {
                return &place;
            }
        }
        return nullptr;
    }

    [[nodiscard]] const std::vector<DrawnPlace>& in(const std::string& list) const {
        static const std::vector<DrawnPlace> none;
        const auto found = places_.find(list);
        return found == places_.end() ? none : found->second;
    }

    // Of the measure: outside lists, or carried down in the rows of one table.
    [[nodiscard]] const DrawnPlace* of_measure(layout::FieldId id) const {
        for (const auto& [list, places] : places_) {
            for (const DrawnPlace& place : places) {
                if (place.field.id == id) {
                    return &place;
                }
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::vector<DrawnPlace> texts() const {
        std::vector<DrawnPlace> found;
        for (const auto& [list, places] : places_) {
            for (const DrawnPlace& place : places) {
                if (place.field.id == layout::FieldId::text) {
                    found.push_back(place);
                }
            }
        }
        return found;
    }

private:
    void add(const layout::PictureCell& cell, const layout::Field& field) {
        const std::string& list = field.list;
        if (std::find(order_.begin(), order_.end(), list) == order_.end()) {
            order_.push_back(list);
        }
        std::vector<DrawnPlace>& own = places_[list];
        for (DrawnPlace& known : own) {
            if (known.field.id == field.id && known.field.text_key == field.text_key &&
                known.field.column == field.column && known.field.pin == field.pin) {
                if (!field.option.empty()) {
                    known.choices.push_back(field.option);
                }
                return;
            }
        }
        DrawnPlace place{.field = field,
                         .in_pattern = cell.kind == layout::CellKind::pattern,
                         .by_year = cell.year_index >= 0 || field.pin != layout::YearPin::none,
                         .words = {},
                         .choices = {}};
        place.words = layout::words_before(cell, field.id);
        if (!field.option.empty()) {
            place.choices.push_back(field.option);
        }
        const auto options = layout_.fields.find(field.name);
        if (options != layout_.fields.end()) {
            for (const std::string& choice : options->second.check.choices) {
                place.choices.push_back(choice);
            }
        }
        own.push_back(std::move(place));
    }

    const layout::Layout& layout_;
    std::vector<std::string> order_;
    std::map<std::string, std::vector<DrawnPlace>> places_;
};

}  // namespace shinchoku::generators
