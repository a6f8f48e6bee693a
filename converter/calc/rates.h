#pragma once

#include <optional>

#include "base/decimal.h"
#include "base/result.h"
#include "base/text.h"
#include "calc/assessment.h"
#include "calc/limit.h"
#include "plan/value.h"

namespace shinchoku::calc {

// The methods of design/calculation.md as pure formulas. A actual, T target of the year, B
// baseline, F final target.

// Why a formula gives no rate.
enum class Undefined {
    target_not_positive,
    actual_negative,
    actual_not_positive,
    no_baseline,
    target_is_baseline,
    final_is_baseline,
    outside_period,
    limit_not_positive
};
[[nodiscard]] base::Text text_of(Undefined reason);

using Rate = base::Result<RatePercent, Undefined>;

[[nodiscard]] Rate simple_rate(const base::Decimal& a, const base::Decimal& t);
[[nodiscard]] Rate inverse_rate(const base::Decimal& a, const base::Decimal& t);
[[nodiscard]] Rate mirror_rate(const base::Decimal& a, const base::Decimal& t);
[[nodiscard]] Rate progress_rate(const base::Decimal& a,
                                 const std::optional<base::Decimal>& b,
                                 const base::Decimal& t);
// Year t of n, both counted from the plan's first year as 1.
[[nodiscard]] Rate pace_rate(const base::Decimal& a,
                             const std::optional<base::Decimal>& b,
                             const base::Decimal& f,
                             int t,
                             int n);
[[nodiscard]] Rate keep_rate(const base::Decimal& a,
                             const base::Decimal& t,
                             bool lower_is_better,
                             const base::Decimal& tolerance);

// By one of the methods that divide an actual by a target: simple, inverse, mirror, progress, keep,
// cumulative.
struct Divided {
    base::Decimal actual;
    base::Decimal target;
    std::optional<base::Decimal> baseline;
    bool lower_is_better = false;
    base::Decimal tolerance;  // keep
};
[[nodiscard]] Rate rate_by(Method method, const Divided& numbers);

[[nodiscard]] Rate limit_rate(const base::Decimal& a, const Limit& limit);

// 100 where A moved the stated way from where it was, else 0.
[[nodiscard]] bool moved(plan::Trend way, const base::Decimal& from, const base::Decimal& to);

[[nodiscard]] RatePercent whole_percent(int percent);
// numerator / denominator in percent. REQUIRES: denominator not 0.
[[nodiscard]] RatePercent percent_of(const base::Decimal& numerator,
                                     const base::Decimal& denominator);

}  // namespace shinchoku::calc
