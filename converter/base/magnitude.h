#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shinchoku::base {

// Natural numbers of any length, for the rare Decimal that does not fit 64 bits: base 10^9, least
// significant first, no leading zero limbs, empty for 0.
using Magnitude = std::vector<std::uint32_t>;

[[nodiscard]] Magnitude to_magnitude(std::uint64_t number);
// ASCII digits only.
[[nodiscard]] Magnitude to_magnitude(std::string_view digits);
// True and the number, where it fits.
[[nodiscard]] bool fits_64_bits(const Magnitude& a, std::uint64_t& number);
[[nodiscard]] std::string to_digits(const Magnitude& a);

[[nodiscard]] int compare(const Magnitude& a, const Magnitude& b);  // -1, 0, 1
[[nodiscard]] Magnitude add(const Magnitude& a, const Magnitude& b);
[[nodiscard]] Magnitude subtract(const Magnitude& a, const Magnitude& b);  // REQUIRES: a >= b
[[nodiscard]] Magnitude multiply(const Magnitude& a, const Magnitude& b);
// a / b, rounded half up. REQUIRES: b is not 0.
[[nodiscard]] Magnitude divide_rounded(const Magnitude& a, const Magnitude& b);
[[nodiscard]] Magnitude times_power_of_ten(const Magnitude& a, int power);

[[nodiscard]] int trailing_zeros(const Magnitude& a);  // decimal ones; 0 for 0
// Without its last `count` decimal digits.
[[nodiscard]] Magnitude without_last_digits(const Magnitude& a, int count);

}  // namespace shinchoku::base
