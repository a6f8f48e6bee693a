#include "render/addin_formula.h"

namespace shinchoku::render {
namespace {

using calc::Method;

std::string in_quotes(std::string_view word) {
    return "\"" + std::string(word) + "\"";
}

std::string_view word_of(plan::Trend trend) {
    return trend == plan::Trend::up ? "UP" : trend == plan::Trend::down ? "DOWN" : "維持";
}

// The good side of the target: a bound names its own, whatever the indicator's direction.
bool lies_below(const RateTerms& terms) {
    return terms.comparator ? *terms.comparator == plan::Comparator::at_most ||
                                  *terms.comparator == plan::Comparator::below
                            : terms.lower_is_better;
}

// RATE(actual,target,baseline,direction,method). The baseline is given only where the method uses
// it: beside it a direction that the numbers contradict would not count (rule T04).
std::string rate_call(Method method, const RateTerms& terms) {
    const bool from_baseline = method == Method::progress && terms.baseline;
    return "RATE(" + terms.actual.text + "," + terms.target.text + "," +
           (from_baseline ? terms.baseline->text : "") + "," +
           (from_baseline ? "" : in_quotes(lies_below(terms) ? "down" : "up")) + "," +
           in_quotes(calc::name_of(method)) + ")";
}

std::optional<std::string> call_of(Method method, const RateTerms& terms) {
    switch (method) {
        case Method::pace:
            if (!terms.final_target || !terms.baseline) {
                return std::nullopt;
            }
            return "PACE(" + terms.actual.text + "," + terms.final_target->text + "," +
                   terms.baseline->text + "," + terms.elapsed.first.to_string() + "," +
                   terms.elapsed.second.to_string() + ")";
        case Method::trend:
            if (!terms.reference) {
                return std::nullopt;
            }
            return "RATE(" + terms.actual.text + "," + in_quotes(word_of(terms.trend)) + "," +
                   terms.reference->text + ")";
        case Method::limit:
            if (terms.range) {
                const auto& [low, high] = *terms.range;
                return "RATE(" + terms.actual.text + "," + in_quotes(low.text + "～" + high.text) +
                       ")";
            }
            return rate_call(method, terms);
        case Method::keep:
            return terms.tolerance.is_zero() ? std::optional(rate_call(method, terms))
                                             : std::nullopt;
        case Method::steps:
            return std::nullopt;
        case Method::simple:
        case Method::inverse:
        case Method::mirror:
        case Method::progress:
        case Method::cumulative:
            return rate_call(method, terms);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> addin_formula(Method method, const RateTerms& terms) {
    const std::optional<std::string> call = call_of(method, terms);
    if (!call) {
        return std::nullopt;
    }
    // LibreOffice hands an empty cell over as 0, so the blank is seen to before the call.
    return "IF(ISNUMBER(" + terms.actual.text + "),_xlfn.IFNA(_xll.SHINCHOKU." + *call +
           "/100,\"\"),\"\")";
}

}  // namespace shinchoku::render
