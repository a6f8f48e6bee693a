#include "calc/row.h"

#include <algorithm>
#include <utility>

namespace shinchoku::calc {
namespace {

using base::Decimal;

const Scheme& scheme_for(const plan::Indicator& indicator,
                         const Scheme& of_plan,
                         const AssessOptions& options) {
    if (!indicator.scheme || options.schemes == nullptr) {
        return of_plan;
    }
    const auto own = options.schemes->find(*indicator.scheme);
    return own == options.schemes->end() ? of_plan : own->second;
}

}  // namespace

Row row_of(const plan::Indicator& indicator,
           int first_year,
           const Scheme& scheme,
           const AssessOptions& options) {
    Row row{.indicator = indicator,
            .first_year = first_year,
            .scheme = scheme_for(indicator, scheme, options),
            .options = options,
            .final_target = final_target(indicator),
            .only_unit = only_unit_of(indicator),
            .tolerance = indicator.tolerance.value_or(
                Decimal::parse(options.layout_tolerance).value_or(Decimal()))};
    if (indicator.baseline) {
        row.baseline = figure_of(indicator.baseline->value);
    }
    take_unit(row.baseline, row.only_unit);
    if (row.final_target) {
        take_unit(row.final_target->figure, row.only_unit);
    }
    return row;
}

const plan::Value& actual_of(const Row& row, int year) {
    static const plan::Value blank;
    const plan::YearEntry* entry = find_year(row.indicator, year);
    return entry == nullptr ? blank : entry->actual;
}

base::Result<Figure, NoTotal> running_total(const Row& row, int last_year) {
    std::optional<Figure> sum;
    bool differ = false;
    for (int year = row.first_year; year <= last_year; ++year) {
        std::optional<Figure> figure = figure_of(actual_of(row, year));
        take_unit(figure, row.only_unit);
        if (!figure) {
            return NoTotal{.missing_year = year};
        }
        if (!sum) {
            sum = std::move(figure);
            continue;
        }
        differ = differ || units_differ(*sum, *figure);
        sum->unit = sum->unit.empty() ? figure->unit : sum->unit;
        sum->number = sum->number + figure->number;
        sum->printed = sum->number.shifted(-sum->unit_power);
    }
    if (differ) {
        return NoTotal{};
    }
    return *std::move(sum);
}

std::optional<Figure> earlier_value(const Row& row, int year) {
    if (row.baseline) {
        return row.baseline;
    }
    std::optional<Figure> latest;
    for (const plan::YearEntry& entry : row.indicator.years) {
        if (entry.year < year) {
            if (auto figure = figure_of(entry.actual)) {
                latest = std::move(figure);
            }
        }
    }
    take_unit(latest, row.only_unit);
    return latest;
}

std::vector<Point> points_until(const Row& row, int year) {
    std::vector<Point> points;
    const auto add = [&](int at, std::optional<Figure> figure) {
        take_unit(figure, row.only_unit);
        if (figure && !(row.final_target && units_differ(*figure, row.final_target->figure))) {
            points.push_back({at, figure->number});
        }
    };
    for (const plan::YearEntry& entry : row.indicator.years) {
        if (entry.year <= year) {
            add(entry.year, figure_of(entry.actual));
        }
    }
    const std::optional<plan::Baseline>& baseline = row.indicator.baseline;
    if (baseline && baseline->year && *baseline->year <= year) {
        add(*baseline->year, row.baseline);
        std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
            return a.year < b.year;
        });
    }
    return points;
}

}  // namespace shinchoku::calc
