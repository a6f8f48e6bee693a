#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/a1.h"
#include "patch/sheet_frame.h"
#include "patch/style_sheet.h"

namespace shinchoku::patch {

// The sheet with a fill for some cells: their `s` is another one, and a cell or row that the part
// leaves out is put in, with the format it was shown in. No other byte changes.
[[nodiscard]] std::string with_fills(std::string_view xml,
                                     const SheetFrame& frame,
                                     const std::map<base::CellRef, std::uint32_t>& fills,
                                     StyleSheet& styles);

// The sheet with a <legacyDrawing>. REQUIRES: the frame is of this very text and has none.
[[nodiscard]] std::string with_legacy_drawing(std::string xml,
                                              const SheetFrame& frame,
                                              std::string_view relationship);

}  // namespace shinchoku::patch
