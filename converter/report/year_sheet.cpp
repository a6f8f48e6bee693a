#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

// The heat map: one row a line of the book, one column a fiscal year of the plan.

constexpr std::uint32_t id_column = 0;
constexpr std::uint32_t measure_column = 1;
constexpr std::uint32_t indicator_column = 2;
constexpr std::uint32_t first_year_column = 3;
constexpr double measure_width = 30;
constexpr double narrowest_year = 10;
constexpr double widest_year = 17;
constexpr double band_points = 20;
constexpr std::string_view met_flag = "○";
constexpr std::string_view missed_flag = "×";

// What is written in passing and needed below the table.
struct YearTable {
    const Context& context;
    render::SheetWriter& sheet;
    AssessmentsByYear assessments;
    std::vector<int> years;
    std::vector<std::vector<YearMark>> marks;  // a line: one a year
    double year_width = narrowest_year;
    std::uint32_t row = first_data_row;

    [[nodiscard]] std::uint32_t last_column() const {
        return first_year_column + static_cast<std::uint32_t>(years.size()) - 1;
    }
    // Outside the print: what the shares are calculated from.
    [[nodiscard]] std::uint32_t first_flag_column() const { return last_column() + 2; }
};

YearTable table_of(const Context& context) {
    YearTable table{.context = context,
                    .sheet = *context.by_year,
                    .assessments = AssessmentsByYear(context.input)};
    const plan::Plan& plan = context.input.reading->plan;
    for (int year = plan.first_year; year <= std::max(plan.first_year, plan.last_year); ++year) {
        table.years.push_back(year);
    }
    int longest = 0;
    for (const Line& line : context.standings.lines) {
        std::vector<YearMark>& marks = table.marks.emplace_back();
        for (const int year : table.years) {
            marks.push_back(mark_of_year(context, table.assessments, line, year));
            longest = std::max(longest, base::display_width(marks.back().text));
        }
    }
    table.year_width = std::clamp(longest + 2.5, narrowest_year, widest_year);
    return table;
}

std::vector<Column> year_columns(const YearTable& table) {
    const Wording& words = table.context.words;
    std::vector<Column> columns = {{words("番号", "No."), 8},
                                   {words("施策・取組み", "Measure"), measure_width},
                                   {words("指標", "Indicator"), measure_width}};
    for (const int year : table.years) {
        columns.push_back({words.fiscal_year(year), table.year_width});
    }
    return columns;
}

void write_policy(YearTable& table, const plan::Group& policy) {
    render::CellStyle style = total(text_style());
    style.top = render::Border::thin;
    const std::string text =
        policy.label.empty() ? policy.title : policy.label + "　" + policy.title;
    table.sheet.merge({{table.row, 0}, {table.row, table.last_column()}}, text, style);
    double width = 8 + 2 * measure_width;
    width += static_cast<double>(table.years.size()) * table.year_width;
    table.sheet.set_row_height(table.row, std::max(band_points, height_points({{text, width}})));
    ++table.row;
}

// Whether the target of a year that is over was reached; nothing where nobody can say.
std::optional<bool> reached(const YearTable& table, const Line& line, int year) {
    const bool closed =
        plan::year_state(year, table.context.input.as_of) == plan::YearState::closed;
    const calc::Assessment* assessment =
        line.indicator == nullptr || line.standing == Standing::not_returned || !closed
            ? nullptr
            : table.assessments.find(line.indicator->id, year);
    if (assessment == nullptr ||
        (assessment->status != calc::Status::met && assessment->status != calc::Status::missed)) {
        return std::nullopt;
    }
    return assessment->status == calc::Status::met;
}

render::Content flag_of(const YearTable& table, const Line& line, int year) {
    const std::optional<bool> met = reached(table, line, year);
    if (!met) {
        return std::monostate{};
    }
    return std::string(*met ? met_flag : missed_flag);
}

void write_line(YearTable& table, std::size_t i, bool first_of_measure, bool last_of_measure) {
    const Line& line = table.context.standings.lines[i];
    const std::string name = line.indicator == nullptr
                                 ? table.context.words("(指標なし)", "(no indicator)")
                                 : line.indicator->name;
    // The title once; the rows below it stay open, and keep the number for whoever turns the page.
    render::CellStyle title = text_style();
    title.top = first_of_measure ? title.top : render::Border::none;
    title.bottom = last_of_measure ? title.bottom : render::Border::none;
    const std::string shown = first_of_measure ? line.measure->title : "";
    table.sheet.write({table.row, id_column}, line.measure->id, center_style());
    table.sheet.write({table.row, measure_column}, shown, title);
    table.sheet.write({table.row, indicator_column}, name, text_style());
    std::vector<Wrapped> texts = {{shown, measure_width}, {name, measure_width}};
    render::CellStyle flag = subtitle_style();
    flag.align = render::HAlign::center;
    for (std::uint32_t y = 0; y < table.years.size(); ++y) {
        const YearMark& mark = table.marks[i][y];
        table.sheet.write({table.row, first_year_column + y}, mark.text, year_style(mark));
        texts.push_back({mark.text, table.year_width + 1});
        table.sheet.write(
            {table.row, table.first_flag_column() + y}, flag_of(table, line, table.years[y]), flag);
    }
    table.sheet.set_row_height(table.row, std::max(band_points, height_points(texts)));
    ++table.row;
}

