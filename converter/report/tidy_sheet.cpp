#include <array>
#include <map>

#include "plan/value_reading.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {
namespace {

// A machine reads this sheet: one head row from A1, one row an indicator and year, one datum a
// cell, numbers as numbers with their unit beside them, no merges, no formulas, no line breaks.

struct Entry {
    const plan::Measure& measure;
    const plan::Indicator& indicator;
    const plan::YearEntry& year;
    const plan::Evaluation* evaluation = nullptr;
    const calc::Assessment* assessment = nullptr;
    std::vector<const plan::Group*> path;
};

std::string one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return line;
}

// The one number a value stands for, in its own unit; nothing for words.
render::Content number_of(const plan::Value& value) {
    if (const auto* number = value.as<plan::Number>()) {
        return number->number;
    }
    if (const auto* bound = value.as<plan::Bound>()) {
        return bound->number;
    }
    return std::monostate{};
}

std::string unit_of(const plan::Indicator& indicator, const plan::Value& value) {
    const plan::UnitAndForm* form = plan::form_of(value);
    return form != nullptr && form->unit ? *form->unit : indicator.unit.value_or("");
}

// Words only: a figure stands in the column of numbers, a dash says nothing its kind does not.
std::string words_of(const plan::Value& value) {
    const bool says_more = !value.is<plan::Number>() && !value.is<plan::None>();
    return says_more ? one_line(plan::print_value(value)) : "";
}

render::Content rate_of(const calc::Assessment* assessment) {
    if (assessment == nullptr || !assessment->rate) {
        return std::monostate{};
    }
    return assessment->rate->rounded(12);
}

struct TidyColumn {
    base::Text heading;
    double width_chars;
    render::Content (*content)(const Context&, const Entry&);
};

const calc::Assessment& assessed(const Entry& e) {
    static const calc::Assessment none;
    return e.assessment == nullptr ? none : *e.assessment;
}
const plan::Evaluation& evaluated(const Entry& e) {
    static const plan::Evaluation none;
    return e.evaluation == nullptr ? none : *e.evaluation;
}

std::string group_title(const Entry& e, bool nearest) {
    if (e.path.empty()) {
        return "";
    }
    return one_line(nearest ? e.path.back()->title : e.path.front()->title);
}

const std::vector<TidyColumn>& plan_columns() {
    static const std::vector<TidyColumn> columns = {
        {{"団体コード", "municipality_code"},
         11,
         [](const Context& c, const Entry&) -> render::Content {
             return c.input.reading->plan.municipality_code;
         }},
        {{"団体名", "municipality"},
         14,
         [](const Context& c, const Entry&) -> render::Content {
             return c.input.reading->plan.municipality;
         }},
        {{"計画名", "plan"},
         30,
         [](const Context& c, const Entry&) -> render::Content {
             return c.input.reading->plan.title;
         }},
        {{"基本方針", "policy"},
         30,
         [](const Context&, const Entry& e) -> render::Content { return group_title(e, false); }},
        {{"項目", "group"},
         30,
         [](const Context&, const Entry& e) -> render::Content { return group_title(e, true); }},
    };
    return columns;
}

const std::vector<TidyColumn>& measure_columns() {
    static const std::vector<TidyColumn> columns = {
        {{"施策番号", "measure_id"},
         10,
         [](const Context&, const Entry& e) -> render::Content { return e.measure.id; }},
        {{"施策名", "measure"},
         30,
         [](const Context&, const Entry& e) -> render::Content {
             return one_line(e.measure.title);
         }},
        {{"主管課", "departments"},
         16,
         [](const Context&, const Entry& e) -> render::Content {
             return departments_of(e.measure);
         }},
        {{"指標番号", "indicator_id"},
         10,
         [](const Context&, const Entry& e) -> render::Content { return e.indicator.id; }},
        {{"指標名", "indicator"},
         30,
         [](const Context&, const Entry& e) -> render::Content {
             return one_line(e.indicator.name);
         }},
        {{"年度(西暦)", "fiscal_year"},
         10,
         [](const Context&, const Entry& e) -> render::Content {
             return base::Decimal(e.year.year);
         }},
        {{"年度(和暦)", "fiscal_year_era"},
         12,
         [](const Context&, const Entry& e) -> render::Content {
             return plan::write_fiscal_year("令和8年度", e.year.year);
         }},
    };
    return columns;
}

const std::vector<TidyColumn>& figure_columns() {
    static const std::vector<TidyColumn> columns = {
        {{"目標値", "target"},
         12,
         [](const Context&, const Entry& e) -> render::Content {
             return number_of(e.year.target);
         }},
        {{"目標の単位", "target_unit"},
         10,
         [](const Context&, const Entry& e) -> render::Content {
             return unit_of(e.indicator, e.year.target);
         }},
        {{"目標(言葉)", "target_text"},
         24,
         [](const Context&, const Entry& e) -> render::Content { return words_of(e.year.target); }},
        {{"目標の種類", "target_kind"},
         11,
         [](const Context&, const Entry& e) -> render::Content {
             return std::string(plan::kind_name(e.year.target));
         }},
        {{"実績値", "actual"},
         12,
         [](const Context&, const Entry& e) -> render::Content {
             return number_of(e.year.actual);
         }},
        {{"実績の単位", "actual_unit"},
         10,
         [](const Context&, const Entry& e) -> render::Content {
             return unit_of(e.indicator, e.year.actual);
         }},
        {{"実績(言葉)", "actual_text"},
         24,
         [](const Context&, const Entry& e) -> render::Content { return words_of(e.year.actual); }},
        {{"実績の種類", "actual_kind"},
         11,
         [](const Context&, const Entry& e) -> render::Content {
             return std::string(plan::kind_name(e.year.actual));
         }},
    };
    return columns;
}

