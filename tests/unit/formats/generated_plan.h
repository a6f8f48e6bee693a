#pragma once

#include <cstdint>

#include "plan/model.h"

namespace shinchoku::formats {

// A plan that uses every kind of value and every optional key; the same seed, the same plan.
[[nodiscard]] plan::Plan generate_plan(std::uint32_t seed);
[[nodiscard]] plan::Value generate_value(std::uint32_t seed);

}  // namespace shinchoku::formats
