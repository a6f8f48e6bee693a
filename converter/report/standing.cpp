#include "report/standing.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "calc/grade.h"
#include "calc/target.h"

namespace shinchoku::report {
namespace {

using AssessmentKey = std::pair<std::string_view, int>;

struct FindingCounts {
    int errors = 0;
    int warnings = 0;
};

// What is looked up for each line, indexed once: a plan may hold thousands of indicators.
struct Lookup {
    std::map<AssessmentKey, const calc::Assessment*> assessments;
    std::map<std::string_view, FindingCounts> findings;
    std::set<std::string, std::less<>> doubts;  // "1-1-1/1|2026": what findings are about
};

// The key of a finding without its rule.
std::string_view subject_of(std::string_view key) {
    const std::size_t bar = key.find('|');
    return bar == std::string_view::npos ? std::string_view() : key.substr(bar + 1);
}

Lookup index(const ProgressBookInput& input) {
    Lookup lookup;
    for (const calc::Assessment& each : *input.assessments) {
        lookup.assessments.emplace(AssessmentKey{each.indicator, each.year}, &each);
    }
    for (const base::Finding& finding : *input.findings) {
        if (!finding.measure) {
            continue;
        }
        FindingCounts& counts = lookup.findings[*finding.measure];
        counts.errors += finding.severity == base::Severity::error ? 1 : 0;
        counts.warnings += finding.severity == base::Severity::warning ? 1 : 0;
        if (finding.severity != base::Severity::info) {
            lookup.doubts.emplace(subject_of(finding.key));
        }
    }
    return lookup;
}

const plan::Group* policy_of(const plan::Plan& plan, const plan::Measure& measure) {
    const std::vector<const plan::Group*> path = plan::group_path(plan, measure.group);
    return path.empty() ? nullptr : path.front();
}

Line line_of(const plan::Plan& plan,
             const plan::Measure& measure,
             const plan::Indicator* indicator,
             int year,
             const Lookup& lookup) {
    Line line{.measure = &measure, .indicator = indicator, .policy = policy_of(plan, measure)};
    line.evaluation = evaluation_of(measure, indicator, year);
    const auto counts = lookup.findings.find(measure.id);
    if (counts != lookup.findings.end()) {
        line.errors = counts->second.errors;
        line.warnings = counts->second.warnings;
    }
    if (indicator == nullptr) {
        return line;
    }
    line.doubtful = lookup.doubts.count(indicator->id + "|" + std::to_string(year)) > 0 ||
                    lookup.doubts.count(indicator->id + "|") > 0;
    line.entry = calc::find_year(*indicator, year);
    const auto found = lookup.assessments.find({indicator->id, year});
    if (found != lookup.assessments.end()) {
        line.assessment = found->second;
        line.standing = standing_of(found->second->status);
    }
    return line;
}

void add_lines(const plan::Plan& plan,
               std::size_t measure_index,
               const Lookup& lookup,
               Standings& standings) {
    const plan::Measure& measure = plan.measures[measure_index];
    const auto add = [&](const plan::Indicator* indicator) {
        standings.lines.push_back(line_of(plan, measure, indicator, standings.year, lookup));
        standings.lines.back().measure_index = measure_index;
    };
    for (const plan::Indicator& indicator : measure.indicators) {
        add(&indicator);
    }
    if (measure.indicators.empty()) {
        add(nullptr);
    }
}

void add_absent_lines(const plan::Plan& master,
                      const plan::Measure& measure,
                      Standings& standings) {
    const auto add = [&](const plan::Indicator* indicator) {
        Line line = line_of(master, measure, indicator, standings.year, {});
        line.standing = Standing::not_returned;
        standings.lines.push_back(line);
    };
    for (const plan::Indicator& indicator : measure.indicators) {
        add(&indicator);
    }
    if (measure.indicators.empty()) {
        add(nullptr);
    }
}

// "1-2" before "1-10": runs of digits by their length first.
bool id_before(std::string_view a, std::string_view b) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = [&](std::string_view text, std::size_t from) {
        std::size_t end = from;
        while (end < text.size() && is_digit(text[end])) {
            ++end;
        }
        return end - from;
    };
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const bool inside_run = i > 0 && is_digit(a[i - 1]);
        if (!inside_run && digits(a, i) != digits(b, i) && digits(a, i) > 0 && digits(b, i) > 0) {
            return digits(a, i) < digits(b, i);
        }
        if (a[i] != b[i]) {
            return a[i] < b[i];
        }
    }
    return a.size() < b.size();
}

std::vector<std::size_t> by_id(const plan::Plan& plan) {
    std::vector<std::size_t> order(plan.measures.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return id_before(plan.measures[a].id, plan.measures[b].id);
    });
    return order;
}

