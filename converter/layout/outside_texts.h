#pragma once

#include <string_view>
#include <vector>

#include "layout/reading.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

// The texts of a sheet above its first block, where headings stand.
[[nodiscard]] std::vector<OutsideText> texts_above(const sheet::Sheet& sheet,
                                                   int sheet_index,
                                                   std::uint32_t first_block_row);

// The texts of a sheet without a block; up to a bound that no list of measures comes near.
[[nodiscard]] std::vector<OutsideText> texts_of_sheet(const sheet::Sheet& sheet, int sheet_index);

// True where the texts of a sheet are a list of the plan's measures (一覧, 目次): enough of their
// titles stand there. Marks the texts as such.
[[nodiscard]] bool mark_list_of_measures(std::vector<OutsideText>& texts, const plan::Plan& plan);

// A line of a list of contents without the number before its title and the page behind it.
[[nodiscard]] std::string_view title_of_line(std::string_view line);

}  // namespace shinchoku::layout
