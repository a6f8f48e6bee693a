#pragma once

#include <optional>
#include <string>

#include "calc/assessment.h"
#include "render/method_formula.h"

namespace shinchoku::render {

// The same rate as method_formula(), given by the worksheet functions of the add-ins: a fraction,
// "" where the function says #N/A, and #NAME? where the add-in is not there. With the prefix _xll,
// as Excel stores calls of an XLL and LibreOffice reads them. Nothing for what no function computes
// from these terms (steps, a tolerance).
[[nodiscard]] std::optional<std::string> addin_formula(calc::Method method, const RateTerms& terms);

}  // namespace shinchoku::render
