#include "report/story.h"

#include <algorithm>
#include <map>
#include <set>

#include "calc/figure.h"
#include "calc/grade.h"
#include "calc/target.h"
#include "plan/value_reading.h"
#include "report/plan_changes.h"
#include "report/tasks.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

// Towards the good side; for what is to be kept, towards the figure to keep. Nothing where neither
// can be told: of a figure that is to stay within a range no change is a step forward as such.
std::optional<bool> is_forward(const Line& line,
                               const base::Decimal& before,
                               const base::Decimal& after) {
    switch (line.indicator->direction) {
        case plan::Direction::within:
            return std::nullopt;
        case plan::Direction::down:
            return after < before;
        case plan::Direction::keep: {
            const std::optional<base::Decimal>& goal =
                line.assessment->target ? line.assessment->target : line.assessment->final_target;
            if (!goal || (before - *goal).abs() == (after - *goal).abs()) {
                return std::nullopt;
            }
            return (after - *goal).abs() < (before - *goal).abs();
        }
        case plan::Direction::up:
        case plan::Direction::none:
        case plan::Direction::unknown:
            break;
    }
    return after > before;
}

std::optional<Movement> movement_of(const AssessmentsByYear& assessments,
                                    const plan::Plan& plan,
                                    const Standings& standings,
                                    std::size_t index) {
    const Line& line = standings.lines[index];
    if (line.assessment == nullptr || !line.assessment->actual || line.indicator == nullptr) {
        return std::nullopt;
    }
    Movement movement{.line = index, .after = *line.assessment->actual};
    std::optional<base::Decimal> before;
    for (int year = standings.year - 1; year >= plan.first_year && !before; --year) {
        const calc::Assessment* earlier = assessments.find(line.indicator->id, year);
        if (earlier != nullptr && earlier->actual) {
            before = earlier->actual;
            movement.before_year = year;
        }
    }
    if (!before && line.assessment->baseline) {
        before = line.assessment->baseline;
        movement.from_baseline = true;
        movement.before_year = line.indicator->baseline->year;
    }
    if (!before || *before == movement.after) {
        return std::nullopt;
    }
    movement.before = *before;
    const std::optional<bool> forward = is_forward(line, movement.before, movement.after);
    if (!forward) {
        return std::nullopt;
    }
    movement.forward = *forward;
    const base::Decimal larger = std::max(movement.before.abs(), movement.after.abs());
    movement.share_percent =
        base::divide((movement.after - movement.before).abs().shifted(2), larger, 6);
    return movement;
}

std::vector<Movement> movements_of(const AssessmentsByYear& assessments,
                                   const plan::Plan& plan,
                                   const Standings& standings) {
    std::vector<Movement> movements;
    for (std::size_t i = 0; i < standings.lines.size(); ++i) {
        if (std::optional<Movement> movement = movement_of(assessments, plan, standings, i)) {
            movements.push_back(*std::move(movement));
        }
    }
    std::stable_sort(movements.begin(), movements.end(), [](const Movement& a, const Movement& b) {
        return a.share_percent > b.share_percent;
    });
    return movements;
}

// The grade that counted in an earlier year.
std::string earlier_grade(const ProgressBookInput& input,
                          const AssessmentsByYear& assessments,
                          const Line& line,
                          int year) {
    if (input.scheme->basis == calc::Basis::person) {
        const plan::Evaluation* evaluation = evaluation_of(*line.measure, line.indicator, year);
        return evaluation == nullptr || !evaluation->year ? "" : evaluation->grade;
    }
    const calc::Assessment* earlier = assessments.find(line.indicator->id, year);
    return earlier == nullptr ? "" : earlier->grade;
}

std::vector<GradeChange> grade_changes_of(const ProgressBookInput& input,
                                          const AssessmentsByYear& assessments,
                                          const Standings& standings) {
    std::vector<GradeChange> changes;
    for (std::size_t i = 0; i < standings.lines.size(); ++i) {
        const Line& line = standings.lines[i];
        if (line.indicator == nullptr || line.assessment == nullptr) {
            continue;
        }
        const calc::Scheme& scheme = scheme_of(input, *line.assessment);
        const std::string after(line.counted_grade(scheme));
        const std::string before = earlier_grade(input, assessments, line, standings.year - 1);
        const std::optional<std::size_t> was = calc::rank_of(scheme, before);
        const std::optional<std::size_t> is = calc::rank_of(scheme, after);
        if (was && is && *was != *is) {
            changes.push_back({i, before, after, *is < *was});
        }
    }
    return changes;
}

bool draws_words(const layout::Layout& layout) {
    const auto is_words = [](const layout::Piece& piece) {
        return piece.field.id == layout::FieldId::reason ||
               piece.field.id == layout::FieldId::next || piece.field.id == layout::FieldId::note;
    };
    for (const layout::PictureRow& row : layout.picture.rows) {
        for (const layout::PictureCell& cell : row.cells) {
            if (std::any_of(cell.pieces.begin(), cell.pieces.end(), is_words)) {
                return true;
            }
        }
    }
    return false;
}

void add_part(std::string& text, std::string_view label, std::string_view part) {
    if (!part.empty() && text.find(part) == std::string::npos) {
        text.append(text.empty() ? "" : "\n").append(label).append(part);
    }
}

}  // namespace

std::size_t DepartmentTasks::count(TaskKind kind) const {
    return static_cast<std::size_t>(std::count_if(
        tasks.begin(), tasks.end(), [&](const Task& task) { return task.kind == kind; }));
}

std::string words_of(const Line& line, base::Language language) {
    const bool ja = language == base::Language::ja;
    std::string text;
    if (line.evaluation != nullptr) {
        add_part(text, "", line.evaluation->reason);
        add_part(text, ja ? "今後: " : "Next: ", line.evaluation->next);
    }
    if (line.entry != nullptr) {
        add_part(text, "", line.entry->note);
        add_part(
            text, ja ? "実績の注記: " : "On the actual: ", line.entry->actual.remark.value_or(""));
    }
    return text;
}

bool has_box_for_words(const ProgressBookInput& input, const Line& line) {
    const layout::Reading& reading = *input.reading;
    const bool is_read = line.standing != Standing::not_returned;
    const std::string& id = is_read && line.measure_index < reading.places.size()
                                ? reading.places[line.measure_index].layout
                                : reading.plan.layout;
    const auto found = input.layouts.find(id);
    return found == input.layouts.end() || draws_words(*found->second);
}

std::string unit_of(const Line& line) {
    return calc::base_unit(line.indicator->unit.value_or("")).unit;
}

bool falls_short(const Line& line) {
    return line.assessment != nullptr && line.assessment->forecast.suffices_linear == false;
}

std::vector<const Line*> furthest_behind(const Standings& standings) {
    std::vector<const Line*> lines;
    for (const Line& line : standings.lines) {
        if (line.standing == Standing::missed) {
            lines.push_back(&line);
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line* a, const Line* b) {
        const auto& left = a->assessment->rate;
        const auto& right = b->assessment->rate;
        return left && right ? left->rounded(12) < right->rounded(12) : left.has_value() && !right;
    });
    return lines;
}

Story tell(const ProgressBookInput& input, const Standings& standings) {
    const AssessmentsByYear assessments(input);
    const plan::Plan& plan = input.reading->plan;
    Story story;
    story.movements = movements_of(assessments, plan, standings);
    if (standings.year > plan.first_year) {
        story.grade_changes = grade_changes_of(input, assessments, standings);
    }
    story.plan_changes = plan_changes_of(input, standings);
    story.tasks = tasks_of(input, standings);
    return story;
}

}  // namespace shinchoku::report
