#pragma once

#include <optional>
#include <string_view>

#include "plan/quantity.h"
#include "plan/value.h"

namespace shinchoku::plan {

// A value as the grammar reads it, and the year it names to be measured against (令和2年度比),
// which only its indicator can tell to be the baseline's.
struct CellReading {
    Value value;
    std::optional<int> reference_year;
};

// `exact` is the figure of a numeric cell, nullptr for text.
[[nodiscard]] CellReading read_cell(std::string_view text, const ExactFigure* exact);

}  // namespace shinchoku::plan
