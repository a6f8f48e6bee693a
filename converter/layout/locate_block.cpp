#include <algorithm>

#include "base/utf8.h"
#include "layout/block.h"
#include "layout/comparison.h"
#include "layout/free_fields.h"
#include "layout/year_heading.h"

namespace shinchoku::layout {
namespace {

// Rows beyond so many inserted ones are no longer searched for a label.
constexpr std::uint32_t longest_gap = 500;

// How many letters may differ in a label that is taken for another: a quarter, one of 3 to 7.
std::size_t letters_allowed(std::size_t letters) {
    if (letters < 3) {
        return 0;
    }
    return std::max<std::size_t>(1, letters / 4);
}

class Locator {
public:
    Locator(Grid& grid,
            const LabelIndex& index,
            int layout,
            const Period& period,
            const AlignedBlock& aligned,
            const std::vector<Hit>& hits,
            const std::vector<TextHit>& texts,
            const Vicinity& vicinity)
        : grid_(grid), index_(index), aligned_(aligned), texts_(texts), vicinity_(vicinity) {
        const CompiledLayout& compiled = index.layouts()[static_cast<std::size_t>(layout)];
        block_.layout = &compiled;
        block_.period = period;
        block_.column = aligned.column;
        block_.limit_column = aligned.last_column;
        block_.row_of.resize(compiled.rows.size());
        block_.form_of.resize(compiled.rows.size());
        block_.labels.resize(compiled.labels.size());
        block_.elements.resize(compiled.regions.size());
        const auto by_row = [](const Hit& hit, std::uint32_t row) { return hit.at.row < row; };
        const auto first = std::lower_bound(hits.begin(), hits.end(), vicinity.first_row, by_row);
        const auto last = std::lower_bound(first, hits.end(), vicinity.last_row + 1, by_row);
        hits_.assign(first, last);
    }

    [[nodiscard]] Block run() {
        take_aligned();
        find_moved();
        find_year_rows();
        find_year_columns(grid_, block_);
        find_renamed();
        find_free_fields(grid_, block_, texts_, vicinity_);
        assign_rows(grid_, block_, aligned_, vicinity_);
        report_labels();
        return std::move(block_);
    }

private:
    const CompiledLayout& layout() const { return *block_.layout; }
    const CompiledRow& row(std::size_t compiled) const { return layout().rows[compiled]; }
    const LabelCell& label(int number) const {
        return layout().labels[static_cast<std::size_t>(number)];
    }

    void take_aligned() {
        for (const AlignedRow& aligned : aligned_.rows) {
            const auto compiled = static_cast<std::size_t>(aligned.compiled);
            if (row(compiled).region < 0) {
                block_.row_of[compiled] = aligned.row;
                block_.form_of[compiled] = aligned.form;
                for (const Hit& hit : aligned.labels) {
                    place(hit.label, hit.at, *hit.candidate);
                }
            }
            for (const Hit& hit : aligned.labels) {
                grid_.mark_used(hit.at);
            }
        }
    }

    void place(int number, base::CellRef at, const Candidate& candidate) {
        const sheet::Cell* cell = grid_.find(at);
        LabelPlace found{grid_.own_area(at), candidate.agreement, candidate.wording, {}};
        found.captures = index_.captures(candidate, cell->text);
        block_.labels[static_cast<std::size_t>(number)] = std::move(found);
        grid_.mark_used(*cell);
    }

    // The row of an absent label elsewhere in the block.
    void find_moved() {
        for (std::size_t compiled = 0; compiled < layout().rows.size(); ++compiled) {
            for (const int number : row(compiled).labels) {
                if (!may_be_looked_for(compiled, number)) {
                    continue;
                }
                if (const Hit* hit = unused_hit(number)) {
                    place(number, hit->at, *hit->candidate);
                    take_moved(compiled, number, hit->at);
                }
            }
        }
    }

    bool may_be_looked_for(std::size_t compiled, int number) const {
        const auto index = static_cast<std::size_t>(number);
        return row(compiled).region < 0 && !block_.labels[index] &&
               (!block_.row_of[compiled] || is_form_found(compiled, number));
    }

    bool is_form_found(std::size_t compiled, int number) const {
        const auto form = static_cast<std::size_t>(block_.form_of[compiled]);
        return row(compiled).forms[form] == label(number).row;
    }

