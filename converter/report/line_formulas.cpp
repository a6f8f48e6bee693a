#include <algorithm>
#include <ranges>

#include "calc/figure.h"
#include "calc/grade.h"
#include "calc/only_unit.h"
#include "calc/target.h"
#include "render/addin_formula.h"
#include "render/method_formula.h"
#include "report/formulas.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

// Rounding in formulas to so many decimals: a double may fall short of a number that the exact one
// reaches.
constexpr std::string_view exact_decimals = ",10)";

std::string if_else(const std::string& condition, const std::string& yes, const std::string& no) {
    return "IF(" + condition + "," + yes + "," + no + ")";
}

std::string cell_of(std::size_t row, Calculation column) {
    return base::to_a1(calculation_cell(row, column));
}

// A number on the sheet of calculations, as a term of the method's formula.
render::RateTerm term(std::size_t row,
                      Calculation column,
                      const std::optional<base::Decimal>& used) {
    return {cell_of(row, column), used, true};
}

// A number that stands on no sheet of this book.
render::RateTerm constant(const base::Decimal& number) {
    return {number.to_string(), number, false};
}

std::optional<calc::Figure> figure_used(const plan::Indicator& indicator,
                                        const plan::Value& value) {
    std::optional<calc::Figure> figure = calc::figure_of(value);
    calc::take_unit(figure, calc::only_unit_of(indicator));
    return figure;
}

// What a trend is measured from: the baseline, else the latest earlier actual.
std::optional<render::RateTerm> reference_of(const calc::Assessment& used, std::size_t row) {
    if (used.baseline) {
        return term(row, Calculation::baseline, used.baseline);
    }
    const std::optional<base::Decimal>& before = used.yardstick.compared_with;
    return before ? std::optional(constant(*before)) : std::nullopt;
}

void take_limit(const calc::Limit& limit, render::RateTerms& terms) {
    const auto& [low, high] = limit;
    if (low && high) {
        terms.range = std::pair(constant(low->number), constant(high->number));
    } else if (high) {
        terms.comparator = high->strict ? plan::Comparator::below : plan::Comparator::at_most;
    } else if (low) {
        terms.comparator = low->strict ? plan::Comparator::above : plan::Comparator::at_least;
    }
}

render::RateTerms terms_of(const calc::Assessment& used, std::size_t row) {
    const calc::Yardstick& by = used.yardstick;
    render::RateTerms terms;
    terms.actual = term(row, Calculation::actual, used.actual);
    terms.target = term(row, Calculation::target, used.target);
    terms.baseline = term(row, Calculation::baseline, used.baseline);
    terms.reference = reference_of(used, row);
    terms.final_target = term(row, Calculation::final_target, used.final_target);
    terms.elapsed = {base::Decimal(by.year_number), base::Decimal(by.year_count)};
    terms.lower_is_better = by.lower_is_better;
    terms.tolerance = by.tolerance;
    terms.trend = by.trend;
    take_limit(by.limit, terms);
    return terms;
}

// What the grade of a line was given for, as far as the row of the sheet holds it.
struct GradedLine {
    const calc::Scheme& scheme;
    calc::Judged judged;
    std::size_t row = 0;
    std::string rate;    // in percent, as an expression
    Calculation target;  // the column compared with: the final target where the year has none
    std::string met;     // the condition "the target was met"
};

GradedLine graded_line(const Context& context,
                       const calc::Assessment& used,
                       std::size_t row,
                       const calc::Scheme& scheme) {
    const calc::Yardstick& by = used.yardstick;
    GradedLine graded{.scheme = scheme,
                      .judged = calc::judged_of(used),
                      .row = row,
                      .target = by.by_pace ? Calculation::final_target : Calculation::target};
    graded.met =
        cell_of(row, Calculation::standing) + "=" + in_formula_quotes(context.label(Standing::met));
    const std::string rate = used.graded_by_step ? std::to_string(*by.stated_step) + "/" +
                                                       std::to_string(by.planned_step)
                                                 : cell_of(row, Calculation::rate);
    graded.rate = "ROUND(" + rate + "*100" + std::string(exact_decimals);
    if (by.limit.is_strict()) {
        // An unmet strict bound that is just reached stands a hair below its rate of 100.
        graded.rate += "-" + if_else(cell_of(row, Calculation::actual) + "=" +
                                         cell_of(row, Calculation::target),
                                     "0.00000001",
                                     "0");
    }
    return graded;
}

