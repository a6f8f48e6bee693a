#include "report/formulas.h"

#include <algorithm>

#include "layout/identity.h"
#include "report/look.h"

namespace shinchoku::report {
namespace {

using calc::Method;

// The cells of a line that a formula names: "G5", relative, so that rows can be copied.
struct Cells {
    std::string baseline, target, actual, final_target, elapsed, rate;
};

Cells cells_of(std::size_t line) {
    const auto name = [&](Calculation column) {
        return base::to_a1(calculation_cell(line, column));
    };
    return {name(Calculation::baseline),
            name(Calculation::target),
            name(Calculation::actual),
            name(Calculation::final_target),
            name(Calculation::elapsed),
            name(Calculation::rate)};
}

std::string choose(const std::string& condition, const std::string& yes, const std::string& no) {
    return "IF(" + condition + "," + yes + "," + no + ")";
}

bool lower_is_better(const Line& line) {
    return line.indicator->direction == plan::Direction::down;
}

std::string keep_formula(const Line& line, const Cells& c) {
    const base::Decimal tolerance = line.indicator->tolerance.value_or(base::Decimal());
    const std::string slack = tolerance.is_zero() ? "" : tolerance.to_string();
    if (lower_is_better(line)) {
        const std::string edge = c.target + (slack.empty() ? "" : "+" + slack);
        return choose(c.actual + "<=" + edge, "1", "2-" + c.actual + "/" + c.target);
    }
    const std::string edge = c.target + (slack.empty() ? "" : "-" + slack);
    return choose(c.actual + ">=" + edge, "1", c.actual + "/" + c.target);
}

std::optional<std::string> limit_formula(const Line& line, const Cells& c) {
    const plan::Bound* bound =
        line.entry == nullptr ? nullptr : line.entry->target.as<plan::Bound>();
    if (bound == nullptr) {
        return std::nullopt;
    }
    switch (bound->comparator) {
        case plan::Comparator::at_most:
            return choose(c.actual + "<=" + c.target, "1", c.target + "/" + c.actual);
        case plan::Comparator::below:
            return choose(c.actual + "<" + c.target, "1", c.target + "/" + c.actual);
        case plan::Comparator::at_least:
            return choose(c.actual + ">=" + c.target, "1", c.actual + "/" + c.target);
        case plan::Comparator::above:
            return choose(c.actual + ">" + c.target, "1", c.actual + "/" + c.target);
    }
    return std::nullopt;
}

std::optional<std::string> method_formula(const Line& line, const Cells& c) {
    const std::string way = "(" + c.actual + "-" + c.baseline + ")/(";
    switch (*line.assessment->method) {
        case Method::simple:
            return c.actual + "/" + c.target;
        case Method::inverse:
            return c.target + "/" + c.actual;
        case Method::mirror:
            return "2-" + c.actual + "/" + c.target;
        case Method::progress:
            return way + c.target + "-" + c.baseline + ")";
        case Method::pace:
            return way + "(" + c.final_target + "-" + c.baseline + ")*" + c.elapsed + ")";
        case Method::keep:
            return keep_formula(line, c);
        case Method::limit:
            return limit_formula(line, c);
        case Method::cumulative:
            return lower_is_better(line) ? c.target + "/" + c.actual : c.actual + "/" + c.target;
        case Method::trend:
        case Method::steps:
            return std::nullopt;
    }
    return std::nullopt;
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

std::optional<std::string> rate_formula(const Line& line, std::size_t row_of_line) {
    if (line.assessment == nullptr || !line.assessment->rate || !line.assessment->method) {
        return std::nullopt;
    }
    return method_formula(line, cells_of(row_of_line));
}

std::optional<std::string> grade_formula(const Line& line,
                                         const calc::Scheme& scheme,
                                         std::size_t row_of_line) {
    if (line.assessment == nullptr || !line.assessment->rate || scheme.steps.empty()) {
        return std::nullopt;
    }
    const auto step = std::find_if(
        scheme.steps.begin(), scheme.steps.end() - 1, [&](const calc::GradeStep& each) {
            return line.assessment->rate->compare(each.at_least_percent) >= 0;
        });
    if (step->grade != line.assessment->grade) {
        return std::nullopt;
    }
    // Ten decimals: a double may fall short of a threshold that the exact rate reaches.
    const std::string rate = "ROUND(" + cells_of(row_of_line).rate + "*100,10)";
    std::string formula = in_quotes(scheme.steps.back().grade);
    for (auto each = scheme.steps.rbegin() + 1; each != scheme.steps.rend(); ++each) {
        formula = choose(
            rate + ">=" + each->at_least_percent.to_string(), in_quotes(each->grade), formula);
    }
    return formula;
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
                in_quotes(context.words(label_of(standing))) + condition(context, selection) + ")",
            count_lines(
                context, selection, [&](const Line& line) { return line.standing == standing; })};
}

render::FormulaCell count_of_grade(const Context& context,
                                   const Selection& selection,
                                   const std::string& grade) {
    return {"COUNTIFS(" + whole_column(context, Calculation::grade) + "," + in_quotes(grade) +
                condition(context, selection) + ")",
            count_lines(context, selection, [&](const Line& line) {
                return line.assessment != nullptr && line.assessment->grade == grade;
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
    std::string conditions = condition(context, selection);
    const std::string rates = "SUMIFS(" + whole_column(context, Calculation::weighted_rate) + "," +
                              whole_column(context, Calculation::standing) + ",\"<>\"" +
                              conditions + ")";
    const std::string criterion = missing == Missing::excluded
                                      ? in_quotes("<>" + context.words(label_of(Standing::missing)))
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
