#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "layout/layout_file.h"

namespace shinchoku::layout {

// The lines of a picture with their cells one below another: wide characters count 2, a column is
// padded to its widest cell but never beyond 20, so one long text does not push everything off the
// screen. What stands in the cells, remarks and blank lines stay as they are, also lines that are
// no rows. Doing it twice changes nothing.
[[nodiscard]] std::string align_picture(std::string_view picture);

// A whole layout file with its picture aligned; nothing else in it changes. The layout need not be
// right, or finished: the error says why the picture cannot be found in it.
[[nodiscard]] base::Result<std::string, Diagnostic> format_layout(std::string_view toml);

}  // namespace shinchoku::layout
