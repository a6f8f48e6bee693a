#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "cli/flags.h"

namespace shinchoku::cli {

// All text of -h, --help and --version; made from the tables of flags.h.
[[nodiscard]] std::string program_help(base::Language language);
// Complete, or on one screen: the command's own options and the most used common ones.
[[nodiscard]] std::string command_help(const CommandInfo& command,
                                       base::Language language,
                                       bool complete);
[[nodiscard]] std::string version_text();
[[nodiscard]] std::string_view program_version();  // "1.2.0"

}  // namespace shinchoku::cli
