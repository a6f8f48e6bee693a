#include "report/formulas.h"

#include <algorithm>

#include "layout/identity.h"
#include "report/look.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

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

// 「算定」で主管課「納税課」、
std::string told(const Context& context, const Selection& selection) {
    const Wording& words = context.words;
    std::string text = words("「", "On ") + context.calculation->name() + words("」で", "");
    if (selection.column) {
        const bool by_policy = *selection.column == Calculation::policy;
        text += words(by_policy ? "基本方針「" : "主管課「",
                      by_policy ? ", policy " : ", department ") +
                selection.matches + words("」、", "");
    }
    return text;
}

template <class Holds>
base::Decimal count_lines(const Context& context, const Selection& selection, Holds holds) {
    const auto& lines = context.standings.lines;
    return base::Decimal(std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
        return is_selected(context, selection, line) && holds(line);
    }));
}

bool is_by_plans_scheme(const Context& context, const Line& line) {
    return &scheme_of(context.input, line) == context.input.scheme;
}

// Where all are graded by the plan's scheme a count needs no condition.
std::string condition_of_scheme(const Context& context) {
    if (!has_other_schemes(context)) {
        return "";
    }
    return "," + whole_column(context, Calculation::scheme) + "," +
           in_formula_quotes(context.input.scheme->id);
}

// What a mean is taken over, for telling it.
struct MeanOver {
    std::size_t rates = 0;
    std::size_t blanks = 0;
    bool weighted = false;

    [[nodiscard]] std::string told(const Wording& words, Missing missing) const {
        const std::string all = std::to_string(rates + blanks);
        const std::string counted = std::to_string(rates);
        const std::string empty = std::to_string(blanks);
        const std::string text =
            missing == Missing::excluded
                ? words("達成率のある" + counted + "指標の平均。未入力" + empty +
                            "件、ほかに達成率のない行は含まない",
                        ": the mean of the " + counted + " with a rate; " + empty +
                            " blank and others without a rate are left out")
                : words("達成率のある" + counted + "指標と、0%とみなした未入力" + empty +
                            "件の平均(計" + all + "件)",
                        ": the mean of the " + counted + " with a rate and of " + empty +
                            " blank taken for 0% (" + all + " in all)");
        return text + (weighted ? words("。重みを掛ける: Σ重み×達成率÷Σ重み",
                                        "; weighted: sum of weight × rate / sum of weights")
                                : words("。重みはすべて1", "; all weights are 1"));
    }
};

}  // namespace

base::CellRef calculation_cell(std::size_t line, Calculation column) {
    return {first_data_row + static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

std::string in_formula_quotes(std::string_view text) {
    std::string inner(text);
    for (std::size_t at = inner.find('"'); at != std::string::npos; at = inner.find('"', at + 2)) {
        inner.insert(at, 1, '"');
    }
    return "\"" + inner + "\"";
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
    const Wording& words = context.words;
    const std::string label = context.label(standing);
    return {"COUNTIFS(" + whole_column(context, Calculation::standing) + "," +
                in_formula_quotes(label) + condition(context, selection) + ")",
            count_lines(context,
                        selection,
                        [&](const Line& line) {
                            return line.indicator != nullptr && line.standing == standing;
                        }),
            told(context, selection) +
                words("状態「" + label + "」の行を数える", ": how many have the status " + label)};
}

render::FormulaCell count_of_grade(const Context& context,
                                   const Selection& selection,
                                   const std::string& grade) {
    const Wording& words = context.words;
    return {"COUNTIFS(" + whole_column(context, Calculation::grade) + "," +
                in_formula_quotes(grade) + condition_of_scheme(context) +
                condition(context, selection) + ")",
            count_lines(context,
                        selection,
                        [&](const Line& line) {
                            return is_by_plans_scheme(context, line) &&
                                   line.counted_grade(*context.input.scheme) == grade;
                        }),
            told(context, selection) +
                words("評価「" + grade + "」の行を数える", ": how many have the grade " + grade)};
}

bool has_other_schemes(const Context& context) {
    const auto& lines = context.standings.lines;
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        return !is_by_plans_scheme(context, line) &&
               !line.counted_grade(scheme_of(context.input, line)).empty();
    });
}

bool is_graded_otherwise(const Context& context, const Line& line) {
    const std::string_view grade = line.counted_grade(scheme_of(context.input, line));
    const auto& grades = context.input.scheme->grades;
    return !grade.empty() &&
           (!is_by_plans_scheme(context, line) ||
            std::none_of(grades.begin(), grades.end(), [&](const calc::Grade& each) {
                return each.name == grade;
            }));
}

render::FormulaCell count_of_other_grades(const Context& context, const Selection& selection) {
    const calc::Scheme& scheme = *context.input.scheme;
    render::FormulaCell cell{
        "COUNTIFS(" + whole_column(context, Calculation::grade) + ",\"?*\"" +
            condition(context, selection) + ")",
        count_lines(context,
                    selection,
                    [&](const Line& line) { return is_graded_otherwise(context, line); }),
        told(context, selection) +
            context.words("評価のある行のうち、左の列のどれにも入らないもの",
                          ": the graded ones that none of the columns to the left counts")};
    for (const calc::Grade& grade : scheme.grades) {
        cell.formula += "-" + count_of_grade(context, selection, grade.name).formula;
    }
    return cell;
}

render::FormulaCell count_of_lines(const Context& context, const Selection& selection) {
    const base::Decimal count =
        count_lines(context, selection, [](const Line& line) { return line.indicator != nullptr; });
    return {"COUNTIFS(" + whole_column(context, Calculation::standing) + "," +
                in_formula_quotes("<>" + context.label_of_no_indicator()) +
                condition(context, selection) + ")",
            count,
            told(context, selection) + context.words("指標のある行を数える(1行が1指標)",
                                                     ": how many there are, one an indicator")};
}

render::FormulaCell mean_of(const Context& context, const Selection& selection, Missing missing) {
    calc::RollUp sums;
    MeanOver over;
    for (const Line& line : context.standings.lines) {
        if (line.assessment != nullptr && is_selected(context, selection, line)) {
            sums.add(*line.assessment, weight_of(line));
            over.rates += line.assessment->rate ? 1U : 0U;
            over.blanks += line.standing == Standing::missing ? 1U : 0U;
            over.weighted = over.weighted || weight_of(line) != base::Decimal(1);
        }
    }
    const std::optional<base::Decimal> mean =
        missing == Missing::excluded ? sums.mean_rate() : sums.mean_rate_missing_as_zero();
    const std::string conditions = condition(context, selection);
    const std::string rates = "SUMIFS(" + whole_column(context, Calculation::weighted_rate) + "," +
                              whole_column(context, Calculation::standing) + ",\"<>\"" +
                              conditions + ")";
    const std::string criterion = missing == Missing::excluded
                                      ? in_formula_quotes("<>" + context.label(Standing::missing))
                                      : in_formula_quotes("<>");
    const std::string weights = "SUMIFS(" + whole_column(context, Calculation::weight) + "," +
                                whole_column(context, Calculation::standing) + "," + criterion +
                                conditions + ")";
    render::FormulaCell cell{"IFERROR(" + rates + "/" + weights + ",\"―\")", std::string("―")};
    if (mean) {
        cell.cached = mean->shifted(-2);
    }
    cell.basis = told(context, selection) + over.told(context.words, missing);
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
