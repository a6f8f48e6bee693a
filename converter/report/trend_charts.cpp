#include "report/trend_charts.h"

#include <algorithm>

#include "plan/fiscal_year.h"
#include "report/look.h"
#include "report/trend.h"

namespace shinchoku::report {
namespace {

constexpr std::size_t fewest_actuals = 2;
constexpr int chart_title_width = 40;
constexpr std::uint32_t actual_color = 0x1F3864;
constexpr std::uint32_t target_line_color = 0xC55A11;

struct Chosen {
    const Line* line = nullptr;
    Trend trend;
};

render::CellStyle figure_style(const base::Decimal& number) {
    render::CellStyle style = subtitle_style();
    style.number_format = "#,##0";
    if (number.decimals() > 0) {
        style.number_format += "." + std::string(static_cast<std::size_t>(number.decimals()), '0');
    }
    return style;
}

// R8, or 2026 in English.
std::string year_text(const Wording& words, int year) {
    return words(plan::write_fiscal_year("R8", year), std::to_string(year));
}

// Three rows: years, actuals, targets. The first column names them, the second is the baseline.
render::Chart write_cells(const Context& context, ChartPage& page, const Chosen& chosen) {
    const Wording& words = context.words;
    const Line& line = *chosen.line;
    const std::string name = line.measure->id + " " + line.indicator->name;
    const std::string names[] = {
        short_name(name, 60), words("実績", "Actual"), words("目標", "Target")};
    for (std::uint32_t below = 0; below < 3; ++below) {
        page.sheet.write({page.figure_row + below, figures_column}, names[below], subtitle_style());
    }
    std::uint32_t column = figures_column + 1;
    const std::uint32_t first_column = column;
    const auto write = [&](std::uint32_t below, const std::optional<base::Decimal>& number) {
        if (number) {
            page.sheet.write({page.figure_row + below, column}, *number, figure_style(*number));
        }
    };
    if (chosen.trend.baseline) {
        page.sheet.write({page.figure_row, column}, words("基準", "Base"), subtitle_style());
        write(1, chosen.trend.baseline);
        ++column;
    }
    for (const TrendPoint& point : chosen.trend.points) {
        page.sheet.write({page.figure_row, column}, year_text(words, point.year), subtitle_style());
        write(1, point.actual);
        const bool is_last = &point == &chosen.trend.points.back();
        write(2, point.target || !is_last ? point.target : chosen.trend.final_target);
        ++column;
    }
    render::Chart chart;
    chart.kind = render::Chart::Kind::line;
    chart.title = short_name(name, chart_title_width);
    chart.title_points = 9;
    chart.y_title = chosen.trend.unit;
    chart.number_format = "General";
    chart.width_pixels = chart_page_pixels / 2 - 10;
    chart.height_pixels = static_cast<int>(trend_chart_rows) * chart_row_pixels;
    for (std::uint32_t below = 1; below < 3; ++below) {
        chart.series.push_back(
            {.name = names[below],
             .sheet = page.sheet.name(),
             .categories = {{page.figure_row, first_column}, {page.figure_row, column - 1}},
             .values = {{page.figure_row + below, first_column},
                        {page.figure_row + below, column - 1}},
             .color = below == 1 ? actual_color : target_line_color,
             .dashed = below == 2});
    }
    page.figure_row += 4;
    return chart;
}

}  // namespace

Trends write_trend_cells(const Context& context, ChartPage& page) {
    const AssessmentsByYear assessments(context.input);
    std::vector<Chosen> chosen;
    for (const Line& line : context.standings.lines) {
        Trend trend = trend_of(context, assessments, line);
        if (trend.actuals() >= fewest_actuals) {
            chosen.push_back({&line, std::move(trend)});
        }
    }
    Trends trends;
    if (chosen.size() > most_trend_charts) {
        std::stable_partition(chosen.begin(), chosen.end(), [](const Chosen& each) {
            return each.line->standing == Standing::missed;
        });
        trends.left_out = chosen.size() - most_trend_charts;
        chosen.resize(most_trend_charts);
    }
    for (const Chosen& each : chosen) {
        trends.charts.push_back(write_cells(context, page, each));
    }
    return trends;
}

}  // namespace shinchoku::report
