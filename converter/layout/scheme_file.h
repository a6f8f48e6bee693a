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
//   [[grade]]                            # best first; thresholds in percent, inclusive, falling
//   name = "A"
//   at_least = 100                       # a number, or decimal text; none for the last grade
//
// The error lists every fault found, in order of place; it is never empty. A method's name is
// checked by the caller, who knows the methods.
[[nodiscard]] base::Result<calc::Scheme, std::vector<Diagnostic>> load_scheme(
    std::string_view toml);

}  // namespace shinchoku::layout