std::string verdict_formula(const GradedLine& graded) {
    const auto& grades = graded.scheme.grades;
    return if_else(
        graded.met, in_formula_quotes(grades.front().name), in_formula_quotes(grades.back().name));
}

std::string threshold_formula(const GradedLine& graded, const std::vector<calc::Grade>& grades) {
    std::string formula = "\"\"";
    for (const calc::Grade& each : std::views::reverse(grades)) {
        if (!each.threshold) {
            formula = in_formula_quotes(each.name);
            continue;
        }
        std::string reached = graded.rate;
        reached.append(each.threshold->strict ? ">" : ">=")
            .append(each.threshold->from_percent.to_string());
        formula = if_else(reached, in_formula_quotes(each.name), formula);
    }
    return formula;
}

// The actual against the target or the baseline, mirrored where the good side lies below.
std::string comparison_text(const GradedLine& graded, const calc::Comparison& comparison) {
    const bool lower = graded.judged.lower_is_better;
    const std::string other = comparison.with == calc::Comparison::With::target
                                  ? cell_of(graded.row, graded.target)
                                  : cell_of(graded.row, Calculation::baseline);
    std::string bound = other;
    if (!comparison.slack_percent.is_zero()) {
        bound = "ROUND(" + other + (lower ? "+" : "-") + "ABS(" + other + ")*" +
                comparison.slack_percent.to_string() + "/100" + std::string(exact_decimals);
    }
    std::string sign = "=";
    if (comparison.sign != calc::Comparison::Sign::equal) {
        sign = lower ? "<" : ">";
        sign += comparison.sign == calc::Comparison::Sign::at_least ? "=" : "";
    }
    return cell_of(graded.row, Calculation::actual) + sign + bound;
}

std::string comparison_formula(const GradedLine& graded) {
    const calc::Scheme& scheme = graded.scheme;
    const std::string& no_baseline =
        scheme.without_baseline.empty() ? scheme.unrated : scheme.without_baseline;
    const std::string has_baseline = "ISNUMBER(" + cell_of(graded.row, Calculation::baseline) + ")";
    std::string formula = "\"\"";
    bool guarded = false;
    for (const calc::Grade& each : std::views::reverse(scheme.grades)) {
        if (!each.comparison) {
            formula = in_formula_quotes(each.name);
            continue;
        }
        const bool with_baseline = each.comparison->with == calc::Comparison::With::baseline;
        if (!with_baseline && guarded) {
            formula = if_else(has_baseline, formula, in_formula_quotes(no_baseline));
            guarded = false;
        }
        guarded = guarded || with_baseline;
        formula = if_else(
            comparison_text(graded, *each.comparison), in_formula_quotes(each.name), formula);
    }
    return guarded ? if_else(has_baseline, formula, in_formula_quotes(no_baseline)) : formula;
}

std::optional<std::string> grade_formula(const GradedLine& graded) {
    const calc::Scheme& scheme = graded.scheme;
    const calc::Judged& judged = graded.judged;
    const bool by_steps = judged.in_words && !scheme.step_grades.empty();
    if (scheme.basis == calc::Basis::growth || scheme.basis == calc::Basis::person ||
        scheme.grades.empty()) {
        return std::nullopt;
    }
    if (scheme.basis == calc::Basis::comparison && !by_steps) {
        // A strict bound that is only touched equals the target in its cell, and is not reached.
        if (judged.just_below) {
            return std::nullopt;
        }
        return judged.actual && judged.target ? comparison_formula(graded)
                                              : verdict_formula(graded);
    }
    if (!judged.rate) {
        return verdict_formula(graded);
    }
    return threshold_formula(graded, by_steps ? scheme.step_grades : scheme.grades);
}

