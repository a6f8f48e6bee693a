#pragma once

#include <optional>

#include "calc/assessment.h"
#include "functions/cell.h"

namespace shinchoku::addin {

// RATE and STATUS of numbers and bounds in one unit, the most of all calls: the same decisions as
// for an indicator of one year, without building one. A sheet may hold a hundred thousand of them.
struct PlainResult {
    std::optional<calc::RatePercent> rate;
    bool met = false;
};

// Nothing where a cell holds anything else, where only some of them show a unit, or where a
// direction or a method is named (arguments after the third): those are assessed as an indicator.
[[nodiscard]] std::optional<PlainResult> judge_plain(std::span<const Range> arguments);

}  // namespace shinchoku::addin
