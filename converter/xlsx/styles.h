#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/workbook.h"
#include "xlsx/limits.h"
#include "xlsx/refusals.h"

namespace shinchoku::xlsx {

struct Styles {
    bool is_present = false;                  // without the part every cell is General
    std::vector<std::uint32_t> format_of_xf;  // index into Workbook::formats
};

// Appends each format once, however many styles share it.
[[nodiscard]] Refusal read_styles(std::string& xml,
                                  std::string_view part,
                                  const Limits& limits,
                                  std::vector<sheet::Format>& formats,
                                  Styles& styles);

// The code of a number format that a file gives by number only (ECMA-376, 18.8.30), as a Japanese
// Excel shows it; nullptr where there is none.
[[nodiscard]] const char* built_in_format(std::uint32_t id);

}  // namespace shinchoku::xlsx
