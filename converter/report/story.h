#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/standing.h"

namespace shinchoku::report {

// What the year brought and what it asks for, gathered once for the pages that tell it: 一年の動き,
// 議会資料 and 次にすること. Lines are named by their place in Standings::lines.

// An indicator's figure against the last one before it.
struct Movement {
    std::size_t line = 0;
    base::Decimal before;  // in base units, as the calculation uses them
    base::Decimal after;
    std::optional<int> before_year;  // nothing: the baseline, where it has no year
    bool from_baseline = false;
    bool forward = false;  // in the good direction
    // The change as a share of the larger of the two figures, in percent: what compares a step of
    // 0.3 points with one of 20,000 people.
    base::Decimal share_percent;
};

struct GradeChange {
    std::size_t line = 0;
    std::string before;
    std::string after;
    bool better = false;
};

// A target set or changed, or a difference from the distributed plan.
struct PlanChange {
    const plan::Measure* measure = nullptr;
    base::Text what;
    bool internal = false;  // against the distributed workbook: of no concern outside the office
};

enum class TaskKind {
    hand_in,        // not returned
    fill_in,        // due and blank
    mend,           // a finding of severity error
    make_readable,  // no rate can be told from what stands there
    confirm,        // a target in words that nobody has judged
    give_reason,    // a low grade without a word on it
    settle_grade,   // computed and own grade differ
    plan_remedy,    // the final target will not be reached at this pace
    fill_in_later   // 集計中
};

struct Task {
    TaskKind kind = TaskKind::fill_in;
    const Line* line = nullptr;              // null for what is about a whole measure or file
    const plan::Measure* measure = nullptr;  // null: of no measure
    const base::Finding* finding = nullptr;  // TaskKind::mend
};

struct DepartmentTasks {
    std::string department;
    std::vector<Task> tasks;  // the most urgent first

    [[nodiscard]] std::size_t count(TaskKind kind) const;
};

struct Story {
    std::vector<Movement> movements;  // the largest first
    std::vector<GradeChange> grade_changes;
    std::vector<PlanChange> plan_changes;
    // In the order of Standings::departments; findings that name no measure last, without a name.
    std::vector<DepartmentTasks> tasks;
};

[[nodiscard]] Story tell(const ProgressBookInput& input, const Standings& standings);

// The department's own words on a line: reason, what comes next, notes of the year and of the
// actual; empty where there are none.
[[nodiscard]] std::string words_of(const Line& line, base::Language language);
// Whether the form has a box where such words could stand.
[[nodiscard]] bool has_box_for_words(const ProgressBookInput& input, const Line& line);

// The unit that the figures of a movement are in; "" where the indicator names none.
[[nodiscard]] std::string unit_of(const Line& line);

[[nodiscard]] bool falls_short(const Line& line);

// The lines that missed, the furthest behind first; those without a rate last.
[[nodiscard]] std::vector<const Line*> furthest_behind(const Standings& standings);

}  // namespace shinchoku::report
