#pragma once

#include <optional>

#include "base/text.h"
#include "calc/assessment.h"
#include "calc/figure.h"
#include "calc/rates.h"
#include "calc/target.h"

namespace shinchoku::calc {

// What went into one assessment, for telling how the rate came about.
struct Workings {
    Method method = Method::simple;
    Status status = Status::unclear;
    std::optional<RatePercent> rate;
    std::optional<Undefined> undefined;  // why there is no rate although there are numbers
    Target target;
    bool lower_is_better = false;
    std::optional<Figure> actual;
    std::optional<Figure> baseline;
    std::optional<Figure> final_target;
    std::optional<Figure> compared_with;  // trend: the value before
    bool on_good_side = false;            // of the target's number
    bool within_tolerance = false;        // keep: nearer to the target than the tolerance
    std::optional<int> stated_step;       // steps: what the department says it reached
    int summed_years = 0;                 // cumulative: actuals in the sum, 0 where none was made
    int year_number = 0;                  // t of n
    int year_count = 0;
};

// 「実績 97.0 ÷ 目標 98.6 × 100 = 98.4%」, or why there is no rate. REQUIRES: status met or missed.
[[nodiscard]] base::Text trace_of(const Workings& workings);

}  // namespace shinchoku::calc