// "ROUND(F5*(1+3/100),10)": a change against the baseline or last year's actual.
std::optional<std::string> relative_formula(const plan::Indicator& indicator,
                                            const calc::Assessment& used,
                                            std::size_t row) {
    const plan::Value* value = calc::target_in_force(indicator, used.year);
    const auto* relative = value == nullptr ? nullptr : value->as<plan::Relative>();
    if (relative == nullptr || !relative->resolved.empty() || !relative->of || !relative->change ||
        !relative->change_unit) {
        return std::nullopt;
    }
    std::string from = cell_of(row, Calculation::baseline);
    std::optional<base::Decimal> number = used.baseline;
    if (*relative->of == plan::RelativeTo::previous_year) {
        const plan::YearEntry* before = calc::find_year(indicator, used.year - 1);
        const auto figure =
            before == nullptr ? std::nullopt : figure_used(indicator, before->actual);
        if (figure) {
            number = figure->number;
            from = number->to_string();
        }
    }
    if (!number) {
        return std::nullopt;
    }
    const base::Decimal& change = *relative->change;
    const bool percent = *relative->change_unit == "%";
    const base::Decimal added =
        percent ? (*number * change).shifted(-2)
                : change.shifted(calc::base_unit(*relative->change_unit).powers_of_ten);
    if (*number + added != *used.target) {
        return std::nullopt;
    }
    const std::string sum = percent ? from + "*(1+(" + change.to_string() + ")/100)"
                                    : from + "+(" + added.to_string() + ")";
    return "ROUND(" + sum + std::string(exact_decimals);
}

// "ROUND(10+12+11,10)": the running total of single years.
std::optional<std::string> total_formula(const plan::Indicator& indicator,
                                         const calc::Assessment& used) {
    std::string text;
    base::Decimal sum;
    int years = 0;
    for (const plan::YearEntry& entry : indicator.years) {
        const auto figure = figure_used(indicator, entry.actual);
        if (entry.year <= used.year && figure) {
            text += (years++ == 0 ? "" : "+") + figure->number.to_string();
            sum = sum + figure->number;
        }
    }
    if (years < 2 || used.method != calc::Method::cumulative || sum != *used.actual) {
        return std::nullopt;
    }
    return "ROUND(" + text + std::string(exact_decimals);
}

render::Content formula_or_number(const std::optional<std::string>& formula,
                                  const base::Decimal& number) {
    if (!formula) {
        return number;
    }
    return render::FormulaCell{*formula, number};
}

}  // namespace

render::Content target_content(const Line& line, std::size_t row) {
    if (line.assessment == nullptr || !line.assessment->target) {
        return std::monostate{};
    }
    return formula_or_number(relative_formula(*line.indicator, *line.assessment, row),
                             *line.assessment->target);
}

render::Content actual_content(const Line& line) {
    if (line.assessment == nullptr || !line.assessment->actual) {
        return std::monostate{};
    }
    return formula_or_number(total_formula(*line.indicator, *line.assessment),
                             *line.assessment->actual);
}

render::Content rate_content(const Context& context, std::size_t row) {
    const Line& line = context.standings.lines[row];
    if (line.assessment == nullptr || !line.assessment->rate || !line.assessment->method) {
        return std::monostate{};
    }
    const base::Decimal rate = line.assessment->rate->rounded(14).shifted(-2);
    render::FormulaCell formula =
        render::method_formula(*line.assessment->method, terms_of(*line.assessment, row));
    const auto* value = std::get_if<base::Decimal>(&formula.cached);
    // Only a formula that gives this very rate is written.
    if (value == nullptr || value->rounded(12) != rate.rounded(12)) {
        return rate;
    }
    if (context.input.formulas == Formulas::addin) {
        const auto call =
            render::addin_formula(*line.assessment->method, terms_of(*line.assessment, row));
        formula.formula = call.value_or(formula.formula);
    }
    return formula;
}

render::Content grade_content(const Context& context, std::size_t row) {
    const Line& line = context.standings.lines[row];
    const calc::Scheme& scheme = scheme_of(context.input, line);
    if (scheme.basis == calc::Basis::person && !line.own_grade().empty()) {
        return std::string(line.own_grade());
    }
    if (line.assessment == nullptr || line.assessment->grade.empty()) {
        return std::monostate{};
    }
    const std::string& given = line.assessment->grade;
    const GradedLine graded = graded_line(context, *line.assessment, row, scheme);
    const std::optional<std::string> formula = grade_formula(graded);
    // Only where the numbers on the sheet lead to this very grade.
    if (!formula || calc::grade_of(scheme, graded.judged) != given) {
        return given;
    }
    return render::FormulaCell{*formula, given};
}

}  // namespace shinchoku::report
