#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "calc/target.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// A target with its number, as far as targets of a row can be compared: numbers, and bounds with
// the same comparator.
struct Step {
    const CellView* cell = nullptr;
    calc::Figure figure;
};

std::vector<Step> comparable_steps(const IndicatorView& view) {
    std::vector<Step> steps;
    const auto add = [&](const CellView& cell, calc::Figure figure) {
        if (steps.empty() || !calc::units_differ(steps.front().figure, figure)) {
            steps.push_back({&cell, std::move(figure)});
        }
    };
    if (view.baseline && view.baseline->value->is<plan::Number>()) {
        add(*view.baseline, *view.baseline->figure);
    }
    const plan::Bound* first_bound = nullptr;
    for (const CellView& target : view.targets) {
        if (const auto* bound = target.value->as<plan::Bound>()) {
            first_bound = first_bound == nullptr ? bound : first_bound;
            if (bound->comparator == first_bound->comparator) {
                add(target, calc::figure_of(bound->number, bound->form));
            }
        } else if (target.value->is<plan::Number>()) {
            add(target, *target.figure);
        }
    }
    return steps;
}

// +1, -1 or 0 where nothing moves.
int sense_of(const IndicatorView& view, const std::vector<Step>& steps) {
    if (view.indicator.direction == plan::Direction::up) {
        return 1;
    }
    if (view.indicator.direction == plan::Direction::down) {
        return -1;
    }
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const auto order = steps[i].figure.number <=> steps[i - 1].figure.number;
        if (order != 0) {
            return order > 0 ? 1 : -1;
        }
    }
    return 0;
}

bool moves(const Step& from, const Step& to, int sense) {
    const auto order = to.figure.number <=> from.figure.number;
    return sense > 0 ? order > 0 : order < 0;
}

bool is_explained(const IndicatorView& view, const CellView& cell) {
    const plan::YearEntry* entry = calc::find_year(view.indicator, cell.year);
    return !view.indicator.note.empty() || (entry != nullptr && !entry->note.empty()) ||
           cell.value->footnote;
}

bool is_numeric(const plan::Value& value) {
    return plan::form_of(value) != nullptr || value.is<plan::Relative>() ||
           value.is<plan::Compound>();
}

}  // namespace

void blank_targets(const IndicatorView& view, Collector& out) {
    if (view.measure_places == nullptr || !view.measure_places->draws_target_each_year) {
        return;
    }
    for (const CellView& target : view.targets) {
        if (!target.place || !target.value->is<plan::Blank>()) {
            continue;
        }
        Remark remark = about(target, "T01", Severity::error);
        remark.part = {};
        remark.message = {year_ja(target.year) + "の目標値が空欄です。",
                          "The target of " + year_en(target.year) + " is blank."};
        out.add(view, std::move(remark));
    }
}

void targets_going_back(const IndicatorView& view, Collector& out) {
    const std::vector<Step> steps = comparable_steps(view);
    const int sense = sense_of(view, steps);
    bool forward = false;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        forward = forward || moves(steps[i - 1], steps[i], sense);
    }
    // A row that only moves against its direction is no slip of one year: rule T04.
    if (!forward) {
        return;
    }
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const CellView& cell = *steps[i].cell;
        if (!moves(steps[i - 1], steps[i], -sense) || is_explained(view, cell)) {
            continue;
        }
        const std::string& before = steps[i - 1].cell->value->raw;
        Remark remark = about(cell, "T06", Severity::warning);
        remark.part = {};
        remark.message = {
            "目標が前の値（" + before + "）から" + cell.value->raw +
                "へ後戻りしていますが、説明がありません。",
            "The target goes back from " + before + " to " + cell.value->raw + " without a note."};
        remark.expected = before;
        out.add(view, std::move(remark));
    }
}

void mixed_kinds(const IndicatorView& view, Collector& out) {
    const auto numeric = std::find_if(view.targets.begin(),
                                      view.targets.end(),
                                      [](const CellView& c) { return is_numeric(*c.value); });
    const auto words =
        std::find_if(view.targets.begin(), view.targets.end(), [](const CellView& c) {
            return c.value->is<plan::Milestone>();
        });
    if (numeric == view.targets.end() || words == view.targets.end()) {
        return;
    }
    out.add(view,
            {.rule = "T09",
             .severity = Severity::info,
             .cell = view.row_place(),
             .year = {},
             .part = {},
             .message = {"数値の目標（" + numeric->value->raw + "）と言葉の目標（" +
                             words->value->raw + "）が同じ行にあります。年度ごとに分けて扱います。",
                         "The row holds numbers (" + numeric->value->raw + ") and milestones (" +
                             words->value->raw + "); each year is treated by its kind."},
             .found = {},
             .expected = {}});
}

}  // namespace shinchoku::check
