#include "layout/free_fields.h"

#include <algorithm>

#include "layout/cell_value.h"

namespace shinchoku::layout {
namespace {

// How far right of a block a further column may begin.
constexpr std::uint32_t columns_beside = 1;

bool means(FreeField free, FieldId id) {
    switch (free) {
        case FreeField::departments:
            return id == FieldId::departments;
        case FreeField::rate:
            return id == FieldId::rate;
        case FreeField::grade:
            return id == FieldId::grade;
        case FreeField::note:
            return id == FieldId::indicator_note;
        case FreeField::actual:
            return id == FieldId::actual;
    }
    return false;
}

FieldId id_of(FreeField free) {
    switch (free) {
        case FreeField::departments:
            return FieldId::departments;
        case FreeField::rate:
            return FieldId::rate;
        case FreeField::grade:
            return FieldId::grade;
        case FreeField::note:
            return FieldId::indicator_note;
        case FreeField::actual:
            return FieldId::actual;
    }
    return FieldId::indicator_note;
}

// A field that the layout draws, and whose place was found, is no free one.
bool is_found(const Block& block, FreeField free) {
    const CompiledLayout& layout = *block.layout;
    for (std::size_t number = 0; number < layout.labels.size(); ++number) {
        const LabelCell& label = layout.labels[number];
        if (!block.labels[number]) {
            continue;
        }
        for (const PictureRow& row : layout.layout->picture.rows) {
            for (const PictureCell& cell : row.cells) {
                const bool governed = cell.governed.label_row == label.row &&
                                      cell.governed.label_column == label.column;
                if (governed && cell.field() != nullptr && means(free, cell.field()->id)) {
                    return true;
                }
            }
        }
    }
    // Columns of a list and yearly values have the years or the list above them.
    for (std::size_t compiled = 0; compiled < layout.rows.size(); ++compiled) {
        if (layout.rows[compiled].region < 0) {
            continue;
        }
        const auto row = static_cast<std::size_t>(layout.rows[compiled].picture_row);
        for (const PictureCell& cell : layout.layout->picture.rows[row].cells) {
            if (cell.field() != nullptr && means(free, cell.field()->id)) {
                return true;
            }
        }
    }
    return false;
}

class FreeFinder {
public:
    FreeFinder(Grid& grid, Block& block) : grid_(grid), block_(block) {}

    void look_at(const TextHit& hit) {
        const base::CellRef at = hit.cell->at;
        const FreeField field = *hit.meaning->free_field;
        if (at.column < block_.column || at.column > block_.last_column + columns_beside ||
            at.column > block_.limit_column || grid_.is_used(*hit.cell) ||
            !grid_.is_filled(*hit.cell) || !is_label_here(field, at) || is_found(block_, field)) {
            return;
        }
        const base::CellRange area = grid_.area(at);
        block_.free_fields.push_back({field, area});
        block_.last_column = std::max(block_.last_column, area.last.column);
        grid_.mark_used(*hit.cell);
    }

private:
    // In a row of its own, over a column of a heading row, or behind a value: elsewhere the same
    // word is a value itself.
    bool is_label_here(FreeField field, base::CellRef at) const {
        const auto row = std::find(block_.row_of.begin(), block_.row_of.end(), at.row);
        if (row == block_.row_of.end()) {
            return at.column == block_.column && touches_block(at.row);
        }
        if (is_heading_row(static_cast<std::size_t>(row - block_.row_of.begin()))) {
            return field != FreeField::departments || at.column > block_.column;
        }
        bool value_before = false;
        for (const sheet::Cell& cell : grid_.part(at.row, block_.column + 1, at.column)) {
            value_before = value_before || (cell.at.column < at.column && grid_.is_filled(cell) &&
                                            !grid_.is_used(cell));
        }
        return value_before;
    }

    bool is_heading_row(std::size_t compiled) const {
        const auto& rows = block_.layout->rows;
        return rows[compiled].has_years ||
               (compiled + 1 < rows.size() && rows[compiled + 1].region >= 0);
    }

    bool touches_block(std::uint32_t row) const {
        const auto last = std::max_element(block_.row_of.begin(), block_.row_of.end());
        const auto first = std::find_if(block_.row_of.begin(),
                                        block_.row_of.end(),
                                        [](const auto& r) { return r.has_value(); });
        if (first == block_.row_of.end() || row < **first) {
            return false;
        }
        for (std::uint32_t at = **last + 1; at < row; ++at) {
            if (grid_.row_is_blank(at, block_.column, block_.last_column)) {
                return false;
            }
        }
        return true;
    }

    Grid& grid_;
    Block& block_;
};

class FreeReader {
public:
    FreeReader(Grid& grid, Block& block, BlockParts& parts)
        : grid_(grid), block_(block), parts_(parts) {}

    void read(const FreePlace& place) {
        const std::uint32_t row = place.area.first.row;
        const bool own_row =
            std::find(block_.row_of.begin(), block_.row_of.end(), row) == block_.row_of.end();
        if (own_row && place.field != FreeField::departments && place.field != FreeField::note &&
            read_years(place)) {
            return;
        }
        if (!own_row && read_column(place)) {
            return;
        }
        read_beside(place);
    }

private:
    std::optional<Pick> filled_in(std::uint32_t row, std::uint32_t first, std::uint32_t last) {
        for (const sheet::Cell& cell : grid_.part(row, first, last)) {
            if (grid_.is_filled(cell) && !grid_.is_used(cell)) {
                grid_.mark_used(cell);
                return Pick{cell.at, &cell, grid_.area(cell.at)};
            }
        }
        return std::nullopt;
    }

