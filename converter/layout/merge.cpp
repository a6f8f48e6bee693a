#include "layout/merge.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/comparison.h"
#include "layout/figures_key.h"
#include "layout/plan_builder.h"

namespace shinchoku::layout {
namespace {

std::string place_name(const MeasurePlaces& places) {
    return places.sheet.empty() ? places.file : places.file + " [" + places.sheet + "]";
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

bool stands_under(const plan::Measure& measure, const std::string& group) {
    return measure.group == group || measure.group.starts_with(group + "-");
}

plan::Measure names_of(const plan::Measure& measure) {
    plan::Measure names;
    names.id = measure.id;
    names.group = measure.group;
    names.label = measure.label;
    names.title = measure.title;
    names.departments = measure.departments;
    names.source = measure.source;
    return names;
}

MeasurePlaces places_of_names(const MeasurePlaces& places) {
    MeasurePlaces kept;
    kept.file = places.file;
    kept.sheet = places.sheet;
    kept.sheet_index = places.sheet_index;
    kept.layout = places.layout;
    kept.range = places.range;
    kept.id_from_position = places.id_from_position;
    for (const char* name : {"label", "title", "group", "top_group", "departments"}) {
        if (const auto place = places.fields.find(name); place != places.fields.end()) {
            kept.fields.insert(*place);
        }
    }
    return kept;
}

}  // namespace

void Merger::add(Reading more) {
    join_head(more);
    for (std::size_t i = 0; i < more.plan.measures.size(); ++i) {
        MeasurePlaces places = i < more.places.size() ? std::move(more.places[i]) : MeasurePlaces{};
        join_measure(std::move(more.plan.measures[i]), std::move(places), more.findings);
    }
    std::move(more.outside.begin(), more.outside.end(), std::back_inserter(into_.outside));
    add_findings(std::move(more.findings));
}

Reading Merger::add_names(Reading more) {
    const std::size_t first = into_.plan.measures.size();
    Reading added;
    added.outside = std::move(more.outside);
    more.outside.clear();
    add(std::move(more));
    for (std::size_t i = first; i < into_.plan.measures.size(); ++i) {
        figures_.resize(into_.plan.measures.size());
        figures_[i] = figures_key(into_.plan.measures[i]);
        added.plan.measures.push_back(std::move(into_.plan.measures[i]));
        added.places.push_back(std::move(into_.places[i]));
        into_.plan.measures[i] = names_of(added.plan.measures.back());
        into_.places[i] = places_of_names(added.places.back());
    }
    added.plan.id = into_.plan.id;
    added.plan.layout = into_.plan.layout;
    added.plan.title = into_.plan.title;
    added.plan.municipality = into_.plan.municipality;
    added.plan.municipality_code = into_.plan.municipality_code;
    added.plan.first_year = into_.plan.first_year;
    added.plan.last_year = into_.plan.last_year;
    return added;
}

void Merger::add_findings(std::vector<base::Finding> findings) {
    std::move(findings.begin(), findings.end(), std::back_inserter(into_.findings));
}

// What stands once in a plan (its title, period, departments) is the first file's.
void Merger::join_head(Reading& more) {
    join_groups(more);
    has_places_ = has_places_ || !more.places.empty();
    if (!is_empty_) {
        return;
    }
    is_empty_ = false;
    std::vector<plan::Group> groups = std::move(into_.plan.groups);
    std::vector<plan::Measure> measures = std::move(more.plan.measures);
    into_.plan = std::move(more.plan);
    into_.plan.groups = std::move(groups);
    into_.plan.measures.clear();
    more.plan.measures = std::move(measures);
}

Reading Merger::finish() && {
    for (plan::Group& group : into_.plan.groups) {
        const std::vector<Wording>& wordings = wordings_[group.id];
        const Wording& chosen = choose(group.id, wordings);
        group.title = chosen.title;
        for (const Wording& other : wordings) {
            if (&other == &chosen || other.measures == 0) {
                continue;
            }
            RemarkList remarks;
            remarks.add(remark::two_titles(group.id, chosen.title, other.title), other.cell);
            std::vector<base::Finding> found =
                remarks.take(other.file, other.sheet, other.sheet_index, other.measure);
            std::move(found.begin(), found.end(), std::back_inserter(into_.findings));
        }
    }
    if (!has_places_) {
        into_.places.clear();
    }
    return std::move(into_);
}

void Merger::join_groups(Reading& more) {
    for (plan::Group& group : more.plan.groups) {
        std::vector<Wording>& wordings = wordings_[group.id];
        auto known = std::find_if(wordings.begin(), wordings.end(), [&](const Wording& wording) {
            return same_words(wording.title, group.title);
        });
        if (known == wordings.end()) {
            known = wordings.insert(known, Wording{.title = group.title});
        }
        describe(*known, group.id, more);
        if (plan::find_group(into_.plan, group.id) == nullptr) {
            into_.plan.groups.push_back(std::move(group));
        }
    }
}

// Counts the measures under this wording; the first one tells its place.
void Merger::describe(Wording& wording, const std::string& group, const Reading& reading) {
    for (std::size_t i = 0; i < reading.plan.measures.size(); ++i) {
        const plan::Measure& measure = reading.plan.measures[i];
        if (!stands_under(measure, group)) {
            continue;
        }
        if (++wording.measures > 1 || i >= reading.places.size()) {
            continue;
        }
        const MeasurePlaces& places = reading.places[i];
        auto cell = places.fields.find(measure.group == group ? "group" : "top_group");
        if (cell == places.fields.end()) {
            cell = places.fields.find("top_group");
        }
        wording.file = places.file;
        wording.sheet = places.sheet;
        wording.sheet_index = places.sheet_index;
        wording.measure = measure.id;
        wording.cell = cell != places.fields.end() ? cell->second : places.range.first;
    }
}

// REQUIRES: at least one wording.
const Merger::Wording& Merger::choose(const std::string& group,
                                      const std::vector<Wording>& wordings) const {
    const plan::Group* const known =
        master_ != nullptr ? plan::find_group(*master_, group) : nullptr;
    if (known != nullptr) {
        for (const Wording& wording : wordings) {
            if (same_words(wording.title, known->title)) {
                return wording;
            }
        }
    }
    return *std::max_element(
        wordings.begin(), wordings.end(), [](const Wording& a, const Wording& b) {
            return a.measures < b.measures;
        });
}

// A number that was given by position is no identity: the same title in the same group is.
void Merger::join_measure(plan::Measure&& measure,
                          MeasurePlaces&& places,
                          std::vector<base::Finding>& findings) {
    const auto same_id = by_id_.find(measure.id);
    const auto same_name = by_title_.find(title_key(measure));
    std::optional<std::size_t> known;
    if (same_id != by_id_.end() && !(is_by_position(same_id->second) || places.id_from_position)) {
        known = same_id->second;
    } else if (same_name != by_title_.end() &&
               (is_by_position(same_name->second) || places.id_from_position)) {
        known = same_name->second;
    } else if (same_id != by_id_.end()) {
        make_way(same_id->second, measure, places, findings);
    }
    if (known) {
        into_.places.resize(std::max(into_.places.size(), *known + 1));
        const bool is_other = figures_of(*known) != figures_key(measure);
        std::vector<base::Finding> found =
            measure_twice(into_.places[*known], measure, places, is_other);
        std::move(found.begin(), found.end(), std::back_inserter(into_.findings));
        return;
    }
    into_.plan.measures.push_back(std::move(measure));
    into_.places.resize(into_.plan.measures.size() - 1);
    into_.places.push_back(std::move(places));
    const std::size_t index = into_.plan.measures.size() - 1;
    const plan::Measure& added = into_.plan.measures[index];
    by_id_.emplace(added.id, index);
    if (!added.title.empty()) {
        by_title_.emplace(title_key(added), index);
    }
}

std::uint64_t Merger::figures_of(std::size_t index) const {
    const bool is_known = index < figures_.size() && figures_[index].has_value();
    return is_known ? *figures_[index] : figures_key(into_.plan.measures[index]);
}

bool Merger::is_by_position(std::size_t index) const {
    return index < into_.places.size() && into_.places[index].id_from_position;
}

// Two measures with one id, of which at least one was only counted: that one counts on.
void Merger::make_way(std::size_t index,
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

std::string Merger::free_id(const std::string& group) const {
    for (std::size_t number = 1;; ++number) {
        std::string id =
            group.empty() ? std::to_string(number) : group + "-" + std::to_string(number);
        if (!by_id_.contains(id)) {
            return id;
        }
    }
}

std::vector<base::Finding> measure_twice(const MeasurePlaces& first_places,
                                         const plan::Measure& later,
                                         const MeasurePlaces& later_places,
                                         bool other_figures) {
    RemarkList remarks;
    remarks.add(remark::measure_twice(later.title, place_name(first_places), other_figures),
                title_cell(later_places));
    return remarks.take(later_places.file, later_places.sheet, later_places.sheet_index, later.id);
}

}  // namespace shinchoku::layout
