#include <algorithm>
#include <vector>

#include "layout/identity.h"
#include "render/block.h"
#include "render/block_heights.h"
#include "render/form.h"
#include "render/form_style.h"
#include "render/rate_formula.h"
#include "render/text_colors.h"

namespace shinchoku::render {
namespace {

using layout::CellKind;
using layout::Field;
using layout::FieldId;

// Puts a block on a sheet, its first cell at `first`.
class BlockDrawer {
public:
    BlockDrawer(SheetWriter& sheet, base::CellRef first, const Block& block)
        : sheet_(&sheet), first_(first), block_(&block), formulas_(block, first) {}

    // The height of all rows.
    double draw() {
        double height_points = 0;
        const std::vector<double>& widths = block_->layout->picture.widths_chars;
        for (std::uint32_t column = 0; column < block_->columns; ++column) {
            sheet_->set_column_width(
                first_.column + column, first_.column + column, widths[column]);
        }
        FittedBlock fitted = fit(*block_);
        for (std::uint32_t row = 0; row < block_->rows.size(); ++row) {
            sheet_->set_row_height(first_.row + row, fitted.heights_points[row]);
            height_points += fitted.heights_points[row];
            for (std::uint32_t column = 0; column < block_->columns; ++column) {
                if (block_->is_owner(row, column)) {
                    draw_cell(row, column, fitted.styles[row * block_->columns + column]);
                }
            }
            validate_row(row);
        }
        return height_points;
    }

private:
    [[nodiscard]] base::CellRef on_sheet(base::CellRef cell) const {
        return {first_.row + cell.row, first_.column + cell.column};
    }

    void draw_cell(std::uint32_t row, std::uint32_t column, CellStyle& style) {
        const BlockCell& cell = block_->at(row, column);
        if (cell.picture->kind == CellKind::absent) {
            return;
        }
        const FieldPlace place = block_->place(row, column);
        Content content = cell.content;
        if (cell.picture->kind == CellKind::formula) {
            content = formula_content(place, style);
        } else if (style.number_format == "General") {
            style.number_format = cell.number_format;
        }
        if (const auto* text = std::get_if<std::string>(&content); text && has_colors(cell)) {
            content = with_colors(*block_->layout, *text, style);
        }
        frame_block(style, cell.range);
        const base::CellRange range{on_sheet(cell.range.first), on_sheet(cell.range.last)};
        sheet_->merge(range, content, style);
    }

    // Marks and their legend; what a person writes keeps one colour.
    [[nodiscard]] static bool has_colors(const BlockCell& cell) {
        const Field* field = cell.picture->field();
        return cell.picture->kind == CellKind::label ||
               (field != nullptr && field->id == FieldId::approach_marks);
    }

    // A rate that a person typed over the formula stays typed.
    [[nodiscard]] Content formula_content(const FieldPlace& place, CellStyle& style) {
        const auto known = block_->layout->formulas.find(place.cell->formula);
        if (known != block_->layout->formulas.end() && !known->second.format.empty()) {
            style.number_format = known->second.format;
        }
        const Field* field = place.cell->field();
        if (field != nullptr && field->id == FieldId::rate) {
            const plan::Evaluation* evaluation = evaluation_of(place, *field);
            if (evaluation != nullptr && evaluation->rate_percent) {
                return evaluation->rate_percent->shifted(-2);
            }
        }
        return formulas_.formula_of(place);
    }

    // A stronger line around the whole block, where its cells have lines at all.
    void frame_block(CellStyle& style, const base::CellRange& range) const {
        if (style.left != Border::thin) {
            return;
        }
        if (range.first.row == 0) {
            style.top = Border::medium;
        }
        if (range.last.row + 1 == block_->rows.size()) {
            style.bottom = Border::medium;
        }
        if (range.first.column == 0) {
            style.left = Border::medium;
        }
        if (range.last.column + 1 == block_->columns) {
            style.right = Border::medium;
        }
    }

    // One rule for neighbouring boxes of one field.
    void validate_row(std::uint32_t row) {
        for (std::uint32_t column = 0; column < block_->columns;) {
            const Field* field = box_of(row, column);
            std::uint32_t end = column + 1;
            if (field != nullptr) {
                while (end < block_->columns && continues(row, end, *field)) {
                    ++end;
                }
                validate({{row, column}, {row, end - 1}}, *field);
            }
            column = end;
        }
    }

    [[nodiscard]] const Field* box_of(std::uint32_t row, std::uint32_t column) const {
        const BlockCell& cell = block_->at(row, column);
        return block_->is_owner(row, column) && cell.picture->kind == CellKind::entry
                   ? cell.picture->field()
                   : nullptr;
    }

    // Also the cells joined to a box at their left.
    [[nodiscard]] bool continues(std::uint32_t row,
                                 std::uint32_t column,
                                 const Field& field) const {
        const Field* next = box_of(row, column);
        const BlockCell& cell = block_->at(row, column);
        return next != nullptr ? next->name == field.name
                               : cell.owner_row == row && cell.owner_column < column &&
                                     cell.picture->kind == CellKind::join_left;
    }

    void validate(const base::CellRange& boxes, const Field& field) {
        const auto known = block_->layout->fields.find(field.name);
        if (known == block_->layout->fields.end()) {
            return;
        }
        const layout::FieldOptions& options = known->second;
        Validation rule;
        switch (options.check.kind) {
            case layout::Check::Kind::none:
            case layout::Check::Kind::any:
                break;
            case layout::Check::Kind::list:
                rule.kind = Validation::Kind::list;
                rule.choices = options.check.choices;
                rule.reject = true;
                break;
            case layout::Check::Kind::decimal:
                rule.kind = Validation::Kind::decimal;
                break;
            case layout::Check::Kind::length:
                rule.kind = Validation::Kind::text_length_at_most;
                rule.length = options.check.length;
                break;
        }
        if (!options.prompt.empty()) {
            rule.prompt_title = field.name;
            rule.prompt = options.prompt;
        }
        sheet_->validate({on_sheet(boxes.first), on_sheet(boxes.last)}, rule);
    }

