#pragma once

#include <optional>
#include <string>

#include "calc/assessment.h"
#include "functions/read_arguments.h"

namespace shinchoku::addin {

// What an indicator says beside its yearly cells.
struct Sides {
    std::optional<plan::Value> baseline;
    std::string direction;              // a word that plan::read_direction knows; "" decides itself
    std::optional<std::string> method;  // nothing: follows from the target
};

// Years without dates count from this one, and all of them are over.
inline constexpr int first_fiscal_year = 2001;

// An indicator with a target and an actual a year, from first_fiscal_year on, settled as the
// sheets' are. REQUIRES: as many targets as actuals.
[[nodiscard]] plan::Indicator indicator_of(std::vector<plan::Value> targets,
                                           std::vector<plan::Value> actuals,
                                           Sides sides);

// Its assessments, one a year.
[[nodiscard]] std::vector<calc::Assessment> assess_years(const plan::Indicator& indicator,
                                                         int year_count,
                                                         const calc::Scheme& scheme,
                                                         bool with_trace = false);

}  // namespace shinchoku::addin
