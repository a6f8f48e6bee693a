#include <algorithm>

#include "layout/block.h"

namespace shinchoku::layout {
namespace {

class ElementAssigner {
public:
    ElementAssigner(Grid& grid,
                    Block& block,
                    int region,
                    const std::vector<const AlignedRow*>& known)
        : grid_(grid),
          block_(block),
          region_(block.layout->regions[static_cast<std::size_t>(region)]),
          elements_(block.elements[static_cast<std::size_t>(region)]),
          known_(known),
          last_line_(region_.lines - 1) {}

    void run(std::uint32_t first, std::uint32_t end) {
        const bool labelled = lines_have_labels();
        std::optional<std::uint32_t> blank;
        for (std::uint32_t row = first; row < end; ++row) {
            if (is_blank(row)) {
                blank = blank ? blank : row;
                continue;
            }
            const AlignedRow* known = known_at(row);
            if (known == nullptr && (labelled || block_.has_row(row))) {
                continue;  // nothing of this list; reported as extra
            }
            take(row, known);
            if (blank) {
                block_.remarks.add(remark::rows_inserted(block_.label_before(*blank)),
                                   block_.first_cell(*blank));
                blank.reset();
            }
            block_.extend(row);
        }
        if (labelled) {
            report_missing_lines();
        }
    }

private:
    const CompiledRow& compiled(int index) const {
        return block_.layout->rows[static_cast<std::size_t>(index)];
    }

    bool is_blank(std::uint32_t row) const {
        return grid_.row_is_blank(row, block_.column, block_.last_column);
    }

    const AlignedRow* known_at(std::uint32_t row) const {
        const auto found = std::lower_bound(
            known_.begin(), known_.end(), row, [](const AlignedRow* a, std::uint32_t wanted) {
                return a->row < wanted;
            });
        return found != known_.end() && (*found)->row == row ? *found : nullptr;
    }

    bool lines_have_labels() const {
        for (int index = region_.first; index <= region_.last; ++index) {
            if (!compiled(index).heading && !compiled(index).labels.empty()) {
                return true;
            }
        }
        return false;
    }

    // A heading row, or the next line of an element: told by its own labels, or counted.
    void take(std::uint32_t row, const AlignedRow* known) {
        if (known != nullptr && compiled(known->compiled).heading) {
            heading_ = known->labels.front();
            last_line_ = region_.lines - 1;
            return;
        }
        const int line =
            known != nullptr ? compiled(known->compiled).line : (last_line_ + 1) % region_.lines;
        if (line <= last_line_ || elements_.empty()) {
            elements_.emplace_back();
            elements_.back().line_rows.resize(static_cast<std::size_t>(region_.lines));
            elements_.back().heading = heading_;
        }
        Element& element = elements_.back();
        element.line_rows[static_cast<std::size_t>(line)] = row;
        if (known != nullptr) {
            element.labels.insert(element.labels.end(), known->labels.begin(), known->labels.end());
        }
        last_line_ = line;
    }

    // A line of an element that is known by its label and is not there.
    void report_missing_lines() {
        for (const Element& element : elements_) {
            std::optional<std::uint32_t> above;
            for (int index = region_.first; index <= region_.last; ++index) {
                const CompiledRow& row = compiled(index);
                if (row.heading || row.labels.empty()) {
                    continue;
                }
                const auto& found = element.line_rows[static_cast<std::size_t>(row.line)];
                if (found) {
                    above = found;
                    continue;
                }
                const std::uint32_t place = above ? *above + 1 : place_above(element);
                const bool is_there =
                    !is_blank(place) && known_at(place) == nullptr && !block_.has_row(place);
                block_.report_row_missing(index, place, !is_there);
                if (is_there) {
                    explain_row(grid_, block_, place);
                    block_.extend(place);
                }
            }
        }
    }

    static std::uint32_t place_above(const Element& element) {
        for (const auto& row : element.line_rows) {
            if (row) {
                return *row == 0 ? 0 : *row - 1;
            }
        }
        return 0;
    }

    Grid& grid_;
    Block& block_;
    const Region& region_;
    std::vector<Element>& elements_;
    const std::vector<const AlignedRow*>& known_;
    std::optional<Hit> heading_;
    int last_line_;
};

}  // namespace

void assign_elements(Grid& grid,
                     Block& block,
                     int region,
                     std::uint32_t first,
                     std::uint32_t end,
                     const std::vector<const AlignedRow*>& known) {
    ElementAssigner(grid, block, region, known).run(first, end);
}

}  // namespace shinchoku::layout
