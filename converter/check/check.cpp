#include "check/check.h"

#include <cstddef>

#include "check/collector.h"
#include "check/rules.h"
#include "check/view.h"

namespace shinchoku::check {
namespace {

void check_indicator(const IndicatorView& view,
                     const plan::Plan& plan,
                     const CheckOptions& options,
                     Collector& out) {
    stored_as_text(view, out);
    minus_marks(view, out);
    error_values(view, out);
    missing_units(view, out);
    differing_units(view, out);
    percent_scale(view, out);
    powers_of_ten(view, out);
    actual_dates(view, out);
    future_actuals(view, out);
    blank_targets(view, out);
    final_goal(view, plan.last_year, out);
    targets_going_back(view, out);
    mixed_kinds(view, out);
    missing_actuals(view, options.as_of, out);
}

}  // namespace

std::vector<base::Finding> check(const layout::Reading& reading, const CheckOptions& options) {
    Collector out(reading);
    missing_measures(reading, options, out);
    departments(reading, options, out);
    outline(reading, options, out);
    baseline_dates(reading, out);
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (std::size_t i = 0; i < measures[m].indicators.size(); ++i) {
            check_indicator(view_of(reading, m, i, options.as_of), reading.plan, options, out);
        }
    }
    return out.take();
}

}  // namespace shinchoku::check
