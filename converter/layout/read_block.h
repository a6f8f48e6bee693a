#pragma once

#include <vector>

#include "layout/block.h"
#include "layout/block_parts.h"

namespace shinchoku::layout {

// Reads every field of a block that has been located (section 6.6 of design/layout-notation.md).
// Deviations are added to the block's remarks; every cell that is read is marked as used. One
// draft, or in a table of all measures one for each of them.
[[nodiscard]] std::vector<BlockParts::Taken> read_block(Grid& grid,
                                                        const LabelIndex& index,
                                                        Block& block);

}  // namespace shinchoku::layout
