#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "plan/settle_indicator.h"
#include "plan/units.h"
#include "plan/value_words.h"
#include "plan/words.h"
#include "plan/year_words.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;

constexpr Meant<Direction> direction_words[] = {
    {U"→", Direction::keep},        {U"⇒", Direction::keep},      {U"➡", Direction::keep},
    {U"up", Direction::up},         {U"増やす", Direction::up},   {U"上げる", Direction::up},
    {U"高める", Direction::up},     {U"伸ばす", Direction::up},   {U"増加させる", Direction::up},
    {U"down", Direction::down},     {U"減らす", Direction::down}, {U"下げる", Direction::down},
    {U"抑える", Direction::down},   {U"抑制", Direction::down},   {U"減少させる", Direction::down},
    {U"維持する", Direction::keep}, {U"keep", Direction::keep},   {U"範囲内", Direction::within},
    {U"within", Direction::within}, {U"以内", Direction::within},
};

Direction direction_of(Trend trend) {
    switch (trend) {
        case Trend::up:
            return Direction::up;
        case Trend::down:
            return Direction::down;
        case Trend::keep:
            return Direction::keep;
    }
    return Direction::keep;
}

std::optional<Direction> read_word(std::u32string_view text) {
    const FoundTrend trend = trend_at_end(text);
    if (trend.size == text.size() && trend.size > 0) {
        return direction_of(trend.trend);
    }
    for (const Meant<Direction>& entry : direction_words) {
        if (text == entry.word) {
            return entry.meaning;
        }
    }
    return std::nullopt;
}

// A figure that can be compared with others: its unit without scale words.
struct Figure {
    Decimal number;
    std::string unit;  // empty where none is known
};

Figure to_figure(const Decimal& number, const std::optional<std::string>& unit) {
    const BaseUnit base = unit ? base_unit(*unit) : BaseUnit{};
    return {number * Decimal(base.scale), base.unit};
}

// A number, or the one number that a relative target is printed with.
std::optional<Figure> figure_of(const Value& value) {
    if (const auto* number = value.as<Number>()) {
        return to_figure(number->number, number->form.unit);
    }
    const auto* relative = value.as<Relative>();
    if (relative != nullptr && relative->resolved.size() == 1) {
        return to_figure(relative->resolved.front().number, relative->resolved.front().unit);
    }
    return std::nullopt;
}

std::optional<Direction> compare(const Figure& from, const Figure& to) {
    if (!from.unit.empty() && !to.unit.empty() && from.unit != to.unit) {
        return std::nullopt;
    }
    return to.number > from.number   ? Direction::up
           : to.number < from.number ? Direction::down
                                     : Direction::keep;
}

std::optional<Direction> direction_of_numbers(const Indicator& indicator) {
    std::vector<Figure> targets;
    for (const YearEntry& entry : indicator.years) {
        if (auto figure = figure_of(entry.target)) {
            targets.push_back(std::move(*figure));
        }
    }
    if (targets.empty()) {
        return std::nullopt;
    }
    const auto baseline = indicator.baseline ? figure_of(indicator.baseline->value) : std::nullopt;
    if (baseline) {
        return compare(*baseline, targets.back());
    }
    return targets.size() > 1 ? compare(targets.front(), targets.back()) : std::nullopt;
}

// The last target that holds a figure of any kind; nullptr where none does.
const Value* last_figure(const Indicator& indicator) {
    const Value* last = nullptr;
    for (const YearEntry& entry : indicator.years) {
        const Value& target = entry.target;
        if (target.is<Number>() || target.is<Bound>() || target.is<Range>() ||
            target.is<Relative>() || target.is<Compound>()) {
            last = &target;
        }
    }
    return last;
}

std::optional<Direction> direction_of_bound(const Value* target) {
    if (target == nullptr) {
        return std::nullopt;
    }
    if (target->is<Range>()) {
        return Direction::within;
    }
    const auto* bound = target->as<Bound>();
    if (bound == nullptr) {
        return std::nullopt;
    }
    const bool below =
        bound->comparator == Comparator::at_most || bound->comparator == Comparator::below;
    return below ? Direction::within : Direction::up;
}

std::optional<Direction> stated(const Indicator& indicator,
                                const std::optional<std::string>& words) {
    if (const auto direction = words ? read_direction(*words) : std::nullopt) {
        return direction;
    }
    std::optional<Direction> found;
    for (const YearEntry& entry : indicator.years) {
        if (const auto* trend = entry.target.as<TrendWord>()) {
            found = direction_of(trend->trend);
        }
    }
    return found;
}

// A figure means more is better, unless the target itself is a reduction.
Direction fallback(const Value* target) {
    if (target == nullptr) {
        return Direction::none;
    }
    const auto* relative = target->as<Relative>();
    if (relative == nullptr) {
        return Direction::up;
    }
    const bool at_most =
        relative->comparator == Comparator::at_most || relative->comparator == Comparator::below;
    const bool falls = relative->change && relative->change->sign() < 0;
    const bool stays = !relative->change || relative->change->is_zero();
    return falls || (stays && at_most) ? Direction::down : Direction::up;
}

}  // namespace

std::optional<Direction> read_direction(std::string_view text) {
    const std::u32string closed = fold_and_close_up(text);
    std::u32string_view word = closed;
    if (const auto direction = read_word(word)) {
        return direction;
    }
    // ↗（増加）: both must say the same.
    const std::size_t open = word.find(U'(');
    if (open == word.npos || !word.ends_with(U')')) {
        return std::nullopt;
    }
    const auto before = read_word(word.substr(0, open));
    const auto inside = read_word(word.substr(open + 1, word.size() - open - 2));
    const bool agree = open == 0 ? inside.has_value() : before == inside;
    return agree ? inside : std::nullopt;
}

void settle_direction(Indicator& indicator, const std::optional<std::string>& stated_direction) {
    const auto said = stated(indicator, stated_direction);
    const Value* last = last_figure(indicator);
    const auto bound = direction_of_bound(last);
    const auto numbers = direction_of_numbers(indicator);
    if (said) {
        const bool conflict = !bound && numbers && *numbers != *said;
        indicator.direction = conflict ? Direction::unknown : *said;
        indicator.direction_from = DirectionFrom::stated;
    } else if (bound) {
        indicator.direction = *bound;
        indicator.direction_from = DirectionFrom::bound;
    } else if (numbers) {
        indicator.direction = *numbers;
        indicator.direction_from = DirectionFrom::numbers;
    } else {
        indicator.direction = fallback(last);
        indicator.direction_from = DirectionFrom::fallback;
    }
}

}  // namespace shinchoku::plan
