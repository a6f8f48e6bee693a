#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "base/result.h"
#include "commands/book.h"

namespace shinchoku::addin::commands {

// Columns 達成率 and 状況 beside a form: what is to be written where. Formulas refer to the cells
// of the same sheet as they lie to each other (RC[-3]), as Excel's FORMULA takes them.
struct NewCell {
    base::CellRef at;
    std::string text;  // a formula begins with "="
};

struct CalculationColumns {
    std::vector<NewCell> headings;
    std::vector<NewCell> formulas;
    base::CellRange area;       // holds all of them
    std::size_t rows = 0;       // that got formulas
    std::size_t different = 0;  // figures that no formula over the cells alone gives; left out
};

// The free columns between a form and them: what stands right beside a form is taken for a part of
// it, and found fault with, when the book is read again.
inline constexpr std::uint32_t free_columns_between = 1;

// For every target and actual that a layout finds on the sheet, of the years that have any actual
// there (of those until today where there is none yet). Where the years stand side by side each has
// its own two columns. A formula is only made where it gives, for what the cells hold now, the rate
// and the status that the report gives.
[[nodiscard]] base::Result<CalculationColumns> columns_of_book(const ReadBook& book,
                                                               const Templates& templates,
                                                               std::string_view sheet,
                                                               const plan::Date& as_of,
                                                               std::uint32_t first_column);

// For the rows of a selection: 目標, 実績 and, where it is three columns wide, 基準値, from the
// left. `is_filled` says for each of its rows whether it holds a target or an actual.
[[nodiscard]] CalculationColumns columns_of_selection(const base::CellRange& selection,
                                                      const std::vector<bool>& is_filled,
                                                      std::uint32_t first_column);

// Whether the sheet has such columns already.
[[nodiscard]] bool has_calculation_columns(const ReadBook& book, std::string_view sheet);

}  // namespace shinchoku::addin::commands
