#include "base/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace shinchoku::base {
namespace {

Decimal number(std::string_view text) {
    return Decimal::parse(text).value();
}

TEST(Decimal, TextBecomesItsLowestForm) {
    struct Case {
        std::string_view text;
        std::optional<std::string> expected;
    };
    const Case cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0"},
        {"12.50", "12.5"},
        {"-12.50", "-12.5"},
        {"+5", "5"},
        {".5", "0.5"},
        {"5.", "5"},
        {"007", "7"},
        {"1.5E3", "1500"},
        {"1.5e-3", "0.0015"},
        {"1E400", "1" + std::string(400, '0')},
        {"18446744073709551615", "18446744073709551615"},
        {"18446744073709551616", "18446744073709551616"},
        {"123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"},
        {"100000000000000000000000000000", "100000000000000000000000000000"},
        {"0.00000000000000000000000000001", "0.00000000000000000000000000001"},
        {"1E401", std::nullopt},
        {"1E-401", std::nullopt},
        {"", std::nullopt},
        {".", std::nullopt},
        {"-", std::nullopt},
        {"1,000", std::nullopt},
        {"1 ", std::nullopt},
        {"1E", std::nullopt},
        {"1E+", std::nullopt},
        {"1E+-5", std::nullopt},
        {"--1", std::nullopt},
        {"0x10", std::nullopt},
        {"NaN", std::nullopt},
        {"５", std::nullopt},
    };
    for (const Case& c : cases) {
        const auto parsed = Decimal::parse(c.text);
        ASSERT_EQ(parsed.has_value(), c.expected.has_value()) << c.text;
        if (parsed) {
            EXPECT_EQ(parsed->to_string(), *c.expected) << c.text;
        }
    }
}

TEST(Decimal, EqualNumbersAreEqualObjectsHoweverTheyCameAbout) {
    EXPECT_EQ(number("1.50"), number("1.5"));
    EXPECT_EQ(number("1E3"), Decimal(1000));
    EXPECT_EQ(number("0.1") + number("0.2"), number("0.3"));
    EXPECT_EQ(number("18446744073709551616") - number("1"), number("18446744073709551615"));
    EXPECT_EQ(number("-0"), Decimal());
    EXPECT_NE(number("1.5"), number("-1.5"));
}

