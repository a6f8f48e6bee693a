#pragma once

#include <optional>
#include <string_view>

namespace shinchoku::layout {

// The fiscal year of a year heading in any manner (令和8年度, R8, 2026（R8）), also with a remark
// in brackets behind it: 令和8年度（実績）.
[[nodiscard]] std::optional<int> read_year_heading(std::string_view text);

}  // namespace shinchoku::layout
