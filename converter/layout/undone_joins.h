#pragma once

#include <optional>
#include <string>

#include "base/a1.h"
#include "layout/block.h"

namespace shinchoku::layout {

// A label or year heading that the picture stretches over several cells and the sheet does not.
struct UndoneJoin {
    std::string label;
    base::CellRef cell;
};

// The first of a block. A form with fewer columns than the picture joins nothing there: only where
// the sheet shows that it has the columns, and they are free, is the join missed.
[[nodiscard]] std::optional<UndoneJoin> find_undone_join(const Grid& grid, const Block& block);

}  // namespace shinchoku::layout
