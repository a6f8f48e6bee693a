#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "functions/cell.h"
#include "functions/function.h"

namespace shinchoku::addin {

// A call as it is typed into a cell: =SHINCHOKU.RATE(96,"97.2%",,"up"). Numbers, "texts" (a quote
// is doubled), TRUE, FALSE, errors, arguments left out, and ranges in braces: {100,90;80,} with an
// empty cell at the end.

struct Call {
    const Function* function = nullptr;
    std::vector<Table> arguments;
};

// The character (code points, from 1) at which the call cannot be read on, and what was wanted
// there.
struct FormulaFault {
    std::size_t column = 0;
    base::Text wanted;
};

[[nodiscard]] base::Result<Call, FormulaFault> read_call(std::string_view formula);
// A result in the same notation; nothing for any other text.
[[nodiscard]] std::optional<Outcome> read_outcome(std::string_view text);
[[nodiscard]] std::string print(const Outcome& outcome);

[[nodiscard]] Outcome evaluate(const Call& call);

}  // namespace shinchoku::addin
