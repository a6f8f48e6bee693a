#pragma once

#include "layout/diagnostics.h"
#include "layout/layout.h"

namespace shinchoku::layout {

// Gives every year heading and every value by year its year of the plan, and refuses counts that
// differ from the plan's years. REQUIRES: joined cells.
void number_years(Layout& layout, Diagnostics& diagnostics);

// Decides for every field which label tells the reader where it stands: section 5 of the notation.
// A field that no label governs is refused. REQUIRES: numbered years.
void govern(Layout& layout, Diagnostics& diagnostics);

// Row of the nearest {年} above with the same left edge; -1 where there is none.
[[nodiscard]] int year_row_above(const Picture& picture, int row, int column);

}  // namespace shinchoku::layout
