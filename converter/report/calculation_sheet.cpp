#include "report/basis.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

std::vector<Column> calculation_columns(const Context& context) {
    const Wording& words = context.words;
    std::vector<Column> columns = {{words("指標", "Indicator"), 10},
                                   {words("基本方針", "Policy"), 12},
                                   {words("主管課", "Department"), 16},
                                   {words("年度", "Year"), 11},
                                   {words("算定方法", "Method"), 20},
                                   {words("基準値", "Baseline"), 14},
                                   {words("目標値", "Target"), 14},
                                   {words("実績値", "Actual"), 14},
                                   {words("最終目標値", "Final target"), 14},
                                   {words("達成率", "Rate"), 10},
                                   {words("評価", "Grade"), 6},
                                   {words("重み", "Weight"), 7},
                                   {words("重み×\n達成率", "Weight\n× rate"), 10},
                                   {words("状態", "Status"), 10},
                                   {words("算定根拠", "How it was calculated"), 60}};
    if (has_other_schemes(context)) {
        columns.push_back({words("評価の基準", "Scheme"), 14});
    }
    return columns;
}

render::Content number_or_blank(const std::optional<base::Decimal>& number) {
    if (!number) {
        return std::monostate{};
    }
    return *number;
}

// Only what enters a mean has a weight: a rate, or a blank that counts as 0 for contrast.
void write_weights(const Context& context, const Line& line, std::size_t row) {
    const auto at = [&](Calculation column) { return calculation_cell(row, column); };
    const bool has_rate = line.assessment != nullptr && line.assessment->rate;
    render::Content weight;
    render::Content weighted;
    if (has_rate || line.standing == Standing::missing) {
        weight = weight_of(line);
    }
    if (has_rate) {
        weighted = render::FormulaCell{
            base::to_a1(at(Calculation::weight)) + "*" + base::to_a1(at(Calculation::rate)),
            weight_of(line) * line.assessment->rate->rounded(14).shifted(-2)};
    }
    context.calculation->write(at(Calculation::weight), weight, number_style());
    context.calculation->write(at(Calculation::weighted_rate), weighted, rate_style());
    context.calculation->explain(
        at(Calculation::weight),
        has_rate ? basis_of_weight(context, line)
                 : basis_of_weight(context, line) +
                       context.words("。未入力を0とみなす平均だけに使う",
                                     "; only used in means that take blanks for 0"));
    context.calculation->explain(at(Calculation::weighted_rate),
                                 context.words("重みに達成率を掛けた値", "Weight times rate"));
}

void write_numbers(const Context& context, const Line& line, std::size_t row) {
    const auto write = [&](Calculation column, const render::Content& content, UsedFigure figure) {
        render::CellStyle style = number_style();
        // Yen of a whole city are long, and a cell too narrow shows nothing of them.
        style.shrink = true;
        context.calculation->write(calculation_cell(row, column), content, style);
        if (!std::holds_alternative<std::monostate>(content)) {
            context.calculation->explain(calculation_cell(row, column),
                                         basis_of_figure(context, line, figure));
        }
    };
    const calc::Assessment none;
    const calc::Assessment& used = line.assessment == nullptr ? none : *line.assessment;
    write(Calculation::baseline, number_or_blank(used.baseline), UsedFigure::baseline);
    write(Calculation::target, target_content(line, row), UsedFigure::target);
    write(Calculation::actual, actual_content(line), UsedFigure::actual);
    write(Calculation::final_target, number_or_blank(used.final_target), UsedFigure::final_target);
}

void write_calculated(const Context& context, const Line& line, std::size_t row) {
    const auto write = [&](Calculation column,
                           const render::Content& content,
                           const render::CellStyle& style,
                           const auto& basis) {
        context.calculation->write(calculation_cell(row, column), content, style);
        if (!std::holds_alternative<std::monostate>(content)) {
            context.calculation->explain(calculation_cell(row, column),
                                         basis(context, *line.assessment));
        }
    };
    write(Calculation::rate, rate_content(context, row), rate_style(), basis_of_rate);
    const render::Content grade = grade_content(context, row);
    if (scheme_of(context.input, line).basis == calc::Basis::person) {
        context.calculation->write(
            calculation_cell(row, Calculation::grade), grade, center_style());
        return;
    }
    write(Calculation::grade, grade, center_style(), basis_of_grade);
}

void write_line(const Context& context, const Line& line, std::size_t row) {
    render::SheetWriter& sheet = *context.calculation;
    const Wording& words = context.words;
    const auto at = [&](Calculation column) { return calculation_cell(row, column); };
    const std::string& id = line.indicator == nullptr ? line.measure->id : line.indicator->id;
    sheet.write(at(Calculation::indicator), id, text_style());
    sheet.write(at(Calculation::policy), policy_key(context, line.policy), text_style());
    sheet.write(
        at(Calculation::department), department_key(context, line.department()), text_style());
    sheet.write(at(Calculation::year), words.fiscal_year(context.standings.year), center_style());
    const bool has_method = line.assessment != nullptr && line.assessment->method;
    sheet.write(at(Calculation::method),
                has_method ? words(calc::label_of(*line.assessment->method)) : "",
                center_style());
    write_numbers(context, line, row);
    write_calculated(context, line, row);
    write_weights(context, line, row);
    sheet.write(
        at(Calculation::standing),
        line.indicator == nullptr ? context.label_of_no_indicator() : context.label(line.standing),
        context.style(line.standing));
    const std::string trace = line.assessment == nullptr ? "" : words(line.assessment->trace);
    sheet.write(at(Calculation::trace), trace, text_style());
    if (has_other_schemes(context)) {
        sheet.write(at(Calculation::scheme), scheme_of(context.input, line).id, center_style());
    }
    sheet.set_row_height(
        first_data_row + static_cast<std::uint32_t>(row),
        height_points({{trace, 60}, {department_key(context, line.department()), 16}}));
}

}  // namespace

void write_calculation(const Context& context) {
    const std::vector<Column> columns = calculation_columns(context);
    begin_table(*context.calculation,
                context.words("達成率の算定", "How the rates were calculated"),
                context.subtitle(),
                columns);
    const auto& lines = context.standings.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        write_line(context, lines[i], i);
    }
    end_table(*context.calculation,
              landscape_page(context.input.reading->plan.title),
              columns,
              lines.size(),
              1);
}

}  // namespace shinchoku::report
