#pragma once

#include "layout/layout.h"
#include "render/book.h"

namespace shinchoku::render {

// The look of a form: by the kind of the cell, then by the style of its row (.表題 .見出し
// .小見出し .注), then by the layout's [styles]. Light greys and one pale tint, which print as
// white, so that boxes and labels stay apart on a black-and-white printer too.
[[nodiscard]] CellStyle style_of(const layout::Layout& layout,
                                 const layout::PictureRow& row,
                                 const layout::PictureCell& cell);

}  // namespace shinchoku::render
