#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// Digits from the first that is not 0: of a whole number up to the last that is not 0 (109,000 has
// three), else all that are printed (90.0 has three).
int significant_digits(const calc::Figure& figure) {
    std::string digits;
    for (const char c : figure.printed.to_fixed(figure.decimals)) {
        if (base::is_digit(c)) {
            digits += c;
        }
    }
    const std::size_t first = digits.find_first_not_of('0');
    const std::size_t last = figure.decimals > 0 ? digits.size() - 1 : digits.find_last_not_of('0');
    return first == std::string::npos ? 0 : static_cast<int>(last - first + 1);
}

bool says_keep(const CellView& target) {
    const auto* word = target.value->as<plan::TrendWord>();
    return word != nullptr && word->trend == plan::Trend::keep;
}

// Kept by direction or word, or all targets are one figure; a single target beside another baseline
// is a change.
bool is_to_stay(const IndicatorView& view) {
    if (view.indicator.direction == plan::Direction::keep ||
        std::any_of(view.targets.begin(), view.targets.end(), says_keep)) {
        return true;
    }
    std::vector<base::Decimal> figures;
    if (view.baseline && view.baseline->figure) {
        figures.push_back(view.baseline->figure->number);
    }
    const std::size_t of_baseline = figures.size();
    for (const CellView& target : view.targets) {
        if (target.figure) {
            figures.push_back(target.figure->number);
        }
    }
    const auto first_target = figures.begin() + static_cast<std::ptrdiff_t>(of_baseline);
    const bool is_constant =
        std::adjacent_find(first_target, figures.end(), std::not_equal_to<>()) == figures.end();
    return figures.size() - of_baseline >= 2 ? is_constant
                                             : figures.size() == 2 && figures[0] == figures[1];
}

// All of a whole cannot rise, and a final target that is reached may be kept.
bool is_at_its_end(const IndicatorView& view, const CellView& cell) {
    const auto last =
        std::find_if(view.targets.rbegin(), view.targets.rend(), [](const CellView& target) {
            return target.figure.has_value();
        });
    return (cell.figure->unit == "%" && cell.figure->number == base::Decimal(100)) ||
           (last != view.targets.rend() && last->figure->number == cell.figure->number &&
            last->year != cell.year);
}

std::vector<const CellView*> with_figure(const std::vector<CellView>& cells) {
    std::vector<const CellView*> found;
    for (const CellView& cell : cells) {
        if (cell.value->is<plan::Number>()) {
            found.push_back(&cell);
        }
    }
    return found;
}

void falling_total(const IndicatorView& view,
                   const std::vector<CellView>& cells,
                   std::string_view what_ja,
                   std::string_view what_en,
                   Collector& out) {
    const std::vector<const CellView*> figures = with_figure(cells);
    for (std::size_t i = 1; i < figures.size(); ++i) {
        const CellView& before = *figures[i - 1];
        const CellView& cell = *figures[i];
        if (calc::units_differ(*before.figure, *cell.figure) ||
            cell.figure->number >= before.figure->number) {
            continue;
        }
        Remark remark = about(cell, "T11", Severity::warning);
        remark.message = {"累計の" + std::string(what_ja) + "が前の値（" + before.value->raw +
                              "）から" + cell.value->raw + "に減っています。",
                          "The running total (" + std::string(what_en) + ") falls from " +
                              before.value->raw + " to " + cell.value->raw + "."};
        remark.expected = before.value->raw;
        out.add(view, std::move(remark));
        return;
    }
}

}  // namespace

void running_totals(const IndicatorView& view, Collector& out) {
    if (view.indicator.accumulation != plan::Accumulation::cumulative) {
        return;
    }
    falling_total(view, view.targets, "目標", "targets", out);
    falling_total(view, view.actuals, "実績", "actuals", out);
}

void repeated_actuals(const IndicatorView& view, Collector& out) {
    if (is_to_stay(view)) {
        return;
    }
    int on_target = 0;
    const std::vector<const CellView*> figures = with_figure(view.actuals);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const CellView& cell = *figures[i];
        const CellView& target = *find_year(view.targets, cell.year);  // every year has both
        const bool equals_target =
            target.value->is<plan::Number>() && target.figure->number == cell.figure->number;
        on_target = equals_target ? on_target + 1 : 0;
        const bool repeats = i > 0 && figures[i - 1]->year == cell.year - 1 &&
                             figures[i - 1]->figure->number == cell.figure->number &&
                             significant_digits(*cell.figure) >= 3;
        if ((!repeats && on_target != 3) || is_at_its_end(view, cell)) {
            continue;
        }
        Remark remark = about(cell, "A06", Severity::warning);
        if (repeats) {
            remark.message = {"実績が前年度とまったく同じ " + cell.value->raw + " です。",
                              "The actual is exactly last year's: " + cell.value->raw + "."};
        } else {
            remark.message = {"実績が3年続けて目標とまったく同じです（" + cell.value->raw + "）。",
                              "For three years the actual has been exactly the target (" +
                                  cell.value->raw + ")."};
        }
        out.add(view, std::move(remark));
    }
}

}  // namespace shinchoku::check
