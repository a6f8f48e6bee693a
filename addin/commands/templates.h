#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/tuning.h"
#include "layout/layout_library.h"

namespace shinchoku::addin::commands {

// What books are read and judged with: the layouts of folders and of the program, and how the
// `rules.toml` beside a layout tunes the rules.
struct Templates {
    std::vector<std::filesystem::path> folders;
    layout::LayoutLibrary library;
    check::Tuning tuning;  // of layouts without a file of their own
    std::map<std::string, check::Tuning> tuning_by_layout;  // by id
};

// A folder that does not exist holds nothing. The error names the first file that cannot be used:
// nothing is to be judged by less than there is.
[[nodiscard]] base::Result<Templates> load_templates(std::vector<std::filesystem::path> folders);

}  // namespace shinchoku::addin::commands