    void take(const std::optional<MeasureCollector::Owner>& owner,
              FreeField free,
              std::optional<int> year,
              const Pick& pick) {
        Field field;
        field.id = id_of(free);
        MeasureCollector& collector = owner ? parts_.collector_of(owner->key) : parts_.collector();
        MeasureCollector::Content content = content_of(grid_, pick);
        const bool is_result =
            free == FreeField::rate && pick.filled() && pick.cell->formula != sheet::no_formula;
        switch (free) {
            case FreeField::departments:
                collector.measure().departments =
                    split_departments(content.text, block_.layout->layout->departments);
                collector.draft().places.fields.try_emplace("departments", pick.place);
                break;
            case FreeField::note:
                collector.add_indicator_field(
                    owner.value_or(MeasureCollector::Owner{}), field, content);
                break;
            case FreeField::actual:
                content.value = value_of(grid_, pick, block_.remarks);
                if (year) {
                    collector.add_year_field(owner.value_or(MeasureCollector::Owner{}),
                                             field,
                                             *year,
                                             std::nullopt,
                                             block_.first_cell(pick.place.row),
                                             content);
                }
                break;
            case FreeField::rate:
            case FreeField::grade:
                content.value = value_of(grid_, pick, block_.remarks);
                if (!is_result) {  // the result of a formula is not read
                    collector.add_evaluation_field(owner, field, year, content);
                }
                break;
        }
    }

    // A row under the years.
    bool read_years(const FreePlace& place) {
        const std::uint32_t row = place.area.first.row;
        const YearRow* above = nullptr;
        for (const YearRow& years : block_.years) {
            if (*block_.row_of[static_cast<std::size_t>(years.compiled)] < row) {
                above = &years;
            }
        }
        if (above == nullptr) {
            return false;
        }
        for (const YearColumn& year : above->columns) {
            if (const auto pick = filled_in(row, year.first_column, year.last_column)) {
                take(std::nullopt, place.field, year.year, *pick);
            }
        }
        return true;
    }

    // A column of a table: one cell an element; of the one indicator of a form, its first cell.
    bool read_column(const FreePlace& place) {
        const auto header = static_cast<std::size_t>(
            std::find(block_.row_of.begin(), block_.row_of.end(), place.area.first.row) -
            block_.row_of.begin());
        const auto& rows = block_.layout->rows;
        const std::uint32_t first = place.area.first.column;
        const std::uint32_t last = std::max(place.area.last.column, first);
        if (header + 1 < rows.size() && rows[header + 1].region >= 0) {
            const int region = rows[header + 1].region;
            const Region& own = block_.layout->regions[static_cast<std::size_t>(region)];
            const auto list = block_.layout->layout->lists.find(own.list);
            std::size_t number = 0;
            for (const Element& element : block_.elements[static_cast<std::size_t>(region)]) {
                const MeasureCollector::Owner owner{
                    element_key(own, number++),
                    list == block_.layout->layout->lists.end() ? nullptr : &list->second};
                for (const auto& row : element.line_rows) {
                    const auto pick = row ? filled_in(*row, first, last) : std::nullopt;
                    if (pick) {
                        take(owner, place.field, std::nullopt, *pick);
                        break;
                    }
                }
            }
            return true;
        }
        if (!rows[header].has_years) {
            return false;
        }
        for (std::uint32_t row = place.area.last.row + 1; row <= block_.last_row; ++row) {
            if (const auto pick = filled_in(row, first, last)) {
                take(std::nullopt, place.field, std::nullopt, *pick);
                return true;
            }
        }
        return true;
    }

    void read_beside(const FreePlace& place) {
        std::uint32_t last = block_.last_column;
        for (const auto& label : block_.labels) {
            if (label && label->area.first.row == place.area.first.row &&
                label->area.first.column > place.area.last.column) {
                last = std::min(last, label->area.first.column - 1);
            }
        }
        const auto pick = filled_in(place.area.first.row, place.area.last.column + 1, last);
        if (pick) {
            take(std::nullopt, place.field, std::nullopt, *pick);
        }
    }

    Grid& grid_;
    Block& block_;
    BlockParts& parts_;
};

}  // namespace

std::string element_key(const Region& region, std::size_t number) {
    return region.list + "#" + std::to_string(number);
}

void find_free_fields(Grid& grid,
                      Block& block,
                      const std::vector<TextHit>& texts,
                      const Vicinity& vicinity) {
    const auto first = std::lower_bound(
        texts.begin(), texts.end(), vicinity.first_row, [](const TextHit& hit, std::uint32_t row) {
            return hit.cell->at.row < row;
        });
    FreeFinder finder(grid, block);
    for (auto hit = first; hit != texts.end() && hit->cell->at.row <= vicinity.last_row; ++hit) {
        if (hit->meaning->free_field) {
            finder.look_at(*hit);
        }
    }
}

void read_free_fields(Grid& grid, Block& block, BlockParts& parts) {
    FreeReader reader(grid, block, parts);
    for (const FreePlace& place : block.free_fields) {
        reader.read(place);
    }
}

}  // namespace shinchoku::layout
