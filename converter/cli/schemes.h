#pragma once

#include <optional>

#include "calc/assessment.h"
#include "cli/session.h"
#include "layout/layout.h"

namespace shinchoku::cli {

// The rating scheme of --scheme: a path ending in .toml, FOLDER/schemes/ID.toml of the folders of
// templates, or the built-in one. Nothing, and a failure of the session, where there is none.
[[nodiscard]] std::optional<calc::Scheme> find_scheme(Session& session);

// How to assess plans of this layout (may be nullptr).
[[nodiscard]] calc::AssessOptions assess_options(const Session& session,
                                                 const layout::Layout* layout);

}  // namespace shinchoku::cli
