#include "calc/forecast.h"

#include <algorithm>
#include <cmath>

#include "calc/figure.h"

namespace shinchoku::calc {
namespace {

using base::Decimal;

constexpr int working_decimals = 40;
// Beyond this a growth rate by year says nothing, and its powers become very long numbers.
constexpr int longest_span_years = 100;

Decimal power(const Decimal& number, int exponent) {
    Decimal result(1);
    for (int i = 0; i < exponent; ++i) {
        result = result * number;
    }
    return result;
}

// The constant growth from `first` to `last` over `span` years, carried on for `ahead` years, is
// the span-th root of last^(span+ahead) / first^ahead. REQUIRES: both positive.
struct Growth {
    Decimal first;
    Decimal last;
    int span = 1;
    int ahead = 1;

    [[nodiscard]] bool reaches(const Decimal& target, bool lower_is_better) const {
        // Compared as powers, so that no rounding decides.
        if (target.sign() <= 0) {
            return !lower_is_better;
        }
        const Decimal projected = power(last, span + ahead);
        const Decimal wanted = power(target, span) * power(first, ahead);
        return lower_is_better ? projected <= wanted : projected >= wanted;
    }

    // last * x, where x = (last / first)^(ahead / span): found in doubles, then sharpened by
    // Newton's method on x^span = (last / first)^ahead to the same digits on every machine.
    [[nodiscard]] std::optional<Decimal> projection() const {
        const double exponent = static_cast<double>(ahead) / static_cast<double>(span);
        const double start = std::pow(last.to_double() / first.to_double(), exponent);
        std::optional<Decimal> x = Decimal::from_double(start);
        if (!x || x->sign() <= 0) {
            return std::nullopt;
        }
        if (start > 0.01 && start < 100 && span <= 30) {
            const Decimal wanted =
                base::divide(power(last, ahead), power(first, ahead), 3 * working_decimals);
            for (int step = 0; step < 3; ++step) {
                const Decimal quotient =
                    base::divide(wanted, power(*x, span - 1), working_decimals);
                x = base::divide(
                    *x * Decimal(span - 1) + quotient, Decimal(span), working_decimals);
            }
        }
        return (last * *x).rounded(stored_decimals);
    }
};

}  // namespace

Forecast forecast_of(const std::vector<Point>& points,
                     int year,
                     int final_year,
                     const Decimal& final_number,
                     bool lower_is_better) {
    Forecast forecast;
    if (year >= final_year || points.empty() || points.front().year == points.back().year) {
        return forecast;
    }
    const Point& first = points.front();
    const Point& last = points.back();
    const int span = last.year - first.year;
    const int ahead = final_year - last.year;

    // The exact line is linear / span; only its printed form is rounded.
    const Decimal line =
        last.number * Decimal(span) + (last.number - first.number) * Decimal(ahead);
    const Decimal goal = final_number * Decimal(span);
    forecast.linear = base::divide(line, Decimal(span), stored_decimals);
    forecast.gap_linear = base::divide(goal - line, Decimal(span), stored_decimals);
    forecast.suffices_linear = lower_is_better ? line <= goal : line >= goal;

    if (first.number.sign() <= 0 || last.number.sign() <= 0 || span + ahead > longest_span_years) {
        return forecast;
    }
    const Growth growth{first.number, last.number, span, ahead};
    forecast.growth = growth.projection();
    if (forecast.growth) {
        forecast.gap_growth = (final_number - *forecast.growth).rounded(stored_decimals);
        forecast.suffices_growth = growth.reaches(final_number, lower_is_better);
    }
    return forecast;
}

}  // namespace shinchoku::calc
