#include "render/method_formula.h"

#include <utility>
#include <vector>

namespace shinchoku::render {
namespace {

using base::Decimal;
using calc::Method;

// An expression with its value, built up together.
struct Term {
    std::string text;
    std::optional<Decimal> value;
};

Term plain(const RateTerm& term) {
    return {term.text, term.value};
}

Term quotient(const Term& a, const Term& b) {
    Term result{a.text + "/" + b.text, std::nullopt};
    if (a.value && b.value && !b.value->is_zero()) {
        result.value = base::divide(*a.value, *b.value, cached_decimals);
    }
    return result;
}

Term difference(const Term& a, const Term& b) {
    Term result{"(" + a.text + "-" + b.text + ")", std::nullopt};
    if (a.value && b.value) {
        result.value = *a.value - *b.value;
    }
    return result;
}

Term two_less(const Term& ratio) {
    Term result{"2-" + ratio.text, std::nullopt};
    if (ratio.value) {
        result.value = Decimal(2) - *ratio.value;
    }
    return result;
}

std::string choose(const std::string& condition, const std::string& yes, const std::string& no) {
    return "IF(" + condition + "," + yes + "," + no + ")";
}

// 100 % where the condition holds, else the ratio.
Term full_or(const std::string& condition, bool holds, const Term& ratio) {
    return {choose(condition, "1", ratio.text), holds ? std::optional(Decimal(1)) : ratio.value};
}

FormulaCell no_rate() {
    return {"\"\"", std::string()};
}

struct Undefined {
    std::string condition;  // "" where the method is defined for all numbers
    bool holds = false;
};

// "" unless every cell among `needed` holds a number and the method is defined for them.
FormulaCell guarded(const std::vector<const RateTerm*>& needed,
                    const Undefined& undefined,
                    const Term& rate) {
    std::string condition;
    int cells = 0;
    for (const RateTerm* term : needed) {
        if (term->is_cell) {
            condition += (cells++ == 0 ? "" : ",") + ("ISNUMBER(" + term->text + ")");
        }
    }
    if (cells > 1) {
        condition = "AND(" + condition + ")";
    }
    const std::string body =
        undefined.condition.empty() ? rate.text : choose(undefined.condition, "\"\"", rate.text);
    FormulaCell cell{condition.empty() ? body : choose(condition, body, "\"\""), std::string()};
    if (rate.value && !undefined.holds) {
        cell.cached = *rate.value;
    }
    return cell;
}

Undefined unless_positive(const RateTerm& term) {
    return {term.text + "<=0", term.value && term.value->sign() <= 0};
}

Undefined either(const Undefined& a, const Undefined& b) {
    return {"OR(" + a.condition + "," + b.condition + ")", a.holds || b.holds};
}

FormulaCell simple(const RateTerms& terms, const RateTerm& actual) {
    return guarded({&terms.actual, &terms.target},
                   either(unless_positive(terms.target),
                          {actual.text + "<0", actual.value && actual.value->sign() < 0}),
                   quotient(plain(actual), plain(terms.target)));
}

FormulaCell inverse(const RateTerms& terms, const RateTerm& actual) {
    return guarded({&terms.actual, &terms.target},
                   either(unless_positive(terms.target), unless_positive(actual)),
                   quotient(plain(terms.target), plain(actual)));
}

// "" on the bad side where a ratio has no meaning there: a target of zero or less, and, where the
// actual is divided, a negative one. What is known of a figure in the formula is not asked again.
Term meaningful(const Term& ratio, const RateTerm& target, const RateTerm* divided) {
    const bool known = !target.is_cell && target.value;
    std::string condition = known ? "" : target.text + "<=0";
    bool holds = target.value && target.value->sign() <= 0;
    if (known && holds) {
        return {"\"\"", std::nullopt};
    }
    if (divided != nullptr) {
        const std::string negative = divided->text + "<0";
        condition = condition.empty() ? negative : "OR(" + condition + "," + negative + ")";
        holds = holds || (divided->value && divided->value->sign() < 0);
    }
    return {condition.empty() ? ratio.text : choose(condition, "\"\"", ratio.text),
            holds ? std::nullopt : ratio.value};
}

FormulaCell keep(const RateTerms& terms) {
    const Term actual = plain(terms.actual);
    const Term target = plain(terms.target);
    const bool down = terms.lower_is_better;
    // Rounded: a difference of doubles may miss the edge that the exact one reaches.
    const std::string edge =
        terms.tolerance.is_zero()
            ? target.text
            : "ROUND(" + target.text + (down ? "+" : "-") + terms.tolerance.to_string() + ",10)";
    const bool known = actual.value && target.value;
    const bool holds = known && (down ? *actual.value <= *target.value + terms.tolerance
                                      : *actual.value >= *target.value - terms.tolerance);
    const Term ratio = down ? two_less(quotient(actual, target)) : quotient(actual, target);
    return guarded({&terms.actual, &terms.target},
                   {},
                   full_or(actual.text + (down ? "<=" : ">=") + edge,
                           holds,
                           meaningful(ratio, terms.target, nullptr)));
}

FormulaCell within(const RateTerms& terms) {
    const auto& [low, high] = *terms.range;
    const RateTerm& actual = terms.actual;
    const Term above = meaningful(quotient(plain(high), plain(actual)), high, nullptr);
    const Term below = meaningful(quotient(plain(actual), plain(low)), low, &actual);
    const bool known = actual.value && low.value && high.value;
    const bool too_high = known && *actual.value > *high.value;
    const Term outside{choose(actual.text + ">" + high.text, above.text, below.text),
                       too_high ? above.value : below.value};
    return guarded(
        {&actual},
        {},
        full_or("AND(" + actual.text + ">=" + low.text + "," + actual.text + "<=" + high.text + ")",
                known && !too_high && *actual.value >= *low.value,
                outside));
}

FormulaCell limit(const RateTerms& terms) {
    if (terms.range) {
        return within(terms);
    }
    if (!terms.comparator || terms.target.text.empty()) {
        return no_rate();
    }
    const Term actual = plain(terms.actual);
    const Term target = plain(terms.target);
    const bool upper = *terms.comparator == plan::Comparator::at_most ||
                       *terms.comparator == plan::Comparator::below;
    const bool strict = *terms.comparator == plan::Comparator::below ||
                        *terms.comparator == plan::Comparator::above;
    bool holds = false;
    if (actual.value && target.value) {
        holds = *actual.value == *target.value ? !strict : (*actual.value < *target.value) == upper;
    }
    const std::string sign = std::string(upper ? "<" : ">") + (strict ? "" : "=");
    const Term ratio = upper ? meaningful(quotient(target, actual), terms.target, nullptr)
                             : meaningful(quotient(actual, target), terms.target, &terms.actual);
    return guarded({&terms.actual, &terms.target},
                   {},
                   full_or(actual.text + sign + target.text, holds, ratio));
}

FormulaCell progress(const RateTerms& terms) {
    if (!terms.baseline || terms.baseline->text.empty()) {
        return no_rate();
    }
    const Term base = plain(*terms.baseline);
    const Term target = plain(terms.target);
    return guarded({&terms.actual, &terms.target, &*terms.baseline},
                   {target.text + "=" + base.text, target.value && target.value == base.value},
                   quotient(difference(plain(terms.actual), base), difference(target, base)));
}

FormulaCell pace(const RateTerms& terms) {
    if (!terms.baseline || !terms.final_target || terms.baseline->text.empty() ||
        terms.final_target->text.empty() || terms.elapsed.first.sign() <= 0 ||
        terms.elapsed.first > terms.elapsed.second) {
        return no_rate();
    }
    const Term base = plain(*terms.baseline);
    const Term final_target = plain(*terms.final_target);
    const Term whole = difference(final_target, base);
    const auto& [passed, all] = terms.elapsed;
    Term way{"(" + whole.text + "*" + passed.to_string() + "/" + all.to_string() + ")",
             std::nullopt};
    if (whole.value) {
        way.value = base::divide(*whole.value * passed, all, cached_decimals);
    }
    return guarded({&terms.actual, &*terms.final_target, &*terms.baseline},
                   {final_target.text + "=" + base.text,
                    final_target.value && final_target.value == base.value},
                   quotient(difference(plain(terms.actual), base), way));
}

FormulaCell trend(const RateTerms& terms) {
    if (!terms.reference || terms.reference->text.empty()) {
        return no_rate();
    }
    const Term actual = plain(terms.actual);
    const Term reference = plain(*terms.reference);
    std::string sign = "=";
    if (terms.trend != plan::Trend::keep) {
        sign = terms.trend == plan::Trend::up ? ">" : "<";
    }
    Term rate{choose(actual.text + sign + reference.text, "1", "0"), std::nullopt};
    if (actual.value && reference.value) {
        const bool moved =
            terms.trend == plan::Trend::keep
                ? *actual.value == *reference.value
                : (terms.trend == plan::Trend::up ? *actual.value > *reference.value
                                                  : *actual.value < *reference.value);
        rate.value = Decimal(moved ? 1 : 0);
    }
    return guarded({&terms.actual, &*terms.reference}, {}, rate);
}

FormulaCell cumulative(const RateTerms& terms) {
    const RateTerm total = terms.actual_total.value_or(terms.actual);
    return terms.lower_is_better ? inverse(terms, total) : simple(terms, total);
}

}  // namespace

FormulaCell method_formula(Method method, const RateTerms& terms) {
    const bool needs_target =
        method != Method::pace && method != Method::trend && method != Method::limit;
    if (!terms.actual.is_cell || (needs_target && terms.target.text.empty())) {
        return no_rate();
    }
    switch (method) {
        case Method::simple:
            return simple(terms, terms.actual);
        case Method::inverse:
            return inverse(terms, terms.actual);
        case Method::mirror:
            return guarded({&terms.actual, &terms.target},
                           unless_positive(terms.target),
                           two_less(quotient(plain(terms.actual), plain(terms.target))));
        case Method::progress:
            return progress(terms);
        case Method::pace:
            return pace(terms);
        case Method::keep:
            return keep(terms);
        case Method::limit:
            return limit(terms);
        case Method::trend:
            return trend(terms);
        case Method::cumulative:
            return cumulative(terms);
        case Method::steps:
            break;
    }
    return no_rate();
}

}  // namespace shinchoku::render
