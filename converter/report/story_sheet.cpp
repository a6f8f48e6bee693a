#include <algorithm>

#include "calc/figure.h"
#include "plan/value_reading.h"
#include "report/flow.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/tasks.h"

namespace shinchoku::report {
namespace {

// Four short sections, told on a page or two; what is cut is counted, and it is said where the rest
// stands.
constexpr std::size_t steps_shown = 4;  // in each direction
constexpr std::size_t late_shown = 6;
constexpr std::size_t changes_shown = 6;  // of each kind
constexpr std::size_t departments_shown = 12;

enum StoryColumn : std::uint32_t { number, name, department, first, second, third, fourth, text };

const std::vector<double>& widths() {
    static const std::vector<double> table = {8, 28, 13, 11, 11, 11, 9, 25};
    return table;
}

struct Page {
    const Context& context;
    Flow& flow;

    [[nodiscard]] const Wording& words() const { return context.words; }
    [[nodiscard]] const Line& line(std::size_t index) const {
        return context.standings.lines[index];
    }
    [[nodiscard]] std::size_t index_of(const Line& line) const {
        return static_cast<std::size_t>(&line - context.standings.lines.data());
    }
    void write(StoryColumn column, const render::Content& content, const render::CellStyle& style) {
        flow.sheet().write({flow.row(), column}, content, style);
    }
};

void write_section(Page& page, const std::string& title, const std::string& remark) {
    page.flow.begin_block();
    page.flow.end_row(8);
    page.flow.write_text(title, section_style());
    if (!remark.empty()) {
        page.flow.write_text(remark, note_style());
    }
}

void write_heads(Page& page, const std::vector<std::string>& heads) {
    std::vector<Wrapped> wrapped;
    for (std::uint32_t column = 0; column < heads.size(); ++column) {
        page.flow.sheet().write({page.flow.row(), column}, heads[column], head_style());
        wrapped.push_back({heads[column], widths()[column] + 1.5});
    }
    page.flow.end_row(height_points(wrapped) + 2);
}

void write_none(Page& page, const std::string& text) {
    page.flow.write_text(text, text_style());
}

// "ほか3件は「一覧」を見る。"
void write_rest(Page& page, std::size_t all, std::size_t shown, const render::SheetWriter* where) {
    if (all <= shown) {
        return;
    }
    const Wording& words = page.words();
    const std::string rest =
        words("ほか ", "And ") + words.count(all - shown, "件", "more", "more");
    const std::string see =
        where == nullptr ? words("。", ".")
                         : words("は「", ": see \"") + where->name() + words("」を見る。", "\".");
    page.flow.write_text(rest + see, note_style());
}

std::string name_of(const Page& page, const Line& line) {
    const bool is_told = line.indicator == nullptr || line.indicator->name.empty() ||
                         line.indicator->name == line.measure->title;
    return is_told ? line.measure->title
                   : line.measure->title + "\n" + page.words()("指標: ", "Indicator: ") +
                         line.indicator->name;
}

// The first three columns; the height they need.
double write_subject(Page& page, const Line& line) {
    const std::string told = name_of(page, line);
    const std::string responsible = department_key(page.context, line.department());
    page.write(StoryColumn::number, line.measure->id, center_style());
    page.write(StoryColumn::name, told, text_style());
    page.write(StoryColumn::department, responsible, text_style());
    return height_points({{told, widths()[StoryColumn::name]},
                          {responsible, widths()[StoryColumn::department]},
                          {line.measure->id, widths()[StoryColumn::number] + 1.5}});
}

// (a) What moved.

std::string unit_of(const Line& line) {
    const std::string unit = calc::base_unit(line.indicator->unit.value_or("")).unit;
    return unit.find('"') == std::string::npos ? unit : "";
}

std::string number_format(int decimals, const std::string& unit) {
    std::string digits = "#,##0";
    if (decimals > 0) {
        digits += "." + std::string(static_cast<std::size_t>(decimals), '0');
    }
    return unit.empty() ? digits : digits + "\"" + unit + "\"";
}

std::string since(const Page& page, const Movement& movement) {
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

void write_movement(Page& page, const Movement& movement) {
    const Wording& words = page.words();
    const Line& line = page.line(movement.line);
    const double height = write_subject(page, line);
    const int decimals =
        std::min(std::max(movement.before.decimals(), movement.after.decimals()), 4);
    render::CellStyle figure = number_style();
    figure.shrink = true;
    figure.indent = 0;
    figure.number_format = number_format(decimals, unit_of(line));
    render::CellStyle change = figure;
    change.number_format = "+" + figure.number_format + ";-" + figure.number_format;
    change.bold = true;
    const std::string row = std::to_string(page.flow.row() + 1);
    page.write(StoryColumn::first, movement.before, figure);
    page.write(StoryColumn::second,
               render::FormulaCell{reference(page.context, movement.line, Calculation::actual),
                                   movement.after},
               figure);
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
        rate_style());
    const std::string direction =
        movement.forward ? words("◎ 良い方へ", "◎ forward") : words("▼ 悪い方へ", "▼ backward");
    const std::string told = direction + "\n" + since(page, movement);
    page.write(StoryColumn::text, told, text_style());
    page.flow.end_row(std::max(height, height_points({{told, widths()[StoryColumn::text]}})));
}

void write_movements(Page& page) {
    const Wording& words = page.words();
    const auto& all = page.context.story.movements;
    write_section(page,
                  words("1 動いた指標", "1 What moved"),
                  words("大きさは、変化を二つの値の大きい方で割った割合。良い方へ・悪い方へ、"
                        "それぞれ大きい順に示す。",
                        "Size is the change divided by the larger of the two figures. The largest "
                        "in each direction."));
    if (all.empty()) {
        write_none(page,
                   words("前の値とくらべられる実績はない。",
                         "No actual can be compared with an earlier figure."));
        return;
    }
    write_heads(page,
                {words("番号", "No."),
                 words("施策・指標", "Measure"),
                 words("主管課", "Department"),
                 words("前", "Before"),
                 words("後", "After"),
                 words("変化", "Change"),
                 words("大きさ", "Size"),
                 words("向き", "Direction")});
    std::size_t shown = 0;
    for (const bool forward : {true, false}) {
        std::size_t of_this = 0;
        for (const Movement& movement : all) {
            if (movement.forward == forward && of_this < steps_shown) {
                write_movement(page, movement);
                ++of_this;
            }
        }
        shown += of_this;
    }
    write_rest(page, all.size(), shown, page.context.measures);
}

// (b) What is late and why.

std::string target_shown(const Page& page, const Line& line) {
    const std::string target = line.entry == nullptr ? "" : plan::print_value(line.entry->target);
    if (!target.empty() || line.assessment == nullptr || !line.assessment->final_target) {
        return target;
    }
    return page.words()("最終 ", "final ") + calc::grouped(*line.assessment->final_target, 0);
}

// Both grades stand where they differ.
std::string own_grade_shown(const Page& page, const Line& line) {
    const std::string own(line.own_grade());
    if (own.empty()) {
        return page.words()("記載なし", "none");
    }
    return line.grades_differ() ? own + page.words()(" ≠ 計算", " ≠ computed") : own;
}

void write_late(Page& page, const Line& line) {
    const Wording& words = page.words();
    const std::size_t index = page.index_of(line);
    double height = write_subject(page, line);
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
                         std::string(line.counted_grade(*page.context.input.scheme))}),
               center_style());
    page.write(StoryColumn::text, own_grade_shown(page, line), center_style());
    height = std::max(height,
                      height_points({{target, widths()[StoryColumn::first]},
                                     {actual, widths()[StoryColumn::second]}}));
    page.flow.end_row(height);

    std::string why = words_of(line, words.language());
    if (why.empty()) {
        why = has_box_for_words(page.context.input, line)
                  ? words("理由の記載なし", "No reason given")
                  : words("理由の記載なし(様式に理由の欄がない)",
                          "No reason given (the form has no box for it)");
    }
    page.write(StoryColumn::number, words("理由", "Why"), head_style());
    page.flow.write_text(why, text_style(), StoryColumn::name);
}

