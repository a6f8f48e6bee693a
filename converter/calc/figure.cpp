#include "calc/figure.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "plan/units.h"

namespace shinchoku::calc {
namespace {

// Different words for one unit; the left one is what the grammar of values leaves as printed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> same_units{
    {{"名", "人"},
     {"ヶ所", "箇所"},
     {"ケ所", "箇所"},
     {"カ所", "箇所"},
     {"ヵ所", "箇所"},
     {"か所", "箇所"},
     {"パーセント", "%"}}};

int power_of(std::int64_t scale) {
    int power = 0;
    for (; scale >= 10; scale /= 10) {
        ++power;
    }
    return power;
}

}  // namespace

BaseUnit base_unit(std::string_view printed) {
    if (printed.empty()) {
        return {};
    }
    plan::BaseUnit read = plan::base_unit(printed);
    const auto* same = std::find_if(same_units.begin(), same_units.end(), [&](const auto& pair) {
        return pair.first == read.unit;
    });
    return {same == same_units.end() ? std::move(read.unit) : std::string(same->second),
            power_of(read.scale)};
}

Figure figure_of(const base::Decimal& number, const plan::UnitAndForm& form) {
    BaseUnit unit = base_unit(form.unit.value_or(""));
    return {.number = number.shifted(unit.powers_of_ten),
            .unit = std::move(unit.unit),
            .unit_power = unit.powers_of_ten,
            .powers_of_ten = unit.powers_of_ten + power_of(form.scale),
            .printed = number,
            .decimals = form.scale == 1 ? form.decimals : 0};
}

std::optional<Figure> figure_of(const plan::Value& value) {
    if (const auto* number = value.as<plan::Number>()) {
        return figure_of(number->number, number->form);
    }
    const auto* relative = value.as<plan::Relative>();
    if (relative != nullptr && relative->resolved.size() == 1) {
        const plan::ResolvedFigure& only = relative->resolved.front();
        return figure_of(only.number, {.unit = only.unit});
    }
    return std::nullopt;
}

bool units_differ(const Figure& a, const Figure& b) {
    return !a.unit.empty() && !b.unit.empty() && a.unit != b.unit;
}

std::string grouped(const base::Decimal& number, int decimals) {
    std::string text = number.to_fixed(std::max(decimals, number.decimals()));
    const std::size_t first_digit = text.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > first_digit + 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string print(const Figure& figure) {
    return grouped(figure.printed, figure.decimals);
}

}  // namespace shinchoku::calc
