#include <algorithm>

#include "calc/figure.h"
#include "plan/value_reading.h"
#include "report/basis.h"
#include "report/formulas.h"
#include "report/story_page.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

constexpr std::size_t steps_shown = 4;  // in each direction
constexpr std::size_t late_shown = 6;

// (a) What moved.

std::string number_format(int decimals, const std::string& unit) {
    std::string digits = "#,##0";
    if (decimals > 0) {
        digits += "." + std::string(static_cast<std::size_t>(decimals), '0');
    }
    return unit.empty() || unit.find('"') != std::string::npos ? digits
                                                               : digits + "\"" + unit + "\"";
}

std::string since(const StoryPage& page, const Movement& movement) {
    const Wording& words = page.words();
    if (!movement.from_baseline) {
        const bool last_year = movement.before_year == page.context.standings.year - 1;
        return last_year ? words("前年度から", "since last year")
                         : words(words.fiscal_year(*movement.before_year) + "から",
                                 "since " + words.fiscal_year(*movement.before_year));
    }
    const std::string year =
        movement.before_year ? " (" + words.fiscal_year(*movement.before_year) + ")" : "";
    return words("基準値" + year + "から", "since the baseline" + year);
}

void write_movement(StoryPage& page, const Movement& movement) {
    const Wording& words = page.words();
    const Line& line = page.line(movement.line);
    const double height = page.write_subject(line);
    const int decimals =
        std::min(std::max(movement.before.decimals(), movement.after.decimals()), 4);
    render::CellStyle figure = number_style();
    figure.shrink = true;
    figure.indent = 0;
    figure.number_format = number_format(decimals, unit_of(line));
    render::CellStyle change = figure;
    change.number_format = "+" + figure.number_format + ";-" + figure.number_format;
    change.bold = true;
    render::CellStyle share = rate_style();
    share.indent = 0;
    const std::string row = std::to_string(page.flow.row() + 1);
    page.write(StoryColumn::first, movement.before, figure);
    page.flow.sheet().explain(
        {page.flow.row(), StoryColumn::first},
        movement.from_baseline
            ? basis_of_figure(page.context, line, UsedFigure::baseline)
            : words(words.fiscal_year(*movement.before_year) + "の実績",
                    "The actual of " + words.fiscal_year(*movement.before_year)));
    if (movement.of_single_year) {
        page.write(StoryColumn::second, movement.after, figure);
        page.flow.sheet().explain({page.flow.row(), StoryColumn::second},
                                  words("この年度だけの実績(累計の前の数)",
                                        "The actual of this year alone, before it is summed up"));
    } else {
        page.write(StoryColumn::second,
                   render::FormulaCell{reference(page.context, movement.line, Calculation::actual),
                                       movement.after},
                   figure);
    }
    page.write(StoryColumn::third,
               render::FormulaCell{"E" + row + "-D" + row,
                                   movement.after - movement.before,
                                   words("今回の実績 − 前の値", "this figure − the one before")},
               change);
    page.write(
        StoryColumn::fourth,
        render::FormulaCell{"ABS(F" + row + ")/MAX(ABS(D" + row + "),ABS(E" + row + "))",
                            base::divide((movement.after - movement.before).abs(),
                                         std::max(movement.before.abs(), movement.after.abs()),
                                         16),
                            words("変化 ÷ 大きい方の値", "change ÷ the larger figure")},
        share);
    const std::string direction =
        movement.forward ? words("◎ 良い方へ", "◎ forward") : words("▼ 悪い方へ", "▼ backward");
    const std::string told = direction + "\n" + since(page, movement);
    page.write(StoryColumn::text, told, text_style());
    page.flow.end_row(std::max(height, height_points({{told, story_widths()[StoryColumn::text]}})));
}

// (b) What is late and why.

std::string target_shown(const StoryPage& page, const Line& line) {
    const std::string target = line.entry == nullptr ? "" : plan::print_value(line.entry->target);
    if (!target.empty() || line.assessment == nullptr || !line.assessment->final_target) {
        return target;
    }
    return page.words()("最終\n", "final\n") + calc::grouped(*line.assessment->final_target, 0);
}

