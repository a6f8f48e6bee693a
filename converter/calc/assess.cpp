#include <optional>
#include <string>
#include <utility>

#include "calc/assessment.h"
#include "calc/judge.h"
#include "calc/method.h"
#include "calc/row.h"
#include "calc/target.h"

namespace shinchoku::calc {
namespace {

std::optional<base::Decimal> copy_of(const std::optional<Figure>& figure) {
    return figure ? std::optional<base::Decimal>(figure->number) : std::nullopt;
}

// Statuses that follow from what the cells hold, before anything is computed.
bool settle_early(Year& year, const plan::Value& actual) {
    const Target& target = year.workings.target;
    if (target.kind == Target::Kind::none ||
        (target.kind == Target::Kind::blank && !year.row.final_target)) {
        year.settle(Status::no_target, {"この年度の目標はありません", "no target in this year"});
        grade_growth_alone(year, actual);
    } else if (actual.is<plan::Blank>()) {
        const bool due =
            plan::year_state(year.result.year, year.row.options.as_of) == plan::YearState::closed;
        year.settle(due ? Status::missing : Status::not_due,
                    due ? base::Text{"年度が終わっていますが、実績が未入力です",
                                     "the year has ended, but its actual is missing"}
                        : base::Text{"実績はまだ確定していません", "the actual is not due yet"});
    } else if (const auto* error = actual.as<plan::CellError>()) {
        year.settle(Status::error,
                    {"実績がエラー値（" + error->code + "）です",
                     "the actual is an Excel error (" + error->code + ")"});
    } else if (actual.is<plan::Unavailable>() || actual.is<plan::None>()) {
        year.settle(Status::unavailable,
                    {"実績は「" + actual.raw + "」です", "the actual is given as " + actual.raw});
    } else if (target.kind == Target::Kind::unclear) {
        show_actual(year, actual);
        year.settle(Status::unclear, target.reason);
    } else {
        return false;
    }
    return true;
}

Assessment assess_year(const Row& row, int year_number, std::optional<int> stated_step) {
    Year year{.row = row};
    year.result.indicator = row.indicator.id;
    year.result.year = year_number;
    year.result.scheme = row.scheme.id;
    Workings& workings = year.workings;
    workings.target = resolve_target(row.indicator, year_number, row.only_unit);
    workings.lower_is_better = lower_is_better(row.indicator, workings.target);
    workings.baseline = row.baseline;
    workings.year_number = year_number - row.first_year + 1;
    if (row.final_target) {
        workings.final_target = row.final_target->figure;
        workings.year_count = row.final_target->year - row.first_year + 1;
    }
    if (auto choice = choose_method(row.indicator,
                                    workings.target,
                                    row.baseline,
                                    row.final_target.has_value(),
                                    {row.options.layout_method, row.scheme.method})) {
        workings.method = choice->method;
        year.result.method = choice->method;
        year.result.why = std::move(choice->why);
    }
    year.result.baseline = copy_of(workings.baseline);
    year.result.final_target = copy_of(workings.final_target);
    year.result.target = copy_of(workings.target.number());

    const plan::Value& actual = actual_of(row, year_number);
    if (!settle_early(year, actual)) {
        judge(year, actual, stated_step);
    }
    if (row.options.with_outlook) {
        add_outlook(year);
    }
    return std::move(year.result);
}

std::optional<int> stated_step(const plan::Measure& measure,
                               const plan::Indicator& indicator,
                               int year) {
    for (const plan::Evaluation& evaluation : measure.evaluations) {
        if (evaluation.indicator == indicator.id && evaluation.year == year) {
            return evaluation.step;
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<Assessment> assess(const plan::Plan& plan,
                               const Scheme& scheme,
                               const AssessOptions& options) {
    std::vector<Assessment> assessments;
    for (const plan::Measure& measure : plan.measures) {
        for (const plan::Indicator& indicator : measure.indicators) {
            const Row row = row_of(indicator, plan.first_year, scheme, options);
            for (int year = plan.first_year; year <= plan.last_year; ++year) {
                assessments.push_back(
                    assess_year(row, year, stated_step(measure, indicator, year)));
            }
        }
    }
    return assessments;
}

std::vector<Assessment> assess(const plan::Indicator& indicator,
                               int first_year,
                               int last_year,
                               const Scheme& scheme,
                               const AssessOptions& options) {
    std::vector<Assessment> assessments;
    const Row row = row_of(indicator, first_year, scheme, options);
    for (int year = first_year; year <= last_year; ++year) {
        assessments.push_back(assess_year(row, year, std::nullopt));
    }
    return assessments;
}

}  // namespace shinchoku::calc
