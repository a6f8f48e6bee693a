#include "calc/rates.h"

#include <array>
#include <string>
#include <string_view>

namespace shinchoku::calc {

using base::Decimal;

base::Decimal RatePercent::rounded(int decimals) const {
    return base::divide(numerator, denominator, decimals);
}

std::strong_ordering RatePercent::compare(const Decimal& threshold_percent) const {
    return numerator <=> threshold_percent * denominator;
}

base::Text text_of(Undefined reason) {
    struct Reason {
        std::string_view ja;
        std::string_view en;
    };
    // In the order of the enum.
    constexpr std::array<Reason, 8> reasons{{
        {"目標が0以下のため、割り算の達成率は意味を持ちません",
         "the target is zero or less, so a ratio to it has no meaning"},
        {"実績が負の値のため、割り算の達成率は意味を持ちません",
         "the actual is negative, so a ratio of it has no meaning"},
        {"実績が0以下のため、目標÷実績は計算できません",
         "the actual is zero or less, so target / actual cannot be computed"},
        {"基準値がないため、基準値からの進み具合は計算できません",
         "there is no baseline to measure progress from"},
        {"目標が基準値と同じため、基準値からの進み具合は計算できません",
         "the target equals the baseline, so progress cannot be computed"},
        {"最終目標が基準値と同じため、ペースは計算できません",
         "the final target equals the baseline, so pace cannot be computed"},
        {"最終目標の年度までの期間の外のため、ペースは計算できません",
         "the year is outside the period up to the final target"},
        {"基準の値が0以下か実績が負の値のため、割り算の達成率は意味を持ちません",
         "the limit is zero or less or the actual negative, so a ratio has no meaning"},
    }};
    const Reason& text = reasons.at(static_cast<std::size_t>(reason));
    return {std::string(text.ja), std::string(text.en)};
}

RatePercent percent_of(const Decimal& numerator, const Decimal& denominator) {
    const Decimal hundredfold = numerator.shifted(2);
    if (denominator.sign() < 0) {
        return {-hundredfold, -denominator};
    }
    return {hundredfold, denominator};
}

RatePercent whole_percent(int percent) {
    return {Decimal(percent), Decimal(1)};
}

Rate simple_rate(const Decimal& a, const Decimal& t) {
    if (t.sign() <= 0) {
        return Undefined::target_not_positive;
    }
    if (a.sign() < 0) {
        return Undefined::actual_negative;
    }
    return percent_of(a, t);
}

Rate inverse_rate(const Decimal& a, const Decimal& t) {
    if (t.sign() <= 0) {
        return Undefined::target_not_positive;
    }
    if (a.sign() <= 0) {
        return Undefined::actual_not_positive;
    }
    return percent_of(t, a);
}

Rate mirror_rate(const Decimal& a, const Decimal& t) {
    if (t.sign() <= 0) {
        return Undefined::target_not_positive;
    }
    return percent_of(t + t - a, t);
}

Rate progress_rate(const Decimal& a, const std::optional<Decimal>& b, const Decimal& t) {
    if (!b) {
        return Undefined::no_baseline;
    }
    if (t == *b) {
        return Undefined::target_is_baseline;
    }
    return percent_of(a - *b, t - *b);
}

Rate pace_rate(const Decimal& a, const std::optional<Decimal>& b, const Decimal& f, int t, int n) {
    if (!b) {
        return Undefined::no_baseline;
    }
    if (f == *b) {
        return Undefined::final_is_baseline;
    }
    if (t < 1 || t > n) {
        return Undefined::outside_period;
    }
    return percent_of((a - *b) * Decimal(n), (f - *b) * Decimal(t));
}

Rate keep_rate(const Decimal& a, const Decimal& t, bool lower_is_better, const Decimal& tolerance) {
    const bool on_good_side = lower_is_better ? a <= t : a >= t;
    if (on_good_side || (a - t).abs() <= tolerance) {
        return whole_percent(100);
    }
    if (t.sign() <= 0) {
        return Undefined::target_not_positive;
    }
    return lower_is_better ? percent_of(t + t - a, t) : percent_of(a, t);
}

Rate rate_by(Method method, const Divided& numbers) {
    const auto& [a, t, b, lower, tolerance] = numbers;
    if (method == Method::progress) {
        return progress_rate(a, b, t);
    }
    if (method == Method::keep) {
        return keep_rate(a, t, lower, tolerance);
    }
    if (method == Method::mirror) {
        return mirror_rate(a, t);
    }
    const bool inverted = method == Method::inverse || (method == Method::cumulative && lower);
    return inverted ? inverse_rate(a, t) : simple_rate(a, t);
}

Rate limit_rate(const Decimal& a, const Limit& limit) {
    if (limit.holds(a)) {
        return whole_percent(100);
    }
    const bool too_high = limit.high && a >= limit.high->number;
    const Decimal& bound = too_high ? limit.high->number : limit.low->number;
    if (bound.sign() <= 0 || a.sign() < 0) {
        return Undefined::limit_not_positive;
    }
    return too_high ? percent_of(bound, a) : percent_of(a, bound);
}

bool moved(plan::Trend way, const Decimal& from, const Decimal& to) {
    if (way == plan::Trend::keep) {
        return to == from;
    }
    return way == plan::Trend::up ? to > from : to < from;
}

}  // namespace shinchoku::calc
