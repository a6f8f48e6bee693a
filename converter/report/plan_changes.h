#pragma once

#include <vector>

#include "report/story.h"

namespace shinchoku::report {

// Targets changed this year with their reason, targets that begin this year, and where the returned
// plan differs from the distributed one.
[[nodiscard]] std::vector<PlanChange> plan_changes_of(const ProgressBookInput& input,
                                                      const Standings& standings);

}  // namespace shinchoku::report
