#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sample_data.h"

namespace shinchoku::samples {

// Makes the sample workbooks below `folder` and names them, sorted:
//   master.xlsx          the whole plan as distributed, without results
//   returned/<課>.xlsx   what has come back, with the faults of the data
//   corrected/<課>.xlsx  the same departments once they have mended their faults, and the late ones
// `layout_toml` is the text of the plan's layout file. The error says what could not be made.
[[nodiscard]] base::Result<std::vector<std::string>, std::string> write_sample_books(
    const Samples& samples, std::string_view layout_toml, const std::filesystem::path& folder);

}  // namespace shinchoku::samples
