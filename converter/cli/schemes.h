#pragma once

#include "calc/assessment.h"
#include "cli/session.h"
#include "layout/layout.h"

namespace shinchoku::cli {

// Whether the rating scheme of --scheme is there; where not, that is a failure of the session.
[[nodiscard]] bool known_scheme(Session& session);

// How to assess plans of this layout (may be nullptr).
[[nodiscard]] calc::AssessOptions assess_options(const Session& session,
                                                 const layout::Layout* layout);

}  // namespace shinchoku::cli