    void take_moved(std::size_t compiled, int number, base::CellRef at) {
        if (block_.row_of[compiled]) {
            if (at.row != *block_.row_of[compiled]) {
                block_.remarks.add(remark::row_moved(label(number).shown), at);
            }
            return;
        }
        block_.row_of[compiled] = at.row;
        const auto& forms = row(compiled).forms;
        block_.form_of[compiled] = static_cast<int>(
            std::find(forms.begin(), forms.end(), label(number).row) - forms.begin());
        block_.remarks.add(remark::row_moved(label(number).shown), at);
    }

    const Hit* unused_hit(int number) const {
        for (const Hit& hit : hits_) {
            if (hit.label == number && hit.at.column >= block_.column &&
                hit.at.column <= block_.limit_column && is_near(hit.at.row) &&
                !grid_.is_used(*grid_.find(hit.at))) {
                return &hit;
            }
        }
        return nullptr;
    }

    // Moved rows and renamed labels are looked for in the block and as far around it as rows of it
    // may be missing.
    bool is_near(std::uint32_t sheet_row) const {
        const auto reach = static_cast<std::uint32_t>(layout().rows.size());
        const std::uint32_t first = aligned_.rows.front().row;
        return sheet_row + reach >= first && sheet_row <= aligned_.rows.back().row + reach;
    }

    // A heading row whose label is gone but which shows at least half of the years.
    void find_year_rows() {
        for (std::size_t compiled = 0; compiled < layout().rows.size(); ++compiled) {
            if (!row(compiled).has_years || row(compiled).region >= 0 || block_.row_of[compiled]) {
                continue;
            }
            const auto [first, last] = gap_of(compiled);
            for (std::uint32_t at = first; at <= last; ++at) {
                if (2 * years_in(at) >= layout().layout->year_count) {
                    block_.row_of[compiled] = at;
                    break;
                }
            }
        }
    }

    int years_in(std::uint32_t sheet_row) const {
        int years = 0;
        for (const sheet::Cell& cell : grid_.part(sheet_row, block_.column, block_.limit_column)) {
            const auto year =
                grid_.is_filled(cell) ? read_year_heading(grid_.shown(cell)) : std::nullopt;
            years += year && *year >= block_.period.first_year &&
                             *year < block_.period.first_year + layout().layout->year_count
                         ? 1
                         : 0;
        }
        return years;
    }

    // Sheet rows in which a row that was not found may stand: between the rows around it. Empty
    // (first > last) where there is none.
    std::pair<std::uint32_t, std::uint32_t> gap_of(std::size_t compiled) const {
        std::uint32_t first = vicinity_.first_row;
        std::uint32_t last = vicinity_.last_row;
        const auto reach = static_cast<std::uint32_t>(layout().rows.size());
        bool above = false;
        bool below = false;
        for (const AlignedRow& aligned : aligned_.rows) {
            if (aligned.compiled < static_cast<int>(compiled)) {
                first = aligned.row + 1;
                above = true;
            } else if (aligned.compiled > static_cast<int>(compiled) && !below) {
                last = aligned.row == 0 ? 0 : aligned.row - 1;
                below = true;
                if (aligned.row == 0) {
                    return {1, 0};
                }
            }
        }
        if (!above) {
            first = std::max(first, last >= reach ? last - reach : 0);
        }
        if (!below) {
            last = std::min(last, first + reach);
        }
        return {first, std::min(last, first + longest_gap)};
    }

    void find_renamed() {
        int missing = 0;
        for (std::size_t number = 0; number < layout().labels.size(); ++number) {
            missing += is_missing(static_cast<int>(number)) ? 1 : 0;
        }
        for (std::size_t number = 0; number < layout().labels.size(); ++number) {
            const auto compiled = static_cast<std::size_t>(layout().row_of_label[number]);
            const int own = static_cast<int>(number);
            if (may_be_looked_for(compiled, own) && !label(own).pattern) {
                guess(compiled, own, missing == 1 && is_missing(own));
            }
        }
    }

    bool is_missing(int number) const {
        return label(number).required && !block_.labels[static_cast<std::size_t>(number)] &&
               is_form_found_or_absent(number);
    }

    bool is_form_found_or_absent(int number) const {
        const auto compiled =
            static_cast<std::size_t>(layout().row_of_label[static_cast<std::size_t>(number)]);
        return !block_.row_of[compiled] || is_form_found(compiled, number);
    }

