#pragma once

#include "layout/diagnostics.h"
#include "layout/layout.h"

namespace shinchoku::layout {

// Refuses pictures that could be drawn but not be read back for certain: the last part of section 8
// of the notation. REQUIRES: joined cells, numbered years.
void check_reading(const Layout& layout, Diagnostics& diagnostics);

// What a label or pattern says, in comparison form; values in it are one mark each.
[[nodiscard]] std::string anchor_form(const PictureCell& cell);

}  // namespace shinchoku::layout
