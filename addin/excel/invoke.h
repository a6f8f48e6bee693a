#pragma once

#include <span>

#include "excel/host.h"
#include "functions/function.h"

namespace shinchoku::addin::excel {

// Calls a function with what Excel gave and returns what Excel takes (conversion.h: new_result).
// References are refused by their size and number of areas before Excel is asked for their cells.
// Nothing escapes; a null pointer, Excel's #NUM!, where the memory is gone.
// REQUIRES: at most max_parameters arguments.
[[nodiscard]] Xloper12* invoke(Host host,
                               const Function& function,
                               std::span<const Xloper12* const> given) noexcept;

}  // namespace shinchoku::addin::excel
