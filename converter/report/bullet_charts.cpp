#include "report/bullet_charts.h"

#include <algorithm>

#include "report/formulas.h"
#include "report/look.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

constexpr std::size_t most_bars = 21;  // of one chart: as many as a page takes
constexpr int bar_pixels = 33;
constexpr int frame_pixels = 120;  // title, axis and legend
constexpr int label_width = 34;
constexpr std::uint32_t bar_color = 0x1F4E79;
constexpr int bar_transparency_percent = 25;  // programs that draw all bars alike show the mark
constexpr std::uint32_t target_color = 0x262626;

// Columns of the figures, from figures_column.
constexpr std::uint32_t label_at = 0;
constexpr std::uint32_t actual_at = 1;
constexpr std::uint32_t target_at = 2;
constexpr std::uint32_t bands_at = 3;

struct Band {
    std::string name;
    base::Decimal end;  // a fraction; the next band begins behind it, towards 0
    std::uint32_t color;
};

base::Decimal rate_of_bar(const Line& line) {
    return line.assessment->rate->rounded(14).shifted(-2);
}

// Bands only where grades follow from the rate; the best reaches to the end of the axis.
std::vector<Band> bands_of(const Context& context, const base::Decimal& axis_end) {
    const calc::Scheme& scheme = *context.input.scheme;
    std::vector<Band> bands;
    if (scheme.basis != calc::Basis::rate) {
        return bands;
    }
    base::Decimal end = axis_end;
    for (std::size_t i = 0; i < scheme.grades.size(); ++i) {
        const std::string condition = context.words(calc::condition_of(scheme, scheme.grades, i));
        const std::string& name = scheme.grades[i].name;
        bands.push_back({name == condition ? name : name + " " + condition,
                         end,
                         scale_color(i, scheme.grades.size())});
        if (scheme.grades[i].threshold) {
            end = std::min(axis_end, scheme.grades[i].threshold->from_percent.shifted(-2));
        }
    }
    return bands;
}

std::string formula_text(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        result.append(c == '"' ? 2 : 1, c);
    }
    return result + "\"";
}

// Name, and below it the true rate and the grade, both live.
render::FormulaCell label_of_bar(const Context& context, const Line& line, std::size_t i) {
    const std::string name = short_name(line.measure->id + " " + line.indicator->name, label_width);
    const std::string rate = reference(context, i, Calculation::rate);
    render::FormulaCell cell{formula_text(name) + "&CHAR(10)&TEXT(ROUND(" + rate + ",12),\"0.0%\")",
                             name + "\n" + line.assessment->rate->rounded(1).to_fixed(1) + "%"};
    if (!line.assessment->grade.empty()) {
        cell.formula += "&\"  \"&" + reference(context, i, Calculation::grade);
        std::get<std::string>(cell.cached) += "  " + line.assessment->grade;
    }
    return cell;
}

struct Bar {
    const Line* line = nullptr;
    std::size_t index = 0;  // among the lines of the book
};

void write_bar(const Context& context,
               ChartPage& page,
               const Bar& bar,
               const base::Decimal& axis_end,
               const std::vector<Band>& bands) {
    const Line& line = *bar.line;
    render::CellStyle text = subtitle_style();
    render::CellStyle number = subtitle_style();
    number.number_format = "0.0%";
    const std::string rate = reference(context, bar.index, Calculation::rate);
    const std::string end = axis_end.to_string();
    page.sheet.write(page.figure(label_at), label_of_bar(context, line, bar.index), text);
    page.sheet.write(
        page.figure(actual_at),
        render::FormulaCell{"MAX(0,MIN(" + end + "," + rate + "))",
                            std::clamp(rate_of_bar(line), base::Decimal(), axis_end),
                            context.words("「算定」の達成率。グラフの端で切る",
                                          "the rate of Calculation, cut at the chart's end")},
        number);
    page.sheet.write(page.figure(target_at), base::Decimal(1), number);
    for (std::uint32_t i = 0; i < bands.size(); ++i) {
        // Another scheme than the plan's has other bands.
        if (line.assessment->scheme == context.input.scheme->id) {
            page.sheet.write(page.figure(bands_at + i), bands[i].end, number);
        }
    }
    ++page.figure_row;
}

void write_headings(const Context& context, ChartPage& page, const std::vector<Band>& bands) {
    const Wording& words = context.words;
    render::CellStyle style = subtitle_style();
    style.bold = true;
    page.sheet.write(page.figure(label_at), words("指標", "Indicator"), style);
    page.sheet.write(page.figure(actual_at), words("実績", "Actual"), style);
    page.sheet.write(page.figure(target_at), words("目標", "Target"), style);
    for (std::uint32_t i = 0; i < bands.size(); ++i) {
        page.sheet.write(page.figure(bands_at + i), bands[i].name, style);
    }
    ++page.figure_row;
}

