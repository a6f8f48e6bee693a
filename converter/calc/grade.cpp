#include "calc/grade.h"

#include <algorithm>

#include "calc/rates.h"

namespace shinchoku::calc {
namespace {

using base::Decimal;

bool reaches(const Threshold& threshold, const RatePercent& rate, bool just_below) {
    const std::strong_ordering order = rate.compare(threshold.from_percent);
    return order > 0 || (order == 0 && !threshold.strict && !just_below);
}

std::string by_rate(const std::vector<Grade>& grades, const RatePercent& rate, bool just_below) {
    for (const Grade& grade : grades) {
        if (!grade.threshold || reaches(*grade.threshold, rate, just_below)) {
            return grade.name;
        }
    }
    return "";
}

// Met takes the best grade, missed the last.
std::string by_verdict(const std::vector<Grade>& grades, bool met) {
    if (grades.empty()) {
        return "";
    }
    return met ? grades.front().name : grades.back().name;
}

// Mirrored: on an indicator whose good side lies below, a smaller actual is the greater one.
bool holds(const Comparison& comparison, const Decimal& other, const Judged& judged) {
    const Decimal slack = (other.abs() * comparison.slack_percent).shifted(-2);
    const Decimal actual = judged.lower_is_better ? -*judged.actual : *judged.actual;
    const Decimal bound = (judged.lower_is_better ? -other : other) - slack;
    // A strict bound that is only touched is not reached.
    if (judged.just_below && comparison.with == Comparison::With::target && actual == bound) {
        return false;
    }
    switch (comparison.sign) {
        case Comparison::Sign::above:
            return actual > bound;
        case Comparison::Sign::equal:
            return actual == bound;
        case Comparison::Sign::at_least:
            break;
    }
    return actual >= bound;
}

std::string by_comparison(const Scheme& scheme, const Judged& judged) {
    const std::vector<Grade>& grades = scheme.grades;
    if (!judged.actual || !judged.target) {
        return by_verdict(grades, judged.met);
    }
    for (const Grade& grade : grades) {
        if (!grade.comparison) {
            return grade.name;
        }
        const bool with_target = grade.comparison->with == Comparison::With::target;
        const std::optional<Decimal>& other = with_target ? judged.target : judged.baseline;
        if (!other) {
            return scheme.without_baseline.empty() ? scheme.unrated : scheme.without_baseline;
        }
        if (holds(*grade.comparison, *other, judged)) {
            return grade.name;
        }
    }
    return "";
}

// The standings of the measure are the grades in their order; a file with fewer has its last for
// all that are worse.
std::string by_growth(const Scheme& scheme, const Judged& judged) {
    if (!judged.progress || scheme.grades.empty()) {
        return scheme.unrated;
    }
    const auto standing = static_cast<std::size_t>(judged.progress->standing);
    return scheme.grades[std::min(standing, scheme.grades.size() - 1)].name;
}

std::optional<std::size_t> rank_in(const std::vector<Grade>& grades, std::string_view name) {
    const auto found = std::find_if(
        grades.begin(), grades.end(), [&](const Grade& each) { return each.name == name; });
    if (found == grades.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - grades.begin());
}

}  // namespace

Judged judged_of(const Assessment& assessment) {
    const Yardstick& by = assessment.yardstick;
    Judged judged{.met = assessment.status == Status::met,
                  .lower_is_better = by.lower_is_better,
                  .rate = assessment.rate,
                  .just_below = by.just_below,
                  .actual = assessment.actual,
                  .target = by.by_pace ? assessment.final_target : assessment.target,
                  .baseline = assessment.baseline,
                  .in_words = assessment.method == Method::steps,
                  .by_pace = by.by_pace};
    if (assessment.graded_by_step) {
        judged.rate = percent_of(Decimal(*by.stated_step), Decimal(by.planned_step));
    }
    return judged;
}

std::string grade_of(const Scheme& scheme, const Judged& judged) {
    if (scheme.basis == Basis::person || (judged.by_pace && scheme.people_judge_pace)) {
        return "";
    }
    if (scheme.basis == Basis::growth) {
        return by_growth(scheme, judged);
    }
    const bool by_steps = judged.in_words && !scheme.step_grades.empty();
    if (scheme.basis == Basis::comparison && !by_steps) {
        return by_comparison(scheme, judged);
    }
    const std::vector<Grade>& grades = by_steps ? scheme.step_grades : scheme.grades;
    return judged.rate ? by_rate(grades, *judged.rate, judged.just_below)
                       : by_verdict(grades, judged.met);
}

std::string grade_of(const Scheme& scheme, const RatePercent& rate) {
    return scheme.basis == Basis::rate ? by_rate(scheme.grades, rate, false) : "";
}

std::optional<base::Text> note_of_rounding(const Scheme& scheme, const Assessment& assessment) {
    if (scheme.basis != Basis::rate || !assessment.rate) {
        return std::nullopt;
    }
    const Decimal shown = assessment.rate->rounded(1);
    for (const Grade& grade : scheme.grades) {
        if (grade.threshold && assessment.rate->compare(grade.threshold->from_percent) < 0 &&
            shown >= grade.threshold->from_percent) {
            const std::string from = grade.threshold->from_percent.to_string() + "%";
            const std::string seen = shown.to_fixed(1) + "%";
            return base::Text{"表示は" + seen + "だが、正確な値は" + from + "に届かない",
                              "shown as " + seen + ", but the exact rate is below " + from};
        }
    }
    return std::nullopt;
}

const std::vector<Grade>& grades_of(const Scheme& scheme, const Assessment& assessment) {
    return assessment.graded_by_step ? scheme.step_grades : scheme.grades;
}

std::optional<std::size_t> rank_of(const Scheme& scheme, std::string_view grade) {
    return rank_in(scheme.grades, grade);
}

std::optional<std::size_t> rank_of(const Scheme& scheme, const Assessment& assessment) {
    return rank_in(grades_of(scheme, assessment), assessment.grade);
}

}  // namespace shinchoku::calc
