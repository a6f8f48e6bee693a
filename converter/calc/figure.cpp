#include "calc/figure.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace shinchoku::calc {
namespace {

struct ScaleWord {
    std::string_view word;
    int powers_of_ten;
};
constexpr std::array<ScaleWord, 6> scale_words{
    {{"十", 1}, {"百", 2}, {"千", 3}, {"万", 4}, {"億", 8}, {"兆", 12}}};

// Different words for one unit; the left one is what the grammar of values leaves as printed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> same_units{
    {{"名", "人"},
     {"ヶ所", "箇所"},
     {"ケ所", "箇所"},
     {"カ所", "箇所"},
     {"ヵ所", "箇所"},
     {"か所", "箇所"},
     {"ｍ２", "㎡"},
     {"パーセント", "%"}}};

int power_of(std::int64_t scale) {
    int power = 0;
    for (; scale >= 10; scale /= 10) {
        ++power;
    }
    return power;
}

}  // namespace

int take_scale_words(std::string_view& text) {
    int powers_of_ten = 0;
    for (bool more = true; more;) {
        more = false;
        for (const ScaleWord& scale : scale_words) {
            if (text.starts_with(scale.word)) {
                powers_of_ten += scale.powers_of_ten;
                text.remove_prefix(scale.word.size());
                more = true;
            }
        }
    }
    return powers_of_ten;
}

BaseUnit base_unit(std::string_view unit) {
    BaseUnit result{.powers_of_ten = take_scale_words(unit)};
    const auto* same = std::find_if(
        same_units.begin(), same_units.end(), [&](const auto& pair) { return pair.first == unit; });
    result.unit = same == same_units.end() ? unit : same->second;
    return result;
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
