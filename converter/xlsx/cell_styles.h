#pragma once

#include <string>

#include "sheet/attachments.h"
#include "xlsx/limits.h"

namespace shinchoku::xlsx {

// Fonts, fills and alignment of each cell format, by its number, and how wide a character of the
// usual font is. The part was accepted by read_styles(); `xml` is scanned in place.
void read_cell_styles(std::string& xml, const Limits& limits, sheet::Attachments& into);

}  // namespace shinchoku::xlsx
