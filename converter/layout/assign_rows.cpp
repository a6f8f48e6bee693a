#include <algorithm>

#include "layout/block.h"

namespace shinchoku::layout {
namespace {

constexpr std::uint32_t rows_that_end_a_list = 2;

// Sheet rows from `first`; where there is none, `first` is where one would stand.
struct Gap {
    std::uint32_t first = 0;
    std::uint32_t size = 0;

    [[nodiscard]] std::uint32_t end() const { return first + size; }
};

// Gives the rows between two known rows of the picture to what the picture has there.
class RowAssigner {
public:
    RowAssigner(Grid& grid, Block& block, const AlignedBlock& aligned, const Vicinity& vicinity)
        : grid_(grid), block_(block), vicinity_(vicinity) {
        for (const AlignedRow& row : aligned.rows) {
            if (compiled(row.compiled).region >= 0) {
                region_rows_.push_back(&row);
            } else {
                anchors_.push_back({row.compiled, row.row});
            }
        }
        add_found_rows();
        block_.first_row = aligned.rows.front().row;
        block_.last_row = aligned.rows.back().row;
        for (const auto& row : block_.row_of) {
            block_.extend(row.value_or(block_.first_row));
        }
        for (const FreePlace& free : block_.free_fields) {
            block_.extend(free.area.last.row);
        }
    }

    void run() {
        const int rows = static_cast<int>(block_.layout->rows.size());
        if (anchors_.empty()) {  // a block known by its repeated rows alone
            assign(0, rows, gap_at_end(block_.first_row), true);
            return;
        }
        if (anchors_.front().compiled > 0) {
            assign(0, anchors_.front().compiled, gap_at_start(), false);
        }
        for (std::size_t i = 0; i < anchors_.size(); ++i) {
            const Anchor& here = anchors_[i];
            const std::uint32_t below = bottom_of(here) + 1;
            if (i + 1 < anchors_.size()) {
                const Anchor& next = anchors_[i + 1];
                assign(here.compiled + 1, next.compiled, {below, next.row - below}, false);
            } else {
                assign(here.compiled + 1, rows, gap_at_end(below), true);
            }
        }
        report_labels_of_present_rows();
    }

private:
    struct Anchor {
        int compiled = 0;
        std::uint32_t row = 0;
    };

    const CompiledRow& compiled(int index) const {
        return block_.layout->rows[static_cast<std::size_t>(index)];
    }

    // Rows found by a second chance are anchors too where they stand in order; moved ones are not.
    void add_found_rows() {
        for (std::size_t index = 0; index < block_.row_of.size(); ++index) {
            const int number = static_cast<int>(index);
            const auto known = [&](const Anchor& anchor) { return anchor.compiled == number; };
            if (!block_.row_of[index] || std::any_of(anchors_.begin(), anchors_.end(), known)) {
                continue;
            }
            const Anchor found{number, *block_.row_of[index]};
            const auto in_order = [&](const Anchor& anchor) {
                return (anchor.compiled < found.compiled) == (anchor.row < found.row) &&
                       anchor.row != found.row;
            };
            if (std::all_of(anchors_.begin(), anchors_.end(), in_order)) {
                anchors_.insert(std::lower_bound(anchors_.begin(),
                                                 anchors_.end(),
                                                 found,
                                                 [](const Anchor& a, const Anchor& b) {
                                                     return a.compiled < b.compiled;
                                                 }),
                                found);
            }
        }
    }

    // The last row that the labels of a row are merged over.
    std::uint32_t bottom_of(const Anchor& anchor) const {
        std::uint32_t bottom = anchor.row;
        for (const int label : compiled(anchor.compiled).labels) {
            const auto& found = block_.labels[static_cast<std::size_t>(label)];
            if (found && found->area.first.row == anchor.row && !is_joined_down(label)) {
                bottom = std::max(bottom, found->area.last.row);
            }
        }
        return std::min(bottom, next_anchor_row(anchor) - 1);
    }

    std::uint32_t next_anchor_row(const Anchor& anchor) const {
        for (const Anchor& other : anchors_) {
            if (other.compiled > anchor.compiled) {
                return other.row;
            }
        }
        return vicinity_.last_row + 1;
    }

    // A label that the picture itself stretches over the rows below it.
    bool is_joined_down(int label) const {
        const LabelCell& cell = block_.layout->labels[static_cast<std::size_t>(label)];
        const auto& rows = block_.layout->layout->picture.rows;
        const auto below = static_cast<std::size_t>(cell.row) + 1;
        return below < rows.size() &&
               rows[below].cells[static_cast<std::size_t>(cell.column)].kind == CellKind::join_up;
    }

