#include "check/check.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "calc/assessment.h"
#include "check/collector.h"
#include "check/plan_rules.h"
#include "check/rules.h"
#include "check/view.h"

namespace shinchoku::check {

// What grades a plan and how it is assessed, found once.
struct Grading {
    const calc::Scheme* scheme;  // never null
    calc::AssessOptions options;
    std::vector<std::string> choices;  // of the form
    const layout::Reading* master;     // may be null
};

// The latest year of the plan that has ended, and what its indicators come to.
struct LatestYear {
    int year = 0;  // 0: none has ended
    calc::RollUp totals;
};

namespace {

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

struct PlanCheck::State {
    CheckOptions options;
    Grading grading;
    LatestYear latest;
    CopiedTexts copied_texts;
    RepeatedIndicators repeated_indicators;
    BaselineDates baseline_dates;
    NearNames near_names;
    Titles titles;

    State(const plan::Plan& head, CheckOptions given)
        : options(std::move(given)),
          grading(grading_of(head, options)),
          latest(latest_year_of(head, options.as_of)),
          repeated_indicators(options.as_of),
          near_names(options.master) {}

    void check_indicators(const layout::Reading& added, Collector& out);
    void remember(const layout::Reading& added, std::size_t first, Collector& out);
};

void PlanCheck::State::check_indicators(const layout::Reading& added, Collector& out) {
    const std::vector<plan::Measure>& measures = added.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < measures[m].indicators.size(); ++i) {
            const IndicatorView view = view_of(added, m, i, options.as_of);
            check_indicator(view, added.plan, grading, latest, out);
            if (options.profile == Profile::machine_readable) {
                undeclared_symbols(view, out);
            }
        }
    }
}

void PlanCheck::State::remember(const layout::Reading& added, std::size_t first, Collector& out) {
    copied_texts.add(added, first);
    repeated_indicators.add(added, first);
    baseline_dates.add(added, first);
    near_names.add(added, first);
    titles.add(added, first, out);
}

PlanCheck::PlanCheck(const plan::Plan& head, CheckOptions options)
    : state_(std::make_unique<State>(head, std::move(options))) {}
PlanCheck::PlanCheck(PlanCheck&&) noexcept = default;
PlanCheck& PlanCheck::operator=(PlanCheck&&) noexcept = default;
PlanCheck::~PlanCheck() = default;

std::vector<base::Finding> PlanCheck::add(const layout::Reading& added, std::size_t first) {
    const CheckOptions& options = state_->options;
    const Grading& grading = state_->grading;
    Collector out(added);
    state_->check_indicators(added, out);
    grades_of_measures(added, {.scheme = grading.scheme, .choices = grading.choices}, out);
    evaluation_texts(added, *grading.scheme, out);
    editions(added, options, out);
    texts(added, out);
    characters(added, out);
    if (options.encoding == Encoding::cp932 || options.profile == Profile::publish) {
        characters_of_encoding(added, out);
    }
    dashes(added, out);
    era_pairs(added, out);
    durations(added, out);
    era_notation(added, out);
    sums_of_rows(added, options.as_of, out);
    state_->remember(added, first, out);
    std::vector<base::Finding> findings = out.take();
    drop_consequences(findings);
    return findings;
}

std::vector<base::Finding> PlanCheck::finish(const layout::Reading& plan) {
    const CheckOptions& options = state_->options;
    Collector out(plan);
    missing_measures(plan, options, out);
    departments(plan, options, out);
    outline(plan, options, out);
    numbers(plan, options, out);
    edition_of_title(plan, options, out);
    state_->titles.finish(plan, options, out);
    state_->near_names.finish(plan, out);
    state_->baseline_dates.finish(plan, out);
    state_->copied_texts.finish(plan, out);
    state_->repeated_indicators.finish(plan, out);
    if (options.profile == Profile::publish) {
        thin_coverage(plan, state_->latest.year, state_->latest.totals, out);
    }
    return out.take();
}

std::vector<base::Finding> check(const layout::Reading& reading, const CheckOptions& options) {
    PlanCheck rules(reading.plan, options);
    std::vector<base::Finding> findings = rules.add(reading, 0);
    std::vector<base::Finding> of_plan = rules.finish(reading);
    findings.insert(findings.end(),
                    std::make_move_iterator(of_plan.begin()),
                    std::make_move_iterator(of_plan.end()));
    base::sort_findings(findings);
    return findings;
}

}  // namespace shinchoku::check
