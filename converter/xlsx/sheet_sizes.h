#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sheet/looks.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {

// Sizes of columns and rows as Excel shows them; nothing for one that it would not draw.

// <col>: the columns with their width in characters.
[[nodiscard]] std::optional<sheet::Looks::Run> column_width(const Scanner& scanner);
// defaultColWidth
[[nodiscard]] std::optional<double> usual_width(std::string_view written);
// ht and defaultRowHeight, in points
[[nodiscard]] std::optional<double> row_height(std::string_view written);

// Appends a run, or lengthens the last one. What is out of order is left out.
void add_run(std::vector<sheet::Looks::Run>& runs, sheet::Looks::Run run);

}  // namespace shinchoku::xlsx