    bool is_blank(std::uint32_t row) const {
        return grid_.row_is_blank(row, block_.column, block_.last_column);
    }

    // Rows above the first label: only such as have lost their own label, for titles and notes may
    // stand there too.
    Gap gap_at_start() const {
        const std::uint32_t anchor = anchors_.front().row;
        std::uint32_t first = anchor;
        while (first > vicinity_.first_row &&
               anchor - first < static_cast<std::uint32_t>(anchors_.front().compiled) &&
               !is_blank(first - 1) &&
               grid_.row_is_blank(first - 1, block_.column, block_.column)) {
            --first;
        }
        return {first, anchor - first};
    }

    // To the next block or to two blank rows; at least one row, where the sheet has it.
    Gap gap_at_end(std::uint32_t first) const {
        std::uint32_t blank = 0;
        std::uint32_t end = std::min(first + 1, vicinity_.last_row + 1);
        for (std::uint32_t row = first; row <= vicinity_.last_row; ++row) {
            blank = is_blank(row) ? blank + 1 : 0;
            if (blank == rows_that_end_a_list) {
                break;
            }
            end = blank == 0 ? row + 1 : end;
        }
        return {first, end - std::min(first, end)};
    }

    // Gives the rows of `gap` to the picture's rows from..to-1.
    void assign(int from, int to, Gap gap, bool at_end) {
        std::vector<int> singles;  // with a row of their own, in order, until a region
        std::vector<int> after;    // and after the last region
        std::vector<int> regions;
        for (int index = from; index < to; ++index) {
            const CompiledRow& row = compiled(index);
            if (row.region >= 0) {
                if (regions.empty() || regions.back() != row.region) {
                    regions.push_back(row.region);
                }
            } else if (block_.row_of[static_cast<std::size_t>(index)]) {
                continue;  // moved elsewhere
            } else if (row.labels.empty() || row.required) {
                (regions.empty() ? singles : after).push_back(index);
            } else {
                report_absent(index, regions.empty() ? gap.first : gap.end());
            }
        }
        if (regions.empty()) {
            assign_singles(singles, gap, at_end);
            return;
        }
        gap = without_leading(singles, gap);
        const Gap trailing = trailing_rows(after, gap);
        gap.size -= trailing.size;
        for (std::size_t i = 0; i < regions.size(); ++i) {
            const Gap own = rows_of_region(regions, i, gap);
            assign_elements(grid_, block_, regions[i], own.first, own.end(), region_rows_);
        }
        assign_singles(after, trailing, at_end);
    }

    void report_absent(int index, std::uint32_t place) {
        const CompiledRow& row = compiled(index);
        const LabelCell& label =
            block_.layout->labels[static_cast<std::size_t>(row.labels.front())];
        if (row.optional) {
            block_.remarks.add(remark::optional_row_absent(label.shown), block_.first_cell(place));
        }
    }

    // Rows of the picture that stand one below the other, with no list among them.
    void assign_singles(const std::vector<int>& singles, const Gap& gap, bool at_end) {
        std::vector<std::uint32_t> filled;
        for (std::uint32_t row = gap.first; row < gap.end(); ++row) {
            if (!is_blank(row) && !block_.has_row(row)) {
                filled.push_back(row);
            }
        }
        if (singles.empty()) {
            report_inserted(gap, filled, 0, at_end);
            return;
        }
        const bool as_drawn =
            gap.size == singles.size() || (at_end && singles.size() == 1 && is_drawn(gap.first));
        const std::size_t rows = as_drawn ? singles.size() : filled.size();
        for (std::size_t i = 0; i < singles.size(); ++i) {
            if (i < rows) {
                give(singles[i], as_drawn ? gap.first + static_cast<std::uint32_t>(i) : filled[i]);
            } else if (filled.empty() && i < gap.size) {
                give(singles[i], gap.first + static_cast<std::uint32_t>(i));
            } else {
                block_.report_row_missing(
                    singles[i], gap.first + static_cast<std::uint32_t>(i), true);
            }
        }
        if (!as_drawn) {
            report_inserted(gap, filled, singles.size(), at_end);
        }
    }

    // A value's empty cell has a format or a merge; the rows below a form have not.
    bool is_drawn(std::uint32_t row) const {
        return !is_blank(row) || !grid_.part(row, block_.column, block_.last_column).empty();
    }

    // A label of the picture whose row is there without it, or a row without labels.
    void give(int index, std::uint32_t row) {
        const CompiledRow& own = compiled(index);
        if (own.labels.empty()) {
            block_.row_of[static_cast<std::size_t>(index)] = row;
            block_.extend(row);
            return;
        }
        block_.report_row_missing(index, row, false);
        explain_row(grid_, block_, row);
        block_.extend(row);
    }

