#include "report/trend.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "plan/value_reading.h"

namespace shinchoku::report {
namespace {

constexpr std::array<std::string_view, 8> blocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::string_view no_actual = "・";
constexpr std::size_t middle = 3;

struct Ends {
    base::Decimal least;
    base::Decimal greatest;
};

std::optional<Ends> ends_of(const Trend& trend) {
    std::optional<Ends> ends;
    const auto include = [&](const std::optional<base::Decimal>& number) {
        if (number) {
            ends = ends ? Ends{std::min(ends->least, *number), std::max(ends->greatest, *number)}
                        : Ends{*number, *number};
        }
    };
    include(trend.baseline);
    include(trend.final_target);
    for (const TrendPoint& point : trend.points) {
        include(point.actual);
    }
    return ends;
}

std::string_view block_of(const base::Decimal& number, const Ends& ends) {
    const base::Decimal range = ends.greatest - ends.least;
    if (range.is_zero()) {
        return blocks[middle];
    }
    const base::Decimal steps(static_cast<std::int64_t>(blocks.size() - 1));
    const base::Decimal height = base::divide((number - ends.least) * steps, range, 0);
    return blocks.at(static_cast<std::size_t>(height.to_integer().value_or(0)));
}

// How the numbers that were used follow from those that are written: 76.7 千人 is used as 76,700.
struct Scale {
    int power = 0;
    std::string unit;

    friend bool operator==(const Scale&, const Scale&) = default;
};

std::string unit_written(const plan::Indicator& indicator, const plan::Value& value) {
    const plan::UnitAndForm* form = plan::form_of(value);
    return form != nullptr && form->unit ? *form->unit : indicator.unit.value_or("");
}

std::optional<Scale> scale_of(const plan::Indicator& indicator,
                              const plan::Value& written,
                              const base::Decimal& used) {
    const auto* number = written.as<plan::Number>();
    if (number == nullptr || number->number.is_zero()) {
        return std::nullopt;
    }
    const std::string unit = unit_written(indicator, written);
    for (const int power : {0, 3, 4, 6, 8, 12}) {  // 千 万 百万 億 兆
        if (used == number->number.shifted(power)) {
            return Scale{power, unit};
        }
    }
    return Scale{};  // a running total, say
}

// That of all actuals; the base unit without a name where they differ.
Scale common_scale(const Trend& trend, const plan::Indicator& indicator) {
    std::optional<Scale> common;
    for (const plan::YearEntry& entry : indicator.years) {
        const auto point = std::find_if(trend.points.begin(),
                                        trend.points.end(),
                                        [&](const auto& each) { return each.year == entry.year; });
        if (point == trend.points.end() || !point->actual) {
            continue;
        }
        const std::optional<Scale> scale = scale_of(indicator, entry.actual, *point->actual);
        if (scale && common && *scale != *common) {
            return {};
        }
        common = scale ? scale : common;
    }
    return common.value_or(Scale{});
}

void rescale(Trend& trend, const Scale& scale) {
    const auto shift = [&](std::optional<base::Decimal>& number) {
        number = number ? std::optional(number->shifted(-scale.power)) : number;
    };
    shift(trend.baseline);
    shift(trend.final_target);
    for (TrendPoint& point : trend.points) {
        shift(point.target);
        shift(point.actual);
    }
    trend.unit = scale.unit;
}

// Without a target nothing is assessed, but the numbers are there; those of the first one's unit.
void take_written_actuals(Trend& trend, const plan::Indicator& indicator) {
    std::optional<std::string> unit;
    for (const plan::YearEntry& entry : indicator.years) {
        for (TrendPoint& point : trend.points) {
            const auto* number = entry.actual.as<plan::Number>();
            if (point.year != entry.year || number == nullptr) {
                continue;
            }
            unit = unit.value_or(unit_written(indicator, entry.actual));
            if (*unit == unit_written(indicator, entry.actual)) {
                point.actual = number->number;
            }
        }
    }
}

}  // namespace

std::size_t Trend::actuals() const {
    return static_cast<std::size_t>(std::count_if(
        points.begin(), points.end(), [](const TrendPoint& point) { return point.actual; }));
}

Trend trend_of(const Context& context, const AssessmentsByYear& assessments, const Line& line) {
    Trend trend;
    if (line.indicator == nullptr || line.standing == Standing::not_returned) {
        return trend;
    }
    const plan::Plan& plan = context.input.reading->plan;
    for (int year = plan.first_year; year <= plan.last_year; ++year) {
        TrendPoint& point = trend.points.emplace_back();
        point.year = year;
        const calc::Assessment* used = assessments.find(line.indicator->id, year);
        if (used == nullptr) {
            continue;
        }
        point.target = used->target;
        point.actual = used->actual;
        trend.baseline = used->baseline ? used->baseline : trend.baseline;
        trend.final_target = used->final_target ? used->final_target : trend.final_target;
    }
    if (trend.actuals() == 0) {
        take_written_actuals(trend, *line.indicator);
    }
    rescale(trend, common_scale(trend, *line.indicator));
    return trend;
}

std::string blocks_of(const Trend& trend, int last_year) {
    const std::optional<Ends> ends = ends_of(trend);
    if (!ends || trend.actuals() == 0) {
        return "";
    }
    std::string text;
    for (const TrendPoint& point : trend.points) {
        if (point.year <= last_year) {
            text += point.actual ? block_of(*point.actual, *ends) : no_actual;
        }
    }
    return text;
}

}  // namespace shinchoku::report
