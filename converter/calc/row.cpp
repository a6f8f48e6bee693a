#include "calc/row.h"

#include <algorithm>
#include <set>
#include <utility>

namespace shinchoku::calc {
namespace {

using base::Decimal;

BaseUnit find_only_unit(const plan::Indicator& indicator) {
    std::set<BaseUnit> units;
    const auto add = [&](const plan::Value& value) {
        if (const plan::UnitAndForm* form = plan::form_of(value); form != nullptr && form->unit) {
            units.insert(base_unit(*form->unit));
        }
        if (const auto figure = figure_of(value); figure && !figure->unit.empty()) {
            units.insert({figure->unit, figure->unit_power});
        }
    };
    if (indicator.unit) {
        units.insert(base_unit(*indicator.unit));
    }
    if (indicator.baseline) {
        add(indicator.baseline->value);
    }
    for (const plan::YearEntry& entry : indicator.years) {
        add(entry.target);
        add(entry.actual);
    }
    if (units.empty() || units.begin()->unit != units.rbegin()->unit) {
        return {};
    }
    // One unit in several scales: which of them is meant is open, so none is.
    return units.size() == 1 ? *units.begin() : BaseUnit{units.begin()->unit, 0};
}

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

void take_only_unit(Figure& figure, const Row& row) {
    if (!figure.unit.empty()) {
        return;
    }
    figure.unit = row.only_unit.unit;
    figure.number = figure.number.shifted(row.only_unit.powers_of_ten);
    figure.unit_power += row.only_unit.powers_of_ten;
    figure.powers_of_ten += row.only_unit.powers_of_ten;
}

void take_only_unit(std::optional<Figure>& figure, const Row& row) {
    if (figure) {
        take_only_unit(*figure, row);
    }
}

Row row_of(const plan::Indicator& indicator,
           int first_year,
           const Scheme& scheme,
           const AssessOptions& options) {
    Row row{.indicator = indicator,
            .first_year = first_year,
            .scheme = scheme_for(indicator, scheme, options),
            .options = options,
            .final_target = final_target(indicator),
            .only_unit = find_only_unit(indicator),
            .tolerance = indicator.tolerance.value_or(
                Decimal::parse(options.layout_tolerance).value_or(Decimal()))};
    if (indicator.baseline) {
        row.baseline = figure_of(indicator.baseline->value);
    }
    take_only_unit(row.baseline, row);
    if (row.final_target) {
        take_only_unit(row.final_target->figure, row);
    }
    return row;
}

const plan::Value& actual_of(const Row& row, int year) {
    static const plan::Value blank;
    const plan::YearEntry* entry = find_year(row.indicator, year);
    return entry == nullptr ? blank : entry->actual;
}

base::Result<Figure, int> running_total(const Row& row, int last_year) {
    std::optional<Figure> sum;
    for (int year = row.first_year; year <= last_year; ++year) {
        std::optional<Figure> figure = figure_of(actual_of(row, year));
        take_only_unit(figure, row);
        if (!figure || (sum && units_differ(*sum, *figure))) {
            return year;
        }
        if (!sum) {
            sum = std::move(figure);
            continue;
        }
        sum->number = sum->number + figure->number;
        sum->printed = sum->number.shifted(-sum->unit_power);
    }
    if (!sum) {
        return last_year;
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
    take_only_unit(latest, row);
    return latest;
}

std::vector<Point> points_until(const Row& row, int year) {
    std::vector<Point> points;
    const auto add = [&](int at, std::optional<Figure> figure) {
        take_only_unit(figure, row);
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
