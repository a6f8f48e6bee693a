#include <algorithm>

#include "render/chart.h"
#include "render/page_room.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {
namespace {

// A table of totals: by policy or by department. Its columns from the left.
constexpr std::uint32_t key_column = 0;
constexpr std::uint32_t name_column = 1;
constexpr std::uint32_t lines_column = 2;
constexpr std::uint32_t standings_column = 3;
constexpr std::uint32_t assessed_column = standings_column + standings_of_closed_year.size();
constexpr std::uint32_t all_column = assessed_column + 1;
constexpr std::uint32_t mean_column = all_column + 1;
constexpr std::uint32_t zero_mean_column = mean_column + 1;
constexpr std::uint32_t grades_column = zero_mean_column + 1;

constexpr double name_width = 34;
constexpr double heading_points = 130;  // title, headings, total and the remark below it

struct Entry {
    std::string key;   // what lines are selected by
    std::string name;  // told beside it; empty where the key says all
};

struct Totals {
    render::SheetWriter* sheet = nullptr;
    Calculation column = Calculation::policy;
    std::string title;
    std::string key_heading;
    std::string name_heading;
    double key_width = 12;
    std::vector<Entry> entries;

    [[nodiscard]] std::uint32_t last_row() const {
        return first_data_row + static_cast<std::uint32_t>(entries.size()) - 1;
    }
    [[nodiscard]] std::uint32_t total_row() const { return last_row() + 1; }
};

// What the columns of the plan's grades leave out.
bool has_other_grades(const Context& context) {
    const auto& lines = context.standings.lines;
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        return is_graded_otherwise(context, line);
    });
}

std::vector<Column> columns_of(const Context& context, const Totals& totals) {
    const Wording& words = context.words;
    std::vector<Column> columns = {{totals.key_heading, totals.key_width},
                                   {totals.name_heading, name_width},
                                   {words("指標数", "Indicators"), 7}};
    for (const Standing standing : context.standings.shown()) {
        columns.push_back({context.label(standing), 7.5});
    }
    columns.push_back({words("判定済", "Assessed"), 7});
    columns.push_back({words("判定\n対象", "Of all"), 7});
    columns.push_back({words("平均\n達成率", "Mean\nrate"), 10});
    columns.push_back({words("空白を0\nとした平均", "Mean with\nblanks as 0"), 11});
    for (const calc::Grade& grade : context.input.scheme->grades) {
        columns.push_back({grade.name, 7.5});
    }
    if (has_other_grades(context)) {
        columns.push_back({words("ほかの\n評価", "Other\ngrade"), 8});
    }
    return columns;
}

std::string cell(std::uint32_t row, std::uint32_t column) {
    return base::to_a1(base::CellRef{row, column});
}

// Assessed (met or missed), and all of which a result could be expected.
render::FormulaCell sum_of(const Context& context,
                           const Selection& selection,
                           std::uint32_t row,
                           bool all) {
    std::string formula;
    base::Decimal sum;
    const ShownStandings& shown = context.standings.shown();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Standing standing = shown[i];
        const bool assessed = standing == Standing::met || standing == Standing::missed;
        if (!(all ? counts_in_all(standing) : assessed)) {
            continue;
        }
        formula += (formula.empty() ? "" : "+") +
                   cell(row, standings_column + static_cast<std::uint32_t>(i));
        sum = sum + std::get<base::Decimal>(count_of(context, selection, standing).cached);
    }
    return {formula, sum};
}

void write_row(const Context& context,
               const Totals& totals,
               std::uint32_t row,
               const Selection& selection) {
    const bool is_total = !selection.column;
    const auto write =
        [&](std::uint32_t column, const render::Content& content, const render::CellStyle& style) {
            totals.sheet->write({row, column}, content, is_total ? total(style) : style);
        };
    // The total adds up what stands above; a mean cannot be added.
    const auto write_count = [&](std::uint32_t column, render::FormulaCell count) {
        if (is_total) {
            count.formula =
                "SUM(" + cell(first_data_row, column) + ":" + cell(totals.last_row(), column) + ")";
        }
        write(column, count, count_style());
    };
    write_count(lines_column, count_of_lines(context, selection));
    const ShownStandings& shown = context.standings.shown();
    for (std::uint32_t i = 0; i < shown.size(); ++i) {
        write_count(standings_column + i, count_of(context, selection, shown[i]));
    }
    write_count(assessed_column, sum_of(context, selection, row, false));
    write_count(all_column, sum_of(context, selection, row, true));
    write(mean_column, mean_of(context, selection, Missing::excluded), rate_style());
    write(zero_mean_column, mean_of(context, selection, Missing::as_zero), rate_style());
    std::uint32_t column = grades_column;
    for (const calc::Grade& grade : context.input.scheme->grades) {
        write_count(column++, count_of_grade(context, selection, grade.name));
    }
    if (has_other_grades(context)) {
        write_count(column, count_of_other_grades(context, selection));
    }
}

