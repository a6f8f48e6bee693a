#include "calc/forecast.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "calc/figure.h"

namespace shinchoku::calc {
namespace {

using base::Decimal;

// Three steps make some fifteen digits into a hundred.
constexpr int newton_steps = 3;
constexpr int working_decimals = 60;
// A projection longer than this says nothing any more.
constexpr double longest_number_digits = 200;
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

    // y with y^span = last^(span+ahead) / first^ahead: found in doubles, then sharpened by Newton's
    // method far beyond the decimals kept, so that every machine gives the same digits.
    [[nodiscard]] std::optional<Decimal> projection() const {
        const double log_first = log10_of(first);
        const double log_last = log10_of(last);
        const double log_power = log_last * (span + ahead) - log_first * ahead;
        const double log_y = log_power / span;
        if (std::abs(log_y) > longest_number_digits) {
            return std::nullopt;
        }
        if (log_y < -2.0 * stored_decimals) {
            return Decimal();  // nothing of it is left at the decimals kept
        }
        // Between the two, the power is a double far from its ends: finite and positive.
        Decimal y = *Decimal::from_double(std::pow(10.0, log_y));
        const int decimals =
            working_decimals + static_cast<int>(std::max(0.0, std::ceil(-log_power)));
        const Decimal wanted =
            base::divide(power(last, span + ahead), power(first, ahead), decimals);
        for (int step = 0; step < newton_steps; ++step) {
            Decimal quotient = wanted;
            for (int i = 1; i < span; ++i) {
                quotient = base::divide(quotient, y, decimals);
            }
            y = base::divide(y * Decimal(span - 1) + quotient, Decimal(span), working_decimals);
        }
        return y;
    }

private:
    // Of numbers beyond a double's range too.
    static double log10_of(const Decimal& number) {
        const std::string digits = number.to_string();
        const std::size_t point = std::min(digits.find('.'), digits.size());
        const int shift = point > 1 ? static_cast<int>(point) : 0;
        return std::log10(number.shifted(-shift).to_double()) + shift;
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
    if (const std::optional<Decimal> projected = growth.projection()) {
        forecast.growth = projected->rounded(stored_decimals);
        forecast.gap_growth = (final_number - *projected).rounded(stored_decimals);
        forecast.suffices_growth = growth.reaches(final_number, lower_is_better);
    }
    return forecast;
}

}  // namespace shinchoku::calc
