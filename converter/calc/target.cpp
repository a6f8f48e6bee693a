#include "calc/target.h"

#include <algorithm>
#include <string>
#include <utility>

#include "calc/only_unit.h"

namespace shinchoku::calc {
namespace {

Target unclear(std::string ja, std::string en) {
    return {.kind = Target::Kind::unclear, .reason = {std::move(ja), std::move(en)}};
}

// What a change in percent, points or a unit is counted from.
struct Reference {
    std::optional<Figure> figure;
    base::Text missing;
};

Reference last_year(const plan::Indicator& indicator, int year, const BaseUnit& only_unit) {
    const int before = year - 1;
    if (const plan::YearEntry* entry = find_year(indicator, before)) {
        if (auto actual = figure_of(entry->actual)) {
            take_unit(actual, only_unit);
            return {std::move(actual), {}};
        }
    }
    if (indicator.baseline && indicator.baseline->year == before) {
        if (auto baseline = figure_of(indicator.baseline->value)) {
            take_unit(baseline, only_unit);
            return {std::move(baseline), {}};
        }
    }
    const std::string name = std::to_string(before);
    return {std::nullopt,
            {plan::wareki(before) + "年度の実績（数値）がないため、前年比の目標値が決まりません",
             "the actual of fiscal " + name + " is missing, so the target has no figure"}};
}

Reference baseline_of(const plan::Indicator& indicator, const BaseUnit& only_unit) {
    if (indicator.baseline) {
        if (auto baseline = figure_of(indicator.baseline->value)) {
            take_unit(baseline, only_unit);
            return {std::move(baseline), {}};
        }
    }
    return {std::nullopt,
            {"基準値（数値）がないため、基準値に対する目標値が決まりません",
             "the baseline is missing, so the target has no figure"}};
}

Target of_figure(Figure figure, const std::optional<plan::Comparator>& comparator) {
    Target target{.kind = Target::Kind::number, .figure = std::move(figure)};
    if (comparator) {
        target.kind = Target::Kind::limit;
        target.limit = limit_of(*comparator, target.figure.number);
    }
    return target;
}

Figure changed(Figure figure, const plan::Relative& relative) {
    if (relative.change_unit == "%") {
        figure.number = figure.number + figure.number * relative.change->shifted(-2);
    } else {
        const BaseUnit unit = base_unit(*relative.change_unit);
        figure.number = figure.number + relative.change->shifted(unit.powers_of_ten);
    }
    // What is computed has no printed form of its own.
    figure.printed = figure.number.shifted(-figure.unit_power);
    figure.decimals = 0;
    return figure;
}

Target resolve_relative(const plan::Indicator& indicator,
                        const plan::Value& value,
                        int year,
                        const BaseUnit& only_unit) {
    const plan::Relative& relative = *value.as<plan::Relative>();
    Target target;
    if (auto printed = figure_of(value)) {
        take_unit(printed, only_unit);
        target = of_figure(std::move(*printed), relative.comparator);
    } else if (!relative.change || !relative.change_unit) {
        target = unclear("何に対する割合かを示す数値がなく、目標値が決まりません",
                         "the quantity it is a share of is not given as a figure");
    } else if (!relative.of) {
        target =
            unclear("何に対する増減か（前年度・基準値）が書かれていないため、目標値が決まりません",
                    "it does not say against what (last year or the baseline) it changes");
    } else {
        Reference reference = *relative.of == plan::RelativeTo::baseline
                                  ? baseline_of(indicator, only_unit)
                                  : last_year(indicator, year, only_unit);
        if (reference.figure) {
            target =
                of_figure(changed(std::move(*reference.figure), relative), relative.comparator);
        } else {
            target = unclear(reference.missing.ja, reference.missing.en);
        }
        target.on_actual = *relative.of == plan::RelativeTo::previous_year;
    }
    target.relative = true;
    target.bounded = relative.comparator.has_value();
    target.falls = relative.change && relative.change->sign() < 0;
    return target;
}

// A figure of the target, in the unit that it shows or takes.
Figure target_figure(const base::Decimal& number,
                     const plan::UnitAndForm& form,
                     const BaseUnit& only_unit) {
    Figure figure = figure_of(number, form);
    take_unit(figure, only_unit);
    return figure;
}

Target resolve(const plan::Indicator& indicator,
               const plan::Value& value,
               int year,
               const BaseUnit& only_unit) {
    if (value.is<plan::Blank>()) {
        return {};
    }
    if (value.is<plan::None>()) {
        return {.kind = Target::Kind::none};
    }
    if (const auto* number = value.as<plan::Number>()) {
        return of_figure(target_figure(number->number, number->form, only_unit), std::nullopt);
    }
    if (const auto* bound = value.as<plan::Bound>()) {
        return of_figure(target_figure(bound->number, bound->form, only_unit), bound->comparator);
    }
    if (const auto* range = value.as<plan::Range>()) {
        const Figure low = target_figure(range->low, range->form, only_unit);
        const Figure high = target_figure(range->high, range->form, only_unit);
        return {.kind = Target::Kind::limit,
                .figure = low,
                .limit = {Side{low.number, false}, Side{high.number, false}},
                .one_sided = false};
    }
    if (value.is<plan::Relative>()) {
        return resolve_relative(indicator, value, year, only_unit);
    }
    if (const auto* trend = value.as<plan::TrendWord>()) {
        return {.kind = Target::Kind::trend, .trend = trend->trend};
    }
    if (const auto* milestone = value.as<plan::Milestone>()) {
        const auto& steps = milestone->steps;
        const int highest = steps.empty() ? 0 : *std::max_element(steps.begin(), steps.end());
        return {.kind = Target::Kind::steps, .step = highest};
    }
    if (value.is<plan::Compound>()) {
        return unclear("目標に複数の数値があり、どれと比べるか決まりません",
                       "the target holds several figures, and it is open which one counts");
    }
    if (value.is<plan::CellError>()) {
        return unclear("目標のセルがエラー値です", "the target cell holds an Excel error");
    }
    if (value.is<plan::Continue>()) {
        return unclear("「→」の前に引き継ぐ目標がありません",
                       "there is no earlier target for the arrow to continue");
    }
    return unclear("目標がまだ決まっていません", "the target is not available yet");
}

}  // namespace

std::optional<Figure> Target::number() const {
    if (kind == Kind::number || (kind == Kind::limit && one_sided)) {
        return figure;
    }
    return std::nullopt;
}

const plan::YearEntry* find_year(const plan::Indicator& indicator, int year) {
    for (const plan::YearEntry& entry : indicator.years) {
        if (entry.year == year) {
            return &entry;
        }
    }
    return nullptr;
}

const plan::Value* target_in_force(const plan::Indicator& indicator, int year) {
    const plan::YearEntry* entry = find_year(indicator, year);
    if (entry == nullptr) {
        return nullptr;
    }
    if (!entry->target.is<plan::Continue>()) {
        return &entry->target;
    }
    const plan::Value* in_force = &entry->target;
    for (const plan::YearEntry& earlier : indicator.years) {
        const plan::Value& value = earlier.target;
        if (earlier.year < year && !value.is<plan::Continue>() && !value.is<plan::Blank>()) {
            in_force = &value;
        }
    }
    return in_force;
}

Target resolve_target(const plan::Indicator& indicator, int year, const BaseUnit& only_unit) {
    const plan::Value* value = target_in_force(indicator, year);
    if (value == nullptr) {
        return {};
    }
    Target target = resolve(indicator, *value, year, only_unit);
    target.cumulative = value->qualifiers.cumulative;
    return target;
}

std::optional<FinalTarget> final_target(const plan::Indicator& indicator) {
    for (auto entry = indicator.years.rbegin(); entry != indicator.years.rend(); ++entry) {
        const plan::Value& value = *target_in_force(indicator, entry->year);
        if (const auto* number = value.as<plan::Number>()) {
            return FinalTarget{entry->year, figure_of(number->number, number->form)};
        }
    }
    return std::nullopt;
}

}  // namespace shinchoku::calc
