#pragma once

#include <vector>

#include "layout/block.h"

namespace shinchoku::layout {

// Labels that stand more often than the layout draws them (S02): found before values are read, so
// that none is taken for a value.
void find_surplus_labels(Grid& grid,
                         Block& block,
                         const std::vector<Hit>& hits,
                         const Vicinity& vicinity);

// What is left of a block once all blocks of its sheet have been read (section 6.7 of
// design/layout-notation.md): every filled cell in it, and touching it, is reported.
void sweep(Grid& grid, Block& block);

}  // namespace shinchoku::layout
