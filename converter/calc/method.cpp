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
    if (indicator.direction == plan::Direction::keep) {
        return {Method::keep, {"方向が「維持」のため", "the direction is to keep"}};
    }
    if (number != nullptr && baseline && number->number == baseline->number &&
        !units_differ(*number, *baseline)) {
        return {Method::keep, {"目標が基準値と同じため", "the target equals the baseline"}};
    }
    if (target.cumulative || indicator.accumulation == plan::Accumulation::cumulative) {
        return {Method::cumulative, {"累計の目標のため", "the target is a running total"}};
    }
    if (baseline && baseline->number.sign() < 0) {
        return {Method::progress, {"基準値が負の値のため", "the baseline is negative"}};
    }
    if (number != nullptr && number->number.sign() <= 0) {
        return {Method::progress, {"目標が0以下のため", "the target is zero or less"}};
    }
    if (lower_is_better(indicator, target)) {
        return {Method::inverse, {"小さいほどよい指標のため", "lower is better"}};
    }
    return {Method::simple, {"大きいほどよい指標のため", "higher is better"}};
}

}  // namespace

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
