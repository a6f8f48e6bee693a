#include "layout/measure_parts.h"

#include <algorithm>
#include <utility>

#include "layout/comparison.h"

namespace shinchoku::layout {
namespace {

std::ptrdiff_t first_row(const std::vector<bool>& rows) {
    return std::find(rows.begin(), rows.end(), true) - rows.begin();
}

std::ptrdiff_t last_row(const std::vector<bool>& rows) {
    return rows.rend() - std::find(rows.rbegin(), rows.rend(), true) - 1;
}

// Each has rows that the other lacks, and none below them is in both: a second copy of a form from
// which rows were deleted has the rest of them too.
bool complete_each_other(const std::vector<bool>& a, const std::vector<bool>& b) {
    const auto parting =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    bool only_a = false;
    bool only_b = false;
    for (std::size_t row = parting; row < a.size(); ++row) {
        if (a[row] && b[row]) {
            return false;
        }
        only_a = only_a || a[row];
        only_b = only_b || b[row];
    }
    return only_a && only_b;
}

}  // namespace

MeasureParts::Part MeasureParts::part_of(const Block& block,
                                         const MeasureDraft& draft,
                                         std::size_t sheet,
                                         std::size_t number) {
    Part part{.layout = block.layout, .sheet = sheet, .block = number};
    if (draft.places.fields.contains("title")) {
        part.title = draft.number + "|" + comparison_form(draft.measure.title);
    }
    for (const auto& row : block.row_of) {
        part.rows.push_back(row.has_value());
    }
    return part;
}

std::optional<MeasureParts::Part> MeasureParts::continued_by(const Part& later) const {
    const auto found = later.title.empty() ? last_ : last_titled(later.title);
    if (!found || found->layout != later.layout || found->sheet == later.sheet) {
        return std::nullopt;
    }
    const bool goes_on = later.title.empty() ? first_row(later.rows) > last_row(found->rows)
                                             : complete_each_other(found->rows, later.rows);
    return goes_on ? found : std::nullopt;
}

std::optional<MeasureParts::Part> MeasureParts::last_titled(const std::string& title) const {
    const auto known = by_title_.find(title);
    return known == by_title_.end() ? std::nullopt : std::optional(known->second);
}

void MeasureParts::add(Part part) {
    if (!part.title.empty()) {
        by_title_.insert_or_assign(part.title, part);
    }
    last_ = std::move(part);
}

}  // namespace shinchoku::layout
