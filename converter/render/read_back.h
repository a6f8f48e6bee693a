#pragma once

#include <optional>
#include <vector>

#include "base/finding.h"
#include "layout/layout.h"
#include "layout/reading.h"
#include "plan/model.h"

namespace shinchoku::render {

// Holds what was read back from a form just drawn against the plan it was drawn from (section 4,
// step 4 of design/layout-notation.md).
struct ReadBack {
    std::vector<base::Finding> not_held;            // X10: the form has no place for it
    std::optional<base::Finding> first_difference;  // X03: it has one, and reads back otherwise
};

// `told_plan`: the workbook carries the plan's identity, so id, title and city must be equal too.
[[nodiscard]] ReadBack compare_with_plan(const layout::Reading& reading,
                                         const plan::Plan& plan,
                                         const layout::Layout& layout,
                                         bool told_plan);

}  // namespace shinchoku::render