void add_all_lines(const ProgressBookInput& input, const Lookup& lookup, Standings& standings) {
    const plan::Plan& plan = input.reading->plan;
    std::map<std::string_view, std::size_t> returned;
    for (std::size_t i = 0; i < plan.measures.size(); ++i) {
        returned.emplace(plan.measures[i].id, i);
    }
    std::set<std::string_view> listed;
    const auto add_returned = [&](std::size_t index) {
        if (listed.insert(plan.measures[index].id).second) {
            add_lines(plan, index, lookup, standings);
            standings.order.push_back(index);
        }
    };
    if (input.master != nullptr) {
        for (const plan::Measure& measure : input.master->plan.measures) {
            const auto found = returned.find(measure.id);
            if (found != returned.end()) {
                add_returned(found->second);
            } else if (listed.insert(measure.id).second) {
                add_absent_lines(input.master->plan, measure, standings);
            }
        }
    }
    for (const std::size_t index : by_id(plan)) {
        add_returned(index);
    }
    standings.measures = listed.size();
}

void list_policies_and_departments(Standings& standings) {
    std::set<std::string_view> departments;
    std::set<std::string_view> policies;
    for (const Line& line : standings.lines) {
        if (departments.insert(line.department()).second) {
            standings.departments.emplace_back(line.department());
        }
        if (line.policy != nullptr && policies.insert(line.policy->id).second) {
            standings.policies.push_back(line.policy);
        }
    }
}

void add_submissions(Standings& standings) {
    std::map<std::string_view, std::size_t> place;
    for (const std::string& department : standings.departments) {
        place.emplace(department, standings.submissions.size());
        standings.submissions.push_back({.department = department});
    }
    for (std::size_t i = 0; i < standings.lines.size();) {
        const Line& first = standings.lines[i];
        bool filled = true;
        std::size_t next = i;
        for (; next < standings.lines.size() && standings.lines[next].measure == first.measure;
             ++next) {
            filled = filled && standings.lines[next].standing != Standing::missing;
        }
        Submission& submission = standings.submissions[place.at(first.department())];
        ++submission.distributed;
        if (first.standing == Standing::not_returned) {
            submission.absent.push_back(first.measure);
        } else {
            ++submission.returned;
            submission.filled += filled ? 1 : 0;
        }
        i = next;
    }
}

base::Text full_label_of(Standing standing) {
    switch (standing) {
        case Standing::met:
            return {"達成", "Met"};
        case Standing::missed:
            return {"未達成", "Missed"};
        case Standing::missing:
            return {"未入力", "Blank"};
        case Standing::unavailable:
            return {"集計中", "Pending"};
        case Standing::undecidable:
            return {"判定不能", "Unclear"};
        case Standing::to_confirm:
            return {"要確認", "To confirm"};
        case Standing::outside:
            return {"対象外", "No target"};
        case Standing::not_returned:
            return {"未提出", "Not returned"};
        case Standing::not_due:
            return {"途中・未入力", "So far: blank"};
    }
    return {};
}

// Without the words of the office's own procedure.
base::Text plain_label_of(Standing standing) {
    switch (standing) {
        case Standing::missing:
        case Standing::not_due:
            return {"数値なし", "No figure"};
        case Standing::undecidable:
            return {"判定できず", "Unclear"};
        case Standing::to_confirm:
            return {"言葉の目標", "In words"};
        case Standing::outside:
            return {"目標なし", "No target"};
        case Standing::not_returned:
            return {"報告なし", "No report"};
        case Standing::met:
        case Standing::missed:
        case Standing::unavailable:
            break;
    }
    return full_label_of(standing);
}

}  // namespace

Standing standing_of(calc::Status status) {
    switch (status) {
        case calc::Status::met:
            return Standing::met;
        case calc::Status::missed:
            return Standing::missed;
        case calc::Status::missing:
            return Standing::missing;
        case calc::Status::unavailable:
            return Standing::unavailable;
        case calc::Status::error:
        case calc::Status::unclear:
        case calc::Status::incomplete:
            return Standing::undecidable;
        case calc::Status::to_confirm:
            return Standing::to_confirm;
        case calc::Status::not_due:
            return Standing::not_due;
        case calc::Status::no_target:
            return Standing::outside;
    }
    return Standing::outside;
}

base::Text label_of(Standing standing, bool interim, Audience audience) {
    if (interim && standing == Standing::met) {
        return {"途中・達成", "So far: met"};
    }
    if (interim && standing == Standing::missed) {
        return {"途中", "So far"};
    }
    return audience == Audience::council ? plain_label_of(standing) : full_label_of(standing);
}

