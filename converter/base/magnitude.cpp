#include "base/magnitude.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <ranges>

namespace shinchoku::base {
namespace {

constexpr std::uint64_t limb_base = 1000000000;
constexpr int limb_digits = 9;
constexpr std::array<std::uint32_t, 10> powers = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

std::uint32_t low(std::uint64_t number) {
    return static_cast<std::uint32_t>(number % limb_base);
}

void strip(Magnitude& a) {
    while (!a.empty() && a.back() == 0) {
        a.pop_back();
    }
}

// a * factor, factor < 10^9.
Magnitude times_limb(const Magnitude& a, std::uint32_t factor) {
    Magnitude product;
    product.reserve(a.size() + 1);
    std::uint64_t carry = 0;
    for (const std::uint32_t limb : a) {
        carry += std::uint64_t{limb} * factor;
        product.push_back(low(carry));
        carry /= limb_base;
    }
    if (carry != 0) {
        product.push_back(low(carry));
    }
    strip(product);
    return product;
}

// rest -= divisor * factor * base^shift. REQUIRES: the result is not negative.
void take_away(Magnitude& rest, const Magnitude& divisor, std::uint64_t factor, std::size_t shift) {
    std::uint64_t carry = 0;
    for (std::size_t i = 0; shift + i < rest.size(); ++i) {
        const std::uint64_t product = carry + (i < divisor.size() ? factor * divisor[i] : 0);
        const std::uint64_t part = product % limb_base;
        carry = product / limb_base;
        std::uint64_t limb = rest[shift + i];
        if (limb < part) {
            limb += limb_base;
            ++carry;
        }
        rest[shift + i] = low(limb - part);
    }
}

// rest >= divisor * factor * base^shift
bool covers(const Magnitude& rest,
            const Magnitude& divisor,
            std::uint64_t factor,
            std::size_t shift) {
    Magnitude product = times_limb(divisor, static_cast<std::uint32_t>(factor));
    if (!product.empty()) {
        product.insert(product.begin(), shift, 0U);
    }
    Magnitude trimmed = rest;
    strip(trimmed);
    return compare(trimmed, product) >= 0;
}

// The next limb of a quotient, by halving: slow but plain, and only numbers beyond 64 bits come
// here.
std::uint64_t quotient_limb(const Magnitude& rest, const Magnitude& divisor, std::size_t shift) {
    std::uint64_t at_least = 0;
    std::uint64_t below = limb_base;
    while (below - at_least > 1) {
        const std::uint64_t middle = at_least + (below - at_least) / 2;
        if (covers(rest, divisor, middle, shift)) {
            at_least = middle;
        } else {
            below = middle;
        }
    }
    return at_least;
}

}  // namespace

Magnitude to_magnitude(std::uint64_t number) {
    Magnitude a;
    for (; number != 0; number /= limb_base) {
        a.push_back(low(number));
    }
    return a;
}

Magnitude to_magnitude(std::string_view digits) {
    Magnitude a;
    a.reserve(digits.size() / limb_digits + 1);
    while (!digits.empty()) {
        const std::size_t begin = digits.size() > limb_digits ? digits.size() - limb_digits : 0;
        std::uint32_t limb = 0;
        for (const char digit : digits.substr(begin)) {
            limb = limb * 10 + static_cast<std::uint32_t>(digit - '0');
        }
        a.push_back(limb);
        digits = digits.substr(0, begin);
    }
    strip(a);
    return a;
}

bool fits_64_bits(const Magnitude& a, std::uint64_t& number) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t sum = 0;
    for (const auto limb : std::views::reverse(a)) {
        if (sum > (most - limb) / limb_base) {
            return false;
        }
        sum = sum * limb_base + limb;
    }
    number = sum;
    return true;
}

std::string to_digits(const Magnitude& a) {
    if (a.empty()) {
        return "0";
    }
    std::string digits = std::to_string(a.back());
    for (auto limb = a.rbegin() + 1; limb != a.rend(); ++limb) {
        const std::string part = std::to_string(*limb);
        digits.append(static_cast<std::size_t>(limb_digits) - part.size(), '0').append(part);
    }
    return digits;
}

int compare(const Magnitude& a, const Magnitude& b) {
    if (a.size() != b.size()) {
        return a.size() < b.size() ? -1 : 1;
    }
    for (std::size_t i = a.size(); i-- > 0;) {
        if (a[i] != b[i]) {
            return a[i] < b[i] ? -1 : 1;
        }
    }
    return 0;
}

Magnitude add(const Magnitude& a, const Magnitude& b) {
    Magnitude sum;
    sum.reserve(std::max(a.size(), b.size()) + 1);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < a.size() || i < b.size() || carry != 0; ++i) {
        carry += (i < a.size() ? a[i] : 0U);
        carry += (i < b.size() ? b[i] : 0U);
        sum.push_back(low(carry));
        carry /= limb_base;
    }
    return sum;
}

Magnitude subtract(const Magnitude& a, const Magnitude& b) {
    Magnitude difference = a;
    take_away(difference, b, 1, 0);
    strip(difference);
    return difference;
}

Magnitude multiply(const Magnitude& a, const Magnitude& b) {
    Magnitude product(a.size() + b.size(), 0U);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; j < b.size() || carry != 0; ++j) {
            carry += product[i + j] + (j < b.size() ? std::uint64_t{a[i]} * b[j] : 0);
            product[i + j] = low(carry);
            carry /= limb_base;
        }
    }
    strip(product);
    return product;
}

Magnitude divide_rounded(const Magnitude& a, const Magnitude& b) {
    Magnitude rest = a;
    Magnitude quotient;
    if (a.size() >= b.size()) {
        quotient.assign(a.size() - b.size() + 1, 0U);
        for (std::size_t shift = quotient.size(); shift-- > 0;) {
            const std::uint64_t limb = quotient_limb(rest, b, shift);
            quotient[shift] = low(limb);
            take_away(rest, b, limb, shift);
            strip(rest);
        }
        strip(quotient);
    }
    return compare(times_limb(rest, 2), b) >= 0 ? add(quotient, {1U}) : quotient;
}

Magnitude times_power_of_ten(const Magnitude& a, int power) {
    if (a.empty()) {
        return a;
    }
    Magnitude product = times_limb(a, powers[static_cast<std::size_t>(power % limb_digits)]);
    product.insert(product.begin(), static_cast<std::size_t>(power / limb_digits), 0U);
    return product;
}

int trailing_zeros(const Magnitude& a) {
    int zeros = 0;
    for (const std::uint32_t limb : a) {
        if (limb == 0) {
            zeros += limb_digits;
            continue;
        }
        for (std::uint32_t rest = limb; rest % 10 == 0; rest /= 10) {
            ++zeros;
        }
        return zeros;
    }
    return 0;
}

Magnitude without_last_digits(const Magnitude& a, int count) {
    const std::size_t limbs = static_cast<std::size_t>(count / limb_digits);
    if (limbs >= a.size()) {
        return {};
    }
    Magnitude kept(a.begin() + static_cast<std::ptrdiff_t>(limbs), a.end());
    const std::uint64_t divisor = powers[static_cast<std::size_t>(count % limb_digits)];
    std::uint64_t rest = 0;
    for (std::size_t i = kept.size(); i-- > 0;) {
        const std::uint64_t current = rest * limb_base + kept[i];
        kept[i] = static_cast<std::uint32_t>(current / divisor);
        rest = current % divisor;
    }
    strip(kept);
    return kept;
}

}  // namespace shinchoku::base
