#pragma once

#include <optional>
#include <vector>

#include "excel/xloper12.h"
#include "functions/cell.h"

namespace shinchoku::addin::excel {

// One value; #VALUE! for what no cell holds (a reference, an array).
[[nodiscard]] Cell cell_of(const Xloper12& value);

// The cells of a value or an array, one where it is no array.
[[nodiscard]] std::optional<std::uint64_t> count_cells(const Xloper12& value);

// The cells of a reference. Nothing for several areas and for what is turned round.
[[nodiscard]] std::optional<std::uint64_t> count_referenced_cells(const Xloper12& reference);

[[nodiscard]] bool is_reference(const Xloper12& value);

// A result as Excel takes it, on the heap: Excel gives it back to free_result() when it has read
// it. Texts beyond Excel's limit are #VALUE!, numbers that are none #NUM!.
[[nodiscard]] Xloper12* new_result(const Outcome& outcome);
void free_result(Xloper12* result) noexcept;

}  // namespace shinchoku::addin::excel
