#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "check/rules.h"
#include "plan/number_format.h"
#include "plan/units.h"

namespace shinchoku::check {
namespace {

using base::Decimal;
using base::Severity;
using calc::Figure;

const plan::UnitAndForm* form(const CellView& cell) {
    return plan::form_of(*cell.value);
}

// What to compare an actual with: its year's target, else the last target of the row.
const CellView* target_for(const IndicatorView& view, int year) {
    const CellView* target = target_in_force(view, year);
    if (target != nullptr && !target->value->is<plan::Blank>()) {
        return target;
    }
    const auto last = std::find_if(view.targets.rbegin(),
                                   view.targets.rend(),
                                   [](const CellView& cell) { return cell.figure.has_value(); });
    return last == view.targets.rend() ? nullptr : &*last;
}

// The figure of a number, or of a bound, which has a unit too.
std::optional<Figure> figure_with_unit(const CellView& cell) {
    if (cell.figure) {
        return cell.figure;
    }
    if (const auto* bound = cell.value->as<plan::Bound>()) {
        return calc::figure_of(bound->number, bound->form);
    }
    return std::nullopt;
}

std::string unit_as_printed(const CellView& cell, const Figure& figure) {
    const plan::UnitAndForm* printed = form(cell);
    if (printed == nullptr) {
        return figure.unit;
    }
    return base::to_utf8(plan::scale_word(printed->scale)) + printed->unit.value_or("");
}

// A unit typed in the cell against the one of the unit column.
void against_column(const IndicatorView& view, const CellView& cell, Collector& out) {
    const plan::UnitAndForm* printed = form(cell);
    if (printed == nullptr || printed->unit_from != plan::UnitFrom::cell || !cell.figure ||
        !view.indicator.unit) {
        return;
    }
    const calc::BaseUnit column = calc::base_unit(*view.indicator.unit);
    if (cell.figure->unit == column.unit && cell.figure->powers_of_ten == column.powers_of_ten) {
        return;
    }
    const std::string found = unit_as_printed(cell, *cell.figure);
    Remark remark = about(cell, "N02", Severity::warning);
    remark.message = {"セルの単位「" + found + "」が単位欄の「" + *view.indicator.unit +
                          "」と違います。セルの単位で読みました。",
                      "The cell's unit (" + found + ") differs from the unit column (" +
                          *view.indicator.unit + "); the cell's was used."};
    remark.expected = *view.indicator.unit;
    out.add(view, std::move(remark));
}

// True where a finding was given.
bool against_target(const IndicatorView& view, const CellView& cell, Collector& out) {
    const CellView* target = target_for(view, cell.year);
    const std::optional<Figure> expected =
        target == nullptr ? std::nullopt : figure_with_unit(*target);
    const std::optional<Figure> found = figure_with_unit(cell);
    if (!expected || !found || expected->unit.empty() || found->unit.empty()) {
        return false;
    }
    const bool differs = calc::units_differ(*found, *expected);
    const bool scale_is_known = form(*target) != nullptr && form(cell) != nullptr;
    if (!differs && (!scale_is_known || found->powers_of_ten == expected->powers_of_ten)) {
        return false;
    }
    const std::string found_unit = unit_as_printed(cell, *found);
    const std::string expected_unit = unit_as_printed(*target, *expected);
    Remark remark = about(cell, "N02", differs ? Severity::error : Severity::warning);
    remark.message = differs ? base::Text{"実績の単位「" + found_unit + "」が目標の単位「" +
                                              expected_unit + "」と違います。",
                                          "The actual is in " + found_unit + ", the target in " +
                                              expected_unit + "."}
                             : base::Text{"実績は「" + found_unit + "」、目標は「" + expected_unit +
                                              "」で書かれ、桁の単位が違います。",
                                          "The actual is written in " + found_unit +
                                              ", the target in " + expected_unit + "."};
    remark.expected = expected_unit;
    out.add(view, std::move(remark));
    return true;
}

bool has_unit_column(const IndicatorView& view) {
    const auto from_column = [](const CellView& cell) {
        const plan::UnitAndForm* printed = form(cell);
        return printed != nullptr && printed->unit_from == plan::UnitFrom::unit_column;
    };
    return (view.places != nullptr && view.places->unit && view.indicator.unit) ||
           std::any_of(view.targets.begin(), view.targets.end(), from_column) ||
           std::any_of(view.actuals.begin(), view.actuals.end(), from_column) ||
           (view.baseline && from_column(*view.baseline));
}

}  // namespace

void missing_units(const IndicatorView& view, Collector& out) {
    const CellView* first_target = nullptr;
    bool any_with = false;
    bool any_without = false;
    const auto look = [&](const CellView& cell) {
        if (const plan::UnitAndForm* printed = form(cell)) {
            (printed->unit ? any_with : any_without) = true;
        }
    };
    for (const CellView& target : view.targets) {
        if (first_target == nullptr && form(target) != nullptr) {
            first_target = &target;
        }
        look(target);
    }
    for (const CellView& actual : view.actuals) {
        // A number typed without format in a row of percentages is N03's, where it is one at all.
        if (!actual.value->stored || view.indicator.unit != "%") {
            look(actual);
        }
    }
    if (view.baseline) {
        look(*view.baseline);
    }
    // Rows of milestones, relative targets and trends need no unit.
    if (first_target == nullptr || !any_without) {
        return;
    }
    Remark remark = about(*first_target, "N01", any_with ? Severity::warning : Severity::info);
    remark.part = {};
    remark.year.reset();
    remark.message =
        any_with
            ? base::Text{"「" + view.indicator.name + "」は、単位のあるセルとないセルがあります。",
                         "Some cells of '" + view.indicator.name + "' have a unit, others none."}
            : base::Text{"「" + view.indicator.name + "」の単位がどこにも書かれていません。",
                         "No unit is given anywhere for '" + view.indicator.name + "'."};
    out.add(view, std::move(remark));
}

void differing_units(const IndicatorView& view, Collector& out) {
    const bool column = has_unit_column(view);
    for (const CellView& cell : view.actuals) {
        if (!against_target(view, cell, out) && column) {
            against_column(view, cell, out);
        }
    }
    if (view.baseline && !against_target(view, *view.baseline, out) && column) {
        against_column(view, *view.baseline, out);
    }
    if (column) {
        for (const CellView& cell : view.targets) {
            against_column(view, cell, out);
        }
    }
}

namespace {

// 1.5: below it a percentage is more likely a fraction (0.986) than a percentage.
const Decimal& highest_fraction() {
    static const Decimal number = Decimal(15).shifted(-1);
    return number;
}

// Every other target of the row is a percentage well above 1.5.
bool targets_exceed_fractions(const IndicatorView& view, const CellView& cell) {
    bool any = false;
    for (const CellView& target : view.targets) {
        const auto* number = target.value->as<plan::Number>();
        if (number == nullptr || target.value == cell.value) {
            continue;
        }
        if (number->number <= highest_fraction()) {
            return false;
        }
        any = true;
    }
    return any;
}

void percent_scale_of(const IndicatorView& view, const CellView& cell, Collector& out) {
    const auto* number = cell.value->as<plan::Number>();
    if (number == nullptr || !cell.value->stored) {
        return;
    }
    const Decimal size = number->number.abs();
    if (plan::is_percent_format(cell.value->format.value_or(""))) {
        if (size > Decimal(150)) {
            Remark remark = about(cell, "N03", Severity::warning);
            remark.message = {cell.value->raw +
                                  " は大きすぎます。％の書式のセルに、百分率の数値がそのまま"
                                  "入っているおそれがあります。",
                              cell.value->raw +
                                  " is too large; a percentage was probably typed into a cell "
                                  "that multiplies by 100."};
            remark.expected = calc::grouped(number->number.shifted(-2), 0) + "%";
            out.add(view, std::move(remark));
        }
        return;
    }
    if (!size.is_zero() && size <= highest_fraction() && targets_exceed_fractions(view, cell)) {
        Remark remark = about(cell, "N03", Severity::warning);
        remark.message = {cell.value->raw +
                              " は小さすぎます。％の書式のないセルに、割合（1＝100%）の"
                              "数値が入っているおそれがあります。",
                          cell.value->raw +
                              " is too small; a fraction (1 = 100%) was probably typed into a cell "
                              "without percent format."};
        remark.expected = calc::grouped(number->number.shifted(2), 0) + "%";
        out.add(view, std::move(remark));
    }
}

}  // namespace

void percent_scale(const IndicatorView& view, Collector& out) {
    if (view.indicator.unit != "%") {
        return;
    }
    if (view.baseline) {
        percent_scale_of(view, *view.baseline, out);
    }
    for (const auto* cells : {&view.targets, &view.actuals}) {
        for (const CellView& cell : *cells) {
            percent_scale_of(view, cell, out);
        }
    }
}

namespace {

// 3 where a is within 5 % of 1000 times b, -1 where it is within 5 % of a tenth, …; 0 for none.
int power_between(const Figure& a, const Figure& b) {
    if (a.printed < Decimal(10) || b.printed < Decimal(10) || calc::units_differ(a, b)) {
        return 0;
    }
    for (const int power : {1, 2, 3, -1, -2, -3}) {
        // |a - b * 10^power| <= 5 % of b * 10^power
        const Decimal expected = b.number.shifted(power);
        if ((a.number - expected).abs() <= (expected * Decimal(5)).shifted(-2)) {
            return power;
        }
    }
    return 0;
}

struct Comparison {
    const CellView* with = nullptr;
    std::string_view name_ja;
    std::string_view name_en;
};

bool report_power(const IndicatorView& view,
                  const CellView& cell,
                  const Comparison& comparison,
                  Collector& out) {
    if (comparison.with == nullptr || !comparison.with->figure || !cell.figure) {
        return false;
    }
    const int power = power_between(*cell.figure, *comparison.with->figure);
    if (power == 0) {
        return false;
    }
    const std::string factor = Decimal(1).shifted(power < 0 ? -power : power).to_string();
    const std::string& other = comparison.with->value->raw;
    Remark remark = about(cell, "N06", Severity::warning);
    remark.message = {
        cell.value->raw + " は" + std::string(comparison.name_ja) + "の " + other + " の約" +
            (power > 0 ? factor + "倍" : factor + "分の1") +
            "です。単位の取り違えではありませんか。",
        cell.value->raw + " is about " + (power > 0 ? factor + " times" : "1/" + factor + " of") +
            " the " + std::string(comparison.name_en) + " (" + other + "); were units mixed up?"};
    remark.expected = calc::grouped(cell.figure->printed.shifted(-power), 0);
    out.add(view, std::move(remark));
    return true;
}

}  // namespace

void powers_of_ten(const IndicatorView& view, Collector& out) {
    // A cell already under suspicion is no measure for the one after it.
    const CellView* suspect = nullptr;
    for (const CellView& cell : view.actuals) {
        const CellView* before = find_year(view.actuals, cell.year - 1);
        if ((before == nullptr || !before->figure) && view.baseline &&
            view.baseline->year == cell.year - 1) {
            before = &*view.baseline;
        }
        const Comparison target{target_in_force(view, cell.year), "目標", "target"};
        const Comparison last{before, "前年度の実績", "last year's actual"};
        if (report_power(view, cell, target, out) ||
            (before != suspect && report_power(view, cell, last, out))) {
            suspect = &cell;
        }
    }
    suspect = nullptr;
    for (const CellView& cell : view.targets) {
        const CellView* before = find_year(view.targets, cell.year - 1);
        const Comparison last{before, "前年度の目標", "last year's target"};
        if (before != suspect && report_power(view, cell, last, out)) {
            suspect = &cell;
        }
    }
}

}  // namespace shinchoku::check
