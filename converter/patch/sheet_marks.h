#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/a1.h"
#include "patch/sheet_frame.h"
#include "patch/style_sheet.h"

namespace shinchoku::patch {

// What becomes of the format of a cell: first the fill of a format that it had before comes back,
// where it still has the fill of a mark, then it gets another one.
struct CellChange {
    std::optional<std::uint32_t> former;
    std::optional<std::uint32_t> fill;
};

struct FilledSheet {
    std::string xml;
    std::map<base::CellRef, std::uint32_t> formats;  // of the cells that got a fill: without it
};

// The sheet with a fill for some cells: their `s` is another one, and a cell or row that the part
// leaves out is put in, with the format it was shown in. No other byte changes.
[[nodiscard]] FilledSheet with_fills(std::string_view xml,
                                     const SheetFrame& frame,
                                     const std::map<base::CellRef, CellChange>& changes,
                                     StyleSheet& styles);

// The sheet with a <legacyDrawing>. REQUIRES: the frame is of this very text and has none.
[[nodiscard]] std::string with_legacy_drawing(std::string xml,
                                              const SheetFrame& frame,
                                              std::string_view relationship);

}  // namespace shinchoku::patch