TEST(Decimal, RoundsHalfAwayFromZeroAndNeverShowsMinusZero) {
    struct Case {
        std::string_view text;
        int decimals;
        std::string_view expected;
    };
    const Case cases[] = {
        {"2.5", 0, "3"},
        {"-2.5", 0, "-3"},
        {"2.4999", 0, "2"},
        {"0.05", 1, "0.1"},
        {"-0.04", 1, "0.0"},
        {"-0.05", 1, "-0.1"},
        {"98.765", 2, "98.77"},
        {"12", 2, "12.00"},
        {"0", 3, "0.000"},
        {"1500", 0, "1500"},
        {"0.0001", 2, "0.00"},
        {"999.995", 2, "1000.00"},
        {"1E-30", 5, "0.00000"},
        {"5E-6", 5, "0.00001"},
        {"123456789012345678901234567890.55", 1, "123456789012345678901234567890.6"},
        {"99999999999999999999999999999.5", 0, "100000000000000000000000000000"},
        {"18446744073709551615.5", 0, "18446744073709551616"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(number(c.text).to_fixed(c.decimals), c.expected) << c.text;
        EXPECT_EQ(number(c.text).rounded(c.decimals), number(c.expected)) << c.text;
    }
    EXPECT_EQ(number("1250").rounded(-2).to_string(), "1300");
    EXPECT_EQ(number("49").rounded(-2).to_string(), "0");
}

TEST(Decimal, DividesToSoManyDecimals) {
    struct Case {
        std::string_view a;
        std::string_view b;
        int decimals;
        std::string_view expected;
    };
    const Case cases[] = {
        {"1", "3", 4, "0.3333"},
        {"2", "3", 4, "0.6667"},
        {"-1", "8", 2, "-0.13"},
        {"1", "8", 2, "0.13"},
        {"96.0", "97.2", 3, "0.988"},
        {"0", "7", 2, "0"},
        {"1E30", "3", 2, "333333333333333333333333333333.33"},
        {"1", "1E30", 31, "0.000000000000000000000000000001"},
        {"123456789012345678901234567890", "987654321098765432109876543210", 12, "0.124999998861"},
        {"1E400", "1E-400", 0, "1E800"},
    };
    for (const Case& c : cases) {
        const std::string quotient = divide(number(c.a), number(c.b), c.decimals).to_string();
        if (c.expected == "1E800") {
            EXPECT_EQ(quotient, "1" + std::string(800, '0'));
        } else {
            EXPECT_EQ(quotient, c.expected) << c.a << " / " << c.b;
        }
    }
}

TEST(Decimal, IntegersFitOrAreRefused) {
    EXPECT_EQ(number("9223372036854775807").to_integer(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(number("-9223372036854775808").to_integer(),
              std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(number("9223372036854775808").to_integer(), std::nullopt);
    EXPECT_EQ(number("-9223372036854775809").to_integer(), std::nullopt);
    EXPECT_EQ(number("1.5").to_integer(), std::nullopt);
    EXPECT_EQ(number("1E18").to_integer(), 1000000000000000000);
    EXPECT_EQ(number("1E19").to_integer(), std::nullopt);
    EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min()).to_string(),
              "-9223372036854775808");
}

TEST(Decimal, DoublesAreTheShortestDecimalAndBack) {
    EXPECT_EQ(Decimal::from_double(0.1)->to_string(), "0.1");
    EXPECT_EQ(Decimal::from_double(0.07)->shifted(2).to_string(), "7");
    EXPECT_EQ(Decimal::from_double(-0.0)->to_string(), "0");
    EXPECT_EQ(Decimal::from_double(1e21)->to_string(), "1000000000000000000000");
    EXPECT_EQ(Decimal::from_double(std::numeric_limits<double>::infinity()), std::nullopt);
    EXPECT_EQ(Decimal::from_double(std::nan("")), std::nullopt);
    for (const double d : {5e-324, 1.7976931348623157e308, 0.1, 1.0 / 3, -98.765, 4e15, 2e22}) {
        EXPECT_EQ(Decimal::from_double(d)->to_double(), d);
    }
    EXPECT_EQ(number("1E400").to_double(), std::numeric_limits<double>::infinity());
    EXPECT_EQ(number("1E-400").to_double(), 0.0);
}

TEST(Decimal, AgreesWithIntegersOnRandomNumbers) {
    std::mt19937_64 random(20260401);
    std::uniform_int_distribution<std::int64_t> small(-1000000000, 1000000000);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t a = small(random);
        const std::int64_t b = small(random);
        EXPECT_EQ((Decimal(a) + Decimal(b)).to_integer(), a + b);
        EXPECT_EQ((Decimal(a) - Decimal(b)).to_integer(), a - b);
        EXPECT_EQ((Decimal(a) * Decimal(b)).to_integer(), a * b);
        EXPECT_EQ(Decimal(a) < Decimal(b), a < b);
        EXPECT_EQ(Decimal(a) == Decimal(b), a == b);
    }
}

// A number of up to `most_digits` digits with a point somewhere.
Decimal random_decimal(std::mt19937_64& random, std::size_t most_digits) {
    std::string text = random() % 2 == 0 ? "-" : "";
    const std::size_t size = 1 + random() % most_digits;
    for (std::size_t i = 0; i < size; ++i) {
        text += static_cast<char>('0' + random() % 10);
        text += i + 1 < size && text.find('.') == std::string::npos && random() % 8 == 0 ? "." : "";
    }
    return number(text);
}

TEST(Decimal, ObeysTheLawsOfArithmeticBeyondSixtyFourBits) {
    std::mt19937_64 random(8);
    for (const std::size_t digits : {6U, 19U, 25U, 70U}) {
        for (int i = 0; i < 300; ++i) {
            const Decimal a = random_decimal(random, digits);
            const Decimal b = random_decimal(random, digits);
            const Decimal c = random_decimal(random, digits);
            EXPECT_EQ(a + b, b + a);
            EXPECT_EQ((a + b) + c, a + (b + c));
            EXPECT_EQ(a * (b + c), a * b + a * c);
            EXPECT_EQ((a - b) + b, a);
            EXPECT_EQ(-(a - b), b - a);
            EXPECT_EQ(a * b, b * a);
            EXPECT_EQ(number(a.to_string()), a);
            EXPECT_EQ((a <=> b) < 0, (b - a).sign() > 0);
            EXPECT_EQ(a.shifted(7).shifted(-7), a);
            if (!b.is_zero()) {
                EXPECT_EQ(divide(a * b, b, a.decimals()), a)
                    << a.to_string() << " " << b.to_string();
            }
        }
    }
}

}  // namespace
}  // namespace shinchoku::base
