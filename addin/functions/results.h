#pragma once

#include <optional>

#include "base/decimal.h"
#include "calc/assessment.h"
#include "functions/cell.h"

namespace shinchoku::addin {

// Results as hosts take them: numbers are the nearest doubles; what is not defined is #N/A, and
// #NUM! what is beyond every double.
[[nodiscard]] Cell to_cell(const std::optional<base::Decimal>& number);
[[nodiscard]] Cell to_cell(const std::optional<calc::RatePercent>& rate);
[[nodiscard]] Cell to_cell(std::string grade);  // #N/A for ""

}  // namespace shinchoku::addin
