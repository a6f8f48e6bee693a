#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "calc/grade.h"
#include "check/rules.h"
#include "check/texts.h"

namespace shinchoku::check {
namespace {

using base::Decimal;
using base::Severity;

// The cell of a year that a finding on its rating names: the first of those that the form has, be
// it of the indicator or of the whole measure.
using Choice = std::optional<base::CellRef> layout::YearPlaces::*;
template <std::size_t n>
std::optional<base::CellRef> first_place(const IndicatorView& view,
                                         int year,
                                         const std::array<Choice, n>& choices) {
    const auto places_in = [&](const auto* owner) {
        return owner == nullptr ? nullptr : layout::find_year(owner->years, year);
    };
    for (const Choice choice : choices) {
        for (const layout::YearPlaces* places :
             {places_in(view.places), places_in(view.measure_places)}) {
            if (places != nullptr && places->*choice) {
                return places->*choice;
            }
        }
    }
    return std::nullopt;
}

constexpr std::array<Choice, 3> rate_first{
    &layout::YearPlaces::rate, &layout::YearPlaces::grade, &layout::YearPlaces::actual};
constexpr std::array<Choice, 2> grade_first{&layout::YearPlaces::grade,
                                            &layout::YearPlaces::actual};
constexpr std::array<Choice, 1> the_actual{&layout::YearPlaces::actual};

std::string percent(const calc::RatePercent& rate) {
    return rate.rounded(1).to_fixed(1) + "%";
}

Remark on_year(std::string_view rule, int year, std::optional<base::CellRef> cell) {
    return {.rule = rule,
            .severity = Severity::warning,
            .cell = cell,
            .year = year,
            .part = {},
            .message = {},
            .found = {},
            .expected = {}};
}

// A03: reached only by the rate as it is displayed.
void near_threshold(const IndicatorView& view,
                    const calc::Assessment& a,
                    const calc::Scheme& scheme,
                    Collector& out) {
    const Decimal shown = a.rate->rounded(1);
    for (const calc::Grade& grade : scheme.grades) {
        if (!grade.threshold || a.rate->compare(grade.threshold->from_percent) >= 0 ||
            shown < grade.threshold->from_percent) {
            continue;
        }
        Remark remark = on_year("A03", a.year, first_place(view, a.year, rate_first));
        const std::string from = grade.threshold->from_percent.to_string() + "%";
        remark.message = {"達成率は " + percent(*a.rate) + " と表示されますが、正確には" + from +
                              "に届かないため、評価は" + grade.name + "ではなく" + a.grade +
                              "です。",
                          "The rate is shown as " + percent(*a.rate) + ", but is below " + from +
                              ": the grade is " + a.grade + ", not " + grade.name + "."};
        remark.found = percent(*a.rate);
        remark.expected = a.grade;
        out.add(view, std::move(remark));
        return;
    }
}

// A04. In the first years of a long way one good year is a pace of several hundred percent, so a
// high pace says nothing; a negative one is a move the wrong way whatever the year.
void strange_rate(const IndicatorView& view, const calc::Assessment& a, Collector& out) {
    const bool high = a.method != calc::Method::pace && a.rate->compare(Decimal(150)) > 0;
    if (!high && a.rate->compare(Decimal()) >= 0) {
        return;
    }
    Remark remark = on_year("A04", a.year, first_place(view, a.year, the_actual));
    remark.found = percent(*a.rate);
    remark.message = {"達成率が " + percent(*a.rate) + (high ? " と高すぎます（" : " と負です（") +
                          a.trace.ja + "）。",
                      "The rate is " + percent(*a.rate) +
                          (high ? ", very high (" : ", negative (") + a.trace.en + ")."};
    out.add(view, std::move(remark));
}

// A05
void two_views(const IndicatorView& view, const calc::Assessment& a, Collector& out) {
    Remark remark = on_year("A05", a.year, first_place(view, a.year, the_actual));
    const std::string simple = percent(*a.rate_simple);
    const std::string progress = percent(*a.rate_progress);
    remark.message = {"目標に対する割合（" + simple + "）と基準値からの進み（" + progress +
                          "）とで評価が分かれます。",
                      "The ratio to the target (" + simple +
                          ") and the progress from the baseline (" + progress +
                          ") lead to different grades."};
    remark.found = simple;
    remark.expected = progress;
    out.add(view, std::move(remark));
}

// How far a written rate may be from the computed one: half its last digit, and the noise of a
// double that a formula leaves.
bool agrees(const Decimal& written,
            int decimals,
            const std::optional<calc::RatePercent>& computed) {
    if (!computed) {
        return false;
    }
    const Decimal noise = Decimal(1).shifted(-9);
    const Decimal half = Decimal(5).shifted(-decimals - 1);
    return (written - computed->rounded(calc::stored_decimals)).abs() <= std::max(half, noise);
}

// As the sheet prints the rate of a year.
std::optional<int> printed_decimals(const IndicatorView& view, int year) {
    for (const auto* years :
         {view.places == nullptr ? nullptr : &view.places->years,
          view.measure_places == nullptr ? nullptr : &view.measure_places->years}) {
        const layout::YearPlaces* places =
            years == nullptr ? nullptr : layout::find_year(*years, year);
        if (places != nullptr && places->rate_decimals) {
            return places->rate_decimals;
        }
    }
    return std::nullopt;
}

// N07
void written_rate(const IndicatorView& view,
                  const calc::Assessment& a,
                  const Decimal& written,
                  Collector& out) {
    const int decimals = printed_decimals(view, a.year).value_or(written.decimals());
    if (!a.rate || agrees(written, decimals, a.rate) || agrees(written, decimals, a.rate_simple)) {
        return;
    }
    Remark remark = on_year("N07", a.year, first_place(view, a.year, rate_first));
    remark.found = written.to_string() + "%";
    remark.expected = percent(*a.rate);
    remark.message = {"書かれた達成率 " + remark.found + " は、計算すると " + remark.expected +
                          " です（" + a.trace.ja + "）。",
                      "The rate is written as " + remark.found + " and computed as " +
                          remark.expected + " (" + a.trace.en + ")."};
    out.add(view, std::move(remark));
}

// REQUIRES: a letter; a scheme without marks has empty ones.
bool is_letter_of(const calc::Scheme& scheme, std::string_view letter) {
    const auto names = [&](const calc::Grade& grade) { return grade.name == letter; };
    return std::any_of(scheme.grades.begin(), scheme.grades.end(), names) ||
           std::any_of(scheme.step_grades.begin(), scheme.step_grades.end(), names) ||
           letter == scheme.unrated || letter == scheme.without_baseline;
}

// A dash says that there is no grade.
bool is_dash(std::string_view letter) {
    constexpr std::array<std::string_view, 8> dashes{"-", "―", "—", "–", "−", "‐", "ー", "なし"};
    return std::find(dashes.begin(), dashes.end(), letter) != dashes.end();
}

// A letter that the form itself offers is lawful there.
bool is_choice_of_form(const RatingOptions& options, std::string_view letter) {
    return std::find(options.choices.begin(), options.choices.end(), letter) !=
           options.choices.end();
}

base::Text unknown_letter(const std::string& written, const RatingOptions& options) {
    std::string letters;
    for (const calc::Grade& grade : options.scheme->grades) {
        letters += (letters.empty() ? "" : " ") + grade.name;
    }
    return {"評価「" + written + "」は評価基準（" + letters + "）にありません。",
            "The grade " + written + " is none of the scheme's (" + letters + ")."};
}

// A02
void written_grade(const IndicatorView& view,
                   const calc::Assessment& a,
                   const std::string& written,
                   const RatingOptions& options,
                   Collector& out) {
    const std::string letter(base::trim(base::fold_width(written)));
    if (letter.empty() || is_dash(letter)) {
        return;
    }
    Remark remark = on_year("A02", a.year, first_place(view, a.year, grade_first));
    remark.found = written;
    if (!is_letter_of(*options.scheme, letter)) {
        if (is_choice_of_form(options, letter)) {
            return;
        }
        remark.severity = Severity::error;
        remark.message = unknown_letter(written, options);
    } else if (!a.grade.empty() && a.grade != letter) {
        remark.expected = a.grade;
        remark.message = {
            "書かれた評価は" + written + "、計算では" + a.grade + "です（" + a.trace.ja + "）。",
            "The grade is written as " + written + " and computed as " + a.grade + " (" +
                a.trace.en + ")."};
    } else {
        return;
    }
    out.add(view, std::move(remark));
}

// The grade of a measure with several indicators is a person's: only its letter can be wrong.
void grade_of_measure(const layout::Reading& reading,
                      std::size_t measure,
                      const plan::Evaluation& evaluation,
                      const RatingOptions& options,
                      Collector& out) {
    const std::string letter(base::trim(base::fold_width(evaluation.grade)));
    if (letter.empty() || is_dash(letter) || is_letter_of(*options.scheme, letter) ||
        is_choice_of_form(options, letter)) {
        return;
    }
    const layout::YearPlaces* cells =
        year_places(reading, measure, evaluation.indicator, evaluation.year);
    out.add(measure,
            reading.plan.measures[measure].id,
            {.rule = "A02",
             .severity = Severity::error,
             .cell = cells == nullptr ? std::nullopt : cells->grade,
             .year = evaluation.year,
             .part = {},
             .message = unknown_letter(evaluation.grade, options),
             .found = evaluation.grade,
             .expected = {}});
}

// What was written about this indicator and year: of its own, or of a measure that has no other.
const plan::Evaluation* evaluation_for(const IndicatorView& view, int year) {
    const bool only_one = view.measure.indicators.size() == 1;
    for (const plan::Evaluation& each : view.measure.evaluations) {
        const bool is_meant = each.indicator ? *each.indicator == view.indicator.id : only_one;
        if (is_meant && each.year == year) {
            return &each;
        }
    }
    return nullptr;
}

}  // namespace

void ratings(const IndicatorView& view,
             const std::vector<calc::Assessment>& assessments,
             const RatingOptions& options,
             Collector& out) {
    for (const calc::Assessment& a : assessments) {
        if (a.rate) {
            near_threshold(view, a, *options.scheme, out);
            strange_rate(view, a, out);
        }
        if (a.disagree) {
            two_views(view, a, out);
        }
        const plan::Evaluation* written = evaluation_for(view, a.year);
        if (written == nullptr) {
            continue;
        }
        if (written->rate_percent) {
            written_rate(view, a, *written->rate_percent, out);
        }
        if (!written->grade.empty()) {
            written_grade(view, a, written->grade, options, out);
        }
    }
}

void grades_of_measures(const layout::Reading& reading,
                        const RatingOptions& options,
                        Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for (const plan::Evaluation& evaluation : measures[m].evaluations) {
            if (!evaluation.indicator && measures[m].indicators.size() != 1) {
                grade_of_measure(reading, m, evaluation, options, out);
            }
        }
    }
}

}  // namespace shinchoku::check
