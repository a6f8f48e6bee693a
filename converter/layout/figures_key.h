#pragma once

#include <cstddef>

#include "plan/model.h"

namespace shinchoku::layout {

// A number for what a measure's targets and actuals say, by place of the indicator and year: equal
// where they say the same, however it is printed (1,000人 and 1000人), so that a measure which is
// returned a second time can be held against the first without keeping its figures. Two measures
// that differ have the same key once in 2^64.
[[nodiscard]] std::size_t figures_key(const plan::Measure& measure);

}  // namespace shinchoku::layout
