#pragma once

#include <string>

#include "report/sheets.h"

namespace shinchoku::report {

// How the figures of one line come about, in words a council member understands: where a figure was
// read, by which method a rate was calculated, which condition a grade follows from.

enum class UsedFigure { baseline, target, actual, final_target };

// "" where the line has no such figure.
[[nodiscard]] std::string basis_of_figure(const Context& context,
                                          const Line& line,
                                          UsedFigure figure);
// The target or actual of the year as it stands in the department's own cell.
[[nodiscard]] std::string source_of(const Context& context, const Line& line, UsedFigure figure);
[[nodiscard]] std::string basis_of_weight(const Context& context, const Line& line);

// Of any year.
[[nodiscard]] std::string basis_of_rate(const Context& context, const calc::Assessment& assessment);
[[nodiscard]] std::string basis_of_grade(const Context& context,
                                         const calc::Assessment& assessment);

}  // namespace shinchoku::report
