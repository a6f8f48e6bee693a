#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "calc/scheme.h"
#include "layout/layout_file.h"

namespace shinchoku::layout {

// Reads a rating scheme (templates/schemes/*.toml):
//
//   scheme = "default"
//   title  = { ja = "…", en = "…" }      # or one text
//   source = "where it was published"    # may be left out
//   method = "pace"                      # overrides the default method; may be left out
//   by     = "rate"                      # or comparison, growth, person; rate if left out
//   unrated = "−"                        # the mark for what cannot be graded; may be left out
//   without_baseline = "△"               # the mark where only the baseline is missing
//   without_year_target = "person"       # people judge years that have only a final target
//   [[grade]]                            # best first
//   name = "A"
//   meaning = { ja = "…", en = "…" }     # or one text; may be left out
//   points = 7                           # may be left out
//   at_least = 100                       # by rate, percent, inclusive; or above = 100; falling
//   when = "A >= B - 10%"                # by comparison: A or A > = >= against T or B
//   [[step]]                             # for targets in words; percent of the planned step
//
// The last grade of a list has no condition. By growth there are five grades, without conditions,
// as Open SDG has them; by person none has a condition. The error lists every fault found, in order
// of place; it is never empty.
[[nodiscard]] base::Result<calc::Scheme, std::vector<Diagnostic>> load_scheme(
    std::string_view toml);

}  // namespace shinchoku::layout
