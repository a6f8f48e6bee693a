#include "plan/value_reading.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"

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
    findings,
    form
};

constexpr double title_width = 34;
constexpr double department_width = 14;
constexpr double indicator_width = 34;
constexpr double value_width = 15;

std::vector<Column> columns_of(const Wording& words) {
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
    sheet.write({row, own_grade},
                line.evaluation == nullptr ? std::string() : line.evaluation->grade,
                center_style());
}

void write_line(const Context& context, const Line& line, std::size_t i) {
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
    const int count = line.errors + line.warnings;
    sheet.write({row, findings},
                count == 0 ? render::Content() : render::Content(base::Decimal(count)),
                count_style());
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
    const std::vector<Column> columns = columns_of(context.words);
    begin_table(
        *context.measures, context.words("施策一覧", "All measures"), context.subtitle(), columns);
    const auto& lines = context.standings.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        write_line(context, lines[i], i);
    }
    end_table(*context.measures,
              landscape_page(context.input.reading->plan.title),
              columns,
              lines.size(),
              title + 1);
}

}  // namespace shinchoku::report
