#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "base/ascii.h"
#include "base/magnitude.h"

namespace shinchoku::base {
namespace {

constexpr std::uint64_t most_64 = std::numeric_limits<std::uint64_t>::max();
constexpr int most_power = 19;  // 10^19 is the greatest power of ten in 64 bits
constexpr int greatest_exponent = 400;

constexpr std::array<std::uint64_t, most_power + 1> powers_of_ten() {
    std::array<std::uint64_t, most_power + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) {
        powers[i] = powers[i - 1] * 10;
    }
    return powers;
}
constexpr auto wide_powers = powers_of_ten();

std::optional<std::uint64_t> times(std::uint64_t a, std::uint64_t b) {
    if (b != 0 && a > most_64 / b) {
        return std::nullopt;
    }
    return a * b;
}

std::optional<std::uint64_t> times_power(std::uint64_t a, int power) {
    if (power > most_power) {
        return a == 0 ? std::optional<std::uint64_t>(0) : std::nullopt;
    }
    return times(a, wide_powers[static_cast<std::size_t>(power)]);
}

// The parts of "-12.50E3" as written, without judging them.
struct Written {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    int exponent = 0;
};

std::string_view take_digits(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

bool take_sign(std::string_view& text) {
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    return minus;
}

std::optional<int> take_exponent(std::string_view text) {
    const bool minus = take_sign(text);
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    const bool whole = end == text.data() + text.size();
    if (text.empty() || !is_digit(text.front()) || error != std::errc() || !whole ||
        exponent > greatest_exponent) {
        return std::nullopt;
    }
    return minus ? -exponent : exponent;
}

std::optional<Written> split(std::string_view text) {
    Written written;
    written.negative = take_sign(text);
    written.whole = take_digits(text);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        written.fraction = take_digits(text);
    }
    if (written.whole.empty() && written.fraction.empty()) {
        return std::nullopt;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        const auto exponent = take_exponent(text.substr(1));
        if (!exponent) {
            return std::nullopt;
        }
        written.exponent = *exponent;
        text = {};
    }
    return text.empty() ? std::optional(written) : std::nullopt;
}

}  // namespace

Decimal::Decimal(std::int64_t number) {
    // The two's complement of the smallest integer has no positive twin: negate as unsigned.
    const auto bits = static_cast<std::uint64_t>(number);
    *this = of_small(number < 0, number < 0 ? 0 - bits : bits, 0);
}

Decimal Decimal::of_small(bool negative, std::uint64_t magnitude, int exponent) {
    Decimal result;
    if (magnitude == 0) {
        return result;
    }
    while (magnitude % 10 == 0) {
        magnitude /= 10;
        ++exponent;
    }
    result.negative_ = negative;
    result.exponent_ = exponent;
    result.small_ = magnitude;
    return result;
}

Decimal Decimal::of_large(bool negative, Magnitude magnitude, int exponent) {
    std::uint64_t small = 0;
    const int zeros = trailing_zeros(magnitude);
    if (zeros > 0) {
        magnitude = without_last_digits(magnitude, zeros);
    }
    if (fits_64_bits(magnitude, small)) {
        return of_small(negative, small, exponent + zeros);
    }
    Decimal result;
    result.negative_ = negative;
    result.exponent_ = exponent + zeros;
    result.large_ = std::move(magnitude);
    return result;
}

Magnitude Decimal::magnitude() const {
    return large_.empty() ? to_magnitude(small_) : large_;
}

std::string Decimal::digits() const {
    return large_.empty() ? std::to_string(small_) : to_digits(large_);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const auto written = split(text);
    if (!written) {
        return std::nullopt;
    }
    const int exponent = written->exponent - static_cast<int>(written->fraction.size());
    if (written->whole.size() + written->fraction.size() <= std::size_t{most_power}) {
        std::uint64_t magnitude = 0;
        for (const std::string_view part : {written->whole, written->fraction}) {
            for (const char digit : part) {
                magnitude = magnitude * 10 + static_cast<std::uint64_t>(digit - '0');
            }
        }
        return of_small(written->negative, magnitude, exponent);
    }
    std::string all(written->whole);
    all.append(written->fraction);
    return of_large(written->negative, to_magnitude(all), exponent);
}

std::optional<Decimal> Decimal::from_double(double number) {
    if (!std::isfinite(number)) {
        return std::nullopt;
    }
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
    return parse({text.data(), static_cast<std::size_t>(written.ptr - text.data())});
}

std::string Decimal::to_string() const {
    return to_fixed(decimals());
}

std::string Decimal::to_fixed(int decimals) const {
    const Decimal kept = rounded(decimals);
    std::string text = kept.digits();
    const int zeros = kept.exponent_ + std::max(decimals, 0);  // >= 0 after rounding
    if (zeros > 0 && !kept.is_zero()) {
        text.append(static_cast<std::size_t>(zeros), '0');
    }
    const auto after_point = static_cast<std::size_t>(std::max(decimals, 0));
    if (text.size() <= after_point) {
        text.insert(0, after_point + 1 - text.size(), '0');
    }
    if (after_point > 0) {
        text.insert(text.size() - after_point, 1, '.');
    }
    if (kept.negative_) {
        text.insert(0, 1, '-');
    }
    return text;
}

double Decimal::to_double() const {
    constexpr std::uint64_t exact_integers = std::uint64_t{1} << 53U;
    constexpr int exact_powers = 15;
    if (large_.empty() && small_ <= exact_integers && std::abs(exponent_) <= exact_powers) {
        // Both operands are exact in a double, so one operation rounds correctly.
        const auto whole = static_cast<double>(small_);
        const auto power =
            static_cast<double>(wide_powers[static_cast<std::size_t>(std::abs(exponent_))]);
        const double result = exponent_ < 0 ? whole / power : whole * power;
        return negative_ ? -result : result;
    }
    const std::string text = digits() + "e" + std::to_string(exponent_);
    double result = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), result);
    if (read.ec == std::errc::result_out_of_range) {
        result = exponent_ > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    }
    return negative_ ? -result : result;
}