std::string_view mark_of(Standing standing, bool worst_grade, bool interim) {
    switch (standing) {
        case Standing::met:
            return "○";
        case Standing::missed:
            return interim ? "▷" : worst_grade ? "×" : "△";
        case Standing::missing:
            return "！";
        case Standing::unavailable:
            return "…";
        case Standing::undecidable:
        case Standing::to_confirm:
            return "？";
        case Standing::outside:
            return "－";
        case Standing::not_returned:
            return "■";
        case Standing::not_due:
            return "・";
    }
    return "";
}

bool counts_in_all(Standing standing) {
    return standing != Standing::to_confirm && standing != Standing::outside &&
           standing != Standing::not_returned && standing != Standing::not_due;
}

const plan::Evaluation* evaluation_of(const plan::Measure& measure,
                                      const plan::Indicator* indicator,
                                      int year) {
    const plan::Evaluation* best = nullptr;
    int best_fit = 0;
    for (const plan::Evaluation& each : measure.evaluations) {
        const bool own = indicator != nullptr && each.indicator == indicator->id;
        if ((each.indicator && !own) || (each.year && *each.year != year)) {
            continue;
        }
        const int fit = 1 + (own ? 2 : 0) + (each.year ? 1 : 0);
        if (fit > best_fit) {
            best = &each;
            best_fit = fit;
        }
    }
    return best;
}

std::string departments_of(const plan::Measure& measure) {
    std::string text;
    for (const std::string& name : measure.departments) {
        text += (text.empty() ? "" : "・") + name;
    }
    return text;
}

std::string_view Line::department() const {
    return measure->departments.empty() ? std::string_view() : measure->departments.front();
}

bool Line::worst_grade(const calc::Scheme& scheme) const {
    if (assessment == nullptr || scheme.basis == calc::Basis::person) {
        return false;
    }
    const std::optional<std::size_t> rank = calc::rank_of(scheme, *assessment);
    return rank && *rank > 0 && *rank + 1 == calc::grades_of(scheme, *assessment).size();
}

std::string_view Line::computed_grade() const {
    return assessment == nullptr ? std::string_view() : assessment->grade;
}

std::string_view Line::own_grade() const {
    return evaluation == nullptr ? std::string_view() : evaluation->grade;
}

bool Line::grades_differ() const {
    return !computed_grade().empty() && !own_grade().empty() && computed_grade() != own_grade();
}

std::string_view Line::counted_grade(const calc::Scheme& scheme) const {
    return scheme.basis == calc::Basis::person ? own_grade() : computed_grade();
}

std::size_t Standings::count(Standing standing) const {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
            return line.indicator != nullptr && line.standing == standing;
        }));
}

int reporting_year(const plan::Plan& plan, const plan::Date& as_of) {
    const int closed = plan::fiscal_year_of(as_of) - 1;
    return std::clamp(closed, plan.first_year, std::max(plan.first_year, plan.last_year));
}

std::optional<base::Finding> refused_year(const plan::Plan& plan,
                                          int year,
                                          const plan::Date& as_of) {
    const std::string wanted = plan::wareki(year);
    base::Finding finding;
    finding.severity = base::Severity::error;
    if (year < plan.first_year || year > plan.last_year) {
        const std::string first = plan::wareki(plan.first_year);
        const std::string last = plan::wareki(plan.last_year);
        finding.message = {wanted + "年度は計画期間にありません",
                           "fiscal " + std::to_string(year) + " lies outside the plan"};
        finding.hint = {first + "年度から" + last + "年度までのどれかを指定してください。",
                        "Name a fiscal year from " + std::to_string(plan.first_year) + " to " +
                            std::to_string(plan.last_year) + "."};
        return finding;
    }
    if (plan::year_state(year, as_of) == plan::YearState::future) {
        finding.message = {
            wanted + "年度は、基準日 " + plan::to_iso(as_of) + " にはまだ始まっていません",
            "fiscal " + std::to_string(year) + " has not begun on " + plan::to_iso(as_of)};
        finding.hint = {"始まった年度を指定するか、--asof の日付を確かめてください。",
                        "Name a year that has begun, or check the date of --asof."};
        return finding;
    }
    return std::nullopt;
}

Standings gather(const ProgressBookInput& input) {
    Standings standings;
    standings.year = input.year.value_or(reporting_year(input.reading->plan, input.as_of));
    const plan::YearState state = plan::year_state(standings.year, input.as_of);
    standings.interim = state != plan::YearState::closed;
    standings.has_begun = state != plan::YearState::future;
    add_all_lines(input, index(input), standings);
    list_policies_and_departments(standings);
    add_submissions(standings);
    return standings;
}

}  // namespace shinchoku::report