const std::vector<TidyColumn>& result_columns() {
    static const std::vector<TidyColumn> columns = {
        {{"算定方法", "method"},
         10,
         [](const Context&, const Entry& e) -> render::Content {
             return assessed(e).method ? std::string(calc::name_of(*assessed(e).method)) : "";
         }},
        {{"達成率(%)", "rate_percent"},
         11,
         [](const Context&, const Entry& e) -> render::Content { return rate_of(e.assessment); }},
        {{"評価", "grade"},
         6,
         [](const Context&, const Entry& e) -> render::Content { return assessed(e).grade; }},
        {{"自己評価", "own_grade"},
         9,
         [](const Context&, const Entry& e) -> render::Content { return evaluated(e).grade; }},
        {{"状態", "status"},
         12,
         [](const Context&, const Entry& e) -> render::Content {
             return std::string(e.assessment == nullptr ? "" : calc::name_of(e.assessment->status));
         }},
        {{"評価の理由", "reason"},
         30,
         [](const Context&, const Entry& e) -> render::Content {
             return one_line(evaluated(e).reason);
         }},
        {{"今後の方向性", "next"},
         14,
         [](const Context&, const Entry& e) -> render::Content {
             return one_line(evaluated(e).next);
         }},
        {{"算定根拠", "trace"},
         40,
         [](const Context& c, const Entry& e) -> render::Content {
             return one_line(c.words(assessed(e).trace));
         }},
    };
    return columns;
}

std::array<const std::vector<TidyColumn>*, 4> all_columns() {
    return {&plan_columns(), &measure_columns(), &figure_columns(), &result_columns()};
}

using AssessmentsByKey = std::map<std::pair<std::string_view, int>, const calc::Assessment*>;

// One that names no year belongs to none of the rows.
const plan::Evaluation* evaluation_in(const plan::Measure& measure,
                                      const plan::Indicator& indicator,
                                      int year) {
    const plan::Evaluation* found = evaluation_of(measure, &indicator, year);
    return found != nullptr && found->year ? found : nullptr;
}

void write_row(const Context& context, const Entry& entry, std::uint32_t row) {
    std::uint32_t column = 0;
    std::vector<std::string> texts;
    std::vector<double> widths;
    for (const auto* columns : all_columns()) {
        for (const TidyColumn& each : *columns) {
            render::Content content = each.content(context, entry);
            const auto* text = std::get_if<std::string>(&content);
            if (text != nullptr) {
                texts.push_back(*text);
                widths.push_back(each.width_chars);
            }
            if (text != nullptr && text->empty()) {
                content = std::monostate{};
            }
            context.tidy->write({row, column++}, content, text_style());
        }
    }
    std::vector<Wrapped> cells;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        cells.push_back({texts[i], widths[i]});
    }
    context.tidy->set_row_height(row, height_points(cells));
}

std::uint32_t write_head(const Context& context) {
    std::uint32_t column = 0;
    for (const auto* columns : all_columns()) {
        for (const TidyColumn& each : *columns) {
            context.tidy->set_column_width(column, column, each.width_chars);
            context.tidy->write({0, column++}, context.words(each.heading), head_style());
        }
    }
    return column;
}

}  // namespace

void write_tidy(const Context& context) {
    const std::uint32_t columns = write_head(context);
    AssessmentsByKey assessments;
    for (const calc::Assessment& each : *context.input.assessments) {
        assessments.emplace(std::pair(std::string_view(each.indicator), each.year), &each);
    }
    const plan::Plan& plan = context.input.reading->plan;
    std::uint32_t row = 1;
    for (const std::size_t index : context.standings.order) {
        const plan::Measure& measure = plan.measures[index];
        const std::vector<const plan::Group*> path = plan::group_path(plan, measure.group);
        for (const plan::Indicator& indicator : measure.indicators) {
            for (const plan::YearEntry& year : indicator.years) {
                const auto found = assessments.find({indicator.id, year.year});
                write_row(context,
                          {.measure = measure,
                           .indicator = indicator,
                           .year = year,
                           .evaluation = evaluation_in(measure, indicator, year.year),
                           .assessment = found == assessments.end() ? nullptr : found->second,
                           .path = path},
                          row++);
            }
        }
    }
    render::PageSetup page = landscape_page(plan.title);
    page.repeat_rows = {0, 0};
    // For machines first of all; on one page's width nobody could read it on paper.
    page.fit = render::PageSetup::Fit::none;
    page.scale_percent = 60;
    context.tidy->set_page(page);
    context.tidy->freeze(1, 0);
    if (row > 1) {
        context.tidy->autofilter({{0, 0}, {row - 1, columns - 1}});
    }
}

}  // namespace shinchoku::report
