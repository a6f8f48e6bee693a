#include "report/trend.h"

#include <algorithm>
#include <array>
#include <string_view>

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
