#include "report/formulas.h"

#include <algorithm>
#include <compare>

#include "calc/grade.h"
#include "calc/target.h"
#include "layout/identity.h"
#include "render/method_formula.h"
#include "report/look.h"

namespace shinchoku::report {
namespace {

// A number on the sheet of calculations, as a term of the method's formula.
render::RateTerm term(std::size_t line,
                      Calculation column,
                      const std::optional<base::Decimal>& used) {
    return {base::to_a1(calculation_cell(line, column)), used, true};
}

render::RateTerms terms_of(const Context& context, const Line& line, std::size_t row) {
    const calc::Assessment& used = *line.assessment;
    const plan::Plan& plan = context.input.reading->plan;
    render::RateTerms terms;
    terms.actual = term(row, Calculation::actual, used.actual);
    terms.target = term(row, Calculation::target, used.target);
    terms.baseline = term(row, Calculation::baseline, used.baseline);
    terms.reference = terms.baseline;
    terms.final_target = term(row, Calculation::final_target, used.final_target);
    const std::optional<calc::FinalTarget> last = calc::final_target(*line.indicator);
    terms.elapsed = {base::Decimal(used.year - plan.first_year + 1),
                     base::Decimal((last ? last->year : plan.last_year) - plan.first_year + 1)};
    terms.lower_is_better = line.indicator->direction == plan::Direction::down;
    terms.tolerance = line.indicator->tolerance.value_or(base::Decimal());
    if (line.entry != nullptr) {
        terms.bound = line.entry->target.as<plan::Bound>();
        if (const auto* word = line.entry->target.as<plan::TrendWord>()) {
            terms.trend = word->trend;
        }
    }
    return terms;
}

std::string choose(const std::string& condition, const std::string& yes, const std::string& no) {
    return "IF(" + condition + "," + yes + "," + no + ")";
}

std::string absolute(base::CellRef cell) {
    return "$" + base::column_name(cell.column) + "$" + std::to_string(cell.row + 1);
}

bool is_selected(const Context& context, const Selection& selection, const Line& line) {
    if (!selection.column) {
        return true;
    }
    return selection.matches == (*selection.column == Calculation::policy
                                     ? policy_key(context, line.policy)
                                     : department_key(context, line.department()));
}

// ",'算定'!$B$5:$B$35,$A5", the condition of SUMIFS and COUNTIFS; empty without a selection.
std::string condition(const Context& context, const Selection& selection) {
    if (!selection.column) {
        return "";
    }
    return "," + whole_column(context, *selection.column) + "," + selection.cell;
}

std::string in_quotes(std::string_view text) {
    std::string inner(text);
    for (std::size_t at = inner.find('"'); at != std::string::npos; at = inner.find('"', at + 2)) {
        inner.insert(at, 1, '"');
    }
    return "\"" + inner + "\"";
}

template <class Holds>
base::Decimal count_lines(const Context& context, const Selection& selection, Holds holds) {
    const auto& lines = context.standings.lines;
    return base::Decimal(std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
        return is_selected(context, selection, line) && holds(line);
    }));
}

}  // namespace