void write_late_ones(Page& page) {
    const Wording& words = page.words();
    const std::vector<const Line*> lines = furthest_behind(page.context.standings);
    if (page.context.standings.interim) {
        write_section(page,
                      words("2 まだ目標に届いていない指標", "2 Not at the target yet"),
                      words("年度が終わっていないため、遅れとはみなさない。",
                            "The year has not ended, so none of this is late."));
    } else {
        write_section(page,
                      words("2 届かなかった指標とその理由", "2 What missed its target, and why"),
                      words("達成率の低い順。理由は、担当課の書いたまま。",
                            "The lowest rate first. The reasons are the departments' own words."));
    }
    if (lines.empty()) {
        write_none(page, words("なし", "None"));
        return;
    }
    write_heads(page,
                {words("番号", "No."),
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
    write_rest(page, lines.size(), late_shown, page.context.measures);
}

// (c) What changed since last year.

void write_grade_change(Page& page, const GradeChange& change) {
    const Wording& words = page.words();
    const Line& line = page.line(change.line);
    const double height = write_subject(page, line);
    page.write(StoryColumn::first, change.before, center_style());
    page.write(
        StoryColumn::second,
        render::FormulaCell{reference(page.context, change.line, Calculation::grade), change.after},
        center_style());
    page.write(StoryColumn::third,
               change.better ? words("↑ 上がった", "↑ better") : words("↓ 下がった", "↓ worse"),
               center_style());
    page.write(StoryColumn::fourth,
               std::string(page.context.mark(line)) + " " + page.context.label(line.standing),
               center_style());
    page.write(StoryColumn::text, own_grade_shown(page, line), center_style());
    page.flow.end_row(std::max(height,
                               height_points({{page.context.label(line.standing) + "  ",
                                               widths()[StoryColumn::fourth]}})));
}

void write_grade_changes(Page& page) {
    const Wording& words = page.words();
    const auto& all = page.context.story.grade_changes;
    if (page.context.standings.year <= page.context.input.reading->plan.first_year) {
        write_none(page,
                   words("計画の最初の年度のため、くらべる前年度の評価はない。",
                         "The plan's first year: there are no grades of last year to compare."));
        return;
    }
    if (all.empty()) {
        write_none(
            page,
            words("前年度から評価の変わった指標はない。", "No grade changed since last year."));
        return;
    }
    write_heads(page,
                {words("番号", "No."),
                 words("施策・指標", "Measure"),
                 words("主管課", "Department"),
                 words("前年度の評価", "Grade last year"),
                 words("今年度の評価", "Grade this year"),
                 words("変化", "Change"),
                 words("状態", "Status"),
                 words("自己評価", "Own grade")});
    for (const bool better : {false, true}) {
        std::size_t all_of_this = 0;
        for (const GradeChange& change : all) {
            if (change.better == better && all_of_this++ < changes_shown) {
                write_grade_change(page, change);
            }
        }
        if (all_of_this > changes_shown) {
            page.flow.write_text(
                (better ? words("上がった指標は、ほか ", "Better: ")
                        : words("下がった指標は、ほか ", "Worse: ")) +
                    words.count(all_of_this - changes_shown, "件。", "more.", "more."),
                note_style());
        }
    }
}

void write_plan_changes(Page& page) {
    const Wording& words = page.words();
    std::vector<PlanChange> all = page.context.story.plan_changes;
    if (page.context.input.audience == Audience::council) {
        std::erase_if(all, [](const PlanChange& change) { return change.internal; });
    }
    for (std::size_t i = 0; i < std::min(all.size(), changes_shown); ++i) {
        page.write(StoryColumn::number, all[i].measure->id, center_style());
        page.write(StoryColumn::name, all[i].measure->title, text_style());
        const double height = height_points(
            {{all[i].measure->title, widths()[StoryColumn::name]},
             {words(all[i].what), page.flow.width(StoryColumn::department, StoryColumn::text)}});
        page.flow.sheet().merge(
            {{page.flow.row(), StoryColumn::department}, {page.flow.row(), StoryColumn::text}},
            words(all[i].what),
            text_style());
        page.flow.end_row(height);
    }
    if (all.empty()) {
        write_none(page,
                   words("目標の変更や、計画の変更はない。",
                         "No target and no part of the plan changed."));
    }
    write_rest(page, all.size(), changes_shown, page.context.findings);
}

void write_changes(Page& page) {
    const Wording& words = page.words();
    write_section(page,
                  words("3 前年度から変わったこと", "3 What changed since last year"),
                  words("評価の上がり下がりと、目標・計画の変更。",
                        "Grades that went up or down, and changes of targets and of the plan."));
    write_grade_changes(page);
    page.flow.end_row(6);
    write_plan_changes(page);
}

// (d) Who must act.

std::size_t rank(const DepartmentTasks& department) {
    return static_cast<std::size_t>(department.tasks.front().kind);
}

std::string actions_of(const Page& page, const DepartmentTasks& department) {
    std::string told;
    for (std::size_t i = 0; i < department.tasks.size(); ++i) {
        if (i > 0 && department.tasks[i].kind == department.tasks[i - 1].kind) {
            continue;
        }
        told += (told.empty() ? "" : std::string(page.words().comma())) +
                page.words()(short_name_of(department.tasks[i].kind));
    }
    return told;
}

void write_department(Page& page, const DepartmentTasks& department) {
    const std::string key = department_key(page.context, department.department);
    const std::string row = std::to_string(page.flow.row() + 1);
    const Selection selection{Calculation::department, "$A" + row, key};
    const auto plain = [&](StoryColumn column, std::size_t count, const std::string& basis) {
        page.write(column, decimal_of(count), count_style());
        page.flow.sheet().explain({page.flow.row(), column}, basis);
    };
    const Wording& words = page.words();
    page.flow.sheet().merge(
        {{page.flow.row(), StoryColumn::number}, {page.flow.row(), StoryColumn::name}},
        key,
        text_style());
    page.write(StoryColumn::department,
               count_of(page.context, selection, Standing::not_returned),
               count_style());
    page.write(
        StoryColumn::first, count_of(page.context, selection, Standing::missing), count_style());
    plain(StoryColumn::second,
          department.count(TaskKind::mend) + department.count(TaskKind::make_readable),
          words("エラーの所見と、判定できない指標の数", "findings of severity error, and unclear"));
    plain(StoryColumn::third,
          department.count(TaskKind::confirm) + department.count(TaskKind::give_reason) +
              department.count(TaskKind::settle_grade),
          words("判断・理由・評価の違いの確認を待つ指標の数",
                "indicators that wait for a judgement, a reason or a settled grade"));
    plain(StoryColumn::fourth,
          department.count(TaskKind::plan_remedy),
          words("線形の見込みが最終目標に届かない指標の数",
                "indicators whose linear forecast misses the final target"));
    const std::string told = actions_of(page, department);
    page.write(StoryColumn::text, told, text_style());
    page.flow.end_row(height_points({{key, page.flow.width(StoryColumn::number, StoryColumn::name)},
                                     {told, widths()[StoryColumn::text]}}));
}

void write_departments_that_act(Page& page) {
    const Wording& words = page.words();
    std::vector<const DepartmentTasks*> busy;
    for (const DepartmentTasks& department : page.context.story.tasks) {
        if (!department.tasks.empty()) {
            busy.push_back(&department);
        }
    }
    std::stable_sort(
        busy.begin(), busy.end(), [](const auto* a, const auto* b) { return rank(*a) < rank(*b); });
    write_section(page,
                  words("4 これから動く課", "4 Who must act"),
                  words("することの急ぐ順。", "The most urgent first."));
    if (busy.empty()) {
        write_none(page, words("なし", "None"));
        return;
    }
    page.flow.sheet().merge(
        {{page.flow.row(), StoryColumn::number}, {page.flow.row(), StoryColumn::name}},
        words("主管課", "Department"),
        head_style());
    const std::vector<std::string> heads = {
        page.context.label(Standing::not_returned) + words("\n(指標)", "\n(indicators)"),
        page.context.label(Standing::missing),
        words("誤り・判定不能", "Mistakes, unclear"),
        words("判断・理由待ち", "To judge, to explain"),
        words("最終目標に届かない", "Falls short"),
        words("すること", "Action")};
    std::vector<Wrapped> wrapped;
    for (std::uint32_t i = 0; i < heads.size(); ++i) {
        page.flow.sheet().write(
            {page.flow.row(), StoryColumn::department + i}, heads[i], head_style());
        wrapped.push_back({heads[i], widths()[StoryColumn::department + i] + 1.5});
    }
    page.flow.end_row(height_points(wrapped) + 2);
    for (std::size_t i = 0; i < std::min(busy.size(), departments_shown); ++i) {
        write_department(page, *busy[i]);
    }
    write_rest(page, busy.size(), departments_shown, page.context.actions);
}

}  // namespace

void write_story(const Context& context) {
    Flow flow(*context.story_page, portrait_page(context.input.reading->plan.title), widths());
    Page page{context, flow};
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
