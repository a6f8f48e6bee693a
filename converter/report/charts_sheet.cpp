#include <algorithm>
#include <cmath>

#include "report/bullet_charts.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/trend_charts.h"

namespace shinchoku::report {
namespace {

constexpr std::uint32_t last_printed_column = chart_columns - 1;
constexpr std::uint32_t first_chart_row = 4;
constexpr std::size_t names_told = 12;
constexpr double section_gap_points = 6;

std::string short_name_of(const Line& line) {
    const std::string& name =
        line.indicator == nullptr ? line.measure->title : line.indicator->name;
    return line.measure->id + " " + short_name(name, 40);
}

// Why an indicator has no bar, in a word or two.
std::string reason_of(const Context& context, const Line& line) {
    const bool decided = line.standing == Standing::met || line.standing == Standing::missed;
    if (line.indicator == nullptr) {
        return context.words("指標がない", "no indicator");
    }
    return decided ? context.words("達成か未達成かだけが決まり、率はない",
                                   "met or missed, but no rate is defined")
                   : context.label(line.standing);
}

// "未入力: 1-1-2 …、1-2-1 … ほか3件", a sentence for each reason in the order of the book.
std::vector<std::string> without_rate(const Context& context) {
    const Wording& words = context.words;
    struct Group {
        std::string reason;
        std::string names;
        std::size_t count = 0;
    };
    std::vector<Group> groups;
    for (const Line& line : context.standings.lines) {
        if (line.assessment != nullptr && line.assessment->rate) {
            continue;
        }
        const std::string reason = reason_of(context, line);
        auto group = std::find_if(
            groups.begin(), groups.end(), [&](const Group& each) { return each.reason == reason; });
        if (group == groups.end()) {
            group = groups.insert(group, {.reason = reason});
        }
        if (++group->count <= names_told) {
            group->names +=
                (group->count == 1 ? "" : std::string(words.comma())) + short_name_of(line);
        }
    }
    std::vector<std::string> sentences;
    for (const Group& group : groups) {
        std::string text = group.reason + words("(", " (") + std::to_string(group.count) +
                           words("): ", "): ") + group.names;
        if (group.count > names_told) {
            text += words(" ほか", " and ") +
                    words.count(group.count - names_told, "件", "other", "others");
        }
        sentences.push_back(std::move(text));
    }
    return sentences;
}

void write_paragraph(ChartPage& page, const std::string& text, const render::CellStyle& style) {
    const double height =
        height_points({{text, chart_columns * chart_column_width}}, style.size_points) + 2;
    page.keep_together(static_cast<std::uint32_t>(std::ceil(height / chart_row_points)));
    page.sheet.merge({{page.row, 0}, {page.row, last_printed_column}}, text, style);
    page.set_height(page.row, height);
    ++page.row;
}

void write_section(ChartPage& page, const std::string& text, std::uint32_t rows_with_it) {
    page.keep_together(3 + rows_with_it);
    page.sheet.merge({{page.row, 0}, {page.row, last_printed_column}}, text, section_style());
    page.set_height(page.row, 24);
    page.set_height(page.row + 1, section_gap_points);
    page.row += 2;
}

std::string bullet_note(const Context& context, const Bullets& bullets) {
    const Wording& words = context.words;
    std::string text = words(
        "濃い棒は実績の達成率、太い枠の右端が目標(100%)"
        "。よい向きは指標ごとに考えてあり、棒が長いほどよい。",
        "Solid bar: the actual as an achievement rate; the frame ends at the target (100%). "
        "Rates follow each indicator's own good direction: longer is better. ");
    if (bullets.has_bands) {
        text += words("後ろの帯は評価の範囲。", "The bands behind are the grades. ");
    }
    if (bullets.has_cut) {
        const std::string end = bullets.axis_end.shifted(2).to_string() + "%";
        text += words(end + "を超える棒は" + end +
                          "で、0%より小さい棒は0%で切り、名前の下に本当の値を書いた。",
                      "Bars beyond " + end +
                          " are cut there, those below 0% at 0%; the true figure "
                          "stands under the name. ");
    }
    return text;
}

void write_bullets(const Context& context, ChartPage& page) {
    const Wording& words = context.words;
    const Bullets bullets = write_bullet_cells(context, page);
    if (bullets.charts.empty()) {
        write_paragraph(page,
                        words("達成率のある指標がないため、棒グラフはない。",
                              "No indicator has a rate, so there are no bars."),
                        note_style());
    } else {
        write_paragraph(page, bullet_note(context, bullets), note_style());
    }
    for (const render::Chart& chart : bullets.charts) {
        page.insert(chart);
    }
    const std::vector<std::string> sentences = without_rate(context);
    if (!sentences.empty()) {
        write_section(
            page, words("達成率がなく、棒のない指標", "Indicators without a rate and a bar"), 1);
        for (const std::string& sentence : sentences) {
            write_paragraph(page, sentence, note_style());
        }
    }
}

void write_trends(const Context& context, ChartPage& page) {
    const Wording& words = context.words;
    const Trends trends = write_trend_cells(context, page);
    if (trends.charts.empty()) {
        return;
    }
    page.row += 1;
    write_section(page, words("推移", "Over the years"), trend_chart_rows + 2);
    std::string text = words("実線は実績、破線は目標。縦軸は0から始まるとは限らない。",
                             "Solid: actual; dashed: target. The scale need not begin at 0. ");
    if (trends.left_out > 0) {
        text += words("実績が二つ以上ある指標のうち、未達成のものを先に並べた。ほか",
                      "Of the indicators with two actuals or more, those missed first; ") +
                words.count(trends.left_out,
                            "件は「一覧」の「推移」の列にある。",
                            "other is in the column of trends of Measures.",
                            "others are in the column of trends of Measures.");
    }
    write_paragraph(page, text, note_style());
    for (std::size_t i = 0; i < trends.charts.size(); i += 2) {
        page.insert_pair(trends.charts[i],
                         i + 1 < trends.charts.size() ? &trends.charts[i + 1] : nullptr);
    }
}

}  // namespace

void write_charts(const Context& context) {
    const Wording& words = context.words;
    render::SheetWriter& sheet = *context.charts;
    sheet.hide_gridlines();
    sheet.set_column_width(0, last_printed_column, chart_column_width);
    ChartPage page{.sheet = sheet};
    sheet.write(
        {0, 0}, words("目標と実績のグラフ", "Charts of targets and actuals"), title_style());
    sheet.write({1, 0}, context.subtitle(), subtitle_style());
    sheet.write({1, figures_column},
                words("グラフの数(印刷しない)", "Figures of the charts (not printed)"),
                subtitle_style());
    page.set_height(0, 26);
    page.row = first_chart_row - 1;
    write_bullets(context, page);
    write_trends(context, page);
    page.fix_heights();
    render::PageSetup setup = portrait_page(context.input.reading->plan.title);
    setup.print_area =
        base::CellRange{{0, 0}, {std::max(page.row, first_chart_row), last_printed_column}};
    setup.breaks_before_rows = page.breaks;
    sheet.set_page(setup);
}

}  // namespace shinchoku::report
