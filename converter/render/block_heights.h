#pragma once

#include <vector>

#include "render/block.h"

namespace shinchoku::render {

// Styles and row heights of a block, so that every text can be read in print.
struct FittedBlock {
    std::vector<CellStyle> styles;  // parallel to Block::cells; set for owners
    std::vector<double> heights_points;
};

// Rows marked "+" grow with their texts; elsewhere a text that is a little too long is shrunk, and
// one that is far too long grows its row after all: cut text helps nobody.
[[nodiscard]] FittedBlock fit(const Block& block);

}  // namespace shinchoku::render
