#pragma once

#include <string>
#include <string_view>

#include "base/decimal.h"

namespace shinchoku::plan {

// What Excel shows in a cell of this number and format code (ECMA-376 part 1, 18.8.30): sections,
// 0 # ? , . %, literals, escapes, [conditions] and [colours] (left out), [$¥-411], scaling commas,
// dates with Japanese eras (ggge), fractions as General. "General" and "" give the shortest decimal
// without exponent.
[[nodiscard]] std::string display_number(const base::Decimal& number,
                                         std::string_view format_code,
                                         bool date_1904 = false);

// The number as the format shows it, before rounding: times 100 for %, a thousandth for each
// scaling comma. Unchanged by every other part of a code.
[[nodiscard]] base::Decimal displayed_figure(const base::Decimal& number,
                                             std::string_view format_code);

// True where the section of the code that applies to positive numbers shows a date or time.
[[nodiscard]] bool is_date_format(std::string_view format_code);

// True where the code multiplies by 100 and shows %.
[[nodiscard]] bool is_percent_format(std::string_view format_code);

}  // namespace shinchoku::plan