double row_points(const Totals& totals, const Entry& entry) {
    return height_points({{entry.key, totals.key_width}, {entry.name, name_width}});
}

void write_rows(const Context& context, const Totals& totals) {
    std::uint32_t row = first_data_row;
    for (const Entry& entry : totals.entries) {
        totals.sheet->write({row, key_column}, entry.key, text_style());
        totals.sheet->write({row, name_column}, entry.name, text_style());
        write_row(context, totals, row, {totals.column, "$" + cell(row, key_column), entry.key});
        totals.sheet->set_row_height(row, row_points(totals, entry));
        ++row;
    }
    totals.sheet->write({row, key_column}, context.words("合計", "Total"), total(text_style()));
    totals.sheet->write({row, name_column}, std::monostate{}, total(text_style()));
    write_row(context, totals, row, {});
    totals.sheet->set_row_height(row, 21);
}

render::ChartSeries series(const Totals& totals, std::uint32_t column, const std::string& name) {
    render::ChartSeries result;
    result.name = name;
    result.sheet = totals.sheet->name();
    result.categories = {{first_data_row, key_column}, {totals.last_row(), key_column}};
    result.values = {{first_data_row, column}, {totals.last_row(), column}};
    return result;
}

// Height that keeps one bar readable, up to what a page takes.
int bars_height(std::size_t bars) {
    return static_cast<int>(std::clamp<std::size_t>(140 + bars * 36, 380, 900));
}

double charts_points(std::size_t bars) {
    constexpr double points_a_pixel = 0.75;
    return bars_height(bars) * points_a_pixel;
}

std::uint32_t charts_row(const Totals& totals) {
    return totals.total_row() + 2;
}

// Told apart in black and white: plain from dark to light, the others hatched each in its way.
struct Look {
    std::uint32_t color;
    int hatching = -1;  // plain
};
Look look_of(Standing standing) {
    switch (standing) {
        case Standing::met:
            return {0x1F4E79};
        case Standing::missed:
            return {0xC55A11, 0};
        case Standing::missing:
            return {0xC00000, 3};
        case Standing::unavailable:
            return {0xBF9000, 1};
        case Standing::undecidable:
            return {0x7F7F7F, 4};
        case Standing::to_confirm:
            return {0xBDD7EE};
        case Standing::outside:
        case Standing::not_due:
            return {0xF2F2F2};
        case Standing::not_returned:
            return {0x7F7F7F, 2};
    }
    return {0x1F4E79};
}

void insert_charts(const Context& context, const Totals& totals) {
    const Wording& words = context.words;
    render::Chart stacked;
    stacked.kind = render::Chart::Kind::stacked_bar;
    stacked.title = words("状態別の指標数", "Indicators by status");
    stacked.number_format = "0";
    stacked.width_pixels = 660;
    stacked.height_pixels = bars_height(totals.entries.size());
    const ShownStandings& shown = context.standings.shown();
    for (std::uint32_t i = 0; i < shown.size(); ++i) {
        render::ChartSeries each = series(totals, standings_column + i, context.label(shown[i]));
        const Look look = look_of(shown[i]);
        each.color = look.color;
        each.patterned = look.hatching >= 0;
        each.pattern = look.hatching;
        stacked.series.push_back(each);
    }
    const std::uint32_t row = charts_row(totals);
    totals.sheet->insert_chart({row, 0}, stacked);

    render::Chart mean;
    mean.kind = render::Chart::Kind::bar;
    mean.title = words("平均達成率", "Mean rate");
    mean.number_format = "0%";
    mean.width_pixels = 560;
    mean.height_pixels = stacked.height_pixels;
    mean.legend = false;
    mean.data_labels = true;
    mean.from_zero = true;
    mean.series.push_back(series(totals, mean_column, mean.title));
    mean.series.front().color = look_of(Standing::met).color;
    totals.sheet->insert_chart({row, standings_column + 5}, mean);
}

