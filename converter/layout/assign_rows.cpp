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
            extend(row);
        }
        for (const FreePlace& free : block_.free_fields) {
            extend(free.area.last.row);
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

    void extend(const std::optional<std::uint32_t>& row) {
        if (row) {
            block_.first_row = std::min(block_.first_row, *row);
            block_.last_row = std::max(block_.last_row, *row);
        }
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
            fill_region(regions[i], own);
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
            if (!is_blank(row) && !is_taken(row)) {
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
                report_row_missing(singles[i], gap.first + static_cast<std::uint32_t>(i), true);
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
            extend(row);
            return;
        }
        report_row_missing(index, row, false);
        explain(row);
        extend(row);
    }

    // What stands in the row of a missing label is accounted for by that finding.
    void explain(std::uint32_t row) {
        for (const sheet::Cell& cell : grid_.part(row, block_.column, block_.last_column)) {
            grid_.mark_used(cell);
        }
    }

    void report_row_missing(int index, std::uint32_t row, bool deleted) {
        const CompiledRow& own = compiled(index);
        const base::CellRef cell = block_.first_cell(row);
        if (own.labels.empty()) {
            const std::string above = label_above(index);
            block_.remarks.add(remark::value_row_missing(above), cell);
            block_.remarks.add(remark::row_deleted(above), cell);
            return;
        }
        const std::string& first =
            block_.layout->labels[static_cast<std::size_t>(own.labels.front())].shown;
        block_.remarks.add(remark::label_missing(first), cell);
        if (deleted) {
            block_.remarks.add(remark::row_deleted(first), cell);
        }
    }

    std::string label_above(int index) const {
        for (int above = index - 1; above >= 0; --above) {
            if (!compiled(above).labels.empty()) {
                return block_.layout
                    ->labels[static_cast<std::size_t>(compiled(above).labels.front())]
                    .shown;
            }
        }
        return {};
    }

    bool is_taken(std::uint32_t row) const {
        return std::find(block_.row_of.begin(), block_.row_of.end(), row) != block_.row_of.end() ||
               std::any_of(block_.free_fields.begin(),
                           block_.free_fields.end(),
                           [&](const FreePlace& free) { return free.area.first.row == row; });
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
                block_.remarks.add(remark::rows_inserted(label_before(row)),
                                   block_.first_cell(row));
                return;
            }
        }
    }

    std::string label_before(std::uint32_t row) const {
        std::string text;
        for (const Anchor& anchor : anchors_) {
            if (anchor.row < row && !compiled(anchor.compiled).labels.empty()) {
                text =
                    block_.layout
                        ->labels[static_cast<std::size_t>(compiled(anchor.compiled).labels.front())]
                        .shown;
            }
        }
        return text;
    }

    // Single rows above a list take the first filled rows; the rest is the list's.
    Gap without_leading(const std::vector<int>& singles, const Gap& gap) {
        std::uint32_t next = gap.first;
        for (const int index : singles) {
            while (next + 1 < gap.end() && is_blank(next)) {
                ++next;
            }
            if (next >= gap.end()) {
                report_row_missing(index, next, true);
            } else {
                give(index, next++);
            }
        }
        return {next, gap.end() - next};
    }

    // The last filled rows of a gap, for the single rows below a list.
    Gap trailing_rows(const std::vector<int>& singles, const Gap& gap) const {
        std::uint32_t first = gap.end();
        for (std::size_t left = singles.size(); left > 0 && first > gap.first;) {
            --first;
            left -= is_blank(first) ? 0U : 1U;
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

    const AlignedRow* region_row_at(std::uint32_t row) const {
        const auto found = std::lower_bound(
            region_rows_.begin(),
            region_rows_.end(),
            row,
            [](const AlignedRow* a, std::uint32_t wanted) { return a->row < wanted; });
        return found != region_rows_.end() && (*found)->row == row ? *found : nullptr;
    }

    void fill_region(int region, const Gap& gap) {
        const Region& own = block_.layout->regions[static_cast<std::size_t>(region)];
        const bool labelled = lines_have_labels(own);
        std::optional<Hit> heading;
        std::optional<std::uint32_t> blank;
        int last_line = own.lines - 1;
        for (std::uint32_t row = gap.first; row < gap.end(); ++row) {
            if (is_blank(row)) {
                blank = blank ? blank : row;
                continue;
            }
            const AlignedRow* known = region_row_at(row);
            if (known == nullptr && (labelled || is_taken(row))) {
                continue;  // nothing of this list; reported as extra
            }
            if (known != nullptr && compiled(known->compiled).heading) {
                heading = known->labels.front();
                last_line = own.lines - 1;
            } else {
                const int line =
                    known != nullptr ? compiled(known->compiled).line : (last_line + 1) % own.lines;
                add_line(region, row, line, line <= last_line, known);
                block_.elements[static_cast<std::size_t>(region)].back().heading = heading;
                last_line = line;
            }
            if (blank) {
                block_.remarks.add(remark::rows_inserted(label_before(*blank)),
                                   block_.first_cell(*blank));
                blank.reset();
            }
            extend(row);
        }
        if (labelled) {
            report_missing_lines(region);
        }
    }

    bool lines_have_labels(const Region& region) const {
        for (int index = region.first; index <= region.last; ++index) {
            if (!compiled(index).heading && !compiled(index).labels.empty()) {
                return true;
            }
        }
        return false;
    }

    void add_line(int region, std::uint32_t row, int line, bool is_new, const AlignedRow* known) {
        std::vector<Element>& elements = block_.elements[static_cast<std::size_t>(region)];
        if (is_new || elements.empty()) {
            const Region& own = block_.layout->regions[static_cast<std::size_t>(region)];
            elements.emplace_back();
            elements.back().line_rows.resize(static_cast<std::size_t>(own.lines));
        }
        Element& element = elements.back();
        element.line_rows[static_cast<std::size_t>(line)] = row;
        if (known != nullptr) {
            element.labels.insert(element.labels.end(), known->labels.begin(), known->labels.end());
        }
    }

    // A line of an element that is known by its label and is not there.
    void report_missing_lines(int region) {
        const Region& own = block_.layout->regions[static_cast<std::size_t>(region)];
        for (const Element& element : block_.elements[static_cast<std::size_t>(region)]) {
            std::uint32_t next = 0;
            for (int index = own.first; index <= own.last; ++index) {
                const CompiledRow& row = compiled(index);
                if (row.heading || row.labels.empty()) {
                    continue;
                }
                const auto& found = element.line_rows[static_cast<std::size_t>(row.line)];
                if (found) {
                    next = *found + 1;
                    continue;
                }
                if (next == 0) {
                    next = first_row_of(element) - std::min(1U, first_row_of(element));
                }
                report_row_missing(index, next, is_blank(next));
                explain(next);
            }
        }
    }

    static std::uint32_t first_row_of(const Element& element) {
        for (const auto& row : element.line_rows) {
            if (row) {
                return *row;
            }
        }
        return 0;
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