    // A label within a quarter of its letters, or the only unknown text where exactly one label is
    // missing.
    void guess(std::size_t compiled, int number, bool is_only_missing) {
        const auto [first, last] =
            block_.row_of[compiled] ? std::pair{*block_.row_of[compiled], *block_.row_of[compiled]}
                                    : gap_of(compiled);
        const std::string& text = label(number).text;
        const std::size_t allowed = letters_allowed(base::count_code_points(comparison_form(text)));
        const sheet::Cell* only = nullptr;
        int unknown = 0;
        for (std::uint32_t at = first; at <= last; ++at) {
            for (const sheet::Cell& cell : label_cells(at, label(number).first_column)) {
                if (!is_unknown_text(cell)) {
                    continue;
                }
                if (allowed > 0 && distance(cell.text, text) <= allowed) {
                    take_guess(compiled, number, cell);
                    return;
                }
                ++unknown;
                only = &cell;
            }
        }
        if (is_only_missing && unknown == 1 && label(number).first_column &&
            !gap_has_elements(compiled) && is_like_a_label(*only)) {
            take_guess(compiled, number, *only);
        }
    }

    // Cells of a row in which a label of this kind may stand.
    std::span<const sheet::Cell> label_cells(std::uint32_t at, bool first_column) const {
        return first_column ? grid_.part(at, block_.column, block_.column)
                            : grid_.part(at, block_.column + 1, block_.limit_column);
    }

    bool is_unknown_text(const sheet::Cell& cell) const {
        return cell.type == sheet::CellType::text && grid_.is_filled(cell) &&
               !grid_.is_used(cell) && cell.text.size() <= 150;
    }

    // A label has something beside it and is no note across the whole block.
    bool is_like_a_label(const sheet::Cell& cell) const {
        const base::CellRange area = grid_.area(cell.at);
        return !grid_.row_is_blank(cell.at.row, area.last.column + 1, block_.limit_column) &&
               std::find(block_.row_of.begin(), block_.row_of.end(), cell.at.row) ==
                   block_.row_of.end();
    }

    // True where elements of a list stand in the same gap: their free texts look like labels too.
    bool gap_has_elements(std::size_t compiled) const {
        const auto is_free = [&](std::size_t at) {
            return row(at).region >= 0 && row(at).labels.empty();
        };
        for (std::size_t at = compiled; at-- > 0 && !block_.row_of[at];) {
            if (is_free(at)) {
                return true;
            }
        }
        for (std::size_t at = compiled + 1; at < layout().rows.size() && !block_.row_of[at]; ++at) {
            if (is_free(at)) {
                return true;
            }
        }
        return false;
    }

    void take_guess(std::size_t compiled, int number, const sheet::Cell& cell) {
        block_.labels[static_cast<std::size_t>(number)] =
            LabelPlace{grid_.own_area(cell.at), Agreement::guessed, std::string(cell.text), {}};
        block_.row_of[compiled] = cell.at.row;
        grid_.mark_used(cell);
    }

    void report_labels() {
        for (std::size_t number = 0; number < layout().labels.size(); ++number) {
            const auto& found = block_.labels[number];
            if (!found) {
                continue;
            }
            const std::string& text = label(static_cast<int>(number)).shown;
            const std::string shown(grid_.find(found->area.first)->text);
            switch (found->agreement) {
                case Agreement::exact:
                    break;
                case Agreement::spelling:
                case Agreement::variant:
                case Agreement::loose:
                    block_.remarks.add(remark::other_wording(text, shown), found->area.first);
                    break;
                case Agreement::guessed:
                    block_.remarks.add(remark::guessed_wording(text, shown), found->area.first);
                    break;
            }
        }
    }

    Grid& grid_;
    const LabelIndex& index_;
    const AlignedBlock& aligned_;
    const std::vector<TextHit>& texts_;
    Vicinity vicinity_;
    std::vector<Hit> hits_;
    Block block_;
};

}  // namespace

Block locate_block(Grid& grid,
                   const LabelIndex& index,
                   int layout,
                   const Period& period,
                   const AlignedBlock& aligned,
                   const std::vector<Hit>& hits,
                   const std::vector<TextHit>& texts,
                   const Vicinity& vicinity) {
    return Locator(grid, index, layout, period, aligned, hits, texts, vicinity).run();
}

}  // namespace shinchoku::layout
