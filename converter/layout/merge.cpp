#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "layout/comparison.h"
#include "layout/plan_builder.h"
#include "layout/reading.h"

namespace shinchoku::layout {
namespace {

bool differs(const plan::Value& a, const plan::Value& b) {
    const bool is_figure = plan::form_of(a) != nullptr && plan::form_of(b) != nullptr;
    return a.content != b.content || (!is_figure && base::trim(a.raw) != base::trim(b.raw));
}

const plan::YearEntry* entry_of(const plan::Indicator& indicator, int year) {
    for (const plan::YearEntry& entry : indicator.years) {
        if (entry.year == year) {
            return &entry;
        }
    }
    return nullptr;
}

// True where any target or actual of `a` is not the same in `b`.
bool has_other_figures(const plan::Indicator& a, const plan::Indicator& b) {
    const plan::Value blank;
    for (const plan::YearEntry& entry : a.years) {
        const plan::YearEntry* other = entry_of(b, entry.year);
        if (differs(entry.target, other != nullptr ? other->target : blank) ||
            differs(entry.actual, other != nullptr ? other->actual : blank)) {
            return true;
        }
    }
    return false;
}

bool figures_differ(const plan::Measure& a, const plan::Measure& b) {
    const plan::Indicator none;
    for (std::size_t i = 0; i < std::max(a.indicators.size(), b.indicators.size()); ++i) {
        const plan::Indicator& left = i < a.indicators.size() ? a.indicators[i] : none;
        const plan::Indicator& right = i < b.indicators.size() ? b.indicators[i] : none;
        if (has_other_figures(left, right) || has_other_figures(right, left)) {
            return true;
        }
    }
    return false;
}

base::CellRef title_cell(const MeasurePlaces& places) {
    const auto title = places.fields.find("title");
    return title != places.fields.end() ? title->second : places.range.first;
}

// Findings that were made with an id that has changed since.
void rename_measure(std::vector<base::Finding>& findings,
                    std::string_view file,
                    const std::string& from,
                    const std::string& to) {
    for (base::Finding& finding : findings) {
        if (finding.file != file || finding.measure != from) {
            continue;
        }
        finding.measure = to;
        const std::size_t at = finding.key.find("|" + from);
        if (at != std::string::npos) {
            finding.key.replace(at + 1, from.size(), to);
        }
        if (finding.rule == "S15") {
            const Remark renamed = remark::id_from_position(to);
            finding.message = renamed.message;
            finding.expected = to;
        }
    }
}

// Joins one reading to another; looks up measures by id and by title.
class Merger {
public:
    explicit Merger(Reading& into) : into_(into) {
        for (std::size_t i = 0; i < into.plan.measures.size(); ++i) {
            note(i);
        }
    }

    void join(Reading&& more) {
        if (into_.plan.measures.empty() && into_.plan.layout.empty()) {
            std::vector<base::Finding> findings = std::move(into_.findings);
            into_ = std::move(more);
            into_.findings.insert(into_.findings.begin(), findings.begin(), findings.end());
            return;
        }
        join_groups(more);
        for (std::size_t i = 0; i < more.plan.measures.size(); ++i) {
            MeasurePlaces places =
                i < more.places.size() ? std::move(more.places[i]) : MeasurePlaces{};
            join_measure(std::move(more.plan.measures[i]), std::move(places), more.findings);
        }
        std::move(more.findings.begin(), more.findings.end(), std::back_inserter(into_.findings));
    }

private:
    static std::string title_key(const plan::Measure& measure) {
        return measure.group + "|" + comparison_form(measure.title);
    }

    void note(std::size_t index) {
        const plan::Measure& measure = into_.plan.measures[index];
        by_id_.emplace(measure.id, index);
        if (!measure.title.empty()) {
            by_title_.emplace(title_key(measure), index);
        }
    }

    // A group that is there already keeps its title.
    void join_groups(Reading& more) {
        for (plan::Group& group : more.plan.groups) {
            const plan::Group* known = plan::find_group(into_.plan, group.id);
            if (known == nullptr) {
                into_.plan.groups.push_back(std::move(group));
            } else if (!same_words(known->title, group.title)) {
                report_two_titles(*known, group, more);
            }
        }
    }

