#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/a1.h"
#include "layout/hits.h"
#include "layout/label_index.h"

namespace shinchoku::layout {

// A row of the sheet that is a row of the picture.
struct AlignedRow {
    std::uint32_t row = 0;  // in the sheet
    int compiled = 0;       // index into CompiledLayout::rows
    int form = 0;           // index into CompiledRow::forms
    std::vector<Hit> labels;
};

struct AlignedBlock {
    std::uint32_t column = 0;       // where its first-column labels stand
    std::uint32_t last_column = 0;  // no cell beyond it can belong to the block
    std::vector<AlignedRow> rows;   // ascending
};

// Every block of the layout among these hits (section 6.2 and 6.3 of design/layout-notation.md):
// rows are aligned with the picture in order by dynamic programming, which also cuts a column into
// blocks. Linear in the number of hits. Blocks are in order of their first cell; no two share one.
[[nodiscard]] std::vector<AlignedBlock> align(const CompiledLayout& layout,
                                              const std::vector<Hit>& hits);

}  // namespace shinchoku::layout
