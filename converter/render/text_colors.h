#pragma once

#include <string>

#include "layout/layout.h"
#include "render/book.h"

namespace shinchoku::render {

// Colours of words inside a text: the dots of a programme and their legend. A [styles] table with
// a colour, named after the word ("●人口減少対策"), colours it wherever it stands in the text.
// The text stays as it is, so that the colour is a help and never the only sign.
[[nodiscard]] Content with_colors(const layout::Layout& layout,
                                  const std::string& text,
                                  const CellStyle& style);

}  // namespace shinchoku::render