// Charts that the table leaves no room for begin a page of their own.
void keep_charts_whole(render::PageSetup& page,
                       const Totals& totals,
                       const std::vector<Column>& columns) {
    render::ColumnsWidth width{0, static_cast<int>(columns.size())};
    for (const Column& column : columns) {
        width.width_chars += column.width_chars;
    }
    double height_points = heading_points + charts_points(totals.entries.size());
    for (const Entry& entry : totals.entries) {
        height_points += row_points(totals, entry);
    }
    if (height_points > render::height_when_fitted(page, width)) {
        page.breaks_before_rows.push_back(charts_row(totals));
    }
}

void write_totals(const Context& context, const Totals& totals) {
    const std::vector<Column> columns = columns_of(context, totals);
    begin_table(*totals.sheet, totals.title, context.subtitle(), columns);
    write_rows(context, totals);
    insert_charts(context, totals);
    render::PageSetup page = landscape_page(context.input.reading->plan.title);
    page.repeat_rows = {heading_row, heading_row};
    keep_charts_whole(page, totals, columns);
    totals.sheet->set_page(page);
    totals.sheet->freeze(first_data_row, name_column);
    std::string counted;
    for (const Standing standing : context.standings.shown()) {
        if (counts_in_all(standing)) {
            counted += (counted.empty() ? "" : context.words("・", ", ")) + context.label(standing);
        }
    }
    const std::string by_people =
        context.input.scheme->basis == calc::Basis::person
            ? context.words("評価は人が判断する基準のため、担当課の書いた評価を数えている。",
                            " Grades are given by people; the departments' own are counted.")
            : std::string();
    const std::string others =
        has_other_grades(context)
            ? context.words(
                  "「ほかの評価」は、指標に決められた別の基準による評価と、"
                  "評価しないものの印。",
                  " \"Other grade\" counts grades by another scheme, named for the "
                  "indicator, and marks of what is not graded.")
            : std::string();
    totals.sheet->write(
        {totals.total_row() + 1, 0},
        context.words(
            "判定対象は、" + counted + "の計。平均は達成率のある指標だけの平均で、空白は含まない。",
            "\"Of all\" counts: " + counted +
                ". The mean is over the indicators with a rate; blanks are left out.") +
            by_people + others,
        subtitle_style());
}

}  // namespace

void write_policies(const Context& context) {
    const Wording& words = context.words;
    Totals totals{.sheet = context.policies,
                  .column = Calculation::policy,
                  .title = words("基本方針別の集計", "Totals by policy"),
                  .key_heading = words("基本方針", "Policy"),
                  .name_heading = words("名称", "Title")};
    for (const plan::Group* policy : context.standings.policies) {
        totals.entries.push_back(
            {policy_key(context, policy), policy->label.empty() ? "" : policy->title});
    }
    const auto& lines = context.standings.lines;
    if (std::any_of(
            lines.begin(), lines.end(), [](const Line& line) { return line.policy == nullptr; })) {
        totals.entries.push_back({policy_key(context, nullptr), ""});
    }
    write_totals(context, totals);
}

void write_departments(const Context& context) {
    const Wording& words = context.words;
    Totals totals{.sheet = context.departments,
                  .column = Calculation::department,
                  .title = words("主管課別の集計", "Totals by department"),
                  .key_heading = words("主管課", "Department"),
                  .name_heading = words("提出状況", "Returned"),
                  .key_width = 20};
    for (const Submission& submission : context.standings.submissions) {
        totals.entries.push_back(
            {department_key(context, submission.department),
             words.count(submission.distributed, "施策中 ", "measure: ", "measures: ") +
                 words.count(submission.returned, "施策を提出", "returned", "returned")});
    }
    write_totals(context, totals);
}

}  // namespace shinchoku::report