base::CellRef calculation_cell(std::size_t line, Calculation column) {
    return {first_data_row + static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

render::Content rate_content(const Context& context, std::size_t row) {
    const Line& line = context.standings.lines[row];
    if (line.assessment == nullptr || !line.assessment->rate || !line.assessment->method) {
        return std::monostate{};
    }
    const base::Decimal rate = line.assessment->rate->rounded(14).shifted(-2);
    render::FormulaCell formula =
        render::method_formula(*line.assessment->method, terms_of(context, line, row));
    const auto* value = std::get_if<base::Decimal>(&formula.cached);
    // Only a formula that gives this very rate is written; ranges and sums have none that does.
    if (value == nullptr || value->rounded(12) != rate.rounded(12)) {
        return rate;
    }
    return formula;
}

render::Content grade_content(const Context& context, std::size_t row) {
    const Line& line = context.standings.lines[row];
    const calc::Scheme& scheme = *context.input.scheme;
    if (scheme.basis == calc::Basis::person && !line.own_grade().empty()) {
        return std::string(line.own_grade());
    }
    if (line.assessment == nullptr || line.assessment->grade.empty()) {
        return std::monostate{};
    }
    const std::string& given = line.assessment->grade;
    // A strict bound just reached, a scheme of the indicator's own, one that does not grade by the
    // rate: no threshold tells.
    if (!line.assessment->rate || line.assessment->scheme != scheme.id ||
        calc::grade_of(scheme, *line.assessment->rate) != given) {
        return given;
    }
    // Ten decimals: a double may fall short of a threshold that the exact rate reaches.
    const std::string rate =
        "ROUND(" + base::to_a1(calculation_cell(row, Calculation::rate)) + "*100,10)";
    std::string formula = in_quotes(scheme.grades.back().name);
    for (auto each = scheme.grades.rbegin() + 1; each != scheme.grades.rend(); ++each) {
        std::string reached = rate;
        reached.append(each->threshold->strict ? ">" : ">=")
            .append(each->threshold->from_percent.to_string());
        formula = choose(reached, in_quotes(each->name), formula);
    }
    return render::FormulaCell{formula, given};
}

std::string whole_column(const Context& context, Calculation column) {
    const std::size_t last = std::max<std::size_t>(context.standings.lines.size(), 1) - 1;
    return reference(context, 0, column) + ":" + absolute(calculation_cell(last, column));
}

std::string reference(const Context& context, std::size_t line, Calculation column) {
    return layout::cell_reference(context.calculation->name(), calculation_cell(line, column));
}

render::FormulaCell count_of(const Context& context,
                             const Selection& selection,
                             Standing standing) {
    return {"COUNTIFS(" + whole_column(context, Calculation::standing) + "," +
                in_quotes(context.label(standing)) + condition(context, selection) + ")",
            count_lines(
                context, selection, [&](const Line& line) { return line.standing == standing; })};
}

render::FormulaCell count_of_grade(const Context& context,
                                   const Selection& selection,
                                   const std::string& grade) {
    return {"COUNTIFS(" + whole_column(context, Calculation::grade) + "," + in_quotes(grade) +
                condition(context, selection) + ")",
            count_lines(context, selection, [&](const Line& line) {
                return line.counted_grade(*context.input.scheme) == grade;
            })};
}

render::FormulaCell count_of_lines(const Context& context, const Selection& selection) {
    const base::Decimal count = count_lines(context, selection, [](const Line&) { return true; });
    const std::string all = condition(context, selection);
    return {all.empty() ? "COUNTA(" + whole_column(context, Calculation::indicator) + ")"
                        : "COUNTIFS(" + all.substr(1) + ")",
            count};
}

render::FormulaCell mean_of(const Context& context, const Selection& selection, Missing missing) {
    calc::RollUp sums;
    for (const Line& line : context.standings.lines) {
        if (line.assessment != nullptr && is_selected(context, selection, line)) {
            sums.add(*line.assessment, weight_of(line));
        }
    }
    const std::optional<base::Decimal> mean =
        missing == Missing::excluded ? sums.mean_rate() : sums.mean_rate_missing_as_zero();
    const std::string conditions = condition(context, selection);
    const std::string rates = "SUMIFS(" + whole_column(context, Calculation::weighted_rate) + "," +
                              whole_column(context, Calculation::standing) + ",\"<>\"" +
                              conditions + ")";
    const std::string criterion = missing == Missing::excluded
                                      ? in_quotes("<>" + context.label(Standing::missing))
                                      : in_quotes("<>");
    const std::string weights = "SUMIFS(" + whole_column(context, Calculation::weight) + "," +
                                whole_column(context, Calculation::standing) + "," + criterion +
                                conditions + ")";
    render::FormulaCell cell{"IFERROR(" + rates + "/" + weights + ",\"―\")", std::string("―")};
    if (mean) {
        cell.cached = mean->shifted(-2);
    }
    return cell;
}

std::string policy_key(const Context& context, const plan::Group* policy) {
    if (policy == nullptr) {
        return context.words("(なし)", "(none)");
    }
    return policy->label.empty() ? policy->title : policy->label;
}

std::string department_key(const Context& context, std::string_view department) {
    return department.empty() ? context.words("(記載なし)", "(none)") : std::string(department);
}

base::Decimal weight_of(const Line& line) {
    return line.indicator == nullptr ? base::Decimal(1)
                                     : line.indicator->weight.value_or(base::Decimal(1));
}

}  // namespace shinchoku::report
