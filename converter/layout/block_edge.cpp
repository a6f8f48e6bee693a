#include <algorithm>
#include <optional>

#include "layout/block.h"

namespace shinchoku::layout {
namespace {

// How far the picture goes on to the right of a place whose right edge in the picture is known.
struct Edge {
    int picture_last = -1;
    std::uint32_t sheet_last = 0;
};

void widen(Edge& edge, int picture_last, std::uint32_t sheet_last) {
    if (picture_last > edge.picture_last ||
        (picture_last == edge.picture_last && sheet_last > edge.sheet_last)) {
        edge = {picture_last, sheet_last};
    }
}

}  // namespace

void find_right_edge(Block& block) {
    const CompiledLayout& layout = *block.layout;
    Edge edge;
    for (std::size_t number = 0; number < layout.labels.size(); ++number) {
        if (const auto& found = block.labels[number]) {
            const LabelCell& label = layout.labels[number];
            widen(edge,
                  label.column + label.span - 1,
                  std::max(found->area.last.column,
                           found->area.first.column + static_cast<std::uint32_t>(label.span) - 1));
        }
    }
    for (const YearRow& years : block.years) {
        // Years may stand in another order than in the picture; the last column is one of theirs.
        std::uint32_t last_column = 0;
        for (const YearColumn& column : years.columns) {
            last_column = std::max(last_column, column.last_column);
        }
        for (const YearColumn& column : years.columns) {
            const int row = layout.rows[static_cast<std::size_t>(years.compiled)].picture_row;
            const int span = layout.layout->picture.span_of(row, column.picture_column);
            widen(edge, column.picture_column + span - 1, last_column);
        }
    }
    const int width = static_cast<int>(layout.layout->picture.column_count());
    const int rest =
        edge.picture_last < 0 ? width - layout.anchor_column - 1 : width - 1 - edge.picture_last;
    const std::uint32_t from = edge.picture_last < 0 ? block.column : edge.sheet_last;
    block.last_column =
        std::min(block.limit_column, from + static_cast<std::uint32_t>(std::max(rest, 0)));
}

void report_moved_columns(Block& block) {
    const CompiledLayout& layout = *block.layout;
    std::optional<base::CellRef> first;
    const auto look_at = [&](base::CellRef at, int picture_column) {
        const auto drawn =
            block.column + static_cast<std::uint32_t>(picture_column - layout.anchor_column);
        if (at.column != drawn && (!first || at < *first)) {
            first = at;
        }
    };
    for (std::size_t number = 0; number < layout.labels.size(); ++number) {
        if (block.labels[number] && !layout.labels[number].first_column) {
            look_at(block.labels[number]->area.first, layout.labels[number].column);
        }
    }
    for (const YearRow& years : block.years) {
        for (const YearColumn& column : years.columns) {
            look_at(column.heading, column.picture_column);
        }
    }
    if (first) {
        block.remarks.add(remark::columns_inserted(), *first);
    }
}

}  // namespace shinchoku::layout
