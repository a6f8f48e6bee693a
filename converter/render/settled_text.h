#pragma once

#include <optional>
#include <string>

#include "layout/layout.h"
#include "plan/model.h"

namespace shinchoku::render {

// What a form must say so that reading settles it as the plan has it: fields whose text decides
// how other cells are read.

// For a unit column: the unit, or "" where a unit in the column would change what the values and
// the name show by themselves.
[[nodiscard]] std::string unit_text(const plan::Indicator& indicator);

// For the head over the baselines of a measure: the year of those that have no note of their own.
[[nodiscard]] std::optional<int> baseline_year_of(const plan::Measure& measure);

// For a label whose wording is data: the wording that the measure's indicator has, or the label as
// drawn.
[[nodiscard]] std::string kept_wording(const layout::Layout& layout,
                                       const std::string& drawn,
                                       const plan::Measure* measure);

}  // namespace shinchoku::render
