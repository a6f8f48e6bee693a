#pragma once

#include <string>

#include "layout/layout.h"
#include "plan/model.h"
#include "render/book.h"

namespace shinchoku::render {

// Bars and arrows of a schedule. What an arrow means is kept by its sign, so that it survives a
// black-and-white printer and a copy of the text; the fill only helps the eye.

// The bar as the form shows and keeps it: one without a text gets the layout's sign of its mark.
[[nodiscard]] plan::ScheduleCell drawn_bar(const layout::Layout& layout, plan::ScheduleCell bar);

// A fill behind the bar, stronger where more is spent and none where less is; a [styles] table
// named after the sign ("▲▲▲▲▲") stands above it.
void apply_bar_look(CellStyle& style, const layout::Layout& layout, const plan::ScheduleCell& bar);

}  // namespace shinchoku::render
