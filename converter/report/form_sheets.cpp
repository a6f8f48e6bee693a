#include <algorithm>

#include "plan/number_format.h"
#include "render/chart.h"
#include "report/look.h"
#include "report/sheets.h"

namespace shinchoku::report {
namespace {

constexpr int chart_height_pixels = 240;
constexpr std::uint32_t chart_rows = 12;  // of the default height

// As wide as the form above it: a character takes 7 pixels.
int width_pixels(const render::DrawnBlock& drawn) {
    const auto columns = drawn.range.last.column - drawn.range.first.column + 1;
    return static_cast<int>(drawn.width_chars * 7 + columns * 5);
}

// Figures that lie close together (98.60 to 98.80) would all look alike in columns that begin at
// zero, and columns that do not would lie; so they are drawn as lines.
bool lie_close(const plan::Indicator& indicator) {
    std::optional<base::Decimal> low;
    std::optional<base::Decimal> high;
    for (const plan::YearEntry& year : indicator.years) {
        for (const plan::Value* value : {&year.target, &year.actual}) {
            if (!value->stored) {
                continue;
            }
            low = low ? std::min(*low, *value->stored) : *value->stored;
            high = high ? std::max(*high, *value->stored) : *value->stored;
        }
    }
    return low && low->sign() > 0 && (*high - *low) * base::Decimal(4) < *high;
}

// The format of the row's percentages, which are fractions in their cells; "" for other figures.
std::string percent_format(const plan::Indicator& indicator) {
    for (const plan::YearEntry& year : indicator.years) {
        if (year.target.format && plan::is_percent_format(*year.target.format)) {
            return *year.target.format;
        }
    }
    return "";
}

// Target against actual, told apart by shape as well as by colour.
render::Chart chart_of(const Context& context,
                       const std::string& sheet,
                       const render::DrawnBlock::SeriesRows& rows,
                       const plan::Indicator& indicator) {
    render::Chart chart;
    const bool as_lines = lie_close(indicator);
    chart.kind = as_lines ? render::Chart::Kind::line : render::Chart::Kind::column;
    chart.from_zero = !as_lines;
    chart.title = indicator.name;
    chart.number_format = percent_format(indicator);
    chart.y_title = chart.number_format.empty() ? indicator.unit.value_or("") : "";
    chart.height_pixels = chart_height_pixels;
    chart.series.push_back({.name = context.words("実績", "Actual"),
                            .sheet = sheet,
                            .categories = rows.headings,
                            .values = rows.actuals,
                            .color = 0x1F4E79});
    chart.series.push_back({.name = context.words("目標", "Target"),
                            .sheet = sheet,
                            .categories = rows.headings,
                            .values = rows.targets,
                            .color = 0xC55A11,
                            .as_line = true,
                            .dashed = true});
    return chart;
}

const plan::Indicator* find_indicator(const plan::Measure& measure, const std::string& id) {
    for (const plan::Indicator& indicator : measure.indicators) {
        if (indicator.id == id) {
            return &indicator;
        }
    }
    return nullptr;
}

// Charts below the form, and the way back to the table of all measures. Returns the last row used.
std::uint32_t insert_charts(const Context& context,
                            render::SheetWriter& sheet,
                            const plan::Measure& measure,
                            const render::DrawnBlock& drawn) {
    std::uint32_t row = drawn.range.last.row + 2;
    for (const auto& rows : drawn.series) {
        const plan::Indicator* indicator = find_indicator(measure, rows.indicator);
        if (!rows.numeric || indicator == nullptr) {
            continue;
        }
        render::Chart chart = chart_of(context, sheet.name(), rows, *indicator);
        chart.width_pixels = width_pixels(drawn);
        sheet.insert_chart({row, 0}, chart);
        row += chart_rows + 1;
    }
    render::CellStyle link = link_style();
    link.left = link.right = link.top = link.bottom = render::Border::none;
    link.align = render::HAlign::left;
    sheet.write({row, 0},
                render::InternalLink{
                    context.measures->name(), {0, 0}, context.words("← 一覧へ", "← Measures")},
                link);
    return row;
}

const layout::Layout* layout_of(const Context& context, std::size_t measure) {
    const layout::Reading& reading = *context.input.reading;
    const std::string& id =
        measure < reading.places.size() ? reading.places[measure].layout : reading.plan.layout;
    const auto found = context.input.layouts.find(id);
    return found == context.input.layouts.end() ? nullptr : found->second;
}

}  // namespace

void write_forms(Context& context) {
    const plan::Plan& plan = context.input.reading->plan;
    context.drawn_forms.resize(context.forms.size());
    if (context.forms.empty()) {
        return;
    }
    for (const std::size_t index : context.standings.order) {
        const layout::Layout* layout = layout_of(context, index);
        if (layout == nullptr) {
            continue;
        }
        render::SheetWriter& sheet = *context.forms[index];
        const plan::Measure& measure = plan.measures[index];
        const render::DrawnBlock drawn =
            render::draw_form(sheet, {0, 0}, *layout, plan, measure, {.protect = false});
        const std::uint32_t last_row = insert_charts(context, sheet, measure, drawn);
        render::PageSetup page = render::page_of(*layout, drawn);
        page.print_area = base::CellRange{{0, 0}, {last_row, drawn.range.last.column}};
        page.fit = render::PageSetup::Fit::page;
        sheet.set_page(page);
        sheet.hide_gridlines();
        context.drawn_forms[index] = drawn;
    }
}

}  // namespace shinchoku::report
