#pragma once

#include <string>
#include <vector>

#include "layout/measure_draft.h"
#include "layout/pattern.h"

namespace shinchoku::layout {

// As printed, with digits in half width, so that every spelling of a number is one.
[[nodiscard]] std::string printed_number(const Capture& capture);

// ①税収確保… -> ① and 税収確保….
void set_numbered(const std::string& text, PrintedGroup& group);

// The printed heading of the rows of a schedule: 分野施策1 住民自治.
[[nodiscard]] PrintedGroup heading_group(const PictureCell& cell,
                                         const std::vector<Capture>& captures,
                                         base::CellRef at);

}  // namespace shinchoku::layout
