#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "calc/assessment.h"
#include "calc/figure.h"
#include "calc/scheme.h"
#include "functions/cell.h"
#include "plan/value.h"

namespace shinchoku::addin {

// Arguments as the functions need them. Where one cannot be read, the error is what the function
// gives back: #VALUE! for a wrong argument, #N/A for one that holds nothing.

template <class T>
using Read = base::Result<T, CellError>;

// The value that a cell says, by the grammar of values.md. A number without a format is the number
// as it stands: whether 0.986 is shown as 98.6% cannot be seen here. #VALUE! for TRUE and FALSE and
// for an argument left out.
[[nodiscard]] Read<plan::Value> value_of(const Cell& cell);
// Nothing where it was left out.
[[nodiscard]] Read<std::optional<plan::Value>> optional_value_of(const Cell& cell);

// The one number of a value, scale words folded in: 600000 for 60万人, 5 for 5%以下. #N/A where it
// has none.
[[nodiscard]] Read<calc::Figure> figure_of(const Cell& cell);
// Several of them in one unit; #N/A where their units differ.
[[nodiscard]] Read<std::vector<base::Decimal>> numbers_of(std::span<const Range> cells);
// A count, of years say: #VALUE! for a text that says no number.
[[nodiscard]] Read<base::Decimal> count_of(const Cell& cell);
[[nodiscard]] Read<int> whole_count_of(const Cell& cell);

// A fiscal year: numbers from 1868 to 2200 are years, larger ones days as Excel counts them;
// texts are years or dates in any manner.
[[nodiscard]] Read<int> fiscal_year_of(const Cell& cell);

// "" where it was left out: up, 増加, ↗, down …
[[nodiscard]] Read<std::string> direction_word_of(const Cell& cell);
// Nothing where it was left out: simple, progress …
[[nodiscard]] Read<std::optional<std::string>> method_of(const Cell& cell);

// The default scheme where it was left out.
[[nodiscard]] Read<const calc::Scheme*> scheme_of(const Cell& cell);
// All schemes, in the order of design/calculation.md; read once and never freed before the end.
[[nodiscard]] const std::vector<calc::Scheme>& all_schemes();

// A row or a column of values; #VALUE! for a block of several rows and columns.
[[nodiscard]] Read<std::vector<plan::Value>> row_of(const Range& range);

}  // namespace shinchoku::addin
