#pragma once

#include <optional>
#include <string_view>

#include "base/text.h"
#include "calc/assessment.h"
#include "calc/figure.h"
#include "calc/target.h"

namespace shinchoku::calc {

struct Choice {
    Method method = Method::simple;
    base::Text why;
};

// Methods that are named: "" for none. The indicator's own comes first, then the layout's, then
// the scheme's.
struct NamedMethods {
    std::string_view layout;
    std::string_view scheme;
};

// Why a target that is a number is measured as it is, in the order of design/calculation.md.
enum class NumberReason {
    to_keep,
    equals_baseline,
    running_total,
    baseline_negative,
    target_not_positive,
    lower_is_better,
    higher_is_better
};
struct NumberFacts {
    bool to_keep = false;  // the direction is to keep
    bool cumulative = false;
    bool lower_is_better = false;
    const base::Decimal* target = nullptr;    // null where it hangs on an actual
    const base::Decimal* baseline = nullptr;  // null where there is none
    bool comparable = true;                   // target and baseline are in one unit
};
[[nodiscard]] NumberReason reason_of(const NumberFacts& facts);
[[nodiscard]] Method method_of(NumberReason reason);

// The method follows from the target, never from the actual. Nothing where there is no target to
// measure against, or where it is unclear what it asks for. A named method overrides, except that
// words (steps, a trend) cannot be divided and that a blank target has nothing but pace.
[[nodiscard]] std::optional<Choice> choose_method(const plan::Indicator& indicator,
                                                  const Target& target,
                                                  const std::optional<Figure>& baseline,
                                                  bool has_final_target,
                                                  const NamedMethods& named);

// True where the good side lies below: down, within, and a relative target that asks for less.
[[nodiscard]] bool lower_is_better(const plan::Indicator& indicator, const Target& target);

}  // namespace shinchoku::calc
