#include "calc/judge.h"

#include <algorithm>
#include <string>

#include "calc/figure.h"
#include "calc/forecast.h"
#include "calc/grade.h"
#include "calc/rates.h"
#include "calc/year_grade.h"

namespace shinchoku::calc {
namespace {

using base::Decimal;

bool lower(const Year& year) {
    return year.workings.lower_is_better;
}

// Actuals of single years under a 累計 target are summed from the plan's first year.
bool sums_actuals(const Year& year, const plan::Value& actual) {
    return year.result.method == Method::cumulative &&
           year.row.indicator.accumulation == plan::Accumulation::per_year &&
           !actual.qualifiers.cumulative;
}

// The baseline, where its unit lets it be compared with the actual. REQUIRES: an actual.
std::optional<Decimal> usable_baseline(const Year& year) {
    const std::optional<Figure>& b = year.workings.baseline;
    if (!b || units_differ(*year.workings.actual, *b)) {
        return std::nullopt;
    }
    return b->number;
}

void take(Year& year, const Rate& rate) {
    if (rate) {
        year.result.rate = year.workings.rate = rate.value();
    } else {
        year.workings.undefined = rate.error();
    }
}

Status met_if(bool met) {
    return met ? Status::met : Status::missed;
}

// REQUIRES: an actual.
std::optional<Rate> pace_of(const Year& year) {
    const std::optional<FinalTarget>& final_target = year.row.final_target;
    const Figure& a = *year.workings.actual;
    if (!final_target || units_differ(a, final_target->figure)) {
        return std::nullopt;
    }
    return pace_rate(a.number,
                     usable_baseline(year),
                     final_target->figure.number,
                     year.workings.year_number,
                     year.workings.year_count);
}

void judge_pace(Year& year) {
    const std::optional<Rate> pace = pace_of(year);
    if (!pace) {
        year.settle(Status::unclear,
                    {"最終目標と比べられる数値がありません",
                     "there is nothing to compare with the final target"});
        return;
    }
    // Without a way to go, and beyond the final year, there is no rate, but the line is known.
    if (!*pace && pace->error() == Undefined::no_baseline) {
        year.settle(Status::unclear, text_of(pace->error()));
        return;
    }
    take(year, *pace);
    const Decimal b = *usable_baseline(year);
    // B + (F - B) * t / n, multiplied by n.
    const Decimal n(year.workings.year_count);
    const Decimal t(year.workings.year_number);
    const Decimal reached = year.workings.actual->number * n;
    const Decimal due = b * n + (year.row.final_target->figure.number - b) * t;
    year.settle(met_if(lower(year) ? reached <= due : reached >= due));
    year.tell();
    give_grade(year);
}

void judge_limit(Year& year) {
    const Decimal& a = year.workings.actual->number;
    const Limit& limit = year.workings.target.limit;
    take(year, limit_rate(a, limit));
    year.settle(met_if(limit.holds(a)));
    year.tell();
    give_grade(year);
}

void judge_trend(Year& year) {
    const std::optional<Figure> before = earlier_value(year.row, year.result.year);
    const Figure& actual = *year.workings.actual;
    if (!before || units_differ(*before, actual)) {
        year.settle(Status::unclear,
                    {"基準値も以前の実績もないため、増減を比べられません",
                     "there is neither a baseline nor an earlier actual to compare with"});
        return;
    }
    year.workings.compared_with = before;
    const bool met = moved(year.workings.target.trend, before->number, actual.number);
    take(year, whole_percent(met ? 100 : 0));
    year.settle(met_if(met));
    year.tell();
    give_grade(year);
}

void judge_number(Year& year) {
    const Decimal& a = year.workings.actual->number;
    const Target& target = year.workings.target;
    const Method method = year.workings.method;
    take(
        year,
        rate_by(method,
                {a, target.figure.number, usable_baseline(year), lower(year), year.row.tolerance}));
    const Decimal& t = target.figure.number;
    year.workings.on_good_side = lower(year) ? a <= t : a >= t;
    year.workings.within_tolerance = (a - t).abs() <= year.row.tolerance;
    bool met = year.workings.on_good_side;
    if (target.kind == Target::Kind::limit) {
        met = target.limit.holds(a);
    } else if (method == Method::keep) {
        met = met || year.workings.within_tolerance;
    }
    year.settle(met_if(met));
    year.tell();
    give_grade(year);
}

void judge_steps(Year& year, const plan::Value& actual, std::optional<int> stated_step) {
    const int planned = year.workings.target.step;
    if (stated_step && planned > 0) {
        year.settle(met_if(*stated_step >= planned),
                    {"申告された段階 " + std::to_string(*stated_step) + "、計画の段階 " +
                         std::to_string(planned),
                     "stated step " + std::to_string(*stated_step) + ", planned step " +
                         std::to_string(planned)});
        year.workings.stated_step = stated_step;
        give_grade(year);
        return;
    }
    base::Text text{"言葉の目標のため、達成したかどうかを担当者が確認してください",
                    "a target in words: please confirm whether it was reached"};
    const auto* words = actual.as<plan::Milestone>();
    if (words != nullptr && !words->steps.empty() && planned > 0) {
        const int proposed = *std::max_element(words->steps.begin(), words->steps.end());
        text.ja += "（言葉からの案: 段階 " + std::to_string(proposed) + "、計画は段階 " +
                   std::to_string(planned) + "）";
        text.en += " (proposed from the words: step " + std::to_string(proposed) + ", planned " +
                   std::to_string(planned) + ")";
    }
    year.settle(Status::to_confirm, std::move(text));
}

void add_pace(Year& year) {
    if (const auto pace = pace_of(year); pace && *pace) {
        year.result.pace = pace->value();
    }
}

// The rates that are shown beside the one of the method.
void add_comparisons(Year& year) {
    const Target& target = year.workings.target;
    const std::optional<Figure> t = target.number();
    const Decimal& a = year.workings.actual->number;
    add_pace(year);
    if (!t) {
        return;
    }
    const Rate simple = lower(year) ? inverse_rate(a, t->number) : simple_rate(a, t->number);
    if (simple) {
        year.result.rate_simple = simple.value();
    }
    const Rate progress = progress_rate(a, usable_baseline(year), t->number);
    if (progress && year.row.final_target) {
        year.result.rate_progress = progress.value();
    }
    if (year.result.rate_simple && year.result.rate_progress) {
        year.result.disagree = grade_of(year.row.scheme, *year.result.rate_simple) !=
                               grade_of(year.row.scheme, *year.result.rate_progress);
    }
}

std::optional<Decimal> needed_per_year(const Year& year, const FinalTarget& final_target) {
    const std::optional<Figure>& a = year.workings.actual;
    if (!a || final_target.year <= year.result.year || units_differ(*a, final_target.figure)) {
        return std::nullopt;
    }
    const Decimal& f = final_target.figure.number;
    if (lower(year) ? a->number <= f : a->number >= f) {
        return Decimal();
    }
    return base::divide(f - a->number, Decimal(final_target.year - year.result.year), 12);
}

base::Text units_text(const Figure& target, const Figure& actual) {
    return {"単位が異なるため比べられません（目標 " + target.unit + "、実績 " + actual.unit + "）",
            "the units differ (target " + target.unit + ", actual " + actual.unit + ")"};
}

void take_actual(Year& year, const plan::Value& actual) {
    year.workings.actual = figure_of(actual);
    take_unit(year.workings.actual, year.row.only_unit);
}

void settle_without_total(Year& year, const NoTotal& why) {
    if (!why.missing_year) {
        year.settle(Status::unclear,
                    {"年度によって単位が異なるため、累計を計算できません",
                     "the units of the years differ, so there is no total"});
        return;
    }
    const std::string missing = std::to_string(*why.missing_year);
    year.settle(Status::incomplete,
                {plan::wareki(*why.missing_year) + "年度の実績がないため、累計を計算できません",
                 "the actual of fiscal " + missing + " is missing, so there is no total"});
}

// The actual as a figure; settles the year and gives false where there is none to compare.
bool find_actual(Year& year, const plan::Value& actual) {
    take_actual(year, actual);
    if (year.workings.actual && sums_actuals(year, actual)) {
        const base::Result<Figure, NoTotal> total = running_total(year.row, year.result.year);
        if (!total) {
            year.workings.actual.reset();
            settle_without_total(year, total.error());
            return false;
        }
        year.workings.actual = total.value();
        year.workings.summed_years = year.result.year - year.row.first_year + 1;
        year.result.actual_is_total = true;
    }
    if (!year.workings.actual) {
        year.settle(Status::unclear,
                    {"実績が数値でないため、数値の目標と比べられません",
                     "the actual is not a number, so it cannot be compared with the target"});
        return false;
    }
    year.result.actual = year.workings.actual->number;
    return true;
}

// A method named for a target of another kind brings the target into its terms.
void fit_target(Year& year) {
    Target& target = year.workings.target;
    if (year.workings.method == Method::limit && target.kind == Target::Kind::number) {
        target.kind = Target::Kind::limit;
        target.limit =
            limit_of(lower(year) ? plan::Comparator::at_most : plan::Comparator::at_least,
                     target.figure.number);
    } else if (year.workings.method == Method::trend && target.kind != Target::Kind::trend) {
        const bool keep = year.row.indicator.direction == plan::Direction::keep;
        target.trend = keep ? plan::Trend::keep : lower(year) ? plan::Trend::down : plan::Trend::up;
    }
}

}  // namespace

void show_actual(Year& year, const plan::Value& actual) {
    take_actual(year, actual);
    if (year.workings.actual) {
        year.result.actual = year.workings.actual->number;
        add_pace(year);
    }
}

void judge(Year& year, const plan::Value& actual, std::optional<int> stated_step) {
    if (year.workings.method == Method::steps) {
        show_actual(year, actual);
        judge_steps(year, actual, stated_step);
        return;
    }
    if (!find_actual(year, actual)) {
        return;
    }
    const Target& target = year.workings.target;
    const bool has_number =
        target.kind == Target::Kind::number || target.kind == Target::Kind::limit;
    if (has_number && units_differ(target.figure, *year.workings.actual)) {
        year.settle(Status::unclear, units_text(target.figure, *year.workings.actual));
        return;
    }
    fit_target(year);
    add_comparisons(year);
    if (year.workings.method == Method::pace) {
        judge_pace(year);
    } else if (year.workings.method == Method::trend) {
        judge_trend(year);
    } else if (year.workings.method == Method::limit) {
        judge_limit(year);
    } else {
        judge_number(year);
    }
}

void grade_growth_alone(Year& year, const plan::Value& actual) {
    if (year.row.scheme.basis != Basis::growth) {
        return;
    }
    take_actual(year, actual);
    if (!year.workings.actual) {
        return;
    }
    year.result.actual = year.workings.actual->number;
    give_grade(year);
}

void add_outlook(Year& year) {
    const std::optional<FinalTarget>& final_target = year.row.final_target;
    if (!final_target) {
        return;
    }
    year.result.forecast = forecast_of(points_until(year.row, year.result.year),
                                       year.result.year,
                                       final_target->year,
                                       final_target->figure.number,
                                       lower(year));
    year.result.needed_per_year = needed_per_year(year, *final_target);
}

}  // namespace shinchoku::calc
