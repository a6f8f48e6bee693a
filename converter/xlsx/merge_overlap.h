#pragma once

#include <optional>
#include <vector>

#include "base/a1.h"

namespace shinchoku::xlsx {

// A range that overlaps one above or left of it; nothing where all are apart. O(n log n): a sheet
// may hold hundreds of thousands.
[[nodiscard]] std::optional<base::CellRange> find_overlap(std::vector<base::CellRange> ranges);

}  // namespace shinchoku::xlsx
