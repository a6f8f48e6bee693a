#pragma once

#include <vector>

#include "layout/alignment.h"
#include "layout/bind.h"
#include "layout/hits.h"

namespace shinchoku::layout {

// One layout's blocks on one sheet.
struct SheetFit {
    int layout = 0;
    std::vector<Hit> hits;  // by place
    std::vector<AlignedBlock> blocks;
    double share = 0;  // of the required labels, in the best block
    std::vector<std::string> missing;
};

// The layouts that have any label on the sheet, the best first. Without a block the share counts
// the labels that stand anywhere.
[[nodiscard]] std::vector<SheetFit> fit_layouts(const LabelIndex& index,
                                                const std::vector<TextHit>& hits);

}  // namespace shinchoku::layout
