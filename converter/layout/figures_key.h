#pragma once

#include <cstdint>

#include "plan/model.h"

namespace shinchoku::layout {

// A number for what the cells of a measure's targets and actuals say, by place of the indicator and
// year, so that a measure which is returned a second time can be held against the first without
// keeping its figures (F08). Equal where all contents are (1,000人 and 1000人, but not 1万人);
// of two measures that differ, once in 2^64.
[[nodiscard]] std::uint64_t figures_key(const plan::Measure& measure);

}  // namespace shinchoku::layout
