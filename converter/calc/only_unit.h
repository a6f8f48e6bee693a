#pragma once

#include <optional>

#include "calc/figure.h"
#include "plan/model.h"

namespace shinchoku::calc {

// The only unit that an indicator's values, or its unit column, show, with its scale word where all
// show the same; "" where there is none or several.
[[nodiscard]] BaseUnit only_unit_of(const plan::Indicator& indicator);

// A value without unit takes it: 60.6 beside 76.7 千人 is 60,600 人.
void take_unit(Figure& figure, const BaseUnit& unit);
void take_unit(std::optional<Figure>& figure, const BaseUnit& unit);

}  // namespace shinchoku::calc
