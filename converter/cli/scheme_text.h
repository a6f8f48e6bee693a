#pragma once

#include <string>
#include <vector>

#include "calc/scheme.h"
#include "calc/scheme_comparison.h"

namespace shinchoku::cli {

// A rating scheme for people: title, source, and each grade with its condition and meaning.
[[nodiscard]] std::string scheme_text(const calc::Scheme& scheme,
                                      const std::string& file,
                                      base::Language language);

// What each indicator's grade would be under each scheme, as a table with counts below.
[[nodiscard]] std::string comparison_text(const std::vector<calc::ComparedYear>& years,
                                          const std::vector<const calc::Scheme*>& schemes,
                                          base::Language language);

}  // namespace shinchoku::cli
