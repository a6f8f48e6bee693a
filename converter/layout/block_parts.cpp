#include "layout/block_parts.h"

#include <algorithm>
#include <utility>

#include "layout/comparison.h"

namespace shinchoku::layout {
namespace {

// True where a cell names another than the measure above.
bool names_another(const BlockParts::Content& content, const std::string& known) {
    return content.filled && comparison_form(content.text) != known;
}

}  // namespace

BlockParts::BlockParts(const Layout& layout) : layout_(layout) {
    parts_.push_back(std::make_unique<Part>(layout));
}

MeasureCollector& BlockParts::collector_of(const std::string& element_key) {
    const auto found = part_of_element_.find(element_key);
    return found == part_of_element_.end() ? collector() : parts_[found->second]->collector;
}

bool BlockParts::begin_row(const Content& number,
                           const Content& title,
                           const std::string& element_key) {
    const bool first = !parts_.back()->first_row;
    const bool another = !first && (names_another(number, parts_.back()->number) ||
                                    names_another(title, parts_.back()->title));
    if (another) {
        parts_.push_back(std::make_unique<Part>(layout_));
        parts_.back()->collector.set_baseline_year(baseline_year_);
    }
    if (first || another) {
        parts_.back()->number = comparison_form(number.text);
        parts_.back()->title = comparison_form(title.text);
    }
    part_of_element_[element_key] = parts_.size() - 1;
    return first || another;
}

void BlockParts::note_row(std::uint32_t row) {
    Part& part = *parts_.back();
    part.first_row = std::min(part.first_row.value_or(row), row);
    part.last_row = std::max(part.last_row, row);
}

void BlockParts::set_baseline_year(std::optional<int> year) {
    baseline_year_ = year;
    collector().set_baseline_year(year);
}

std::vector<BlockParts::Taken> BlockParts::take() {
    std::vector<Taken> taken;
    for (const std::unique_ptr<Part>& part : parts_) {
        if (layout_.block == BlockOf::plan && !part->first_row) {
            continue;  // a table that is still empty
        }
        part->lists.finish(part->collector.measure(), part->collector.draft().places);
        Taken& own = taken.emplace_back();
        own.draft = part->collector.take();
        own.draft.headings = part->lists.take_headings();
        own.first_row = part->first_row;
        own.last_row = part->last_row;
    }
    return taken;
}

}  // namespace shinchoku::layout
