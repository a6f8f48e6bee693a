#pragma once

#include <optional>

#include "base/decimal.h"
#include "plan/value.h"

namespace shinchoku::calc {

// A bound or a range: one side or two.
struct Side {
    base::Decimal number;
    bool strict = false;
};
struct Limit {
    std::optional<Side> low;
    std::optional<Side> high;

    [[nodiscard]] bool holds(const base::Decimal& a) const;
    [[nodiscard]] bool is_strict() const { return (low && low->strict) || (high && high->strict); }
    // An unmet strict bound whose limit is reached exactly: rate 100, but missed.
    [[nodiscard]] bool only_touches(const base::Decimal& a) const;
};
[[nodiscard]] Limit limit_of(plan::Comparator comparator, const base::Decimal& number);

}  // namespace shinchoku::calc
