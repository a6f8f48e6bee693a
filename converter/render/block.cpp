#include "render/block.h"

#include <algorithm>
#include <array>

#include "plan/value_reading.h"

namespace shinchoku::render {
namespace {

using layout::CellKind;
using layout::Field;
using layout::FieldId;

constexpr std::array<std::string_view, 8> error_codes = {
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"};

bool is_value_field(FieldId id) {
    return id == FieldId::target || id == FieldId::actual || id == FieldId::baseline_value;
}

const Field* only_field(const layout::PictureCell& cell) {
    return cell.kind == CellKind::value || cell.kind == CellKind::entry ? cell.field() : nullptr;
}

void fill_text(BlockCell& cell, std::string text) {
    cell.shown = text;
    cell.content = text.empty() ? Content() : Content(std::move(text));
}

// A box that is still empty takes the number format of its year's target: 98.7 typed there reads
// 98.7% at once.
std::string format_of_target(const FieldPlace& place, const Field& actual) {
    Field target = actual;
    target.id = FieldId::target;
    const plan::Value* value = value_of(place, target);
    return value != nullptr && value->stored && value->format ? *value->format : "General";
}

void fill_value(BlockCell& cell, const FieldPlace& place, const Field& field) {
    if (const plan::Value* value = value_of(place, field)) {
        ValueCell written = value_cell(*value);
        cell.content = std::move(written.content);
        cell.number_format = std::move(written.number_format);
        cell.shown = std::move(written.shown);
    }
    if (field.id == FieldId::actual && std::holds_alternative<std::monostate>(cell.content)) {
        cell.number_format = format_of_target(place, field);
    }
}

void fill(BlockCell& cell, const FieldPlace& place) {
    switch (cell.picture->kind) {
        case CellKind::label:
        case CellKind::pattern:
        case CellKind::choice:
            fill_text(cell, written_text(place));
            break;
        case CellKind::value:
        case CellKind::entry: {
            const Field& field = *cell.picture->field();
            if (is_value_field(field.id)) {
                fill_value(cell, place, field);
            } else {
                fill_text(cell, text_of(place, field));
            }
            if (field.id == FieldId::schedule_cells) {
                cell.bar = bar_of(place, field);
            }
            break;
        }
        case CellKind::formula:  // needs addresses: written with the block
        case CellKind::empty:
        case CellKind::absent:
        case CellKind::join_left:
        case CellKind::join_up:
            break;
    }
}

class Joiner {
public:
    explicit Joiner(Block& block) : block_(&block) {}

    void run() {
        for (std::size_t row = 0; row < block_->rows.size(); ++row) {
            for (std::size_t column = 0; column < block_->columns; ++column) {
                join(row, column);
            }
        }
        measure_ranges();
    }

private:
    void join(std::size_t row, std::size_t column) {
        BlockCell& cell = block_->at(row, column);
        cell.owner_row = static_cast<std::uint32_t>(row);
        cell.owner_column = static_cast<std::uint32_t>(column);
        if (cell.picture->kind == CellKind::join_left && column > 0) {
            join_to(cell, block_->at(row, column - 1));
        } else if (row > 0 &&
                   (cell.picture->kind == CellKind::join_up || continues_above(row, column))) {
            join_to(cell, block_->at(row - 1, column));
        } else if (lies_under_bar(row, column)) {
            join_to(cell, block_->at(row, column_before(row, column)));
        }
    }

    static void join_to(BlockCell& cell, const BlockCell& neighbour) {
        cell.owner_row = neighbour.owner_row;
        cell.owner_column = neighbour.owner_column;
    }

    // {区分^}: the cell above belongs to the same list and field, and says the same.
    [[nodiscard]] bool continues_above(std::size_t row, std::size_t column) const {
        const BlockCell& cell = block_->at(row, column);
        const Field* field = only_field(*cell.picture);
        if (field == nullptr || !field->carried || cell.shown.empty()) {
            return false;
        }
        const BlockCell& above = block_->at(row - 1, column);
        const BlockCell& owner = block_->at(above.owner_row, above.owner_column);
        const Field* same = only_field(*owner.picture);
        const bool same_measure =
            block_->rows[row].measure == block_->rows[above.owner_row].measure;
        return same_measure && same != nullptr && *same == *field && owner.shown == cell.shown &&
               owner.owner_column == column;
    }

    // The picture column at the left whose by-year field is the year before.
    [[nodiscard]] std::size_t column_before(std::size_t row, std::size_t column) const {
        std::size_t before = column - 1;
        while (before > 0 && block_->at(row, before).picture->kind == CellKind::join_left) {
            --before;
        }
        return before;
    }

    // A bar of the schedule that began in an earlier year and has not ended.
    [[nodiscard]] bool lies_under_bar(std::size_t row, std::size_t column) const {
        const BlockCell& cell = block_->at(row, column);
        const Field* field = only_field(*cell.picture);
        if (field == nullptr || field->id != FieldId::schedule_cells || column == 0) {
            return false;
        }
        const Field* before = only_field(*block_->at(row, column_before(row, column)).picture);
        const Element element = element_for(*block_->layout, block_->rows[row], *field);
        if (before == nullptr || before->id != FieldId::schedule_cells ||
            element.schedule == nullptr) {
            return false;
        }
        const int year = year_of(block_->place(row, column), *field);
        return std::any_of(element.schedule->cells.begin(),
                           element.schedule->cells.end(),
                           [year](const plan::ScheduleCell& bar) {
                               return bar.year < year && year <= bar.through;
                           });
    }

    void measure_ranges() {
        for (std::uint32_t row = 0; row < block_->rows.size(); ++row) {
            for (std::uint32_t column = 0; column < block_->columns; ++column) {
                const BlockCell& cell = block_->at(row, column);
                base::CellRange& range = block_->at(cell.owner_row, cell.owner_column).range;
                if (block_->is_owner(row, column)) {
                    range = {{row, column}, {row, column}};
                }
                range.last.row = std::max(range.last.row, row);
                range.last.column = std::max(range.last.column, column);
            }
        }
    }

    Block* block_;
};

}  // namespace

ValueCell value_cell(const plan::Value& value) {
    ValueCell cell;
    cell.shown = plan::print_value(value);
    if (value.stored) {
        cell.content = *value.stored;
        cell.number_format = value.format.value_or("General");
    } else if (const auto* error = value.as<plan::CellError>();
               error != nullptr && std::find(error_codes.begin(), error_codes.end(), error->code) !=
                                       error_codes.end()) {
        cell.content = ErrorCell{error->code};
    } else if (!cell.shown.empty()) {
        cell.content = cell.shown;
    }
    return cell;
}

Block make_block(const layout::Layout& layout,
                 const plan::Plan& plan,
                 const std::vector<const plan::Measure*>& measures) {
    Block block;
    block.layout = &layout;
    block.plan = &plan;
    block.rows = expand_rows(layout, measures);
    block.columns = static_cast<std::uint32_t>(layout.picture.column_count());
    block.cells.resize(block.rows.size() * block.columns);
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        for (std::size_t column = 0; column < block.columns; ++column) {
            BlockCell& cell = block.at(row, column);
            cell.picture = &block.picture_row(row).cells[column];
            fill(cell, block.place(row, column));
        }
    }
    Joiner(block).run();
    return block;
}

}  // namespace shinchoku::render
