#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace shinchoku::cli {

// `layout draft FILE.xlsx`: the layout of an existing sheet, to be finished by a person.
void run_layout_draft(Session& session, const std::vector<std::string>& words);

// `layout format FILE.toml`: the layout with its picture aligned, to stdout or -o; the file itself
// is an input and stays as it is.
void run_layout_format(Session& session, const std::vector<std::string>& words);

}  // namespace shinchoku::cli