    void report_two_titles(const plan::Group& known, const plan::Group& other, Reading& more) {
        for (std::size_t i = 0; i < more.plan.measures.size() && i < more.places.size(); ++i) {
            const plan::Measure& measure = more.plan.measures[i];
            const bool nearest = measure.group == other.id;
            if (!nearest && !measure.group.starts_with(other.id + "-")) {
                continue;
            }
            const MeasurePlaces& places = more.places[i];
            auto cell = places.fields.find(nearest ? "group" : "top_group");
            if (cell == places.fields.end()) {
                cell = places.fields.find("top_group");
            }
            RemarkList remarks;
            remarks.add(remark::two_titles(known.id, known.title, other.title),
                        cell != places.fields.end() ? cell->second : places.range.first);
            std::vector<base::Finding> found =
                remarks.take(places.file, places.sheet, places.sheet_index, measure.id);
            std::move(found.begin(), found.end(), std::back_inserter(into_.findings));
            return;
        }
    }

    // A number that was given by position is no identity: the same title in the same group is.
    void join_measure(plan::Measure&& measure,
                      MeasurePlaces&& places,
                      std::vector<base::Finding>& findings) {
        const auto same_id = by_id_.find(measure.id);
        const auto same_name = by_title_.find(title_key(measure));
        std::optional<std::size_t> known;
        if (same_id != by_id_.end() &&
            !(is_by_position(same_id->second) || places.id_from_position)) {
            known = same_id->second;
        } else if (same_name != by_title_.end() &&
                   (is_by_position(same_name->second) || places.id_from_position)) {
            known = same_name->second;
        } else if (same_id != by_id_.end()) {
            make_way(same_id->second, measure, places, findings);
        }
        if (known) {
            into_.places.resize(std::max(into_.places.size(), *known + 1));
            std::vector<base::Finding> found =
                measure_twice(into_.plan.measures[*known], into_.places[*known], measure, places);
            std::move(found.begin(), found.end(), std::back_inserter(into_.findings));
            return;
        }
        into_.plan.measures.push_back(std::move(measure));
        into_.places.resize(into_.plan.measures.size() - 1);
        into_.places.push_back(std::move(places));
        note(into_.plan.measures.size() - 1);
    }

    bool is_by_position(std::size_t index) const {
        return index < into_.places.size() && into_.places[index].id_from_position;
    }

    // Two measures with one id, of which at least one was only counted: that one counts on.
    void make_way(std::size_t index,
                  plan::Measure& measure,
                  const MeasurePlaces& places,
                  std::vector<base::Finding>& findings) {
        const std::string old = measure.id;
        const std::string free = free_id(measure.group);
        if (places.id_from_position) {
            rename_measure(findings, places.file, old, free);
            set_measure_id(measure, free);
            return;
        }
        plan::Measure& known = into_.plan.measures[index];
        rename_measure(into_.findings, into_.places[index].file, old, free);
        set_measure_id(known, free);
        by_id_.erase(old);
        by_id_.emplace(free, index);
    }

    std::string free_id(const std::string& group) const {
        for (std::size_t number = 1;; ++number) {
            const std::string id =
                group.empty() ? std::to_string(number) : group + "-" + std::to_string(number);
            if (!by_id_.contains(id)) {
                return id;
            }
        }
    }

    Reading& into_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, std::size_t> by_title_;
};

}  // namespace

std::vector<base::Finding> measure_twice(const plan::Measure& first,
                                         const MeasurePlaces& first_places,
                                         const plan::Measure& later,
                                         const MeasurePlaces& later_places) {
    RemarkList remarks;
    remarks.add(remark::measure_twice(later.title,
                                      first_places.file + " [" + first_places.sheet + "]",
                                      figures_differ(first, later)),
                title_cell(later_places));
    return remarks.take(later_places.file, later_places.sheet, later_places.sheet_index, later.id);
}

void merge(Reading& into, Reading&& more) {
    Merger(into).join(std::move(more));
}

}  // namespace shinchoku::layout
