#include "calc/limit.h"

namespace shinchoku::calc {

using base::Decimal;

bool Limit::holds(const Decimal& a) const {
    const bool above_low = !low || (low->strict ? a > low->number : a >= low->number);
    const bool below_high = !high || (high->strict ? a < high->number : a <= high->number);
    return above_low && below_high;
}

bool Limit::only_touches(const Decimal& a) const {
    return (low && low->strict && a == low->number) || (high && high->strict && a == high->number);
}

Limit limit_of(plan::Comparator comparator, const Decimal& number) {
    using plan::Comparator;
    const Side side{number, comparator == Comparator::below || comparator == Comparator::above};
    if (comparator == Comparator::at_most || comparator == Comparator::below) {
        return {.high = side};
    }
    return {.low = side};
}

}  // namespace shinchoku::calc
