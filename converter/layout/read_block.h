#pragma once

#include "layout/block.h"
#include "layout/measure_draft.h"

namespace shinchoku::layout {

// Reads every field of a block that has been located (section 6.6 of design/layout-notation.md).
// Deviations are added to the block's remarks; every cell that is read is marked as used.
[[nodiscard]] MeasureDraft read_block(Grid& grid, const LabelIndex& index, Block& block);

}  // namespace shinchoku::layout
