#include "layout/undone_joins.h"

#include <algorithm>

namespace shinchoku::layout {
namespace {

class JoinFinder {
public:
    JoinFinder(const Grid& grid, const Block& block) : grid_(grid), block_(block) {
        for (std::size_t number = 0; number < block.labels.size(); ++number) {
            if (block.labels[number]) {
                note_column(block.layout->labels[number].column,
                            block.labels[number]->area.first.column);
            }
        }
        for (const YearRow& years : block.years) {
            for (const YearColumn& column : years.columns) {
                note_column(column.picture_column, column.first_column);
            }
        }
    }

    std::optional<UndoneJoin> run() const {
        for (std::size_t number = 0; number < block_.labels.size(); ++number) {
            const auto& found = block_.labels[number];
            const LabelCell& label = block_.layout->labels[number];
            if (found && (is_undone(label, found->area) || is_undone_down(label, found->area))) {
                return UndoneJoin{label.shown, found->area.first};
            }
        }
        for (const YearRow& years : block_.years) {
            if (const YearColumn* undone = undone_heading(years)) {
                return UndoneJoin{grid_.shown(*grid_.find(undone->heading)), undone->heading};
            }
        }
        for (const auto& elements : block_.elements) {
            for (const Element& element : elements) {
                if (auto undone = undone_in(element)) {
                    return undone;
                }
            }
        }
        return std::nullopt;
    }

private:
    void note_column(int picture_column, std::uint32_t column) {
        const int drawn = picture_column - block_.layout->anchor_column;
        if (column >= block_.column && static_cast<int>(column - block_.column) >= drawn) {
            shown_columns_ = std::max(shown_columns_, picture_column);
        }
    }

    bool is_single(const base::CellRange& area) const { return area.first == area.last; }

    // Blank, and joined to nothing.
    bool is_free(base::CellRef at) const {
        const sheet::Cell* cell = grid_.find(at);
        return at.column <= block_.last_column && is_single(grid_.area(at)) &&
               (cell == nullptr || !grid_.is_filled(*cell));
    }

    // What stands right of the label in the picture stands as far right in the sheet, or nothing
    // stands there.
    bool is_undone(const LabelCell& label, const base::CellRange& area) const {
        const Picture& picture = block_.layout->layout->picture;
        const int end = label.column + label.span;
        return label.span > 1 && is_single(area) &&
               (end >= static_cast<int>(picture.column_count()) || shown_columns_ >= end) &&
               is_free({area.first.row, area.first.column + 1});
    }

    // A label over the single row below it.
    bool is_undone_down(const LabelCell& label, const base::CellRange& area) const {
        const auto below = static_cast<std::size_t>(label.row) + 1;
        const std::vector<PictureRow>& picture = block_.layout->layout->picture.rows;
        if (below >= picture.size() || !picture[below].list.empty() || !is_single(area) ||
            picture[below].cells[static_cast<std::size_t>(label.column)].kind !=
                CellKind::join_up) {
            return false;
        }
        const std::vector<CompiledRow>& rows = block_.layout->rows;
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const CompiledRow& each) {
            return each.picture_row == static_cast<int>(below);
        });
        const base::CellRef beneath{area.first.row + 1, area.first.column};
        return row != rows.end() &&
               block_.row_of[static_cast<std::size_t>(row - rows.begin())] == beneath.row &&
               is_free(beneath);
    }

    std::optional<UndoneJoin> undone_in(const Element& element) const {
        const auto look_at = [&](const Hit& hit) -> std::optional<UndoneJoin> {
            const LabelCell& label = block_.layout->labels[static_cast<std::size_t>(hit.label)];
            return is_undone(label, grid_.own_area(hit.at))
                       ? std::optional(UndoneJoin{label.shown, hit.at})
                       : std::nullopt;
        };
        if (element.heading) {
            if (auto undone = look_at(*element.heading)) {
                return undone;
            }
        }
        for (const Hit& hit : element.labels) {
            if (auto undone = look_at(hit)) {
                return undone;
            }
        }
        return std::nullopt;
    }

    const YearColumn* undone_heading(const YearRow& years) const {
        const int row = block_.layout->rows[static_cast<std::size_t>(years.compiled)].picture_row;
        const Picture& picture = block_.layout->layout->picture;
        for (const YearColumn& column : years.columns) {
            if (picture.span_of(row, column.picture_column) > 1 &&
                column.last_column > column.first_column && is_single(grid_.area(column.heading)) &&
                is_free({column.heading.row, column.heading.column + 1}) &&
                has_join_below(column.heading)) {
                return &column;
            }
        }
        return nullptr;
    }

    // The reach of a heading may be that of an inserted column, and nothing bounds the last one's:
    // the values under it show how wide it is.
    bool has_join_below(base::CellRef heading) const {
        for (std::uint32_t row = heading.row + 1; row <= block_.last_row; ++row) {
            const base::CellRange area = grid_.area({row, heading.column});
            if (area.first == base::CellRef{row, heading.column} &&
                area.last.column > heading.column) {
                return true;
            }
        }
        return false;
    }

    const Grid& grid_;
    const Block& block_;
    int shown_columns_ = -1;  // the last column of the picture that the sheet is known to have
};

}  // namespace

std::optional<UndoneJoin> find_undone_join(const Grid& grid, const Block& block) {
    return JoinFinder(grid, block).run();
}

}  // namespace shinchoku::layout
