#include "layout/detect.h"

#include <algorithm>
#include <unordered_set>

namespace shinchoku::layout {
namespace {

// Required labels among these, by their text: a label that is drawn twice counts once.
double share_of(const CompiledLayout& layout,
                const std::unordered_set<int>& found,
                std::vector<std::string>& missing) {
    int all = 0;
    int present = 0;
    for (std::size_t i = 0; i < layout.labels.size(); ++i) {
        const LabelCell& label = layout.labels[i];
        if (!label.required) {
            continue;
        }
        ++all;
        // Another form of the same row has the labels of that row too.
        const CompiledRow& row = layout.rows[static_cast<std::size_t>(layout.row_of_label[i])];
        const bool is_found =
            found.contains(static_cast<int>(i)) ||
            (row.forms.size() > 1 && std::any_of(row.labels.begin(), row.labels.end(), [&](int l) {
                 return layout.labels[static_cast<std::size_t>(l)].row != label.row &&
                        found.contains(l);
             }));
        if (is_found) {
            ++present;
        } else if (std::find(missing.begin(), missing.end(), label.shown) == missing.end()) {
            missing.push_back(label.shown);
        }
    }
    return all == 0 ? 0 : static_cast<double>(present) / all;
}

std::unordered_set<int> labels_of(const AlignedBlock& block) {
    std::unordered_set<int> labels;
    for (const AlignedRow& row : block.rows) {
        for (const Hit& hit : row.labels) {
            labels.insert(hit.label);
        }
    }
    return labels;
}

SheetFit fit(const LabelIndex& index, int layout, std::vector<Hit> hits) {
    const CompiledLayout& compiled = index.layouts()[static_cast<std::size_t>(layout)];
    SheetFit found;
    found.layout = layout;
    found.hits = std::move(hits);
    found.blocks = align(compiled, found.hits);
    if (found.blocks.empty()) {
        std::unordered_set<int> anywhere;
        for (const Hit& hit : found.hits) {
            anywhere.insert(hit.label);
        }
        found.share = share_of(compiled, anywhere, found.missing);
        return found;
    }
    found.share = -1;
    for (const AlignedBlock& block : found.blocks) {
        std::vector<std::string> missing;
        const double share = share_of(compiled, labels_of(block), missing);
        if (share > found.share) {
            found.share = share;
            found.missing = std::move(missing);
        }
    }
    return found;
}

}  // namespace

std::vector<SheetFit> fit_layouts(const LabelIndex& index, const std::vector<TextHit>& hits) {
    std::vector<SheetFit> fits;
    for (std::size_t layout = 0; layout < index.layouts().size(); ++layout) {
        std::vector<Hit> own = hits_of(hits, static_cast<int>(layout));
        if (!own.empty()) {
            fits.push_back(fit(index, static_cast<int>(layout), std::move(own)));
        }
    }
    std::stable_sort(fits.begin(), fits.end(), [](const SheetFit& a, const SheetFit& b) {
        const bool a_fits = !a.blocks.empty();
        const bool b_fits = !b.blocks.empty();
        return a_fits != b_fits ? a_fits : a.share > b.share;
    });
    return fits;
}

}  // namespace shinchoku::layout
