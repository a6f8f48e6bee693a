#pragma once

#include <optional>

#include "functions/cell.h"

namespace shinchoku::addin::libreoffice {

// Calc keeps an error where a number stands: as a NaN whose low 32 bits are the error's number
// (formula/errorcodes.hxx). It reads such a NaN from an add-in, alone and inside an array, where an
// exception could only stand for the whole result. Seen with 7.4; a version that did not know it
// would show #NUM! or #VALUE! in its place.
[[nodiscard]] double error_number(CellError error);

// The error that a number is; nothing for numbers.
[[nodiscard]] std::optional<CellError> error_of(double number);

}  // namespace shinchoku::addin::libreoffice
