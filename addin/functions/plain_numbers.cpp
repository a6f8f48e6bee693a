#include "functions/plain_numbers.h"

#include <algorithm>

#include "calc/figure.h"
#include "calc/limit.h"
#include "calc/method.h"
#include "calc/rates.h"
#include "functions/read_arguments.h"

namespace shinchoku::addin {
namespace {

using base::Decimal;

// A number, or the number of a bound, in its base unit.
struct Plain {
    calc::Figure figure;
    std::optional<plan::Comparator> comparator;
};

bool is_left_out(const Range& argument) {
    return std::holds_alternative<Missing>(argument.cells.front());
}

std::optional<Plain> plain_in(const Range& argument) {
    const Cell& cell = argument.cells.front();
    if (const auto* number = std::get_if<double>(&cell)) {
        const std::optional<Decimal> exact = Decimal::from_double(*number);
        return exact ? std::optional(Plain{{.number = *exact}, {}}) : std::nullopt;
    }
    if (!std::holds_alternative<std::string>(cell)) {
        return std::nullopt;
    }
    const Read<plan::Value> read = value_of(cell);
    const plan::Value& value = read.value();
    if (value.qualifiers.any()) {
        return std::nullopt;  // 累計 asks for another method
    }
    if (const auto* number = value.as<plan::Number>()) {
        return Plain{calc::figure_of(number->number, number->form), {}};
    }
    if (const auto* bound = value.as<plan::Bound>()) {
        return Plain{calc::figure_of(bound->number, bound->form), bound->comparator};
    }
    return std::nullopt;
}

PlainResult judge_bound(const Decimal& actual, const Plain& target) {
    const calc::Limit limit = calc::limit_of(*target.comparator, target.figure.number);
    const calc::Rate rate = calc::limit_rate(actual, limit);
    return {rate ? std::optional(rate.value()) : std::nullopt, limit.holds(actual)};
}

PlainResult judge_number(const Decimal& actual,
                         const Decimal& target,
                         const std::optional<Decimal>& baseline) {
    calc::NumberFacts facts;
    facts.target = &target;
    facts.baseline = baseline ? &*baseline : nullptr;
    // model.md: the last target minus the baseline tells the direction; a number alone is to rise.
    facts.lower_is_better = baseline && target < *baseline;
    facts.to_keep = baseline && target == *baseline;
    const calc::Rate rate =
        calc::rate_by(calc::method_of(calc::reason_of(facts)),
                      {actual, target, baseline, facts.lower_is_better, Decimal()});
    return {rate ? std::optional(rate.value()) : std::nullopt,
            facts.lower_is_better ? actual <= target : actual >= target};
}

}  // namespace

std::optional<PlainResult> judge_plain(std::span<const Range> arguments) {
    const std::span<const Range> words = arguments.subspan(3);
    if (!std::all_of(words.begin(), words.end(), is_left_out)) {
        return std::nullopt;
    }
    const std::optional<Plain> actual = plain_in(arguments[0]);
    const std::optional<Plain> target = actual ? plain_in(arguments[1]) : std::nullopt;
    if (!target || actual->comparator || actual->figure.unit != target->figure.unit) {
        return std::nullopt;
    }
    std::optional<Decimal> baseline;
    if (!is_left_out(arguments[2])) {
        const std::optional<Plain> plain = plain_in(arguments[2]);
        if (!plain || plain->comparator || plain->figure.unit != target->figure.unit) {
            return std::nullopt;
        }
        baseline = plain->figure.number;
    }
    return target->comparator
               ? judge_bound(actual->figure.number, *target)
               : judge_number(actual->figure.number, target->figure.number, baseline);
}

}  // namespace shinchoku::addin