void write_lines(YearTable& table) {
    const auto& lines = table.context.standings.lines;
    const plan::Group* policy = nullptr;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].policy != nullptr && !is_same_group(lines[i].policy, policy)) {
            write_policy(table, *lines[i].policy);
        }
        policy = lines[i].policy;
        const bool first = i == 0 || lines[i - 1].measure != lines[i].measure;
        const bool last = i + 1 == lines.size() || lines[i + 1].measure != lines[i].measure;
        write_line(table, i, first, last);
    }
}

struct Tally {
    base::Decimal met;
    base::Decimal assessed;
};

Tally tally_of(const YearTable& table, int year) {
    int met = 0;
    int assessed = 0;
    for (const Line& line : table.context.standings.lines) {
        const std::optional<bool> is_met = reached(table, line, year);
        assessed += is_met ? 1 : 0;
        met += is_met.value_or(false) ? 1 : 0;
    }
    return {base::Decimal(met), base::Decimal(assessed)};
}

void write_share(YearTable& table, std::uint32_t y, std::uint32_t last_row) {
    const Wording& words = table.context.words;
    const int year = table.years[y];
    const std::uint32_t column = first_year_column + y;
    const auto write = [&](std::uint32_t below, const render::Content& content, auto style) {
        style = total(style);
        style.align = render::HAlign::center;
        style.indent = 0;
        style.top = below == 0 ? render::Border::medium : render::Border::thin;
        table.sheet.write({table.row + below, column}, content, style);
    };
    if (plan::year_state(year, table.context.input.as_of) != plan::YearState::closed) {
        for (std::uint32_t below = 0; below < 3; ++below) {
            write(below, std::monostate{}, count_style());
        }
        return;
    }
    const std::string letters = base::column_name(table.first_flag_column() + y);
    const std::string flags = "$" + letters + "$" + std::to_string(first_data_row + 1) + ":$" +
                              letters + "$" + std::to_string(last_row + 1);
    const auto count_of = [&](std::string_view flag) {
        return "COUNTIF(" + flags + ",\"" + std::string(flag) + "\")";
    };
    const std::string met = base::to_a1(base::CellRef{table.row, column});
    const std::string assessed = base::to_a1(base::CellRef{table.row + 1, column});
    const Tally tally = tally_of(table, year);
    write(0,
          render::FormulaCell{count_of(met_flag),
                              tally.met,
                              words("その年度に目標に届いた指標の数",
                                    "indicators that reached their target that year")},
          count_style());
    write(1,
          render::FormulaCell{met + "+" + count_of(missed_flag),
                              tally.assessed,
                              words("その年度に達成か未達成かが決まった指標の数",
                                    "indicators of which that year tells met or missed")},
          count_style());
    render::FormulaCell share{"IF(" + assessed + "=0,\"―\"," + met + "/" + assessed + ")",
                              std::string("―"),
                              words("達成の数 ÷ 判定できた数", "met ÷ assessed")};
    if (!tally.assessed.is_zero()) {
        share.cached = base::divide(tally.met, tally.assessed, 16);
    }
    write(2, share, rate_style());
}

void write_shares(YearTable& table) {
    const Wording& words = table.context.words;
    const std::string names[] = {words("目標に届いた指標", "Indicators that met their target"),
                                 words("達成か未達成かを判定できた指標", "Indicators assessed"),
                                 words("届いた割合", "Share met")};
    const std::uint32_t last_row = table.row - 1;
    for (std::uint32_t y = 0; y < table.years.size(); ++y) {
        write_share(table, y, last_row);
    }
    for (const std::string& name : names) {
        render::CellStyle style = total(text_style());
        style.top = &name == &names[0] ? render::Border::medium : render::Border::thin;
        table.sheet.merge({{table.row, 0}, {table.row, indicator_column}}, name, style);
        table.sheet.set_row_height(table.row, band_points);
        ++table.row;
    }
    // Above the columns that the shares come from.
    render::CellStyle head = note_style();
    head.align = render::HAlign::center;
    for (std::uint32_t y = 0; y < table.years.size(); ++y) {
        const std::uint32_t column = table.first_flag_column() + y;
        table.sheet.set_column_width(column, column, 10);
        table.sheet.write({heading_row, column},
                          words.fiscal_year(table.years[y]) + words("\n達成○", "\nmet ○"),
                          head);
    }
}

