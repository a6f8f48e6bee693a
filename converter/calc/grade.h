#pragma once

#include <string>

#include "calc/assessment.h"
#include "calc/scheme.h"

namespace shinchoku::calc {

// The first grade whose threshold the exact rate reaches. `just_below`: the rate is to be taken as
// a hair below (an unmet strict bound whose limit is reached exactly). "" for a scheme without
// grades.
[[nodiscard]] std::string grade_of(const Scheme& scheme,
                                   const RatePercent& rate,
                                   bool just_below = false);

// Where there is no rate but met or missed is decided.
[[nodiscard]] std::string best_grade(const Scheme& scheme);
[[nodiscard]] std::string last_grade(const Scheme& scheme);

}  // namespace shinchoku::calc
