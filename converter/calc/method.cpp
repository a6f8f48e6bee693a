#include "calc/method.h"

#include <array>

namespace shinchoku::calc {
namespace {

// Words cannot be divided, and neither can a range.
bool can_measure(Method method, const Target& target) {
    if (target.kind == Target::Kind::steps) {
        return method == Method::steps;
    }
    if (target.kind == Target::Kind::trend) {
        return method == Method::trend || method == Method::steps;
    }
    return target.one_sided || method == Method::limit;
}

std::optional<Choice> named_method(const plan::Indicator& indicator,
                                   const Target& target,
                                   const NamedMethods& named) {
    struct Source {
        std::string_view method;
        std::string_view ja;
        std::string_view en;
    };
    const std::array<Source, 3> sources{
        {{indicator.method ? std::string_view(*indicator.method) : std::string_view(),
          "指標に計算方法が指定されているため",
          "the indicator names this method"},
         {named.layout, "様式に計算方法が指定されているため", "the layout names this method"},
         {named.scheme, "評価基準に計算方法が指定されているため", "the scheme names this method"}}};
    for (const Source& source : sources) {
        const std::optional<Method> method = parse_method(source.method);
        if (method && can_measure(*method, target)) {
            return Choice{*method, {std::string(source.ja), std::string(source.en)}};
        }
    }
    return std::nullopt;
}

// The number to compare with the baseline and zero. One that hangs on last year's actual is left
// out, so that the method never depends on an actual.
const Figure* fixed_number(const Target& target) {
    return target.kind == Target::Kind::number && !target.on_actual ? &target.figure : nullptr;
}

base::Text text_of(NumberReason reason) {
    switch (reason) {
        case NumberReason::to_keep:
            return {"方向が「維持」のため", "the direction is to keep"};
        case NumberReason::equals_baseline:
            return {"目標が基準値と同じため", "the target equals the baseline"};
        case NumberReason::running_total:
            return {"累計の目標のため", "the target is a running total"};
        case NumberReason::baseline_negative:
            return {"基準値が負の値のため", "the baseline is negative"};
        case NumberReason::target_not_positive:
            return {"目標が0以下のため", "the target is zero or less"};
        case NumberReason::lower_is_better:
            return {"小さいほどよい指標のため", "lower is better"};
        case NumberReason::higher_is_better:
            break;
    }
    return {"大きいほどよい指標のため", "higher is better"};
}

Choice default_method(const plan::Indicator& indicator,
                      const Target& target,
                      const std::optional<Figure>& baseline) {
    if (target.kind == Target::Kind::steps) {
        return {Method::steps,
                {"目標が取組の段階（言葉）のため", "the target is a step of work in words"}};
    }
    if (target.kind == Target::Kind::trend) {
        return {Method::trend,
                {"目標が増減の方向だけのため", "the target states a direction without a number"}};
    }
    if (target.kind == Target::Kind::limit || target.bounded) {
        return {Method::limit,
                {"目標が上限・下限・範囲のため", "the target is a bound or a range"}};
    }
    const Figure* number = fixed_number(target);
    NumberFacts facts;
    facts.to_keep = indicator.direction == plan::Direction::keep;
    facts.cumulative =
        target.cumulative || indicator.accumulation == plan::Accumulation::cumulative;
    facts.lower_is_better = lower_is_better(indicator, target);
    facts.target = number != nullptr ? &number->number : nullptr;
    facts.baseline = baseline ? &baseline->number : nullptr;
    facts.comparable = number == nullptr || !baseline || !units_differ(*number, *baseline);
    const NumberReason reason = reason_of(facts);
    return {method_of(reason), text_of(reason)};
}

}  // namespace

NumberReason reason_of(const NumberFacts& facts) {
    if (facts.to_keep) {
        return NumberReason::to_keep;
    }
    if (facts.target != nullptr && facts.baseline != nullptr && facts.comparable &&
        *facts.target == *facts.baseline) {
        return NumberReason::equals_baseline;
    }
    if (facts.cumulative) {
        return NumberReason::running_total;
    }
    if (facts.baseline != nullptr && facts.baseline->sign() < 0) {
        return NumberReason::baseline_negative;
    }
    if (facts.target != nullptr && facts.target->sign() <= 0) {
        return NumberReason::target_not_positive;
    }
    return facts.lower_is_better ? NumberReason::lower_is_better : NumberReason::higher_is_better;
}

Method method_of(NumberReason reason) {
    switch (reason) {
        case NumberReason::to_keep:
        case NumberReason::equals_baseline:
            return Method::keep;
        case NumberReason::running_total:
            return Method::cumulative;
        case NumberReason::baseline_negative:
        case NumberReason::target_not_positive:
            return Method::progress;
        case NumberReason::lower_is_better:
            return Method::inverse;
        case NumberReason::higher_is_better:
            break;
    }
    return Method::simple;
}

bool lower_is_better(const plan::Indicator& indicator, const Target& target) {
    const plan::Direction direction = indicator.direction;
    if (direction == plan::Direction::none || direction == plan::Direction::unknown) {
        return target.falls;
    }
    return direction == plan::Direction::down || direction == plan::Direction::within;
}

std::optional<Choice> choose_method(const plan::Indicator& indicator,
                                    const Target& target,
                                    const std::optional<Figure>& baseline,
                                    bool has_final_target,
                                    const NamedMethods& named) {
    if (target.kind == Target::Kind::none) {
        return std::nullopt;
    }
    if (target.kind == Target::Kind::blank) {
        if (!has_final_target) {
            return std::nullopt;
        }
        return Choice{Method::pace,
                      {"年度の目標がなく、最終目標へのペースで見るため",
                       "the year has no target of its own, so pace towards the final one counts"}};
    }
    if (target.kind == Target::Kind::unclear && !target.relative) {
        return std::nullopt;
    }
    if (auto choice = named_method(indicator, target, named)) {
        return choice;
    }
    return default_method(indicator, target, baseline);
}

}  // namespace shinchoku::calc
