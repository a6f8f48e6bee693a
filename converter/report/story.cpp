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

// Towards the good side; for what is to be kept, up to the figure to keep. Nothing where neither
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
            // Beyond it nothing is gained or lost.
            if (!goal || std::min(before, *goal) == std::min(after, *goal)) {
                return std::nullopt;
            }
            return after > before;
        }
        case plan::Direction::up:
        case plan::Direction::none:
        case plan::Direction::unknown:
            break;
    }
    return after > before;
}

// An actual of one year under a target for all of them, which is used as the sum since the first.
bool is_running_total(const Line& line) {
    return line.assessment->method == calc::Method::cumulative &&
           line.indicator->accumulation == plan::Accumulation::per_year && line.entry != nullptr &&
           !line.entry->actual.qualifiers.cumulative;
}

std::optional<base::Decimal> own_figure(const Line& line, int year) {
    const plan::YearEntry* entry = calc::find_year(*line.indicator, year);
    const std::optional<calc::Figure> figure =
        entry == nullptr ? std::nullopt : calc::figure_of(entry->actual);
    return figure ? std::optional(figure->number) : std::nullopt;
}

// A value that shows no unit has the indicator's.
std::string unit_of_value(const Line& line, const plan::Value& value) {
    const std::optional<calc::Figure> figure = calc::figure_of(value);
    return figure && !figure->unit.empty() ? figure->unit : unit_of(line);
}

// From 8 cases to 60% nothing moved that can be measured.
bool are_of_one_unit(const Line& line, const Movement& movement) {
    static const plan::Value blank;
    const plan::YearEntry* entry =
        movement.before_year ? calc::find_year(*line.indicator, *movement.before_year) : nullptr;
    const plan::Value& before = movement.from_baseline ? line.indicator->baseline->value
                                : entry == nullptr     ? blank
                                                       : entry->actual;
    const std::string was = unit_of_value(line, before);
    const std::string is = unit_of_value(line, line.entry == nullptr ? blank : line.entry->actual);
    return was.empty() || is.empty() || was == is;
}

// The last figure before that of the year reported on, into `movement`.
std::optional<base::Decimal> figure_before(const AssessmentsByYear& assessments,
                                           const plan::Plan& plan,
                                           const Line& line,
                                           int reported,
                                           Movement& movement) {
    for (int year = reported - 1; year >= plan.first_year; --year) {
        const calc::Assessment* earlier = assessments.find(line.indicator->id, year);
        std::optional<base::Decimal> figure = movement.of_single_year ? own_figure(line, year)
                                              : earlier == nullptr    ? std::nullopt
                                                                      : earlier->actual;
        if (figure) {
            movement.before_year = year;
            return figure;
        }
    }
    if (movement.of_single_year || !line.assessment->baseline) {
        return std::nullopt;
    }
    movement.from_baseline = true;
    movement.before_year = line.indicator->baseline->year;
    return line.assessment->baseline;
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
    movement.of_single_year = is_running_total(line);
    if (movement.of_single_year) {
        const std::optional<base::Decimal> own = own_figure(line, standings.year);
        if (!own) {
            return std::nullopt;
        }
        movement.after = *own;
    }
    const std::optional<base::Decimal> before =
        figure_before(assessments, plan, line, standings.year, movement);
    if (!before || *before == movement.after || !are_of_one_unit(line, movement)) {
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
std::string earlier_grade(const calc::Scheme& scheme,
                          const AssessmentsByYear& assessments,
                          const Line& line,
                          int year) {
    if (scheme.basis == calc::Basis::person) {
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
        const std::string before = earlier_grade(scheme, assessments, line, standings.year - 1);
        const std::optional<std::size_t> was = calc::rank_of(scheme, before);
        const std::optional<std::size_t> is = calc::rank_of(scheme, after);
        if (was && is && *was != *is) {
            changes.push_back({i, before, after, *is < *was});
        }
    }
    return changes;
}

bool draws(const layout::Layout& layout, const std::vector<layout::FieldId>& fields) {
    const auto is_one = [&](const layout::Piece& piece) {
        return std::find(fields.begin(), fields.end(), piece.field.id) != fields.end();
    };
    for (const layout::PictureRow& row : layout.picture.rows) {
        for (const layout::PictureCell& cell : row.cells) {
            if (std::any_of(cell.pieces.begin(), cell.pieces.end(), is_one)) {
                return true;
            }
        }
    }
    return false;
}

// A form that is not known may have every box.
bool form_draws(const ProgressBookInput& input,
                const Line& line,
                const std::vector<layout::FieldId>& fields) {
    const layout::Reading& reading = *input.reading;
    const bool is_read = line.standing != Standing::not_returned;
    const std::string& id = is_read && line.measure_index < reading.places.size()
                                ? reading.places[line.measure_index].layout
                                : reading.plan.layout;
    const auto found = input.layouts.find(id);
    return found == input.layouts.end() || draws(*found->second, fields);
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
    return form_draws(
        input, line, {layout::FieldId::reason, layout::FieldId::next, layout::FieldId::note});
}

bool has_box_for_reason(const ProgressBookInput& input, const Line& line) {
    return form_draws(input, line, {layout::FieldId::reason});
}

std::string unit_of(const Line& line) {
    return calc::base_unit(line.indicator->unit.value_or("")).unit;
}

bool falls_short(const Line& line) {
    // Towards a total the forecast of single years says nothing.
    return line.assessment != nullptr && !line.assessment->actual_is_total &&
           line.assessment->forecast.suffices_linear == false;
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
