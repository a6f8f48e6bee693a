#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "sheet/workbook.h"

namespace shinchoku::xlsx {

// design/safety.md, 2: each limit has an option `--limit-…` and a finding F12 that names it.
struct Limits {
    std::uint64_t part_bytes = 256ull << 20;
    std::uint64_t total_bytes = 1ull << 30;
    std::uint32_t inflate_ratio = 200;  // past 1 MiB
    std::uint32_t entries = 10'000;
    std::uint32_t sheets = 10'000;
    std::uint64_t cells = 5'000'000;
    std::uint32_t xml_depth = 64;
    std::uint64_t shared_strings = 2'000'000;
    std::uint32_t cell_characters = 32'767;
    std::uint32_t seconds = 60;  // a file
};

struct ReadWorkbook {
    sheet::Workbook workbook;
    std::vector<base::Finding> findings;  // F03 F10 F12 F13 …, without file; the caller adds it
};

// Reads a whole .xlsx or .xlsm package from memory. Nothing is followed: no macro, link or entity.
// The error is one finding, F01, F02, F11 or F12, that says what and where.
[[nodiscard]] base::Result<ReadWorkbook> read_workbook(std::string_view bytes,
                                                       const Limits& limits = {});

}  // namespace shinchoku::xlsx
