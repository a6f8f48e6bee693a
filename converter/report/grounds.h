#pragma once

#include <string>
#include <vector>

#include "render/written_cells.h"
#include "report/sheets.h"

namespace shinchoku::report {

// One row for each number of the book: where it stands, what it is and how it comes about. Gathered
// from what was written to the sheets, so that a sheet added later is covered without further code.
struct Ground {
    const render::SheetWriter* sheet = nullptr;
    base::CellRef cell;
    std::string row;      // of which measure, policy, department … it is
    std::string heading;  // of its column
    const render::WrittenCell* written = nullptr;
    std::string basis;    // in words
    std::string formula;  // "" where it is none
};

// Past so many numbers a row that only repeats another cell says so briefly.
inline constexpr std::size_t most_numbers_told_twice = 5000;

// Every cell of the remembered sheets that holds a number or a formula, and those whose grounds the
// sheet tells by itself (a grade that is no formula), in the order of the book.
[[nodiscard]] std::vector<Ground> grounds_of(const Context& context);

}  // namespace shinchoku::report
