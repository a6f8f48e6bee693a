#include "report/plan_changes.h"

#include <algorithm>
#include <map>

#include "calc/figure.h"
#include "calc/target.h"
#include "plan/value_reading.h"
#include "report/wording.h"
#include "report/year_marks.h"

namespace shinchoku::report {
namespace {

struct Changes {
    const ProgressBookInput& input;
    const Standings& standings;
    Wording ja{base::Language::ja};
    Wording en{base::Language::en};
    std::vector<PlanChange> list;

    void add(const plan::Measure& measure, std::string in_ja, std::string in_en) {
        list.push_back({&measure, {std::move(in_ja), std::move(in_en)}});
    }
    void differs(const plan::Measure& measure, std::string in_ja, std::string in_en) {
        list.push_back({&measure, {std::move(in_ja), std::move(in_en)}, true});
    }
};

std::string shown(const plan::Value& value) {
    const std::string text = plan::print_value(value);
    return text.empty() ? "―" : text;
}

void add_revisions(Changes& changes, const Line& line) {
    for (const plan::Revision& revision : line.indicator->revisions) {
        if (revision.year != changes.standings.year) {
            continue;
        }
        const std::string figures = shown(revision.old_target) + " → " + shown(revision.new_target);
        changes.add(
            *line.measure,
            changes.ja.fiscal_year(revision.target_year) + "の目標を変更 " + figures +
                "(理由: " + (revision.reason.empty() ? "記載なし" : revision.reason) + ")",
            "target of " + changes.en.fiscal_year(revision.target_year) + " changed " + figures +
                " (reason: " + (revision.reason.empty() ? "none given" : revision.reason) + ")");
    }
}

// Its first year with anything to reach: nothing changed, but it is due.
void add_due_target(Changes& changes, const AssessmentsByYear& assessments, const Line& line) {
    const calc::Assessment* earlier =
        assessments.find(line.indicator->id, changes.standings.year - 1);
    const bool begins = earlier != nullptr && earlier->status == calc::Status::no_target &&
                        line.assessment != nullptr &&
                        line.assessment->status != calc::Status::no_target &&
                        line.entry != nullptr && !line.entry->target.is<plan::Blank>();
    if (begins) {
        const std::string target = shown(line.entry->target);
        changes.list.push_back(
            {.measure = line.measure,
             .what = {"この年度が期限の目標 " + target, "a target due this year: " + target},
             .due = true});
    }
}

bool same_target(const plan::Value& a, const plan::Value& b) {
    const std::optional<calc::Figure> left = calc::figure_of(a);
    const std::optional<calc::Figure> right = calc::figure_of(b);
    if (left && right && a.content.index() == b.content.index()) {
        return left->number == right->number;
    }
    return plan::print_value(a) == plan::print_value(b);
}

void compare_targets(Changes& changes,
                     const plan::Measure& measure,
                     const plan::Indicator& approved,
                     const plan::Indicator& returned) {
    static const plan::Value blank;
    for (int year = changes.input.reading->plan.first_year;
         year <= changes.input.reading->plan.last_year;
         ++year) {
        const plan::YearEntry* before = calc::find_year(approved, year);
        const plan::YearEntry* after = calc::find_year(returned, year);
        const plan::Value& was = before == nullptr ? blank : before->target;
        const plan::Value& is = after == nullptr ? blank : after->target;
        const bool told = std::any_of(
            returned.revisions.begin(), returned.revisions.end(), [&](const plan::Revision& each) {
                return each.target_year == year;
            });
        if (!told && !same_target(was, is)) {
            const std::string figures = shown(was) + " → " + shown(is);
            changes.differs(measure,
                            changes.ja.fiscal_year(year) + "の目標が原本と違う " + figures,
                            "target of " + changes.en.fiscal_year(year) +
                                " differs from the master: " + figures);
        }
    }
}

void compare_measure(Changes& changes,
                     const plan::Measure* approved,
                     const plan::Measure& returned) {
    if (approved == nullptr) {
        changes.differs(returned, "原本にない施策", "not in the master");
        return;
    }
    if (approved->title != returned.title) {
        changes.differs(returned,
                        "名称が原本と違う(原本: " + approved->title + ")",
                        "another title in the master: " + approved->title);
    }
    if (approved->departments != returned.departments) {
        changes.differs(
            returned,
            "主管課 " + departments_of(*approved) + " → " + departments_of(returned),
            "department " + departments_of(*approved) + " → " + departments_of(returned));
    }
    for (const plan::Indicator& indicator : returned.indicators) {
        const auto same =
            std::find_if(approved->indicators.begin(),
                         approved->indicators.end(),
                         [&](const plan::Indicator& each) { return each.id == indicator.id; });
        if (same == approved->indicators.end()) {
            changes.differs(returned,
                            "原本にない指標「" + indicator.name + "」",
                            "an indicator that is not in the master: " + indicator.name);
        } else {
            compare_targets(changes, returned, *same, indicator);
        }
    }
}

}  // namespace

std::vector<PlanChange> plan_changes_of(const ProgressBookInput& input,
                                        const Standings& standings) {
    Changes changes{.input = input, .standings = standings};
    const AssessmentsByYear assessments(input);
    for (const Line& line : standings.lines) {
        if (line.indicator == nullptr || line.standing == Standing::not_returned) {
            continue;
        }
        add_revisions(changes, line);
        if (standings.year > input.reading->plan.first_year) {
            add_due_target(changes, assessments, line);
        }
    }
    if (input.master != nullptr) {
        std::map<std::string_view, const plan::Measure*> approved;
        for (const plan::Measure& measure : input.master->plan.measures) {
            approved.emplace(measure.id, &measure);
        }
        for (const std::size_t index : standings.order) {
            const plan::Measure& measure = input.reading->plan.measures[index];
            const auto found = approved.find(measure.id);
            compare_measure(changes, found == approved.end() ? nullptr : found->second, measure);
        }
    }
    return std::move(changes.list);
}

}  // namespace shinchoku::report
