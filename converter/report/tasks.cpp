#include "report/tasks.h"

#include <algorithm>
#include <map>
#include <set>

#include "calc/figure.h"
#include "calc/grade.h"
#include "calc/target.h"
#include "plan/value_reading.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

// In the lower half of its scheme; where people judge, letters have no such order.
bool has_low_grade(const ProgressBookInput& input, const Line& line) {
    const calc::Scheme& scheme = scheme_of(input, line);
    if (line.assessment == nullptr || scheme.basis == calc::Basis::person) {
        return false;
    }
    const std::optional<std::size_t> rank = calc::rank_of(scheme, *line.assessment);
    return rank && *rank * 2 >= calc::grades_of(scheme, *line.assessment).size();
}

bool has_reason(const Line& line) {
    return line.evaluation != nullptr && !line.evaluation->reason.empty();
}

// What stands in a box for reasons, or beside the figures; what comes next is no reason.
bool lacks_reason(const ProgressBookInput& input, const Line& line) {
    if (!has_box_for_reason(input, line)) {
        return has_box_for_words(input, line) && words_of(line, base::Language::ja).empty();
    }
    const bool has_note =
        line.entry != nullptr &&
        (!line.entry->note.empty() || !line.entry->actual.remark.value_or("").empty());
    return !has_reason(line) && !has_note;
}

bool was_judged(const Line& line) {
    return line.evaluation != nullptr && (!line.own_grade().empty() || line.evaluation->step);
}

std::vector<TaskKind> tasks_of_line(const ProgressBookInput& input,
                                    const Standings& standings,
                                    const Line& line) {
    std::vector<TaskKind> kinds;
    if (line.standing == Standing::missing) {
        kinds.push_back(TaskKind::fill_in);
    }
    // What is wrong in a cell is told by its finding.
    if (line.standing == Standing::undecidable && line.errors == 0) {
        kinds.push_back(TaskKind::make_readable);
    }
    if (line.standing == Standing::to_confirm && !was_judged(line)) {
        kinds.push_back(TaskKind::confirm);
    }
    if (!standings.interim && has_low_grade(input, line) && lacks_reason(input, line)) {
        kinds.push_back(TaskKind::give_reason);
    } else if (line.grades_differ() && !has_reason(line)) {
        kinds.push_back(TaskKind::settle_grade);
    }
    if (falls_short(line)) {
        kinds.push_back(TaskKind::plan_remedy);
    }
    if (line.standing == Standing::unavailable) {
        kinds.push_back(TaskKind::fill_in_later);
    }
    return kinds;
}

class TaskList {
public:
    TaskList(const ProgressBookInput& input, const Standings& standings)
        : input_(input), standings_(standings) {
        for (const std::string& department : standings.departments) {
            place_.emplace(department, list_.size());
            list_.push_back({department, {}});
        }
    }

    void add_lines() {
        std::set<const plan::Measure*> asked_for;
        for (const Line& line : standings_.lines) {
            measures_.emplace(line.measure->id, &line);
            DepartmentTasks& department = list_[place_.at(line.department())];
            if (line.standing == Standing::not_returned) {
                if (asked_for.insert(line.measure).second) {
                    department.tasks.push_back({TaskKind::hand_in, nullptr, line.measure});
                }
                continue;
            }
            if (line.doubtful) {
                lines_.emplace(line.indicator->id + "|" + std::to_string(standings_.year), &line);
                lines_.emplace(line.indicator->id + "|", &line);
            }
            for (const TaskKind kind : tasks_of_line(input_, standings_, line)) {
                department.tasks.push_back({kind, &line, line.measure});
                if (kind == TaskKind::fill_in) {
                    blanks_.insert(
                        base::make_key("A01", line.indicator->id, line.assessment->year));
                }
            }
        }
    }

    void add_findings() {
        DepartmentTasks nowhere;
        for (const base::Finding& finding : *input_.findings) {
            if (is_told(finding)) {
                continue;
            }
            if (finding.severity == base::Severity::warning) {
                add_doubt(finding);
            }
            if (finding.severity != base::Severity::error) {
                continue;
            }
            const auto found = finding.measure ? measures_.find(*finding.measure) : measures_.end();
            const Line* line = found == measures_.end() ? nullptr : found->second;
            DepartmentTasks& department =
                line == nullptr ? nowhere : list_[place_.at(line->department())];
            department.tasks.push_back(
                {TaskKind::mend, nullptr, line == nullptr ? nullptr : line->measure, &finding});
        }
        if (!nowhere.tasks.empty()) {
            list_.push_back(std::move(nowhere));
        }
    }

