#pragma once

#include <optional>
#include <string>

#include "base/a1.h"

namespace shinchoku::addin::commands {

// What the formulas of one row refer to.
struct RateCells {
    base::CellRef actual;
    base::CellRef target;
    std::optional<base::CellRef> baseline;
    std::string direction;  // "" where the function finds it by itself
    std::string method;     // "" where the target decides
};

// =IFNA(SHINCHOKU.RATE(RC[-2],RC[-3]),""): a rate that there is not leaves the cell empty, and a
// missing add-in still shows.
[[nodiscard]] std::string rate_formula(const RateCells& cells, base::CellRef at);
[[nodiscard]] std::string status_formula(const RateCells& cells, base::CellRef at);

}  // namespace shinchoku::addin::commands
