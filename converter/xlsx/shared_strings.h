#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "xlsx/limits.h"
#include "xlsx/refusals.h"
#include "xlsx/text_arena.h"

namespace shinchoku::xlsx {

struct SharedStrings {
    bool is_present = false;  // a workbook of numbers has no such part
    std::vector<std::string_view> texts;
    std::unordered_set<std::uint32_t> repaired;  // those where a lone surrogate became U+FFFD
};

// `xml` is scanned in place and must outlive `strings`.
[[nodiscard]] Refusal read_shared_strings(std::string& xml,
                                          std::string_view part,
                                          const Limits& limits,
                                          TextArena& arena,
                                          SharedStrings& strings);

}  // namespace shinchoku::xlsx