    // Blank rows among those of the block are followed and told.
    void report_inserted(const Gap& gap,
                         const std::vector<std::uint32_t>& filled,
                         std::size_t wanted,
                         bool at_end) {
        if (at_end && !filled.empty() && filled.size() <= wanted) {
            report_blank_rows({gap.first, filled.back() - gap.first});
        } else if (!at_end) {
            report_blank_rows(gap);
        }
    }

    void report_blank_rows(const Gap& gap) {
        for (std::uint32_t row = gap.first; row < gap.end(); ++row) {
            if (is_blank(row)) {
                block_.remarks.add(remark::rows_inserted(block_.label_before(row)),
                                   block_.first_cell(row));
                return;
            }
        }
    }

    // Single rows above a list take the first filled rows; the rest is the list's.
    Gap without_leading(const std::vector<int>& singles, const Gap& gap) {
        std::uint32_t next = gap.first;
        for (const int index : singles) {
            while (next + 1 < gap.end() && is_blank(next) && !is_wiped(index, next)) {
                ++next;
            }
            if (next >= gap.end()) {
                block_.report_row_missing(index, next, true);
            } else {
                give(index, next++);
            }
        }
        return {next, gap.end() - next};
    }

    // A row that the picture fills with labels alone: without them it is blank, but still drawn.
    bool is_wiped(int index, std::uint32_t row) const {
        const auto& cells = block_.layout->layout->picture
                                .rows[static_cast<std::size_t>(compiled(index).picture_row)]
                                .cells;
        const bool labels_alone =
            std::all_of(cells.begin(), cells.end(), [](const PictureCell& cell) {
                return cell.kind == CellKind::label || cell.kind == CellKind::pattern ||
                       cell.kind == CellKind::empty || cell.kind == CellKind::absent ||
                       cell.kind == CellKind::join_left;
            });
        return labels_alone && is_blank(row) && is_drawn(row);
    }

    // The last filled rows of a gap, for the single rows below a list.
    Gap trailing_rows(const std::vector<int>& singles, const Gap& gap) const {
        std::uint32_t first = gap.end();
        for (auto index = singles.rbegin(); index != singles.rend() && first > gap.first; ++index) {
            --first;
            while (first > gap.first && is_blank(first) && !is_wiped(*index, first)) {
                --first;
            }
        }
        return {first, gap.end() - first};
    }

    // Two lists that touch are told apart by the labels of the second.
    Gap rows_of_region(const std::vector<int>& regions, std::size_t place, const Gap& gap) const {
        std::uint32_t first = gap.first;
        std::uint32_t end = gap.end();
        for (const AlignedRow* row : region_rows_) {
            const auto at = static_cast<std::size_t>(
                std::find(regions.begin(), regions.end(), compiled(row->compiled).region) -
                regions.begin());
            if (at < place) {
                first = std::max(first, row->row + 1);
            } else if (at > place && at < regions.size()) {
                end = std::min(end, row->row);
            }
        }
        return {first, end - std::min(first, end)};
    }

    // Labels that are missing though their row is there.
    void report_labels_of_present_rows() {
        for (std::size_t number = 0; number < block_.labels.size(); ++number) {
            const LabelCell& label = block_.layout->labels[number];
            const auto index = static_cast<std::size_t>(block_.layout->row_of_label[number]);
            const CompiledRow& row = block_.layout->rows[index];
            if (row.region >= 0 || block_.labels[number] || !block_.row_of[index] ||
                !is_wanted(label, row)) {
                continue;
            }
            const auto form = static_cast<std::size_t>(block_.form_of[index]);
            if (row.forms[form] == label.row) {
                block_.remarks.add(remark::label_missing(label.shown),
                                   block_.first_cell(*block_.row_of[index]));
                block_.unsure_rows.push_back(*block_.row_of[index]);
            }
        }
    }

    // In an optional row that is there, its labels are wanted too.
    static bool is_wanted(const LabelCell& label, const CompiledRow& row) {
        return label.required || (row.optional && !label.may_be_blank);
    }

    Grid& grid_;
    Block& block_;
    Vicinity vicinity_;
    std::vector<Anchor> anchors_;                 // by compiled row, in order on the sheet
    std::vector<const AlignedRow*> region_rows_;  // by row
};

}  // namespace

void assign_rows(Grid& grid, Block& block, const AlignedBlock& aligned, const Vicinity& vicinity) {
    RowAssigner(grid, block, aligned, vicinity).run();
}

}  // namespace shinchoku::layout
