#include "layout/block.h"

namespace shinchoku::layout {

bool Block::has_row(std::uint32_t row) const {
    return std::find(row_of.begin(), row_of.end(), row) != row_of.end() ||
           std::any_of(free_fields.begin(), free_fields.end(), [&](const FreePlace& free) {
               return free.area.first.row == row;
           });
}

std::string Block::label_before(std::uint32_t row) const {
    std::string text;
    std::uint32_t nearest = 0;
    for (std::size_t compiled = 0; compiled < row_of.size(); ++compiled) {
        const CompiledRow& own = layout->rows[compiled];
        if (row_of[compiled] && *row_of[compiled] < row && *row_of[compiled] >= nearest &&
            !own.labels.empty()) {
            nearest = *row_of[compiled];
            text = layout->labels[static_cast<std::size_t>(own.labels.front())].shown;
        }
    }
    return text;
}

void Block::report_row_missing(int compiled, std::uint32_t row, bool deleted) {
    // A row without a label is known by the label above it.
    int labelled = compiled;
    while (labelled >= 0 && layout->rows[static_cast<std::size_t>(labelled)].labels.empty()) {
        --labelled;
    }
    const std::string label =
        labelled < 0 ? std::string()
                     : layout
                           ->labels[static_cast<std::size_t>(
                               layout->rows[static_cast<std::size_t>(labelled)].labels.front())]
                           .shown;
    remarks.add(
        labelled == compiled ? remark::label_missing(label) : remark::value_row_missing(label),
        first_cell(row));
    if (deleted) {
        remarks.add(remark::row_deleted(label), first_cell(row));
    }
}

void explain_row(Grid& grid, const Block& block, std::uint32_t row) {
    for (const sheet::Cell& cell : grid.part(row, block.column, block.last_column)) {
        grid.mark_used(cell);
    }
}

}  // namespace shinchoku::layout
