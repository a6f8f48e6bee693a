#include "functions/plain_numbers.h"

#include <algorithm>

#include "calc/method.h"
#include "calc/rates.h"

namespace shinchoku::addin {
namespace {

using base::Decimal;

bool is_left_out(const Range& argument) {
    return std::holds_alternative<Missing>(argument.cells.front());
}

std::optional<Decimal> number_in(const Range& argument) {
    const auto* number = std::get_if<double>(&argument.cells.front());
    return number != nullptr ? Decimal::from_double(*number) : std::nullopt;
}

}  // namespace

std::optional<PlainResult> judge_plain(std::span<const Range> arguments) {
    const std::span<const Range> words = arguments.subspan(3);
    if (!std::all_of(words.begin(), words.end(), is_left_out)) {
        return std::nullopt;
    }
    std::optional<Decimal> actual = number_in(arguments[0]);
    std::optional<Decimal> target = number_in(arguments[1]);
    std::optional<Decimal> baseline = number_in(arguments[2]);
    if (!actual || !target || (!baseline && !is_left_out(arguments[2]))) {
        return std::nullopt;
    }
    calc::NumberFacts facts;
    facts.target = &*target;
    facts.baseline = baseline ? &*baseline : nullptr;
    // model.md: the last target minus the baseline tells the direction; a number alone is to rise.
    facts.lower_is_better = baseline && *target < *baseline;
    facts.to_keep = baseline && *target == *baseline;
    const calc::Rate rate =
        calc::rate_by(calc::method_of(calc::reason_of(facts)),
                      {*actual, *target, baseline, facts.lower_is_better, Decimal()});
    return PlainResult{rate ? std::optional(rate.value()) : std::nullopt,
                       facts.lower_is_better ? *actual <= *target : *actual >= *target};
}

}  // namespace shinchoku::addin
