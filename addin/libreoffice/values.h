#pragma once

#include <com/sun/star/uno/Any.hxx>
#include <optional>

#include "functions/cell.h"

namespace shinchoku::addin::libreoffice {

// Values as Calc passes them and takes them back. Calc gives an `any`: nothing for an argument left
// out, a number or a text for a single value, a sequence of rows for a range. Nothing here throws
// but what an allocation does.

// The cells of one argument, owned. Nothing for a type no function takes, for rows of different
// lengths, for more than max_cells cells and for a text that is no Unicode.
[[nodiscard]] std::optional<Table> to_table(const com::sun::star::uno::Any& argument);

// Errors are the numbers by which Calc itself knows them (error_number.h): single results and cells
// of a table show #N/A, #VALUE! … alike.
[[nodiscard]] com::sun::star::uno::Any to_any(const Outcome& outcome);

}  // namespace shinchoku::addin::libreoffice
