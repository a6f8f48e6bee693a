#include "calc/year_grade.h"

#include <string>
#include <utility>

#include "calc/grade.h"
#include "calc/rates.h"

namespace shinchoku::calc {
namespace {

using base::Decimal;
using base::Text;

void add_note(Year& year, const Text& note) {
    Text& trace = year.result.trace;
    trace.ja += (trace.ja.empty() ? "" : "。") + note.ja;
    trace.en += (trace.en.empty() ? "" : "; ") + note.en;
}

// Open SDG counts from the first value there is.
std::optional<Point> base_point(const Row& row, int year) {
    const std::vector<Point> points = points_until(row, year);
    if (points.empty()) {
        return std::nullopt;
    }
    return points.front();
}

// What a share in percent cannot pass.
std::optional<Decimal> natural_limit(const Year& year) {
    const bool is_share = year.workings.actual->unit == "%" && !year.workings.lower_is_better;
    return is_share ? std::optional<Decimal>(Decimal(100)) : std::nullopt;
}

std::optional<SdgProgress> progress_of(const Year& year) {
    const std::optional<Figure>& actual = year.workings.actual;
    // Running totals grow by their nature; their growth a year says nothing.
    if (year.row.scheme.basis != Basis::growth || !actual || year.workings.summed_years > 0) {
        return std::nullopt;
    }
    const std::optional<Point> base = base_point(year.row, year.result.year);
    const plan::Direction direction = year.row.indicator.direction;
    if (!base || direction == plan::Direction::none || direction == plan::Direction::unknown) {
        return std::nullopt;
    }
    const Point current{year.result.year, actual->number};
    if (const std::optional<FinalTarget>& goal = year.row.final_target) {
        return sdg_progress(
            *base, current, {goal->year, goal->figure.number}, year.workings.lower_is_better);
    }
    return sdg_progress(*base, current, natural_limit(year), year.workings.lower_is_better);
}

Yardstick yardstick_of(const Year& year) {
    const Workings& workings = year.workings;
    const Target& target = workings.target;
    Yardstick yardstick{.lower_is_better = workings.lower_is_better,
                        .by_pace = target.kind == Target::Kind::blank,
                        .year_number = workings.year_number,
                        .year_count = workings.year_count,
                        .tolerance = year.row.tolerance,
                        .trend = target.trend,
                        .planned_step = target.step,
                        .stated_step = workings.stated_step};
    if (workings.compared_with) {
        yardstick.compared_with = workings.compared_with->number;
    }
    // Pace and trend do not ask whether a bound is kept.
    const bool asks_bound = workings.method != Method::pace && workings.method != Method::trend;
    if (target.kind == Target::Kind::limit && asks_bound) {
        yardstick.limit = target.limit;
        yardstick.just_below = target.limit.only_touches(workings.actual->number);
    }
    return yardstick;
}

// What the numbers alone do not say of the actual and what it is compared with.
Judged judged_with_units(const Year& year) {
    const Workings& workings = year.workings;
    Judged judged = judged_of(year.result);
    judged.progress = progress_of(year);
    // Another unit is no baseline to compare with.
    if (workings.actual && workings.baseline &&
        units_differ(*workings.actual, *workings.baseline)) {
        judged.baseline.reset();
    }
    // What is near enough to be kept counts as the target itself.
    if (workings.method == Method::keep && judged.met && !workings.on_good_side) {
        judged.actual = judged.target;
    }
    return judged;
}

void note_rounding(Year& year) {
    if (const auto note = note_of_rounding(year.row.scheme, year.result)) {
        add_note(year, *note);
    }
}

void note_points(Year& year) {
    for (const Grade& grade : grades_of(year.row.scheme, year.result)) {
        if (grade.name == year.result.grade && grade.points) {
            const std::string points = std::to_string(*grade.points);
            add_note(year, {"得点 " + points + " 点", points + " points"});
            return;
        }
    }
}

std::string four_decimals(double number) {
    return Decimal::from_double(number).value_or(Decimal()).to_fixed(4);
}

void note_progress(Year& year, const std::optional<SdgProgress>& progress) {
    if (progress) {
        const std::string value = four_decimals(progress->value);
        const std::string score = four_decimals(progress->score);
        add_note(year,
                 {"Open SDG: R " + value + "、得点 " + score,
                  "Open SDG: R " + value + ", score " + score});
    }
}

}  // namespace

void give_grade(Year& year) {
    const Scheme& scheme = year.row.scheme;
    year.result.yardstick = yardstick_of(year);
    year.result.graded_by_step = year.workings.stated_step && !scheme.step_grades.empty();
    const Judged judged = judged_with_units(year);
    year.result.grade = grade_of(scheme, judged);
    note_rounding(year);
    note_points(year);
    note_progress(year, judged.progress);
}

}  // namespace shinchoku::calc
