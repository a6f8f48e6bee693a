#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"

namespace shinchoku::cli {

// One file to read.
struct InputFile {
    std::string path;    // as given, or below the folder as given; "-" is stdin
    std::string inner;   // its path below the folder it was found in; the file's name for a file
    bool found = false;  // in a folder, not named itself

    [[nodiscard]] std::string display(base::Language language) const;
};

// The inputs in the order given, each folder replaced by the workbooks in it: searched recursively,
// sorted by the bytes of the path, links not followed, lock files (~$) left out. A folder that
// cannot be searched, or holds no workbook, is a failure of the session.
[[nodiscard]] std::vector<InputFile> find_input_files(Session& session,
                                                      const std::vector<std::string>& inputs);

// ".xlsx" in lower case; "" where the name has no ending.
[[nodiscard]] std::string ending_of(std::string_view path);

}  // namespace shinchoku::cli