void write_late(StoryPage& page, const Line& line) {
    const Wording& words = page.words();
    const std::size_t index = page.index_of(line);
    double height = page.write_subject(line);
    const std::string target = target_shown(page, line);
    const std::string actual = line.entry == nullptr ? "" : plan::print_value(line.entry->actual);
    page.write(StoryColumn::first, target, right_style());
    page.write(StoryColumn::second, actual, right_style());
    page.write(StoryColumn::third,
               line.assessment->rate ? render::Content(render::FormulaCell{
                                           reference(page.context, index, Calculation::rate),
                                           line.assessment->rate->rounded(14).shifted(-2)})
                                     : render::Content(words("―", "―")),
               rate_style());
    page.write(StoryColumn::fourth,
               line.computed_grade().empty()
                   ? render::Content()
                   : render::Content(render::FormulaCell{
                         reference(page.context, index, Calculation::grade),
                         std::string(line.counted_grade(scheme_of(page.context.input, line)))}),
               center_style());
    page.write(StoryColumn::text, page.own_grade_shown(line), center_style());
    height = std::max(height,
                      height_points({{target, story_widths()[StoryColumn::first]},
                                     {actual, story_widths()[StoryColumn::second]}}));
    page.flow.end_row(height);

    std::string why = words_of(line, words.language());
    if (why.empty()) {
        why = has_box_for_words(page.context.input, line)
                  ? words("理由の記載がない", "No reason given")
                  : words("理由の記載がない(様式に理由の欄がない)",
                          "No reason given (the form has no box for it)");
    }
    page.write(StoryColumn::number, words("理由", "Why"), head_style());
    page.flow.write_text(why, text_style(), StoryColumn::name);
}

}  // namespace

void write_movements(StoryPage& page) {
    const Wording& words = page.words();
    const auto& all = page.context.story.movements;
    page.write_section(
        words("1 動いた指標", "1 What moved"),
        words("大きさは、変化を二つの値の大きい方で割った割合。良い方へ・悪い方へ、"
              "それぞれ大きい順に示す。",
              "Size is the change divided by the larger of the two figures. The largest "
              "in each direction."));
    if (all.empty()) {
        page.write_none(words("前の値とくらべられる実績はない。",
                              "No actual can be compared with an earlier figure."));
        return;
    }
    page.write_heads({words("番号", "No."),
                      words("施策・指標", "Measure"),
                      words("主管課", "Department"),
                      words("前", "Before"),
                      words("後", "After"),
                      words("変化", "Change"),
                      words("大きさ", "Size"),
                      words("向き", "Direction")});
    std::size_t shown = 0;
    for (const bool forward : {true, false}) {
        shown += std::min(
            write_first(page, all, &Movement::forward, forward, steps_shown, write_movement),
            steps_shown);
    }
    page.write_rest(all.size(), shown, page.context.measures);
}

void write_late_ones(StoryPage& page) {
    const Wording& words = page.words();
    const std::vector<const Line*> lines = furthest_behind(page.context.standings);
    if (page.context.standings.interim) {
        page.write_section(words("2 まだ目標に届いていない指標", "2 Not at the target yet"),
                           page.context.why_interim() +
                               words("遅れとはみなさない。", " None of this counts as late."));
    } else {
        page.write_section(
            words("2 届かなかった指標とその理由", "2 What missed its target, and why"),
            words("達成率の低い順。理由は、担当課の書いたまま。",
                  "The lowest rate first. The reasons are the departments' own words."));
    }
    if (lines.empty()) {
        page.write_none(words("なし", "None"));
        return;
    }
    page.write_heads({words("番号", "No."),
                      words("施策・指標", "Measure"),
                      words("主管課", "Department"),
                      words("目標", "Target"),
                      words("実績", "Actual"),
                      words("達成率", "Rate"),
                      words("評価\n(計算)", "Grade"),
                      words("自己評価", "Own grade")});
    for (std::size_t i = 0; i < std::min(lines.size(), late_shown); ++i) {
        write_late(page, *lines[i]);
    }
    page.write_rest(lines.size(), late_shown, page.context.measures);
}

void write_story(const Context& context) {
    Flow flow(
        *context.story_page, portrait_page(context.input.reading->plan.title), story_widths());
    StoryPage page{context, flow};
    flow.begin_block();
    render::CellStyle title = title_style();
    flow.sheet().write({flow.row(), 0}, context.words("一年の動き", "The year"), title);
    flow.end_row(26);
    flow.sheet().write({flow.row(), 0}, context.subtitle(), subtitle_style());
    flow.end_row(18);
    write_movements(page);
    write_late_ones(page);
    write_changes(page);
    if (context.input.audience != Audience::council) {
        write_departments_that_act(page);
    }
    flow.finish();
}

}  // namespace shinchoku::report
