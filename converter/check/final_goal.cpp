#include <algorithm>
#include <string>
#include <utility>

#include "calc/only_unit.h"
#include "calc/target.h"
#include "check/goal_sentence.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

// The number the last year asks for, with the unit its indicator shows.
std::optional<calc::Figure> last_target(const plan::Indicator& indicator, int last_year) {
    const calc::Target target =
        calc::resolve_target(indicator, last_year, calc::only_unit_of(indicator));
    std::optional<calc::Figure> figure = target.relative ? std::nullopt : target.number();
    if (figure && figure->unit.empty() && indicator.unit) {
        figure->unit = calc::base_unit(*indicator.unit).unit;
    }
    return figure;
}

// Another indicator of the measure counts in the same unit, so a figure may be meant for it.
bool shares_unit(const IndicatorView& view, const std::string& unit, int last_year) {
    return std::any_of(view.measure.indicators.begin(),
                       view.measure.indicators.end(),
                       [&](const plan::Indicator& other) {
                           if (&other == &view.indicator) {
                               return false;
                           }
                           const auto figure = last_target(other, last_year);
                           return figure && figure->unit == unit;
                       });
}

bool speaks_of(const GoalSentence& sentence, int last_year) {
    return sentence.years.empty() ||
           std::find(sentence.years.begin(), sentence.years.end(), last_year) !=
               sentence.years.end();
}

bool is_step(const plan::Value& value) {
    return value.is<plan::Milestone>() || value.is<plan::None>();
}

}  // namespace

void final_goal(const IndicatorView& view, int last_year, Collector& out) {
    const auto text = view.measure.texts.find("final_goal");
    const CellView* cell = find_year(view.targets, last_year);
    if (text == view.measure.texts.end() || text->second.empty() || cell == nullptr) {
        return;
    }
    const std::optional<calc::Figure> target = last_target(view.indicator, last_year);
    if (!target) {
        return;
    }
    GoalFigure stated;
    for (GoalSentence& sentence : read_goal(text->second, target->unit)) {
        if (sentence.states_total || !speaks_of(sentence, last_year)) {
            continue;
        }
        for (GoalFigure& figure : sentence.figures) {
            if (figure.number == target->number) {
                return;
            }
            stated = std::move(figure);
        }
    }
    if (stated.text.empty() || shares_unit(view, target->unit, last_year)) {
        return;
    }
    const std::string& shown = target_in_force(view, last_year)->value->raw;
    Remark remark = about(*cell, "T02", base::Severity::warning);
    remark.part = {};
    remark.message = {"最終目標の文では「" + stated.text + "」ですが、" + year_ja(last_year) +
                          "の目標値は「" + shown + "」です。",
                      "The final-goal sentence says " + stated.text + ", the target of " +
                          year_en(last_year) + " is " + shown + "."};
    remark.found = shown;
    remark.expected = stated.text;
    out.add(view, std::move(remark));
}

void stated_total(const IndicatorView& view, const plan::Plan& plan, Collector& out) {
    const auto text = view.measure.texts.find("final_goal");
    const CellView* last = find_year(view.targets, plan.last_year);
    if (text == view.measure.texts.end() || last == nullptr || !last->figure ||
        view.indicator.accumulation == plan::Accumulation::cumulative ||
        view.indicator.accumulation == plan::Accumulation::level) {
        return;
    }
    base::Decimal sum;
    for (int year = plan.first_year; year <= plan.last_year; ++year) {
        const CellView* cell = find_year(view.targets, year);
        if (cell != nullptr && is_step(*cell->value)) {
            continue;  // a year of work that adds nothing
        }
        if (cell == nullptr || !cell->value->is<plan::Number>() ||
            calc::units_differ(*cell->figure, *last->figure)) {
            return;
        }
        sum = sum + cell->figure->number;
    }
    GoalFigure stated;
    for (GoalSentence& sentence : read_goal(text->second, last->figure->unit)) {
        if (!sentence.states_total) {
            continue;
        }
        for (GoalFigure& figure : sentence.figures) {
            if (figure.number == sum || figure.number == last->figure->number) {
                return;
            }
            stated = std::move(figure);
        }
    }
    if (stated.text.empty() || shares_unit(view, last->figure->unit, plan.last_year)) {
        return;
    }
    Remark remark = about(*last, "T03", base::Severity::warning);
    remark.part = {};
    remark.expected = stated.text;
    remark.message = {"最終目標の文では合計「" + stated.text + "」ですが、各年度の目標の合計は " +
                          calc::grouped(sum, 0) + " です。",
                      "The final-goal sentence states a total of " + stated.text +
                          ", the targets add up to " + calc::grouped(sum, 0) + "."};
    out.add(view, std::move(remark));
}

}  // namespace shinchoku::check
