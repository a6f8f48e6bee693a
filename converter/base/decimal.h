#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shinchoku::base {

// An exact decimal number: an integer of any length times a power of ten. A plan's figures are
// decimals on paper, so they are decimals here; a double puts one boundary case in ten on the
// wrong side. Kept in lowest form (no trailing zeros), so equal numbers are equal objects; how many
// decimals were printed is remembered beside the number where it matters (plan::Value).
// Compiles for 32-bit Windows too: no 128-bit integers.
class Decimal {
public:
    Decimal() = default;  // 0
    explicit Decimal(std::int64_t number);

    // "-12.50", "1.5E3", "+5"; ASCII only, at least one digit, the point may lead or end.
    // Nothing for any other text, and for an exponent beyond +-400.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    // The shortest decimal that reads back as this double; nothing for infinities and NaN.
    [[nodiscard]] static std::optional<Decimal> from_double(double number);

    // Plain notation without exponent or trailing zeros: "1200", "-0.5", "0".
    [[nodiscard]] std::string to_string() const;
    // With exactly so many decimals, rounded half away from zero; never "-0".
    [[nodiscard]] std::string to_fixed(int decimals) const;
    [[nodiscard]] double to_double() const;
    // Nothing where the number is no integer or does not fit.
    [[nodiscard]] std::optional<std::int64_t> to_integer() const;

    [[nodiscard]] bool is_zero() const { return small_ == 0 && large_.empty(); }
    [[nodiscard]] int sign() const;      // -1, 0, 1
    [[nodiscard]] int decimals() const;  // digits after the point in to_string()
    [[nodiscard]] Decimal abs() const;
    [[nodiscard]] Decimal shifted(int powers_of_ten) const;  // times 10^n, exact
    [[nodiscard]] Decimal rounded(int decimals) const;       // half away from zero

    friend Decimal operator-(const Decimal& a);
    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    // value = magnitude * 10^exponent_. The magnitude is small_ where it fits 64 bits, as every
    // figure of a plan does, and large_ (base/magnitude.h) otherwise; only one of them is in use.
    bool negative_ = false;
    int exponent_ = 0;
    std::uint64_t small_ = 0;
    std::vector<std::uint32_t> large_;

    static Decimal of_small(bool negative, std::uint64_t magnitude, int exponent);
    static Decimal of_large(bool negative, std::vector<std::uint32_t> magnitude, int exponent);
    [[nodiscard]] std::vector<std::uint32_t> magnitude() const;
    [[nodiscard]] std::string digits() const;
    [[nodiscard]] static int compare_magnitudes(const Decimal& a, const Decimal& b);
    [[nodiscard]] static Decimal sum(const Decimal& a, const Decimal& b, bool b_negative);

    friend Decimal divide(const Decimal& numerator, const Decimal& denominator, int decimals);
};

// numerator / denominator to so many decimals, half away from zero. REQUIRES: denominator not 0.
[[nodiscard]] Decimal divide(const Decimal& numerator, const Decimal& denominator, int decimals);

}  // namespace shinchoku::base
