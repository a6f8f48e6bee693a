#pragma once

#include <string>
#include <vector>

#include "calc/scheme_comparison.h"

namespace shinchoku::formats {

// {"schema":"shinchoku/scheme-comparison@1","schemes":[…],"years":[…],"summary":{…}}; rates rounded
// half away from zero at 12 decimals.
[[nodiscard]] std::string write_comparison_json(const std::vector<calc::ComparedYear>& years,
                                                const std::vector<const calc::Scheme*>& schemes);

// One row a year of an indicator: its grade under each scheme, and whether they differ.
[[nodiscard]] std::string write_comparison_csv(const std::vector<calc::ComparedYear>& years,
                                               const std::vector<const calc::Scheme*>& schemes);

}  // namespace shinchoku::formats