    SheetWriter* sheet_;
    base::CellRef first_;
    const Block* block_;
    FormFormulas formulas_;
};

// Cells of one field and indicator, one a year side by side; nothing where they do not stand so.
class YearRow {
public:
    void add(base::CellRef cell) {
        if (cells_ == 0) {
            range_ = {cell, cell};
        } else {
            in_line_ =
                in_line_ && cell.row == range_.last.row && cell.column == range_.last.column + 1;
            range_.last = cell;
        }
        ++cells_;
    }
    [[nodiscard]] bool usable() const { return cells_ > 0 && in_line_; }
    [[nodiscard]] int count() const { return cells_; }
    [[nodiscard]] const base::CellRange& range() const { return range_; }

private:
    base::CellRange range_;
    int cells_ = 0;
    bool in_line_ = true;
};

bool is_numeric_or_blank(const plan::Value& value) {
    return value.stored.has_value() || value.is<plan::Blank>();
}

bool is_numeric(const plan::Indicator& indicator) {
    bool any = false;
    for (const plan::YearEntry& entry : indicator.years) {
        if (!is_numeric_or_blank(entry.target) || !is_numeric_or_blank(entry.actual)) {
            return false;
        }
        any = any || entry.target.stored || entry.actual.stored;
    }
    return any;
}

// The last headings above a row, for charts.
YearRow headings_above(const Block& block, base::CellRef first, std::uint32_t row) {
    for (std::uint32_t above = row; above-- > 0;) {
        YearRow headings;
        for (std::uint32_t column = 0; column < block.columns; ++column) {
            const Field* field = block.at(above, column).picture->field();
            if (field != nullptr && field->id == FieldId::year_heading) {
                headings.add({first.row + above, first.column + column});
            }
        }
        if (headings.usable()) {
            return headings;
        }
    }
    return {};
}

std::vector<DrawnBlock::SeriesRows> series_of(const Block& block,
                                              base::CellRef first,
                                              const plan::Measure& measure) {
    std::vector<DrawnBlock::SeriesRows> series;
    for (const plan::Indicator& indicator : measure.indicators) {
        YearRow targets;
        YearRow actuals;
        YearRow headings;
        for (std::uint32_t row = 0; row < block.rows.size(); ++row) {
            for (std::uint32_t column = 0; column < block.columns; ++column) {
                const Field* field = block.at(row, column).picture->field();
                if (field == nullptr || !block.is_owner(row, column) ||
                    field->pin != layout::YearPin::none ||
                    (field->id != FieldId::target && field->id != FieldId::actual) ||
                    element_for(*block.layout, block.rows[row], *field).indicator != &indicator) {
                    continue;
                }
                if (actuals.count() + targets.count() == 0) {
                    headings = headings_above(block, first, row);
                }
                (field->id == FieldId::target ? targets : actuals)
                    .add({first.row + row, first.column + column});
            }
        }
        if (targets.usable() && actuals.usable() && headings.usable() &&
            targets.count() == headings.count() && actuals.count() == headings.count()) {
            series.push_back({indicator.id,
                              headings.range(),
                              targets.range(),
                              actuals.range(),
                              is_numeric(indicator)});
        }
    }
    return series;
}

DrawnBlock draw_block(SheetWriter& sheet, base::CellRef at, const Block& block) {
    DrawnBlock drawn;
    drawn.height_points = BlockDrawer(sheet, at, block).draw();
    for (const double width : block.layout->picture.widths_chars) {
        drawn.width_chars += width;
    }
    const auto rows = static_cast<std::uint32_t>(std::max<std::size_t>(block.rows.size(), 1));
    drawn.range = {at, {at.row + rows - 1, at.column + std::max(block.columns, 1U) - 1}};
    return drawn;
}

}  // namespace

DrawnBlock draw_form(SheetWriter& sheet,
                     base::CellRef at,
                     const layout::Layout& layout,
                     const plan::Plan& plan,
                     const plan::Measure& measure,
                     const FormOptions& options) {
    const Block block = make_block(layout, plan, {&measure});
    DrawnBlock drawn = draw_block(sheet, at, block);
    drawn.series = series_of(block, at, measure);
    if (options.tell_plan && !measure.id.empty()) {
        sheet.define_name(layout::measure_name(measure.id),
                          layout::cell_reference(sheet.name(), at));
    }
    return drawn;
}

DrawnBlock draw_plan_form(SheetWriter& sheet,
                          base::CellRef at,
                          const layout::Layout& layout,
                          const plan::Plan& plan,
                          const FormOptions& options) {
    std::vector<const plan::Measure*> measures;
    for (const plan::Measure& measure : plan.measures) {
        measures.push_back(&measure);
    }
    const Block block = make_block(layout, plan, measures);
    const plan::Measure* last = nullptr;
    for (std::uint32_t row = 0; options.tell_plan && row < block.rows.size(); ++row) {
        const plan::Measure* measure = block.rows[row].measure;
        if (measure != nullptr && measure != last && !measure->id.empty()) {
            sheet.define_name(layout::measure_name(measure->id),
                              layout::cell_reference(sheet.name(), {at.row + row, at.column}));
            last = measure;
        }
    }
    return draw_block(sheet, at, block);
}

}  // namespace shinchoku::render