render::Chart chart_over(const Context& context,
                         const ChartPage& page,
                         std::uint32_t first_row,
                         const base::Decimal& axis_end,
                         const std::vector<Band>& bands) {
    render::Chart chart;
    const std::uint32_t last_row = page.figure_row - 1;
    const auto series = [&](std::uint32_t column, const std::string& name, std::uint32_t color) {
        const std::uint32_t at = figures_column + column;
        return render::ChartSeries{
            .name = name,
            .sheet = page.sheet.name(),
            .categories = {{first_row, figures_column}, {last_row, figures_column}},
            .values = {{first_row, at}, {last_row, at}},
            .color = color};
    };
    chart.kind = render::Chart::Kind::bar;
    chart.number_format = "0%";
    chart.width_pixels = chart_page_pixels - 10;
    chart.height_pixels = frame_pixels + bar_pixels * static_cast<int>(last_row - first_row + 1);
    chart.from_zero = true;
    chart.up_to = axis_end;
    chart.step = base::Decimal(25).shifted(-2);
    chart.overlapped = true;
    for (std::uint32_t i = 0; i < bands.size(); ++i) {
        chart.series.push_back(series(bands_at + i, bands[i].name, bands[i].color));
        chart.series.back().edged = false;
    }
    chart.series.push_back(series(target_at, context.words("目標", "Target"), target_color));
    chart.series.back().outlined = true;
    chart.series.push_back(series(actual_at, context.words("実績", "Actual"), bar_color));
    chart.series.back().in_front = true;
    chart.series.back().transparency_percent = bar_transparency_percent;
    return chart;
}

// Bars of one policy, in parts of about the same size.
void add_charts(const Context& context,
                ChartPage& page,
                const std::string& title,
                const std::vector<Bar>& bars,
                const std::vector<Band>& bands,
                Bullets& bullets) {
    const std::size_t parts = (bars.size() + most_bars - 1) / most_bars;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t from = part * bars.size() / parts;
        const std::size_t to = (part + 1) * bars.size() / parts;
        const std::uint32_t first_row = page.figure_row;
        for (std::size_t i = from; i < to; ++i) {
            write_bar(context, page, bars[i], bullets.axis_end, bands);
        }
        render::Chart chart = chart_over(context, page, first_row, bullets.axis_end, bands);
        chart.title = title;
        if (parts > 1) {
            chart.title += " (" + std::to_string(part + 1) + "/" + std::to_string(parts) + ")";
        }
        bullets.charts.push_back(std::move(chart));
    }
}

std::string title_of(const Context& context, const plan::Group* policy) {
    if (policy == nullptr) {
        return context.words("達成率", "Achievement rates");
    }
    const std::string name =
        policy->label.empty() ? policy->title : policy->label + "　" + policy->title;
    return short_name(name, 70);
}

}  // namespace

Bullets write_bullet_cells(const Context& context, ChartPage& page) {
    Bullets bullets;
    const auto& lines = context.standings.lines;
    std::vector<Bar> bars;
    const base::Decimal short_axis = base::Decimal(15).shifted(-1);
    bullets.axis_end = short_axis;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].assessment == nullptr || !lines[i].assessment->rate) {
            continue;
        }
        bars.push_back({&lines[i], i});
        if (rate_of_bar(lines[i]) > short_axis) {
            bullets.axis_end = base::Decimal(2);
        }
    }
    if (bars.empty()) {
        return bullets;
    }
    bullets.has_cut = std::any_of(bars.begin(), bars.end(), [&](const Bar& bar) {
        const base::Decimal rate = rate_of_bar(*bar.line);
        return rate > bullets.axis_end || rate.sign() < 0;
    });
    const std::vector<Band> bands = bands_of(context, bullets.axis_end);
    bullets.has_bands = !bands.empty();
    page.sheet.set_column_width(figures_column, figures_column, 30);
    write_headings(context, page, bands);
    for (std::size_t from = 0; from < bars.size();) {
        const plan::Group* policy = bars[from].line->policy;
        std::size_t to = from;
        while (to < bars.size() && is_same_group(bars[to].line->policy, policy)) {
            ++to;
        }
        add_charts(context,
                   page,
                   title_of(context, policy),
                   {bars.begin() + static_cast<std::ptrdiff_t>(from),
                    bars.begin() + static_cast<std::ptrdiff_t>(to)},
                   bands,
                   bullets);
        from = to;
    }
    ++page.figure_row;
    return bullets;
}

}  // namespace shinchoku::report
