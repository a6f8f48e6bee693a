#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "calc/assessment.h"
#include "plan/model.h"

namespace shinchoku::formats {

// plan@1 (design/model.md): keys in that order, numbers as decimal text, UTF-8, two-space indent,
// a line break at the end. With assessments, the list follows `measures`.
[[nodiscard]] std::string write_plan_json(
    const plan::Plan& plan, const std::vector<calc::Assessment>* assessments = nullptr);

struct ReadPlanJson {
    plan::Plan plan;
    std::vector<base::Finding> findings;  // unknown keys, ignored
};

// The error is one finding (F01 no JSON, F11 not plan@1) with line and column or JSON path.
[[nodiscard]] base::Result<ReadPlanJson> read_plan_json(std::string_view text);

}  // namespace shinchoku::formats
