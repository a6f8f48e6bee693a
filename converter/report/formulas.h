#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "render/book.h"
#include "report/sheets.h"
#include "report/standing.h"

namespace shinchoku::report {

// The live part of the book. The sheet of calculations holds one row a line, in the order of
// Standings::lines, with the numbers used and the formula of the method; every other sheet counts
// and averages over its columns.

// Columns of the sheet of calculations.
enum class Calculation : std::uint32_t {
    indicator,
    policy,
    department,
    year,
    method,
    baseline,
    target,
    actual,
    final_target,
    rate,  // a fraction shown as percent
    grade,
    weight,
    weighted_rate,
    standing,
    trace,
    scheme  // only where a line is graded by another than the plan's
};

[[nodiscard]] base::CellRef calculation_cell(std::size_t line, Calculation column);

// The rate of a line as the formula of its method over the row's own cells, or as a number where
// no formula gives it; the grade by the scheme's conditions over them, or as a word where it does
// not follow from the row.
[[nodiscard]] render::Content rate_content(const Context& context, std::size_t line);
[[nodiscard]] render::Content grade_content(const Context& context, std::size_t line);
// Relative targets and running totals as the arithmetic behind them, others as their number.
[[nodiscard]] render::Content target_content(const Line& line, std::size_t row);
[[nodiscard]] render::Content actual_content(const Line& line);

// A text as a formula holds it: "\"達成\"".
[[nodiscard]] std::string in_formula_quotes(std::string_view text);

// One column of the sheet of calculations over all lines: "'算定'!$O$5:$O$35".
[[nodiscard]] std::string whole_column(const Context& context, Calculation column);
// "'算定'!$K$5"
[[nodiscard]] std::string reference(const Context& context, std::size_t line, Calculation column);

// Which lines are counted: those whose `column` equals the text in `cell` of the same sheet (and
// `matches`, for the cached value); all of them without a column.
struct Selection {
    std::optional<Calculation> column;
    std::string cell;     // "$A5"
    std::string matches;  // the text in that cell
};

[[nodiscard]] render::FormulaCell count_of(const Context& context,
                                           const Selection& selection,
                                           Standing standing);
[[nodiscard]] render::FormulaCell count_of_grade(const Context& context,
                                                 const Selection& selection,
                                                 const std::string& grade);
// Whether the year holds a grade by another scheme than the plan's, whose letters may be the same.
[[nodiscard]] bool has_other_schemes(const Context& context);
// A grade of another scheme, or a mark that is no grade of the plan's: counted apart.
[[nodiscard]] bool is_graded_otherwise(const Context& context, const Line& line);
[[nodiscard]] render::FormulaCell count_of_other_grades(const Context& context,
                                                        const Selection& selection);
// Those with an indicator.
[[nodiscard]] render::FormulaCell count_of_lines(const Context& context,
                                                 const Selection& selection);
// Mean of the rates, weighted; of the rates with those not filled in as 0, for contrast.
enum class Missing { excluded, as_zero };
[[nodiscard]] render::FormulaCell mean_of(const Context& context,
                                          const Selection& selection,
                                          Missing missing);

// The texts that lines are selected by.
[[nodiscard]] std::string policy_key(const Context& context, const plan::Group* policy);
[[nodiscard]] std::string department_key(const Context& context, std::string_view department);

[[nodiscard]] base::Decimal weight_of(const Line& line);

}  // namespace shinchoku::report
