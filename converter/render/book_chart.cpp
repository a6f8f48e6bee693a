#include <algorithm>
#include <array>

#include "render/book_impl.h"
#include "render/book_text.h"
#include "render/chart.h"

namespace shinchoku::render {
namespace {

constexpr double default_width_pixels = 480;
constexpr double default_height_pixels = 288;
constexpr double axis_points = 9;
constexpr float line_points = 2.25F;
constexpr std::uint8_t marker_points = 7;
constexpr float outline_points = 1.75F;
constexpr std::int8_t whole_overlap_percent = 100;
constexpr std::uint16_t overlapped_gap_percent = 35;  // of a bar's width
constexpr lxw_color_t frame_color = 0x404040;
constexpr lxw_color_t grid_color = 0xD0D0D0;
constexpr lxw_color_t white = 0xFFFFFF;

lxw_chart_type chart_type(const Chart& chart) {
    const bool only_lines = std::all_of(chart.series.begin(),
                                        chart.series.end(),
                                        [](const ChartSeries& series) { return series.as_line; });
    switch (chart.kind) {
        case Chart::Kind::column:
            return only_lines ? LXW_CHART_LINE : LXW_CHART_COLUMN;
        case Chart::Kind::stacked_column:
            return only_lines ? LXW_CHART_LINE : LXW_CHART_COLUMN_STACKED;
        case Chart::Kind::bar:
            return LXW_CHART_BAR;
        case Chart::Kind::stacked_bar:
            return LXW_CHART_BAR_STACKED;
        case Chart::Kind::percent_stacked_bar:
            return LXW_CHART_BAR_STACKED_PERCENT;
        case Chart::Kind::line:
            return LXW_CHART_LINE;
        case Chart::Kind::pie:
            return LXW_CHART_PIE;
    }
    return LXW_CHART_COLUMN;
}

bool is_horizontal(Chart::Kind kind) {
    return kind == Chart::Kind::bar || kind == Chart::Kind::stacked_bar ||
           kind == Chart::Kind::percent_stacked_bar;
}

lxw_chart_font font_of(double points, bool bold) {
    lxw_chart_font font{};
    font.size = points;
    font.bold = bold ? 1 : LXW_EXPLICIT_FALSE;
    return font;
}

void draw_as_line(lxw_chart_series* drawn, const ChartSeries& series) {
    lxw_chart_line line{};
    line.color = color_code(series.color);
    line.width = line_points;
    line.dash_type = series.dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
    chart_series_set_line(drawn, &line);
    // A light marker on a dashed line, a dark one on a solid line: told apart in black and white.
    lxw_chart_fill fill{};
    fill.color = series.dashed ? white : color_code(series.color);
    lxw_chart_line edge{};
    edge.color = color_code(series.color);
    edge.width = 1;
    chart_series_set_marker_type(
        drawn, series.dashed ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_size(drawn, marker_points);
    chart_series_set_marker_fill(drawn, &fill);
    chart_series_set_marker_line(drawn, &edge);
}

std::uint8_t hatching_of(int pattern) {
    constexpr std::array<std::uint8_t, 5> hatchings = {LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
                                                       LXW_CHART_PATTERN_PERCENT_25,
                                                       LXW_CHART_PATTERN_LIGHT_HORIZONTAL,
                                                       LXW_CHART_PATTERN_LARGE_GRID,
                                                       LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL};
    return hatchings[static_cast<std::size_t>(std::max(pattern, 0)) % hatchings.size()];
}

void draw_as_area(lxw_chart_series* drawn, const ChartSeries& series) {
    lxw_chart_line edge{};
    edge.color = series.outlined ? color_code(series.color) : frame_color;
    edge.width = series.outlined ? outline_points : 0.75F;
    edge.none = series.edged ? LXW_FALSE : LXW_TRUE;
    chart_series_set_line(drawn, &edge);
    if (series.outlined) {
        lxw_chart_fill fill{};
        fill.none = LXW_TRUE;
        chart_series_set_fill(drawn, &fill);
    } else if (series.patterned) {
        lxw_chart_pattern pattern{};
        pattern.fg_color = color_code(series.color);
        pattern.bg_color = white;
        pattern.type = hatching_of(series.pattern);
        chart_series_set_pattern(drawn, &pattern);
    } else {
        lxw_chart_fill fill{};
        fill.color = color_code(series.color);
        fill.transparency = static_cast<std::uint8_t>(series.transparency_percent);
        chart_series_set_fill(drawn, &fill);
    }
}

void add_series(lxw_chart* drawn, const Chart& chart, const ChartSeries& series) {
    lxw_chart_series* added = chart_add_series(drawn, nullptr, nullptr);
    const auto column = [](std::uint32_t number) { return static_cast<lxw_col_t>(number); };
    const base::CellRange& x = series.categories;
    const base::CellRange& y = series.values;
    chart_series_set_categories(added,
                                series.sheet.c_str(),
                                x.first.row,
                                column(x.first.column),
                                x.last.row,
                                column(x.last.column));
    chart_series_set_values(added,
                            series.sheet.c_str(),
                            y.first.row,
                            column(y.first.column),
                            y.last.row,
                            column(y.last.column));
    if (!series.name.empty()) {
        chart_series_set_name(added, plain_text(series.name, 255).text.c_str());
    }
    if (chart.kind == Chart::Kind::line || (series.as_line && !is_horizontal(chart.kind))) {
        draw_as_line(added, series);
    } else if (chart.kind != Chart::Kind::pie) {
        draw_as_area(added, series);
    }
    if (chart.data_labels) {
        lxw_chart_font font = font_of(axis_points, false);
        chart_series_set_labels(added);
        chart_series_set_labels_font(added, &font);
    }
}

void set_axes(lxw_chart* drawn, const Chart& chart) {
    lxw_chart_font numbers = font_of(axis_points, false);
    lxw_chart_font names = font_of(axis_points, false);
    lxw_chart_line grid{};
    grid.color = grid_color;
    grid.width = 0.75F;
    // The library names the axes by place: in a bar chart the categories stand on its y axis.
    const bool horizontal = is_horizontal(chart.kind);
    lxw_chart_axis* categories = horizontal ? drawn->y_axis : drawn->x_axis;
    lxw_chart_axis* values = horizontal ? drawn->x_axis : drawn->y_axis;
    for (lxw_chart_axis* axis : {categories, values}) {
        chart_axis_set_num_font(axis, &numbers);
    }
    if (!chart.x_title.empty()) {
        chart_axis_set_name(categories, plain_text(chart.x_title, 255).text.c_str());
        chart_axis_set_name_font(categories, &names);
    }
    if (!chart.y_title.empty()) {
        chart_axis_set_name(values, plain_text(chart.y_title, 255).text.c_str());
        chart_axis_set_name_font(values, &names);
    }
    if (!chart.number_format.empty()) {
        chart_axis_set_num_format(values, plain_text(chart.number_format, 255).text.c_str());
    }
    if (chart.from_zero) {
        chart_axis_set_min(values, 0);
    }
    if (chart.up_to) {
        chart_axis_set_max(values, chart.up_to->to_double());
    }
    if (chart.step) {
        chart_axis_set_major_unit(values, chart.step->to_double());
    }
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    if (chart.kind == Chart::Kind::line) {
        // Figures below zero would else run through the names.
        chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    }
    if (horizontal) {
        chart_axis_set_reverse(categories);       // the first category on top …
        chart_axis_set_crossing_max(categories);  // … and the figures still at the foot
        chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    }
}

}  // namespace

void SheetWriter::insert_chart(base::CellRef at, const Chart& chart) {
    lxw_chart* drawn =
        workbook_add_chart(impl_->book->workbook, static_cast<std::uint8_t>(chart_type(chart)));
    const bool mixed =
        chart_type(chart) == LXW_CHART_COLUMN || chart_type(chart) == LXW_CHART_COLUMN_STACKED;
    SheetWriter::Impl::ChartEdits edits;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        add_series(drawn, chart, chart.series[i]);
        if (mixed && chart.series[i].as_line) {
            edits.lines.push_back(i);
        }
        if (is_horizontal(chart.kind) && chart.series[i].in_front) {
            edits.in_front.push_back(i);
        }
    }
    if (chart.overlapped) {
        chart_set_series_overlap(drawn, whole_overlap_percent);
        chart_set_series_gap(drawn, overlapped_gap_percent);
    }
    if (chart.title.empty()) {
        chart_title_off(drawn);
    } else {
        lxw_chart_font font = font_of(chart.title_points, true);
        chart_title_set_name(drawn, plain_text(chart.title, 255).text.c_str());
        chart_title_set_name_font(drawn, &font);
    }
    if (chart.kind != Chart::Kind::pie) {
        set_axes(drawn, chart);
    }
    lxw_chart_font legend = font_of(axis_points, false);
    chart_legend_set_position(drawn,
                              chart.legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_legend_set_font(drawn, &legend);
    lxw_chart_options options{};
    options.x_scale = chart.width_pixels / default_width_pixels;
    options.y_scale = chart.height_pixels / default_height_pixels;
    worksheet_insert_chart_opt(
        impl_->sheet, at.row, static_cast<lxw_col_t>(at.column), drawn, &options);
    impl_->chart_edits.push_back(std::move(edits));
}

}  // namespace shinchoku::render
