#pragma once

#include <optional>

#include "calc/forecast.h"

namespace shinchoku::calc {

// The progress measure of Open SDG (open-sdg/sdg-build, ProgressMeasure), the one part of calc that
// works in doubles: a compound annual growth rate is a root, and its thresholds are two decimals.

enum class SdgStanding { achieved, substantial, moderate, limited, deterioration };

struct SdgProgress {
    SdgStanding standing = SdgStanding::limited;
    // Growth so far / growth needed (with a target), or growth so far (without one), both with the
    // sign of the good side. A share, not percent.
    double value = 0;
    double score = 0;  // -5 .. 5
};

// Two points and a target: how the growth from `base` to `current` compares with the growth from
// `base` to the target. A target that is reached is achieved, whatever the points. Nothing where
// the measure is not defined: values of opposite signs (sdg-build does not look at the target's),
// the current or the target year not after the base's (sdg-build does not look at the target's), a
// target equal to the base.
[[nodiscard]] std::optional<SdgProgress> sdg_progress(const Point& base,
                                                      const Point& current,
                                                      const Point& target,
                                                      bool lower_is_better);

// Without a target. `limit` is the number that the indicator cannot pass (100 for a share in
// percent): near it less growth is asked for.
[[nodiscard]] std::optional<SdgProgress> sdg_progress(const Point& base,
                                                      const Point& current,
                                                      const std::optional<base::Decimal>& limit,
                                                      bool lower_is_better);

}  // namespace shinchoku::calc
