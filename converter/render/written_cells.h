#pragma once

#include <map>
#include <string>

#include "base/a1.h"
#include "render/book.h"

namespace shinchoku::render {

// What was written to a sheet, kept for whoever tells afterwards where its numbers come from.

struct WrittenCell {
    base::CellRef last;  // of a joined range; the cell itself otherwise
    Content content;
    const CellStyle* style = nullptr;  // valid as long as the book
};

// A sheet of a whole country's plans would otherwise stand in memory twice.
inline constexpr std::size_t most_remembered_cells = 100'000;

struct WrittenCells {
    std::map<base::CellRef, WrittenCell> cells;      // those that hold something
    std::map<base::CellRef, std::string> explained;  // how a number comes about, in words
    bool complete = true;                            // false: more were written than are kept
};

}  // namespace shinchoku::render
