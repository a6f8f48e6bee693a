#pragma once

#include <vector>

#include "layout/block.h"
#include "layout/block_parts.h"

namespace shinchoku::layout {

// Fields that every layout accepts wherever they stand, beside those it draws: 担当課, 達成率,
// 評価, 備考 and a row of 実績値 under the years.

// Finds their labels: in a row of their own, beside a value, or over a column of a table. `texts`
// are the hits of the sheet by place.
void find_free_fields(Grid& grid,
                      Block& block,
                      const std::vector<TextHit>& texts,
                      const Vicinity& vicinity);

void read_free_fields(Grid& grid, Block& block, BlockParts& parts);

// The name by which the collector knows an element of a list.
[[nodiscard]] std::string element_key(const Region& region, std::size_t number);

}  // namespace shinchoku::layout
