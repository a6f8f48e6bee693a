#pragma once

#include "layout/layout.h"
#include "layout/measure_draft.h"

namespace shinchoku::layout {

// What a cell says of the measure itself and of the groups above it.

[[nodiscard]] bool is_group_field(FieldId id);
// Said once of a measure, whichever of its rows says it.
[[nodiscard]] bool is_of_measure(FieldId id);

void assign_group(MeasureDraft& draft,
                  const Field& field,
                  const MeasureCollector::Content& content);
// Number, title, departments and texts.
void assign_measure_field(MeasureDraft& draft,
                          const Layout& layout,
                          const Field& field,
                          const MeasureCollector::Content& content);

}  // namespace shinchoku::layout
