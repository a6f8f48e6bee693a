#include <algorithm>
#include <utility>

#include "calc/figure.h"
#include "calc/forecast.h"
#include "check/check.h"
#include "functions/assess_one.h"
#include "functions/evaluations.h"
#include "functions/results.h"
#include "layout/remarks.h"
#include "plan/today.h"
#include "plan/value_reading.h"

namespace shinchoku::addin {
namespace {

using base::Decimal;

// Years and the numbers known in them, ascending; years whose cell holds no number are left out.
Read<std::vector<calc::Point>> points_of(const Range& years, const Range& actuals) {
    if (years.cells.size() != actuals.cells.size()) {
        return CellError::value;
    }
    Read<std::vector<plan::Value>> values = row_of(actuals);
    if (!values) {
        return values.error();
    }
    std::vector<calc::Point> points;
    std::optional<calc::Figure> first;
    for (std::size_t i = 0; i < years.cells.size(); ++i) {
        const auto figure = calc::figure_of(values.value()[i]);
        if (!figure) {
            continue;
        }
        const Read<int> year = fiscal_year_of(years.cells[i]);
        if (!year) {
            return CellError::value;
        }
        if (first && calc::units_differ(*first, *figure)) {
            return CellError::not_available;
        }
        first = first ? first : figure;
        points.push_back({year.value(), figure->number});
    }
    std::stable_sort(
        points.begin(), points.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
    return points;
}

// A bound asks for a side, so it is no final target that a way leads to (calculation.md).
bool is_bound(const Cell& cell) {
    const Read<plan::Value> value = value_of(cell);
    return value && value.value().is<plan::Bound>();
}

Read<plan::Date> as_of(const Cell& cell) {
    if (std::holds_alternative<Missing>(cell) || std::holds_alternative<Blank>(cell)) {
        return plan::today();
    }
    const Read<int> year = fiscal_year_of(cell);
    // What is due hangs on the fiscal year alone.
    return year ? Read<plan::Date>(plan::Date{year.value(), 4, 1})
                : Read<plan::Date>(CellError::value);
}

// A plan of one indicator, as the rules take it.
Read<layout::Reading> reading_of(Arguments arguments) {
    Read<std::vector<plan::Value>> targets = row_of(arguments[0]);
    Read<std::vector<plan::Value>> actuals = row_of(arguments[1]);
    const std::size_t count = arguments[2].cells.size();
    if (!targets || !actuals || targets.value().size() != count ||
        actuals.value().size() != count) {
        return CellError::value;
    }
    plan::Indicator indicator;
    for (std::size_t i = 0; i < count; ++i) {
        const Read<int> year = fiscal_year_of(arguments[2].cells[i]);
        if (!year || (i > 0 && year.value() <= indicator.years.back().year)) {
            return CellError::value;
        }
        indicator.years.push_back({.year = year.value(),
                                   .target = std::move(targets.value()[i]),
                                   .actual = std::move(actuals.value()[i]),
                                   .note = {}});
    }
    plan::settle_indicator(indicator, {});
    layout::Reading reading;
    reading.plan.first_year = indicator.years.front().year;
    reading.plan.last_year = indicator.years.back().year;
    plan::Measure& measure = reading.plan.measures.emplace_back();
    measure.id = "1";
    indicator.id = "1/1";
    measure.indicators.push_back(std::move(indicator));
    return reading;
}

}  // namespace

Outcome forecast(Arguments arguments) {
    const Read<std::vector<calc::Point>> points = points_of(arguments[0], arguments[1]);
    const Read<int> final_year = fiscal_year_of(arguments[2].cells.front());
    if (!points || !final_year) {
        return Cell(!points ? points.error() : final_year.error());
    }
    calc::Forecast found;
    if (!points.value().empty()) {
        found = calc::forecast_of(points.value(),
                                  points.value().back().year,
                                  final_year.value(),
                                  points.value().back().number,
                                  false);
    }
    return Table{1, 2, {to_cell(found.linear), to_cell(found.growth)}};
}

Outcome needed(Arguments arguments) {
    const Read<std::vector<Decimal>> numbers = numbers_of(arguments.first(2));
    const Read<Decimal> years = count_of(arguments[2].cells.front());
    const Read<std::string> word = direction_word_of(arguments[3].cells.front());
    if (!years || !word) {
        return Cell(!years ? years.error() : word.error());
    }
    if (!numbers) {
        return Cell(numbers.error());
    }
    const Decimal& a = numbers.value()[0];
    const Decimal& f = numbers.value()[1];
    if (years.value().sign() <= 0 || is_bound(arguments[1].cells.front())) {
        return Cell(CellError::not_available);
    }
    if (const auto direction = plan::read_direction(word.value())) {
        const bool lower =
            *direction == plan::Direction::down || *direction == plan::Direction::within;
        if (lower ? a <= f : a >= f) {
            return Cell(0.0);
        }
    }
    return to_cell(divide(f - a, years.value(), calc::stored_decimals));
}

Outcome check_row(Arguments arguments) {
    const Read<layout::Reading> reading = reading_of(arguments);
    const Read<plan::Date> date = as_of(arguments[3].cells.front());
    if (!reading || !date) {
        return Cell(CellError::value);
    }
    const plan::Indicator& indicator = reading.value().plan.measures.front().indicators.front();
    for (const plan::YearEntry& entry : indicator.years) {
        for (const plan::Value* value : {&entry.target, &entry.actual}) {
            if (plan::is_malformed_number(*value)) {
                const layout::Remark remark = layout::remark::malformed_number(value->raw);
                return Cell(remark.rule + " " + remark.message.ja);
            }
        }
    }
    check::CheckOptions options;
    options.as_of = date.value();
    for (const base::Finding& finding : check::check(reading.value(), options)) {
        if (finding.severity != base::Severity::info) {
            return Cell(finding.rule + " " + finding.message.ja);
        }
    }
    return Cell(std::string());
}

Outcome summary(Arguments arguments) {
    Read<std::vector<plan::Value>> targets = row_of(arguments[0]);
    Read<std::vector<plan::Value>> actuals = row_of(arguments[1]);
    Read<std::optional<plan::Value>> baseline = optional_value_of(arguments[2].cells.front());
    Read<std::string> direction = direction_word_of(arguments[3].cells.front());
    const Read<const calc::Scheme*> scheme = scheme_of(arguments[4].cells.front());
    if (!targets || !actuals || !baseline || !direction || !scheme ||
        targets.value().size() != actuals.value().size()) {
        return Cell(CellError::value);
    }
    const int count = static_cast<int>(targets.value().size());
    const plan::Indicator indicator = indicator_of(std::move(targets).value(),
                                                   std::move(actuals).value(),
                                                   {.baseline = std::move(baseline).value(),
                                                    .direction = std::move(direction).value(),
                                                    .method = {}});
    Table table{count, 3, {}};
    for (const calc::Assessment& year : assess_years(indicator, count, *scheme.value())) {
        table.cells.push_back(to_cell(year.rate));
        table.cells.push_back(to_cell(year.grade));
        table.cells.emplace_back(std::string(calc::name_of(year.status)));
    }
    return table;
}

}  // namespace shinchoku::addin
