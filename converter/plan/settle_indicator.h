#pragma once

#include <functional>
#include <optional>
#include <string>

#include "plan/model.h"
#include "plan/value_reading.h"

namespace shinchoku::plan {

// The parts of settle_indicator(), each one row of model.md's table.

// Calls `visit` for the baseline, targets, actuals and revised targets, and for the parts of
// compounds among them.
void visit_values(Indicator& indicator, const std::function<void(Value&)>& visit);

void settle_units(Indicator& indicator, const std::optional<std::string>& unit_column);
void settle_direction(Indicator& indicator, const std::optional<std::string>& stated_direction);
void settle_accumulation(Indicator& indicator);

}  // namespace shinchoku::plan
