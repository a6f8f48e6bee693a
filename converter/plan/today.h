#pragma once

#include "plan/fiscal_year.h"

namespace shinchoku::plan {

// The day that the clock on the wall shows: in Japan it is nine hours ahead of UTC.
[[nodiscard]] Date today();

}  // namespace shinchoku::plan
