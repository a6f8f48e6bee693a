#pragma once

#include <optional>

#include "base/text.h"
#include "calc/figure.h"
#include "calc/rates.h"
#include "plan/model.h"

namespace shinchoku::calc {

// What a year's target asks for, once → 同上 and 前年比 are followed up.
struct Target {
    enum class Kind { blank, none, number, limit, trend, steps, unclear };

    Kind kind = Kind::blank;
    Figure figure;          // number; limit with one side: the number of the bound
    Limit limit;            // limit
    bool one_sided = true;  // limit
    plan::Trend trend = plan::Trend::keep;
    int step = 0;             // steps: the highest planned; 0 where the words name none
    bool cumulative = false;  // 累計 stands in the cell
    bool relative = false;    // the number hangs on another year or the baseline
    bool falls = false;       // relative, and asks for less
    bool on_actual = false;   // relative to last year, and no figure is printed beside it
    bool bounded = false;  // relative, with 以上, 以下 …: a limit also where it has no figure
    base::Text reason;     // unclear: what is missing

    // The number a rate divides by; nothing for ranges and words.
    [[nodiscard]] std::optional<Figure> number() const;
};

// `only_unit` is what figures without unit take (only_unit_of).
[[nodiscard]] Target resolve_target(const plan::Indicator& indicator,
                                    int year,
                                    const BaseUnit& only_unit);

// The value in force in a year: `continue` takes the nearest earlier target of the row. Nothing
// where the row has none.
[[nodiscard]] const plan::Value* target_in_force(const plan::Indicator& indicator, int year);

[[nodiscard]] const plan::YearEntry* find_year(const plan::Indicator& indicator, int year);

// The numeric target of the latest year that has one; bounds, ranges and relative ones are none.
struct FinalTarget {
    int year = 0;
    Figure figure;
};
[[nodiscard]] std::optional<FinalTarget> final_target(const plan::Indicator& indicator);

}  // namespace shinchoku::calc
