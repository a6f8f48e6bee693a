#include <tuple>
#include <utility>

#include "calc/grade.h"
#include "calc/rates.h"
#include "functions/assess_one.h"
#include "functions/evaluations.h"
#include "functions/plain_numbers.h"
#include "functions/results.h"

namespace shinchoku::addin {
namespace {

using base::Decimal;

// RATE, STATUS and EXPLAIN begin with the same arguments: actual, target, baseline, direction, and
// (where there is one) method.
Read<calc::Assessment> assess_arguments(Arguments arguments, bool with_trace = false) {
    Read<plan::Value> actual = value_of(arguments[0].cells.front());
    Read<plan::Value> target = value_of(arguments[1].cells.front());
    Read<std::optional<plan::Value>> baseline = optional_value_of(arguments[2].cells.front());
    Read<std::string> direction = direction_word_of(arguments[3].cells.front());
    Read<std::optional<std::string>> method =
        arguments.size() > 4 ? method_of(arguments[4].cells.front()) : std::optional<std::string>();
    if (!actual || !target || !baseline || !direction || !method) {
        return CellError::value;
    }
    if (method.value() && calc::parse_method(*method.value()) == calc::Method::pace) {
        return CellError::not_available;  // it needs to know the year: that is PACE
    }
    std::vector<plan::Value> targets;
    std::vector<plan::Value> actuals;
    targets.push_back(std::move(target).value());
    actuals.push_back(std::move(actual).value());
    const plan::Indicator indicator = indicator_of(std::move(targets),
                                                   std::move(actuals),
                                                   {.baseline = std::move(baseline).value(),
                                                    .direction = std::move(direction).value(),
                                                    .method = std::move(method).value()});
    return std::move(assess_years(indicator, 1, calc::default_scheme(), with_trace).front());
}

std::optional<calc::RatePercent> defined(const calc::Rate& rate) {
    return rate ? std::optional(rate.value()) : std::nullopt;
}

}  // namespace

Outcome rate(Arguments arguments) {
    if (const std::optional<PlainResult> plain = judge_plain(arguments)) {
        return to_cell(plain->rate);
    }
    const Read<calc::Assessment> assessed = assess_arguments(arguments);
    if (!assessed) {
        return Cell(assessed.error());
    }
    return to_cell(assessed.value().rate);
}

Outcome status(Arguments arguments) {
    if (const std::optional<PlainResult> plain = judge_plain(arguments)) {
        const calc::Status decided = plain->met ? calc::Status::met : calc::Status::missed;
        return Cell(std::string(calc::name_of(decided)));
    }
    const Read<calc::Assessment> assessed = assess_arguments(arguments);
    return assessed ? Cell(std::string(calc::name_of(assessed.value().status)))
                    : Cell(assessed.error());
}

Outcome explain(Arguments arguments) {
    const Read<calc::Assessment> assessed = assess_arguments(arguments, true);
    return assessed ? Cell(assessed.value().trace.ja) : Cell(assessed.error());
}

Outcome progress(Arguments arguments) {
    const Read<std::vector<Decimal>> numbers = numbers_of(arguments);
    if (!numbers) {
        return Cell(numbers.error());
    }
    const auto& [actual, target, baseline] =
        std::tie(numbers.value()[0], numbers.value()[1], numbers.value()[2]);
    return to_cell(defined(calc::progress_rate(actual, baseline, target)));
}

Outcome pace(Arguments arguments) {
    const Read<std::vector<Decimal>> numbers = numbers_of(arguments.first(3));
    const Read<int> t = whole_count_of(arguments[3].cells.front());
    const Read<int> n = whole_count_of(arguments[4].cells.front());
    if (!t || !n) {
        return Cell(!t ? t.error() : n.error());
    }
    if (!numbers) {
        return Cell(numbers.error());
    }
    const auto& [actual, final_target, baseline] =
        std::tie(numbers.value()[0], numbers.value()[1], numbers.value()[2]);
    return to_cell(defined(calc::pace_rate(actual, baseline, final_target, t.value(), n.value())));
}

Outcome grade(Arguments arguments) {
    const Read<calc::Figure> percent = figure_of(arguments[0].cells.front());
    const Read<const calc::Scheme*> scheme = scheme_of(arguments[1].cells.front());
    if (!scheme || !percent) {
        return Cell(!scheme ? scheme.error() : percent.error());
    }
    const calc::RatePercent rate{percent.value().number, Decimal(1)};
    return to_cell(calc::grade_of(*scheme.value(), rate));
}

Outcome schemes(Arguments /*none*/) {
    Table table;
    for (const calc::Scheme& scheme : all_schemes()) {
        table.cells.emplace_back(scheme.id);
    }
    table.rows = static_cast<int>(table.cells.size());
    return table;
}

}  // namespace shinchoku::addin