    [[nodiscard]] std::vector<DepartmentTasks> sorted() {
        for (DepartmentTasks& department : list_) {
            std::stable_sort(department.tasks.begin(),
                             department.tasks.end(),
                             [](const Task& a, const Task& b) { return a.kind < b.kind; });
        }
        return std::move(list_);
    }

private:
    // Warnings on other years, and on the form, are for whoever reads the findings; those on a
    // grade or a method doubt no figure.
    void add_doubt(const base::Finding& finding) {
        if (finding.rule == "A02" || finding.rule == "A03" || finding.rule == "A05") {
            return;
        }
        const std::size_t bar = finding.key.find('|');
        const std::string subject = bar == std::string::npos ? "" : finding.key.substr(bar + 1);
        const auto found = lines_.find(subject);
        if (found != lines_.end()) {
            const Line& line = *found->second;
            list_[place_.at(line.department())].tasks.push_back(
                {TaskKind::check_figure, &line, line.measure, &finding});
        }
    }

    // Who has not returned and what is blank are tasks of their own.
    [[nodiscard]] bool is_told(const base::Finding& finding) const {
        return finding.rule == "X01" || blanks_.count(finding.key) > 0;
    }

    const ProgressBookInput& input_;
    const Standings& standings_;
    std::vector<DepartmentTasks> list_;
    std::map<std::string_view, std::size_t> place_;
    std::map<std::string_view, const Line*> measures_;
    std::map<std::string, const Line*> lines_;  // the doubtful ones, by what findings name
    std::set<std::string> blanks_;
};

std::string sentence_of_blank(const Wording& words, const Line& line) {
    const int year = line.assessment->year;
    const std::string target = line.entry == nullptr ? "" : plan::print_value(line.entry->target);
    const std::string asked =
        target.empty() ? "" : words("(目標 ", " (target ") + target + words(")", ")");
    return words(words.fiscal_year(year) + "の実績を記入してください" + asked +
                     "。まだ分からないときは「集計中」と書いてください。",
                 "Please fill in the actual of " + words.fiscal_year(year) + asked +
                     ". Where it is not known yet, write 集計中.");
}

std::string sentence_of_finding(const Wording& words, const base::Finding& finding) {
    std::string place;
    if (finding.sheet && finding.cell) {
        place = words("シート「", "Sheet ") + *finding.sheet + words("」のセル ", ", cell ") +
                base::to_a1(*finding.cell) + words("。", ". ");
    }
    const std::string& hint = words(finding.hint);
    return place + words(finding.message) + (hint.empty() ? "" : words(" → ", " → ") + hint);
}

// A number in base units as the sheet prints the final target: with its unit and scale.
std::string in_unit_of(const plan::Indicator& indicator,
                       const plan::Value& target,
                       const base::Decimal& number) {
    std::optional<calc::Figure> figure = calc::figure_of(target);
    const plan::UnitAndForm* form = plan::form_of(target);
    const std::string unit =
        form != nullptr && form->unit ? *form->unit : indicator.unit.value_or("");
    const int power = figure ? figure->unit_power : 0;
    const int decimals = figure ? figure->decimals : 0;
    return calc::grouped(number.shifted(-power).rounded(decimals + 1), 0) + unit;
}

// Only what falls short is told: beyond which side the forecast lies tells the good one.
std::string side_of(const Wording& words, const Line& line) {
    const calc::Assessment& used = *line.assessment;
    if (line.indicator->direction == plan::Direction::within ||
        line.indicator->direction == plan::Direction::keep || !used.final_target ||
        !used.forecast.linear) {
        return "";
    }
    return *used.forecast.linear < *used.final_target
               ? words("大きいほどよい指標として、", "taking more for better, ")
               : words("小さいほどよい指標として、", "taking less for better, ");
}

