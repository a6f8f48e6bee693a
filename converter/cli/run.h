#pragma once

#include "cli/session.h"

namespace shinchoku::cli {

// One command each; what could not be done and the exit status end up in the session.
void run_convert(Session& session);
void run_check(Session& session);
void run_progress(Session& session);
void run_inspect(Session& session);
void run_layout(Session& session);
void run_scheme(Session& session);
void run_function(Session& session);

}  // namespace shinchoku::cli
