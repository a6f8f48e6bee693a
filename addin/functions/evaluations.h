#pragma once

#include "functions/cell.h"

namespace shinchoku::addin {

// What the functions of the table (table.cpp) do. Each gets one range a parameter; a parameter
// that takes one value has exactly one cell.

using Arguments = std::span<const Range>;

// value_functions.cpp
[[nodiscard]] Outcome value(Arguments arguments);
[[nodiscard]] Outcome unit(Arguments arguments);
[[nodiscard]] Outcome kind(Arguments arguments);
[[nodiscard]] Outcome fiscal_year(Arguments arguments);
[[nodiscard]] Outcome wareki(Arguments arguments);

// rate_functions.cpp
[[nodiscard]] Outcome rate(Arguments arguments);
[[nodiscard]] Outcome progress(Arguments arguments);
[[nodiscard]] Outcome pace(Arguments arguments);
[[nodiscard]] Outcome status(Arguments arguments);
[[nodiscard]] Outcome explain(Arguments arguments);
[[nodiscard]] Outcome grade(Arguments arguments);
[[nodiscard]] Outcome schemes(Arguments arguments);

// row_functions.cpp
[[nodiscard]] Outcome forecast(Arguments arguments);
[[nodiscard]] Outcome needed(Arguments arguments);
[[nodiscard]] Outcome check_row(Arguments arguments);
[[nodiscard]] Outcome summary(Arguments arguments);

// roll_up_function.cpp
[[nodiscard]] Outcome roll_up(Arguments arguments);

}  // namespace shinchoku::addin
