#include "check/check.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "calc/assessment.h"
#include "check/collector.h"
#include "check/rules.h"
#include "check/view.h"

namespace shinchoku::check {
namespace {

// What grades a plan and how it is assessed, found once.
struct Grading {
    const calc::Scheme* scheme;  // never null
    calc::AssessOptions options;
    std::vector<std::string> choices;  // of the form
    const layout::Reading* master;     // may be null
};

Grading grading_of(const plan::Plan& plan, const CheckOptions& options) {
    Grading grading{
        .scheme = options.scheme == nullptr ? &calc::default_scheme() : options.scheme,
        .options = {.as_of = options.as_of, .schemes = options.schemes, .with_outlook = false},
        .choices = {},
        .master = options.master};
    const auto layout = options.layouts.find(plan.layout);
    if (layout == options.layouts.end()) {
        return grading;
    }
    grading.options.layout_method = layout->second->method;
    grading.options.layout_tolerance = layout->second->tolerance;
    for (const auto& [field, given] : layout->second->fields) {
        if (given.check.kind == layout::Check::Kind::list) {
            const auto& choices = given.check.choices;
            grading.choices.insert(grading.choices.end(), choices.begin(), choices.end());
        }
    }
    return grading;
}

const calc::Scheme& scheme_of(const plan::Indicator& indicator, const Grading& grading) {
    if (indicator.scheme && grading.options.schemes != nullptr) {
        const auto own = grading.options.schemes->find(*indicator.scheme);
        if (own != grading.options.schemes->end()) {
            return own->second;
        }
    }
    return *grading.scheme;
}

void check_row(const IndicatorView& view, const plan::Plan& plan, Collector& out) {
    stored_as_text(view, out);
    minus_marks(view, out);
    error_values(view, out);
    missing_units(view, out);
    differing_units(view, out);
    percent_scale(view, out);
    powers_of_ten(view, out);
    impossible_values(view, out);
    decimals_of_actuals(view, out);
    actual_dates(view, out);
    future_actuals(view, out);
    blank_targets(view, out);
    final_goal(view, plan.last_year, out);
    stated_total(view, plan, out);
    targets_going_back(view, out);
    contradicted_direction(view, out);
    rising_where_less_is_better(view, out);
    target_equals_baseline(view, out);
    resolved_figures(view, out);
    direction_without_number(view, out);
    running_totals(view, out);
    steps_going_back(view, out);
    mixed_kinds(view, out);
    repeated_actuals(view, out);
    finished_actuals(view, out);
    sums_in_cells(view, out);
    date_values(view, out);
    prose_figures(view, out);
}

// The latest year of the plan that has ended, and what its indicators come to.
struct LatestYear {
    int year = 0;  // 0: none has ended
    calc::RollUp totals;
};

LatestYear latest_year_of(const plan::Plan& plan, const plan::Date& as_of) {
    for (int year = plan.last_year; year >= plan.first_year && year > 0; --year) {
        if (plan::year_state(year, as_of) == plan::YearState::closed) {
            return {.year = year, .totals = {}};
        }
    }
    return {};
}

void check_indicator(const IndicatorView& view,
                     const plan::Plan& plan,
                     const Grading& grading,
                     LatestYear& latest,
                     Collector& out) {
    check_row(view, plan, out);
    missing_actuals(view, grading.options.as_of, out);
    changed_targets(view, grading.master, out);
    const calc::Scheme& scheme = scheme_of(view.indicator, grading);
    impossible_methods(view,
                       {.layout_method = grading.options.layout_method,
                        .by_growth = scheme.basis == calc::Basis::growth},
                       out);
    const std::vector<calc::Assessment> assessments = calc::assess(
        view.indicator, plan.first_year, plan.last_year, *grading.scheme, grading.options);
    for (const calc::Assessment& one : assessments) {
        if (one.year == latest.year) {
            latest.totals.add(one, view.indicator.weight.value_or(base::Decimal(1)));
        }
    }
    ratings(view, assessments, {.scheme = &scheme, .choices = grading.choices}, out);
}

// The id and year of a key.
std::string_view place_in_plan(const base::Finding& finding) {
    return std::string_view(finding.key).substr(finding.key.find('|') + 1);
}

// A value that is wrong by itself makes its rate and grade wrong too: one cause, one finding.
void drop_consequences(std::vector<base::Finding>& findings) {
    constexpr std::array<std::string_view, 3> causes{"N03", "N04", "N06"};
    constexpr std::array<std::string_view, 6> consequences{
        "N05", "N07", "A02", "A03", "A04", "A05"};
    const auto is_one_of = [](const auto& rules, const base::Finding& finding) {
        return std::find(rules.begin(), rules.end(), finding.rule) != rules.end();
    };
    std::set<std::string, std::less<>> wrong;
    for (const base::Finding& finding : findings) {
        if (is_one_of(causes, finding)) {
            wrong.emplace(place_in_plan(finding));
        }
    }
    std::erase_if(findings, [&](const base::Finding& finding) {
        return is_one_of(consequences, finding) && wrong.contains(place_in_plan(finding));
    });
}

}  // namespace

std::vector<base::Finding> check(const layout::Reading& reading, const CheckOptions& options) {
    Collector out(reading);
    missing_measures(reading, options, out);
    departments(reading, options, out);
    outline(reading, options, out);
    titles(reading, options, out);
    numbers(reading, options, out);
    editions(reading, options, out);
    near_names(reading, options, out);
    baseline_dates(reading, out);
    const Grading grading = grading_of(reading.plan, options);
    LatestYear latest = latest_year_of(reading.plan, options.as_of);
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < measures[m].indicators.size(); ++i) {
            const IndicatorView view = view_of(reading, m, i, options.as_of);
            check_indicator(view, reading.plan, grading, latest, out);
            if (options.profile == Profile::machine_readable) {
                undeclared_symbols(view, out);
            }
        }
    }
    if (options.profile == Profile::publish) {
        thin_coverage(reading, latest.year, latest.totals, out);
    }
    grades_of_measures(reading, {.scheme = grading.scheme, .choices = grading.choices}, out);
    evaluation_texts(reading, *grading.scheme, out);
    texts(reading, out);
    characters(reading, out);
    if (options.encoding == Encoding::cp932 || options.profile == Profile::publish) {
        characters_of_encoding(reading, out);
    }
    dashes(reading, out);
    era_pairs(reading, out);
    durations(reading, out);
    era_notation(reading, out);
    sums_of_rows(reading, options.as_of, out);
    repeated_indicators(reading, options.as_of, out);
    std::vector<base::Finding> findings = out.take();
    drop_consequences(findings);
    return findings;
}

}  // namespace shinchoku::check
