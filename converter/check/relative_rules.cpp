#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calc/target.h"
#include "check/goal_sentence.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Decimal;
using base::Severity;

// A figure that a change may be counted from, with its label where the cell holds several.
struct Start {
    std::optional<std::string> label;
    Decimal number;
    Decimal printed;  // under 千円 still thousands
    std::string shown;
};

void add_starts(const plan::Value& value, std::vector<Start>& starts) {
    if (const auto* number = value.as<plan::Number>()) {
        const calc::Figure figure = calc::figure_of(number->number, number->form);
        starts.push_back({std::nullopt, figure.number, figure.printed, value.raw});
    } else if (const auto* compound = value.as<plan::Compound>()) {
        for (const plan::Part& part : compound->parts) {
            if (const auto* figure = part.value.as<plan::Number>()) {
                starts.push_back({part.label, figure->number, figure->number, part.value.raw});
            }
        }
    } else if (const auto* relative = value.as<plan::Relative>()) {
        for (const plan::ResolvedFigure& figure : relative->resolved) {
            starts.push_back(
                {figure.label, figure.number, figure.number, figure.number.to_string()});
        }
    }
}

// Where the cell does not say from what, the year before and the baseline are both possible.
std::vector<Start> starts_of(const IndicatorView& view, const CellView& target) {
    const plan::Relative& relative = *target.value->as<plan::Relative>();
    std::vector<Start> starts;
    if (view.baseline && relative.of != plan::RelativeTo::previous_year) {
        add_starts(*view.baseline->value, starts);
    }
    if (relative.of != plan::RelativeTo::baseline) {
        for (const std::vector<CellView>* cells : {&view.targets, &view.actuals}) {
            if (const CellView* before = find_year(*cells, target.year - 1)) {
                add_starts(*before->value, starts);
            }
        }
        if (view.baseline && view.baseline->year == target.year - 1) {
            add_starts(*view.baseline->value, starts);
        }
    }
    return starts;
}

Decimal changed(const Decimal& from, const plan::Relative& relative) {
    return relative.change_unit == "%" ? from + from * relative.change->shifted(-2)
                                       : from + *relative.change;
}

// To how many decimals the cell prints the figure: 120,812千円 is printed to thousands, -3.
int printed_decimals(const plan::ResolvedFigure& figure, const std::string& cell) {
    for (const GoalSentence& sentence : read_goal(cell, figure.unit.value_or(""))) {
        for (const GoalFigure& written : sentence.figures) {
            if (written.number == figure.number) {
                return written.decimals;
            }
        }
    }
    return figure.number.decimals();
}

// Within what rounding to the last digit printed leaves open.
bool fits_printed(const Decimal& printed, const Decimal& computed, int decimals) {
    return (printed - computed).abs() <= Decimal(5).shifted(-decimals - 1);
}

}  // namespace

void resolved_figures(const IndicatorView& view, Collector& out) {
    for (const CellView& target : view.targets) {
        const auto* relative = target.value->as<plan::Relative>();
        if (relative == nullptr || !relative->change || !relative->change_unit) {
            continue;
        }
        const std::vector<Start> starts = starts_of(view, target);
        for (const plan::ResolvedFigure& figure : relative->resolved) {
            const Start* wrong = nullptr;
            Decimal expected;
            bool fits = false;
            const int decimals = printed_decimals(figure, target.value->raw);
            for (const Start& start : starts) {
                if (start.label != figure.label) {
                    continue;
                }
                // A figure without a unit of its own is printed in that of its row.
                const Decimal computed =
                    changed(figure.unit ? start.number : start.printed, *relative);
                fits = fits || fits_printed(figure.number, computed, decimals);
                wrong = &start;
                expected = computed;
            }
            if (fits || wrong == nullptr) {
                continue;
            }
            const std::string computed = expected.to_string();
            Remark remark = about(target, "T08", Severity::warning);
            remark.part = figure.label ? std::string_view(*figure.label) : std::string_view();
            remark.expected = computed;
            remark.message = {"「" + target.value->raw + "」の数値は、" + wrong->shown +
                                  " から計算すると " + computed + " です。",
                              "The figure of " + target.value->raw + ", counted from " +
                                  wrong->shown + ", is " + computed + "."};
            out.add(view, std::move(remark));
        }
    }
}

}  // namespace shinchoku::check
