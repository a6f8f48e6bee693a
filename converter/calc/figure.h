#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "plan/value.h"

namespace shinchoku::calc {

// Quotients that are kept (means, forecasts) are rounded to so many decimals, half away from zero:
// far below what is ever printed, and the same on every machine.
inline constexpr int stored_decimals = 12;

// The unit of a value with its scale word taken off, so that 80 千人 and 60万人 can be compared:
// "千円" is 円 and 10^3, "億円/年" is 円/年 and 10^8. Words for the same thing (名 and 人, ヶ所 and
// 箇所) become one.
struct BaseUnit {
    std::string unit;
    int powers_of_ten = 0;

    friend auto operator<=>(const BaseUnit&, const BaseUnit&) = default;
};
[[nodiscard]] BaseUnit base_unit(std::string_view printed);

// A number of a plan made ready for arithmetic: in the base unit, with what is needed to print it.
struct Figure {
    base::Decimal number;
    std::string unit;       // base unit; "" where the value shows none
    int unit_power = 0;     // of the unit's scale word: 3 for 千円
    int powers_of_ten = 0;  // of the whole printed form: 3 for 千円, 4 for 60万人
    base::Decimal printed;  // as the sheet shows it: 80 for 80 千人, 600000 for 60万人
    int decimals = 0;       // digits after the point as printed
};

// The one number a value stands for: a number, or a relative value with one resolved figure.
[[nodiscard]] std::optional<Figure> figure_of(const plan::Value& value);
[[nodiscard]] Figure figure_of(const base::Decimal& number, const plan::UnitAndForm& form);

// Both name a unit, and not the same one. A value without unit fits any.
[[nodiscard]] bool units_differ(const Figure& a, const Figure& b);

// "1,234.50": thousands grouped, at least so many decimals; nothing of the number is cut off.
[[nodiscard]] std::string grouped(const base::Decimal& number, int decimals);
// The number as the sheet shows it, with its unit.
[[nodiscard]] std::string print(const Figure& figure);

}  // namespace shinchoku::calc
