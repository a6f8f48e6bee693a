#pragma once

#include <cstddef>

#include "sheet/workbook.h"

namespace shinchoku::layout {

// True for a sheet that only lists what may be chosen in the others (評価, A, B, C, D): short
// words, each once in its column. A validation need not refer to it. One that is not named so has a
// single column of very short words, for a note of a few lines looks much the same. `labels` are
// the texts on it that are labels of a layout: a list has at most one over each column.
[[nodiscard]] bool lists_choices(const sheet::Sheet& sheet, std::size_t labels);

// True for a sheet by whose name one knows that it is to be read and holds no form: 表紙, 記入要領,
// 目次.
[[nodiscard]] bool accompanies_forms(const sheet::Sheet& sheet);

}  // namespace shinchoku::layout
