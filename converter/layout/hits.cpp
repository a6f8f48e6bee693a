#include "layout/hits.h"

#include <algorithm>
#include <bitset>
#include <map>

namespace shinchoku::layout {
namespace {

constexpr double band_share = 0.3;
constexpr int band_at_least = 2;

// Labels past this number share a place; no real picture comes near.
constexpr std::size_t tracked_labels = 256;

}  // namespace

const TextMeaning* TextMeanings::find(std::string_view text) {
    if (!index_->may_be_label(text)) {
        return nullptr;
    }
    if (const TextMeaning* drawn = index_->find_drawn(text)) {
        return drawn;
    }
    const auto [entry, is_new] = known_.try_emplace(text, nullptr);
    if (is_new) {
        TextMeaning meaning = index_->look_up(text);
        if (!meaning.empty()) {
            entry->second = &made_.emplace_back(std::move(meaning));
        }
    }
    return entry->second;
}

std::vector<TextHit> find_hits(const sheet::Sheet& sheet, TextMeanings& meanings) {
    std::vector<TextHit> hits;
    for (const sheet::Cell& cell : sheet.cells) {
        if (cell.type != sheet::CellType::text || cell.text.empty()) {
            continue;
        }
        if (const TextMeaning* meaning = meanings.find(cell.text)) {
            hits.push_back({&cell, meaning});
        }
    }
    return hits;
}

std::vector<Hit> hits_of(const std::vector<TextHit>& hits, int layout) {
    std::vector<Hit> own;
    for (const TextHit& hit : hits) {
        for (const Candidate& candidate : hit.meaning->candidates) {
            if (candidate.layout == layout) {
                own.push_back({hit.cell->at, candidate.label, &candidate});
            }
        }
    }
    return own;
}

std::vector<std::uint32_t> find_bands(const CompiledLayout& layout, const std::vector<Hit>& hits) {
    std::map<std::uint32_t, std::bitset<tracked_labels>> columns;
    for (const Hit& hit : hits) {
        const LabelCell& label = layout.labels[static_cast<std::size_t>(hit.label)];
        if (label.first_column && label.required) {
            columns[hit.at.column].set(
                std::min(static_cast<std::size_t>(label.row), tracked_labels - 1));
        }
    }
    // A table has a title and a head at most; whether the rest of the head is there is asked when
    // its rows are aligned.
    const bool is_table = layout.first_column_labels <= band_at_least;
    const double wanted = is_table ? 1
                                   : std::max(static_cast<double>(band_at_least),
                                              band_share * layout.first_column_labels);
    std::vector<std::uint32_t> bands;
    for (const auto& [column, labels] : columns) {
        if (static_cast<double>(labels.count()) >= wanted) {
            bands.push_back(column);
        }
    }
    return bands;
}

}  // namespace shinchoku::layout