void write_sample(YearTable& table, const YearMark& mark, const std::string& meaning) {
    const bool wide = base::display_width(mark.text) > 6;
    const std::uint32_t first_text = wide ? indicator_column : measure_column;
    if (wide) {
        table.sheet.merge(
            {{table.row, 0}, {table.row, measure_column}}, mark.text, year_style(mark));
    } else {
        table.sheet.write({table.row, 0}, mark.text, year_style(mark));
    }
    table.sheet.merge(
        {{table.row, first_text}, {table.row, table.last_column()}}, meaning, text_style());
    table.sheet.set_row_height(table.row, std::max(18.0, height_points({{meaning, 60}})));
    ++table.row;
}

void write_scheme(YearTable& table, const calc::Scheme& scheme) {
    for (std::size_t i = 0; i < scheme.grades.size(); ++i) {
        write_sample(table,
                     {.text = scheme.grades[i].name,
                      .look = YearLook::graded,
                      .rank = i,
                      .grades = scheme.grades.size()},
                     condition_beside_name(table.context.words, scheme, i));
    }
}

// Schemes that indicators of this plan name for themselves.
std::vector<const calc::Scheme*> own_schemes(const YearTable& table) {
    std::vector<const calc::Scheme*> schemes;
    std::set<std::string_view> told = {table.context.input.scheme->id};
    for (const calc::Assessment& each : *table.context.input.assessments) {
        if (!each.grade.empty() && told.insert(each.scheme).second) {
            schemes.push_back(&scheme_of(table.context.input, each));
        }
    }
    return schemes;
}

bool shows(const YearTable& table, YearLook look) {
    return std::any_of(table.marks.begin(), table.marks.end(), [&](const auto& marks) {
        return std::any_of(
            marks.begin(), marks.end(), [&](const YearMark& mark) { return mark.look == look; });
    });
}

void write_legend(YearTable& table) {
    const Wording& words = table.context.words;
    ++table.row;
    const auto heading = [&](const std::string& text) {
        table.sheet.merge(
            {{table.row, 0}, {table.row, table.last_column()}}, text, section_style());
        table.sheet.set_row_height(table.row, 22);
        ++table.row;
    };
    heading(words("凡例", "Legend"));
    write_scheme(table, *table.context.input.scheme);
    if (shows(table, YearLook::absent)) {
        write_sample(
            table,
            {.text = words(label_of(Standing::missing, false, table.context.input.audience)),
             .look = YearLook::absent},
            words("期限を過ぎても数がない。0とはみなさない",
                  "due, and no figure is there; never taken for 0"));
    }
    if (shows(table, YearLook::provisional)) {
        write_sample(table,
                     {.text = words("途中", "so far"), .look = YearLook::provisional},
                     words("まだ終わっていない年度。かっこの中はその時点の数から計算した評価",
                           "the year has not ended; in brackets the grade of the figures so far"));
    }
    for (const calc::Scheme* scheme : own_schemes(table)) {
        heading(words(scheme->title));
        write_scheme(table, *scheme);
    }
    ++table.row;
    const std::string note = words(
        "「B/"
        "自A」は、計算した評価がB、課の自己評価がA。「自A」は自己評価だけがある。「―」は目標のない"
        "年度、空白はまだ来ていない年度。色は文字を繰り返すだけで、薄いほどよい。"
        "下の割合は終わった年度だけのもので、表の右の列(○は達成、×は未達成)から計算される。",
        "\"B/own A\": computed B, the department's own grade A; \"own A\": only its own. "
        "A dash: no target that year; empty: yet to come. Colours only repeat the letters, "
        "the lighter the better. Shares are of years that are over, calculated from the "
        "columns right of the table (○ met, × missed).");
    table.sheet.merge({{table.row, 0}, {table.row, table.last_column()}}, note, note_style());
    const double width =
        8 + 2 * measure_width + static_cast<double>(table.years.size()) * table.year_width;
    table.sheet.set_row_height(table.row, height_points({{note, width}}, 9) + 4);
}

}  // namespace

void write_by_year(const Context& context) {
    YearTable table = table_of(context);
    const std::vector<Column> columns = year_columns(table);
    begin_table(
        table.sheet, context.words("年度別の評価", "Grades by year"), context.subtitle(), columns);
    write_lines(table);
    if (!context.standings.lines.empty()) {
        write_shares(table);
    }
    write_legend(table);
    render::PageSetup page = landscape_page(context.input.reading->plan.title);
    page.repeat_rows = {heading_row, heading_row};
    page.print_area = base::CellRange{{0, 0}, {table.row, table.last_column()}};
    table.sheet.set_page(page);
    table.sheet.freeze(first_data_row, first_year_column);
}

}  // namespace shinchoku::report