std::string sentence_of_remedy(const Wording& words, const Line& line) {
    const calc::Assessment& used = *line.assessment;
    static const plan::Value blank;
    const std::optional<calc::FinalTarget> last = calc::final_target(*line.indicator);
    const plan::Value* in_force =
        last ? calc::target_in_force(*line.indicator, last->year) : nullptr;
    const plan::Value& target = in_force == nullptr ? blank : *in_force;
    std::string written = plan::print_value(target);
    if (target.is<plan::Number>() && plan::form_of(target)->unit.value_or("").empty()) {
        written += line.indicator->unit.value_or("");
    }
    const auto shown = [&](const base::Decimal& number) {
        return in_unit_of(*line.indicator, target, number);
    };
    std::string in_ja = side_of(words, line);
    std::string in_en = in_ja;
    if (used.forecast.linear) {
        in_ja += "見込み " + shown(*used.forecast.linear);
        in_en += "forecast " + shown(*used.forecast.linear);
    }
    if (used.needed_per_year) {
        in_ja += "、要る変化は一年に " + shown(*used.needed_per_year);
        in_en += "; it would take " + shown(*used.needed_per_year) + " a year";
    }
    return words("このままの歩みでは、最終目標 " + written + " に届かない見込みです(" + in_ja +
                     ")。今後の取組みを見直してください。",
                 "At this pace the final target of " + written + " will not be reached (" + in_en +
                     "). Please reconsider what comes next.");
}

}  // namespace

std::vector<DepartmentTasks> tasks_of(const ProgressBookInput& input, const Standings& standings) {
    TaskList list(input, standings);
    list.add_lines();
    list.add_findings();
    return list.sorted();
}

std::string sentence_of(const Wording& words, const Task& task) {
    switch (task.kind) {
        case TaskKind::hand_in:
            return words("記入したシートを提出してください。", "Please return the filled sheet.");
        case TaskKind::fill_in:
            return sentence_of_blank(words, *task.line);
        case TaskKind::mend:
            return sentence_of_finding(words, *task.finding);
        case TaskKind::check_figure:
            return words("数値を確かめてください。", "Please check the figure. ") +
                   sentence_of_finding(words, *task.finding);
        case TaskKind::make_readable:
            return words(task.line->assessment->trace) +
                   words("。目標・実績・単位を確かめ、直してください。",
                         ". Please check target, actual and unit and correct them.");
        case TaskKind::confirm:
            return words(
                "目標が言葉で書かれています。どこまで進んだかを判断し、評価を記入してください。",
                "The target is in words. Please judge how far it got and give a grade.");
        case TaskKind::give_reason:
            return words("評価が " + std::string(task.line->computed_grade()) +
                             " です。理由と今後の取組みを記入してください。",
                         "The grade is " + std::string(task.line->computed_grade()) +
                             ". Please give the reason and what comes next.");
        case TaskKind::settle_grade:
            return words("自己評価 " + std::string(task.line->own_grade()) + " と計算による評価 " +
                             std::string(task.line->computed_grade()) +
                             " が違います。自己評価のままとするなら、理由を記入してください。",
                         "Own grade " + std::string(task.line->own_grade()) +
                             " and computed grade " + std::string(task.line->computed_grade()) +
                             " differ. If your own is to stand, please give the reason.");
        case TaskKind::plan_remedy:
            return sentence_of_remedy(words, *task.line);
        case TaskKind::fill_in_later:
            return words("集計が終わりしだい、実績を記入してください。",
                         "Please fill in the actual as soon as it has been counted.");
    }
    return "";
}

base::Text short_name_of(TaskKind kind) {
    switch (kind) {
        case TaskKind::hand_in:
            return {"提出", "return"};
        case TaskKind::fill_in:
            return {"実績の記入", "fill in the actual"};
        case TaskKind::mend:
            return {"誤りの訂正", "mend mistakes"};
        case TaskKind::make_readable:
            return {"目標・実績の確認", "check the figures"};
        case TaskKind::check_figure:
            return {"数値の確認", "check figures in doubt"};
        case TaskKind::confirm:
            return {"言葉の目標の判断", "judge targets in words"};
        case TaskKind::give_reason:
            return {"理由の記入", "give reasons"};
        case TaskKind::settle_grade:
            return {"評価の違いの確認", "settle the grade"};
        case TaskKind::plan_remedy:
            return {"取組みの見直し", "reconsider the measure"};
        case TaskKind::fill_in_later:
            return {"集計後の記入", "fill in once counted"};
    }
    return {};
}

}  // namespace shinchoku::report
