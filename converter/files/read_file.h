#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace shinchoku::files {

// A package is read whole into memory; what is larger than this is no workbook that people send.
inline constexpr std::uint64_t max_file_bytes = std::uint64_t{2} << 30U;

// The bytes of a file. The error is a finding on the file: F11 where it cannot be read or changed
// while it was read, F12 where it is too large. `Finding::file` holds the path as given.
[[nodiscard]] base::Result<std::string> read_file(const std::filesystem::path& path,
                                                  std::uint64_t limit_bytes = max_file_bytes);

}  // namespace shinchoku::files
