#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "layout/layout.h"
#include "render/book.h"

namespace shinchoku::render {

// The look of a form: by the kind of the cell, then by the style of its row (.表題 .見出し
// .小見出し .注), then by the layout's [styles]. Light greys and one pale tint, which print as
// white, so that boxes and labels stay apart on a black-and-white printer too.
[[nodiscard]] CellStyle style_of(const layout::Layout& layout,
                                 const layout::PictureRow& row,
                                 const layout::PictureCell& cell);

// What a [styles] table says stands above the usual look.
void apply_own_style(CellStyle& style, const layout::Style& own);

// "#RRGGBB"; nothing for any other text.
[[nodiscard]] std::optional<std::uint32_t> color_of(std::string_view text);

}  // namespace shinchoku::render