std::optional<std::int64_t> Decimal::to_integer() const {
    if (exponent_ < 0 || !large_.empty()) {
        return std::nullopt;
    }
    const auto magnitude = times_power(small_, exponent_);
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!magnitude || *magnitude > most + (negative_ ? 1U : 0U)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(negative_ ? 0 - *magnitude : *magnitude);
}

int Decimal::sign() const {
    return is_zero() ? 0 : negative_ ? -1 : 1;
}

int Decimal::decimals() const {
    return exponent_ < 0 ? -exponent_ : 0;
}

Decimal Decimal::abs() const {
    return negative_ ? -*this : *this;
}

Decimal Decimal::shifted(int powers_of_ten) const {
    Decimal result = *this;
    if (!is_zero()) {
        result.exponent_ += powers_of_ten;
    }
    return result;
}

Decimal Decimal::rounded(int decimals) const {
    const int surplus = -exponent_ - decimals;  // digits to drop
    if (surplus <= 0) {
        return *this;
    }
    if (large_.empty()) {
        if (surplus > most_power) {
            return {};
        }
        const std::uint64_t unit = wide_powers[static_cast<std::size_t>(surplus)];
        const std::uint64_t rest = small_ % unit;
        const std::uint64_t up = rest >= unit - rest ? 1 : 0;
        return of_small(negative_, small_ / unit + up, -decimals);
    }
    // The first digit dropped decides.
    Magnitude kept = without_last_digits(large_, surplus - 1);
    kept = without_last_digits(add(kept, {5U}), 1);
    return of_large(negative_, std::move(kept), -decimals);
}

Decimal operator-(const Decimal& a) {
    Decimal result = a;
    result.negative_ = !a.negative_ && !a.is_zero();
    return result;
}

Decimal Decimal::sum(const Decimal& a, const Decimal& b, bool b_negative) {
    const int exponent = std::min(a.exponent_, b.exponent_);
    if (a.large_.empty() && b.large_.empty()) {
        const auto left = times_power(a.small_, a.exponent_ - exponent);
        const auto right = times_power(b.small_, b.exponent_ - exponent);
        if (left && right && a.negative_ != b_negative) {
            return *left >= *right ? of_small(a.negative_, *left - *right, exponent)
                                   : of_small(b_negative, *right - *left, exponent);
        }
        if (left && right && *left <= most_64 - *right) {
            return of_small(a.negative_, *left + *right, exponent);
        }
    }
    const Magnitude left = times_power_of_ten(a.magnitude(), a.exponent_ - exponent);
    const Magnitude right = times_power_of_ten(b.magnitude(), b.exponent_ - exponent);
    if (a.negative_ == b_negative) {
        return of_large(a.negative_, add(left, right), exponent);
    }
    return compare(left, right) >= 0 ? of_large(a.negative_, subtract(left, right), exponent)
                                     : of_large(b_negative, subtract(right, left), exponent);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    if (a.is_zero() || b.is_zero()) {
        return a.is_zero() ? b : a;
    }
    return Decimal::sum(a, b, b.negative_);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
    if (a.is_zero() || b.is_zero()) {
        return a.is_zero() ? -b : a;
    }
    return Decimal::sum(a, b, !b.negative_);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    const bool negative = a.negative_ != b.negative_;
    const int exponent = a.exponent_ + b.exponent_;
    if (a.large_.empty() && b.large_.empty()) {
        if (const auto product = times(a.small_, b.small_)) {
            return Decimal::of_small(negative, *product, exponent);
        }
    }
    return Decimal::of_large(negative, multiply(a.magnitude(), b.magnitude()), exponent);
}

int Decimal::compare_magnitudes(const Decimal& a, const Decimal& b) {
    const int exponent = std::min(a.exponent_, b.exponent_);
    if (a.large_.empty() && b.large_.empty()) {
        const auto left = times_power(a.small_, a.exponent_ - exponent);
        const auto right = times_power(b.small_, b.exponent_ - exponent);
        if (left && right) {
            return *left < *right ? -1 : *left > *right ? 1 : 0;
        }
    }
    return compare(times_power_of_ten(a.magnitude(), a.exponent_ - exponent),
                   times_power_of_ten(b.magnitude(), b.exponent_ - exponent));
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    if (a.sign() != b.sign()) {
        return a.sign() <=> b.sign();
    }
    const int order = a.is_zero() ? 0 : Decimal::compare_magnitudes(a, b);
    return (a.negative_ ? -order : order) <=> 0;
}

Decimal divide(const Decimal& numerator, const Decimal& denominator, int decimals) {
    const bool negative = numerator.negative_ != denominator.negative_;
    const int shift = numerator.exponent_ - denominator.exponent_ + decimals;
    if (numerator.large_.empty() && denominator.large_.empty()) {
        const auto above = times_power(numerator.small_, std::max(shift, 0));
        const auto below = times_power(denominator.small_, std::max(-shift, 0));
        if (above && below) {
            const std::uint64_t rest = *above % *below;
            const std::uint64_t up = rest >= *below - rest ? 1 : 0;
            return Decimal::of_small(negative, *above / *below + up, -decimals);
        }
    }
    const Magnitude above = times_power_of_ten(numerator.magnitude(), std::max(shift, 0));
    const Magnitude below = times_power_of_ten(denominator.magnitude(), std::max(-shift, 0));
    return Decimal::of_large(negative, divide_rounded(above, below), -decimals);
}

}  // namespace shinchoku::base
