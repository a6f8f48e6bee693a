#include <algorithm>

#include "plan/value_reading.h"
#include "report/basis.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/trend.h"

namespace shinchoku::report {
namespace {

enum MeasureColumn : std::uint32_t {
    number,
    policy,
    title,
    department,
    indicator,
    target,
    actual,
    rate,
    grade,
    own_grade,
    mark,
    standing,
    trend,
    findings,
    form
};

constexpr double title_width = 34;
constexpr double department_width = 14;
constexpr double indicator_width = 34;
constexpr double value_width = 15;
constexpr double narrowest_trend = 8;
constexpr std::uint32_t differing_fill = 0xFFF6DD;

// A block of the trend is as wide as two letters.
double trend_width(const Context& context) {
    const int years = context.standings.year - context.input.reading->plan.first_year + 1;
    return std::max(narrowest_trend, 2.0 * years + 2);
}

std::vector<Column> columns_of(const Context& context) {
    const Wording& words = context.words;
    return {{words("番号", "No."), 8},
            {words("基本方針", "Policy"), 11},
            {words("施策・取組み", "Measure"), title_width},
            {words("主管課", "Department"), department_width},
            {words("指標", "Indicator"), indicator_width},
            {words("目標", "Target"), value_width},
            {words("実績", "Actual"), value_width},
            {words("達成率", "Rate"), 10},
            {words("評価", "Grade"), 6},
            {words("自己\n評価", "Own\ngrade"), 6},
            {words("印", "Mark"), 5},
            {words("状態", "Status"), 11},
            {words("推移", "Trend"), trend_width(context)},
            {words("所見", "Findings"), 7},
            {words("様式", "Form"), 7}};
}

// A figure stays a number in its own format where the cell was one, words stay words.
struct Shown {
    render::Content content;
    render::CellStyle style;
};
Shown shown_value(const plan::Value& value) {
    if (value.stored) {
        render::CellStyle style = number_style();
        style.number_format = value.format.value_or("General");
        return {*value.stored, style};
    }
    return {
        plan::print_value(value),
        value.is<plan::Milestone>() || value.is<plan::Relative>() ? text_style() : right_style()};
}

void write_value(render::SheetWriter& sheet, base::CellRef at, const plan::Value* value) {
    const Shown shown =
        value == nullptr ? Shown{std::monostate{}, text_style()} : shown_value(*value);
    sheet.write(at, shown.content, shown.style);
}

// The rate and grade of a line live on the sheet of calculations; absolute references survive
// sorting.
void write_rate_and_grade(const Context& context, const Line& line, std::size_t i) {
    const auto row = first_data_row + static_cast<std::uint32_t>(i);
    render::SheetWriter& sheet = *context.measures;
    render::Content rate_shown;
    render::Content grade_shown;
    if (line.assessment != nullptr && line.assessment->rate) {
        rate_shown = render::FormulaCell{reference(context, i, Calculation::rate),
                                         line.assessment->rate->rounded(14).shifted(-2)};
    }
    if (line.assessment != nullptr && !line.assessment->grade.empty()) {
        grade_shown =
            render::FormulaCell{reference(context, i, Calculation::grade), line.assessment->grade};
    }
    sheet.write({row, rate}, rate_shown, rate_style());
    sheet.write({row, grade}, grade_shown, center_style());
    const std::string own = line.evaluation == nullptr ? "" : line.evaluation->grade;
    render::CellStyle own_style = center_style();
    if (line.assessment != nullptr && !own.empty() && !line.assessment->grade.empty() &&
        own != line.assessment->grade) {
        own_style.number_format = "\"≠\"@";  // seen before the letter; the cell holds the letter
        own_style.fill = differing_fill;
        own_style.bold = true;
    }
    sheet.write({row, own_grade}, own, own_style);
}

render::CellStyle trend_style() {
    render::CellStyle style = center_style();
    style.font = "ＭＳ ゴシック";  // its blocks stand on one line and are of one width
    style.wrap = false;
    return style;
}

void write_note(const Context& context, const std::vector<Column>& columns, std::uint32_t row) {
    const std::string note = context.words(
        "達成率の棒は0%から100%"
        "まで。「≠」は、自己評価が計算した評価と違うもの。推移は、計画の最初の年度からの"
        "実績を一年一文字で表す。▁がその行の最小、█が最大(基準値と最終目標を含む)"
        "、・は実績のない年。"
        "高さは数の大きさで、よしあしではない。",
        "Bars of the rates run from 0% to 100%. \"≠\": the department's own grade differs from the "
        "computed one. Trend: the actuals since the first year of the plan, one character a year; "
        "▁ is the least of the row and █ the greatest (baseline and final target included), "
        "・ a year without an actual. Height is size, not merit.");
    double width = 0;
    for (const Column& column : columns) {
        width += column.width_chars;
    }
    const auto last = static_cast<std::uint32_t>(columns.size() - 1);
    context.measures->merge({{row, 0}, {row, last}}, note, note_style());
    context.measures->set_row_height(row, height_points({{note, width}}, 9) + 4);
}

void explain_numbers(const Context& context, const Line& line, std::uint32_t row) {
    render::SheetWriter& sheet = *context.measures;
    if (line.entry != nullptr && line.entry->target.stored) {
        sheet.explain({row, target}, source_of(context, line, UsedFigure::target));
    }
    if (line.entry != nullptr && line.entry->actual.stored) {
        sheet.explain({row, actual}, source_of(context, line, UsedFigure::actual));
    }
    if (line.errors + line.warnings > 0) {
        sheet.explain({row, findings},
                      context.words("この施策についての所見の数。エラー ",
                                    "Findings on this measure: errors ") +
                          std::to_string(line.errors) + context.words("、警告 ", ", warnings ") +
                          std::to_string(line.warnings));
    }
}

void write_line(const Context& context,
                const AssessmentsByYear& assessments,
                const Line& line,
                std::size_t i) {
    const auto row = first_data_row + static_cast<std::uint32_t>(i);
    render::SheetWriter& sheet = *context.measures;
    const plan::Measure& measure = *line.measure;
    const std::string departments = departments_of(measure);
    const std::string name = line.indicator == nullptr ? "" : line.indicator->name;
    sheet.write({row, number}, measure.id, center_style());
    sheet.write({row, policy}, policy_key(context, line.policy), text_style());
    sheet.write({row, title}, measure.title, text_style());
    sheet.write({row, department}, departments, text_style());
    sheet.write({row, indicator}, name, text_style());
    write_value(sheet, {row, target}, line.entry == nullptr ? nullptr : &line.entry->target);
    write_value(sheet, {row, actual}, line.entry == nullptr ? nullptr : &line.entry->actual);
    write_rate_and_grade(context, line, i);
    sheet.write({row, mark}, std::string(context.mark(line)), center_style());
    sheet.write({row, standing}, context.label(line.standing), context.style(line.standing));
    sheet.write({row, trend},
                blocks_of(trend_of(context, assessments, line), context.standings.year),
                trend_style());
    const int count = line.errors + line.warnings;
    sheet.write({row, findings},
                count == 0 ? render::Content() : render::Content(base::Decimal(count)),
                count_style());
    explain_numbers(context, line, row);
    const bool has_form = !context.forms.empty() && line.standing != Standing::not_returned;
    sheet.write(
        {row, form},
        has_form
            ? render::Content(render::InternalLink{
                  context.forms[line.measure_index]->name(), {0, 0}, context.words("開く", "Open")})
            : render::Content(),
        has_form ? link_style() : center_style());
    const auto text_of = [&](const plan::Value plan::YearEntry::*side) {
        return line.entry == nullptr ? std::string() : plan::print_value(line.entry->*side);
    };
    sheet.set_row_height(row,
                         height_points({{measure.title, title_width},
                                        {departments, department_width},
                                        {name, indicator_width},
                                        {text_of(&plan::YearEntry::target), value_width},
                                        {text_of(&plan::YearEntry::actual), value_width}}));
}

}  // namespace

void write_measures(const Context& context) {
    const std::vector<Column> columns = columns_of(context);
    const AssessmentsByYear assessments(context.input);
    begin_table(
        *context.measures, context.words("施策一覧", "All measures"), context.subtitle(), columns);
    const auto& lines = context.standings.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        write_line(context, assessments, lines[i], i);
    }
    if (!lines.empty()) {
        const auto last_row = heading_row + static_cast<std::uint32_t>(lines.size());
        context.measures->add_data_bar({.range = {{first_data_row, rate}, {last_row, rate}},
                                        .low = base::Decimal(),
                                        .high = base::Decimal(1)});
        write_note(context, columns, last_row + 2);
    }
    end_table(*context.measures,
              landscape_page(context.input.reading->plan.title),
              columns,
              lines.size(),
              title + 1);
}

}  // namespace shinchoku::report
