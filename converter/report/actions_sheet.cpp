#include <algorithm>

#include "report/flow.h"
#include "report/formulas.h"
#include "report/look.h"
#include "report/sheets.h"
#include "report/tasks.h"

namespace shinchoku::report {
namespace {

constexpr double task_width = 58;
constexpr double subject_width = 34;
constexpr std::size_t tasks_shown = 15;  // a department

std::string subject_of(const Wording& words, const Task& task) {
    if (task.measure == nullptr) {
        return task.finding == nullptr
                   ? ""
                   : task.finding->file.substr(task.finding->file.find_last_of("/\\") + 1);
    }
    std::string subject = task.measure->title;
    const bool has_name = task.line != nullptr && task.line->indicator != nullptr &&
                          !task.line->indicator->name.empty() &&
                          task.line->indicator->name != subject;
    return has_name ? subject + "\n" + words("指標: ", "Indicator: ") + task.line->indicator->name
                    : subject;
}

void write_task(Flow& flow, const Wording& words, const Task& task, std::size_t place) {
    const std::string subject = subject_of(words, task);
    const std::string told = sentence_of(words, task);
    flow.sheet().write({flow.row(), 0}, decimal_of(place), center_style());
    flow.sheet().write({flow.row(), 1},
                       task.measure == nullptr ? std::string() : task.measure->id,
                       center_style());
    flow.sheet().write({flow.row(), 2}, subject, text_style());
    flow.sheet().write({flow.row(), 3}, told, text_style());
    flow.end_row(height_points({{subject, subject_width}, {told, task_width}}) + 2);
}

void write_block(const Context& context, Flow& flow, const DepartmentTasks& department) {
    const Wording& words = context.words;
    flow.begin_block();
    flow.end_row(8);
    const bool of_measures = std::any_of(department.tasks.begin(),
                                         department.tasks.end(),
                                         [](const Task& task) { return task.measure != nullptr; });
    std::string name = department.department;
    if (name.empty()) {
        name = of_measures ? words("主管課の記載がない施策", "Measures that name no department")
                           : words("ファイル全体のこと", "Whole files");
    }
    flow.write_text(name + " (" +
                        words.count(department.tasks.size(), "件", "thing to do", "things to do") +
                        ")",
                    section_style());
    for (std::size_t i = 0; i < std::min(department.tasks.size(), tasks_shown); ++i) {
        write_task(flow, words, department.tasks[i], i + 1);
    }
    if (department.tasks.size() > tasks_shown) {
        const std::size_t rest = department.tasks.size() - tasks_shown;
        flow.write_text(
            words("ほか ", "And ") + words.count(rest, "件は", "more: see", "more: see") +
                words("「", " \"") + context.findings->name() + words("」と「", "\" and \"") +
                context.measures->name() + words("」を見てください。", "\"."),
            note_style());
    }
}

}  // namespace

void write_actions(const Context& context) {
    const Wording& words = context.words;
    Flow flow(*context.actions,
              portrait_page(context.input.reading->plan.title),
              {4, 8, subject_width, task_width});
    flow.begin_block();
    flow.sheet().write({flow.row(), 0}, words("次にすること", "What to do next"), title_style());
    flow.end_row(26);
    flow.sheet().write({flow.row(), 0}, context.subtitle(), subtitle_style());
    flow.end_row(18);
    std::string done;
    for (const DepartmentTasks& department : context.story.tasks) {
        if (department.tasks.empty()) {
            done += (done.empty() ? "" : std::string(words.comma())) +
                    department_key(context, department.department);
        } else {
            write_block(context, flow, department);
        }
    }
    if (!done.empty()) {
        flow.begin_block();
        flow.end_row(8);
        flow.write_text(words("することのない課: ", "Nothing to do for: ") + done, text_style());
    }
    flow.finish();
}

}  // namespace shinchoku::report
