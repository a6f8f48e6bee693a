#pragma once

#include "layout/cell_picker.h"
#include "layout/grid.h"
#include "layout/measure_draft.h"

namespace shinchoku::layout {

// What stands in a picked cell, as displayed. A place that holds only spaces keeps them.
[[nodiscard]] MeasureCollector::Content content_of(const Grid& grid, const Pick& pick);

// The same read by the value grammar; C18 where it only looks like a number. Only for fields that
// are values: reading one costs more than reading a text.
[[nodiscard]] plan::Value value_of(const Grid& grid, const Pick& pick, RemarkList& remarks);

}  // namespace shinchoku::layout
