#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "calc/limit.h"
#include "calc/scheme.h"
#include "plan/fiscal_year.h"
#include "plan/model.h"

namespace shinchoku::calc {

// design/calculation.md. Everything is exact: a rate is a fraction of decimals, compared by cross
// multiplication; rounding happens only in display.

enum class Method {
    simple,
    inverse,
    mirror,
    progress,
    pace,
    keep,
    limit,
    trend,
    cumulative,
    steps
};
enum class Status {
    met,
    missed,
    missing,
    not_due,
    no_target,
    unavailable,
    error,
    unclear,
    to_confirm,
    incomplete
};

[[nodiscard]] std::string_view name_of(Method method);
[[nodiscard]] std::string_view name_of(Status status);
[[nodiscard]] base::Text label_of(Status status);  // 達成, 未達成, 未入力 …
[[nodiscard]] base::Text label_of(Method method);
[[nodiscard]] std::optional<Method> parse_method(std::string_view name);

// An exact rate in percent (98.765…, not 0.98). INVARIANT: denominator > 0.
struct RatePercent {
    base::Decimal numerator;  // already times 100
    base::Decimal denominator;

    [[nodiscard]] base::Decimal rounded(int decimals) const;  // half away from zero
    [[nodiscard]] std::strong_ordering compare(const base::Decimal& threshold_percent) const;
};

struct Forecast {
    std::optional<base::Decimal> linear;  // rounded at 12 decimals
    std::optional<base::Decimal> growth;
    std::optional<base::Decimal> gap_linear;
    std::optional<base::Decimal> gap_growth;
    std::optional<bool> suffices_linear;
    std::optional<bool> suffices_growth;
};

// How an actual was held against what was asked for, beyond the numbers used: what a formula has to
// repeat. Members belong to the method that is named with them.
struct Yardstick {
    bool lower_is_better = false;
    bool by_pace = false;                        // the year has no target of its own
    int year_number = 0;                         // pace: t of n
    int year_count = 0;                          // pace
    base::Decimal tolerance;                     // keep
    plan::Trend trend = plan::Trend::keep;       // trend
    std::optional<base::Decimal> compared_with;  // trend: the value before
    Limit limit;                                 // where a bound or a range decides
    bool just_below = false;  // it is strict and only touched: the rate counts as a hair less
    int planned_step = 0;     // steps
    std::optional<int> stated_step;  // steps
};

// One indicator in one fiscal year.
struct Assessment {
    std::string indicator;
    int year = 0;
    std::optional<Method> method;
    base::Text why;                         // why this method
    std::optional<base::Decimal> baseline;  // the numbers used; nothing where there is none
    std::optional<base::Decimal> target;
    std::optional<base::Decimal> actual;
    // The actual is the sum of the years so far. The forecast still runs through the single years,
    // as design/calculation.md has it, and says nothing about the total: readers leave it out.
    bool actual_is_total = false;
    std::optional<base::Decimal> final_target;
    std::optional<RatePercent> rate;
    std::optional<RatePercent> rate_simple;
    std::optional<RatePercent> rate_progress;
    std::optional<RatePercent> pace;
    std::string scheme;           // id of the scheme that grades it
    std::string grade;            // "" where there is none
    bool graded_by_step = false;  // of the scheme's grades for targets in words
    bool disagree = false;
    Status status = Status::no_target;
    Yardstick yardstick;  // of what was graded
    Forecast forecast;
    std::optional<base::Decimal> needed_per_year;
    base::Text trace;  // how the rate came about, with the figures
};

struct AssessOptions {
    plan::Date as_of;
    // For indicators that name a scheme of their own; may be null. Not owned. One that is not in it
    // is graded by the plan's.
    const Schemes* schemes = nullptr;
    std::string layout_method;     // from the layout's [calculation]; "" for none
    std::string layout_tolerance;  // decimal text or ""
    // Forecasts and what is needed each year; most of the time of an assessment goes there.
    bool with_outlook = true;
    bool with_trace = true;  // the sentences of met and missed years
};

// Every indicator in every fiscal year of the plan, in plan order.
[[nodiscard]] std::vector<Assessment> assess(const plan::Plan& plan,
                                             const Scheme& scheme,
                                             const AssessOptions& options);

[[nodiscard]] std::vector<Assessment> assess(const plan::Indicator& indicator,
                                             int first_year,
                                             int last_year,
                                             const Scheme& scheme,
                                             const AssessOptions& options);

// Missing is not zero: sums that merge, so that roll-ups of two plans join to the roll-up of both.
struct RollUp {
    int assessed = 0;
    int missing = 0;
    int unavailable = 0;
    int error = 0;
    int unclear = 0;
    int incomplete = 0;
    int not_due = 0;  // not_due, no_target and to_confirm stand outside n all
    int no_target = 0;
    int to_confirm = 0;
    int met = 0;
    int missed = 0;
    std::map<std::string, int> grades;
    base::Decimal sum_weighted_rates;  // of rates rounded at 12 decimals
    base::Decimal sum_weights;
    base::Decimal sum_weights_missing;  // of those that are due and blank

    [[nodiscard]] int all() const {
        return assessed + missing + unavailable + error + unclear + incomplete;
    }
    [[nodiscard]] std::optional<base::Decimal> mean_rate() const;  // percent
    [[nodiscard]] std::optional<base::Decimal> mean_rate_missing_as_zero() const;
    void add(const Assessment& assessment, const base::Decimal& weight);
    void merge(const RollUp& other);
};

}  // namespace shinchoku::calc
