#include <algorithm>

#include "report/formulas.h"
#include "report/story_page.h"
#include "report/tasks.h"

namespace shinchoku::report {
namespace {

constexpr std::size_t changes_shown = 6;  // of each kind
constexpr std::size_t departments_shown = 12;

// (c) What changed since last year.

void write_grade_change(StoryPage& page, const GradeChange& change) {
    const Wording& words = page.words();
    const Line& line = page.line(change.line);
    const double height = page.write_subject(line);
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
    page.write(StoryColumn::text, page.own_grade_shown(line), center_style());
    page.flow.end_row(std::max(height,
                               height_points({{page.context.label(line.standing) + "  ",
                                               story_widths()[StoryColumn::fourth]}})));
}

void write_grade_changes(StoryPage& page) {
    const Wording& words = page.words();
    const auto& all = page.context.story.grade_changes;
    if (page.context.standings.year <= page.context.input.reading->plan.first_year) {
        page.write_none(
            words("計画の最初の年度のため、くらべる前年度の評価はない。",
                  "The plan's first year: there are no grades of last year to compare."));
        return;
    }
    if (all.empty()) {
        page.write_none(
            words("前年度から評価の変わった指標はない。", "No grade changed since last year."));
        return;
    }
    page.write_heads({words("番号", "No."),
                      words("施策・指標", "Measure"),
                      words("主管課", "Department"),
                      words("前年度の\n評価", "Grade last year"),
                      words("今年度の\n評価", "Grade this year"),
                      words("変化", "Change"),
                      words("状態", "Status"),
                      words("自己評価", "Own grade")});
    for (const bool better : {false, true}) {
        const std::size_t count =
            write_first(page, all, &GradeChange::better, better, changes_shown, write_grade_change);
        if (count > changes_shown) {
            page.flow.write_text((better ? words("上がった指標は、ほか ", "Better: ")
                                         : words("下がった指標は、ほか ", "Worse: ")) +
                                     words.count(count - changes_shown, "件。", "more.", "more."),
                                 note_style());
        }
    }
}

void write_plan_changes(StoryPage& page) {
    const Wording& words = page.words();
    std::vector<PlanChange> all = page.context.story.plan_changes;
    if (page.context.input.audience == Audience::council) {
        std::erase_if(all, [](const PlanChange& change) { return change.internal; });
    }
    std::stable_partition(
        all.begin(), all.end(), [](const PlanChange& change) { return !change.due; });
    if (all.empty() || all.front().due) {
        page.write_none(words("目標の変更や、計画の変更はない。",
                              "No target and no part of the plan changed."));
    }
    for (std::size_t i = 0; i < std::min(all.size(), changes_shown); ++i) {
        page.write(StoryColumn::number, all[i].measure->id, center_style());
        page.write(StoryColumn::name, all[i].measure->title, text_style());
        const double height = height_points(
            {{all[i].measure->title, story_widths()[StoryColumn::name]},
             {words(all[i].what), page.flow.width(StoryColumn::department, StoryColumn::text)}});
        page.flow.sheet().merge(
            {{page.flow.row(), StoryColumn::department}, {page.flow.row(), StoryColumn::text}},
            words(all[i].what),
            text_style());
        page.flow.end_row(height);
    }
    page.write_rest(all.size(), changes_shown, page.context.findings);
}

// (d) Who must act.

std::size_t rank(const DepartmentTasks& department) {
    return static_cast<std::size_t>(department.tasks.front().kind);
}

std::string actions_of(const StoryPage& page, const DepartmentTasks& department) {
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

void write_department(StoryPage& page, const DepartmentTasks& department) {
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
          department.count(TaskKind::mend) + department.count(TaskKind::make_readable) +
              department.count(TaskKind::check_figure),
          words("エラーの所見、判定できない指標、確かめる数値の数",
                "findings of severity error, unclear indicators, figures in doubt"));
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
                                     {told, story_widths()[StoryColumn::text]}}));
}

}  // namespace

void write_changes(StoryPage& page) {
    const Wording& words = page.words();
    page.write_section(
        words("3 前年度から変わったこと", "3 What changed since last year"),
        words("評価の上がり下がり、目標・計画の変更と、この年度が期限の目標。",
              "Grades that went up or down, changes of targets and of the plan, and targets "
              "due this year."));
    write_grade_changes(page);
    page.flow.end_row(6);
    write_plan_changes(page);
}

void write_departments_that_act(StoryPage& page) {
    const Wording& words = page.words();
    std::vector<const DepartmentTasks*> busy;
    for (const DepartmentTasks& department : page.context.story.tasks) {
        if (!department.tasks.empty()) {
            busy.push_back(&department);
        }
    }
    std::stable_sort(
        busy.begin(), busy.end(), [](const auto* a, const auto* b) { return rank(*a) < rank(*b); });
    page.write_section(words("4 これから動く課", "4 Who must act"),
                       words("することの急ぐ順。", "The most urgent first."));
    if (busy.empty()) {
        page.write_none(words("なし", "None"));
        return;
    }
    page.flow.sheet().merge(
        {{page.flow.row(), StoryColumn::number}, {page.flow.row(), StoryColumn::name}},
        words("主管課", "Department"),
        head_style());
    const std::vector<std::string> heads = {
        page.context.label(Standing::not_returned) + words("\n(指標)", "\n(indicators)"),
        page.context.label(Standing::missing),
        words("誤り・\n要確認", "Mistakes, doubts"),
        words("判断・\n理由待ち", "To judge, to explain"),
        words("最終目標に\n届かない", "Falls short"),
        words("すること", "Action")};
    std::vector<Wrapped> wrapped;
    for (std::uint32_t i = 0; i < heads.size(); ++i) {
        page.flow.sheet().write(
            {page.flow.row(), StoryColumn::department + i}, heads[i], head_style());
        wrapped.push_back({heads[i], story_widths()[StoryColumn::department + i] + 1.5});
    }
    page.flow.end_row(height_points(wrapped) + 2);
    for (std::size_t i = 0; i < std::min(busy.size(), departments_shown); ++i) {
        write_department(page, *busy[i]);
    }
    page.write_rest(busy.size(), departments_shown, page.context.actions);
}

}  // namespace shinchoku::report
