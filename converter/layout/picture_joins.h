#pragma once

#include "layout/diagnostics.h"
#include "layout/layout.h"

namespace shinchoku::layout {

// The row that stands above this one on a drawn sheet, -1 at the top: other forms of a row (又は)
// are never drawn, and one of them has above it what its row has.
[[nodiscard]] int row_above(const Picture& picture, int row);

// Rows that are drawn together again and again share a number: the rows of one repeated element
// and the heading rows of their list. -1 for a row drawn once.
[[nodiscard]] std::vector<int> repeat_regions(const Picture& picture);

// Decides which cell each cell belongs to, and refuses joins that no sheet can have.
void join_cells(Picture& picture, Diagnostics& diagnostics);

}  // namespace shinchoku::layout
