#include "layout/plan_builder.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/comparison.h"
#include "layout/figures_key.h"
#include "layout/number_mark.h"

namespace shinchoku::layout {
namespace {

std::string joined(const std::string& parent, const std::string& number) {
    const bool is_whole = parent.empty() || number.starts_with(parent + "-");
    return is_whole ? number : parent + "-" + number;
}

bool lies_in(std::string_view id, std::string_view group) {
    return group.empty() ||
           (id.size() > group.size() && id.starts_with(group) && id[group.size()] == '-');
}

}  // namespace

std::string title_key(const plan::Measure& measure) {
    return measure.group + "|" + comparison_form(measure.title);
}

void set_measure_id(plan::Measure& measure, const std::string& id) {
    measure.id = id;
    for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
        measure.indicators[i].id = id + "/" + std::to_string(i + 1);
    }
    for (plan::Evaluation& evaluation : measure.evaluations) {
        if (evaluation.indicator) {
            const std::size_t slash = evaluation.indicator->rfind('/');
            evaluation.indicator =
                id + "/" +
                (slash == std::string::npos ? *evaluation.indicator
                                            : evaluation.indicator->substr(slash + 1));
        }
    }
}

void PlanBuilder::add(const Layout& layout,
                      MeasureDraft draft,
                      RemarkList remarks,
                      BlockOrigin origin) {
    draft.measure.source = {origin.file, origin.sheet, base::to_a1(draft.places.range)};
    draft.places.file = origin.file;
    draft.places.sheet = origin.sheet;
    draft.places.sheet_index = origin.sheet_index;
    draft.places.layout = layout.id;
    added_.push_back({&layout, std::move(draft), std::move(remarks), std::move(origin)});
}

void PlanBuilder::finish(Reading& into) {
    for (Added& added : added_) {
        if (added.origin.continues) {
            continue;
        }
        std::string group;
        for (const PrintedGroup* printed : {&added.draft.top, &added.draft.nearest}) {
            if (printed->printed()) {
                group = add_group(added, *printed, group);
            }
        }
        added.draft.measure.group = group;
        if (const std::string id = known_id(added); !id.empty()) {
            set_measure_id(added.draft.measure, id);
            taken_ids_.insert(id);
            by_title_.emplace(title_key(added.draft.measure), id);
        }
    }
    // What is only counted makes way for what is known.
    for (Added& added : added_) {
        if (added.origin.continues) {
            added.draft.measure.id = added_[*added.origin.continues].draft.measure.id;
            continue;
        }
        if (added.draft.measure.id.empty()) {
            set_id_from_position(added);
        }
        for (const PrintedGroup& heading : added.draft.headings) {
            static_cast<void>(add_group(added, heading, added.draft.measure.id));
        }
    }
    into.plan.groups = std::move(groups_);
    for (Added& added : added_) {
        put(added, into);
    }
}

void PlanBuilder::put(Added& added, Reading& into) {
    plan::Measure& measure = added.draft.measure;
    const BlockOrigin& origin = added.origin;
    std::vector<base::Finding> findings =
        added.remarks.take(origin.file, origin.sheet, origin.sheet_index, measure.id);
    const auto [known, is_new] = measure_at_.emplace(measure.id, into.plan.measures.size());
    if (origin.continues) {
        // Its labels are reported as missing on either sheet; half a measure is none.
    } else if (is_new) {
        into.plan.measures.push_back(std::move(measure));
        into.places.push_back(std::move(added.draft.places));
    } else {
        const plan::Measure& first = into.plan.measures[known->second];
        for (base::Finding& finding : measure_twice(into.places[known->second],
                                                    measure,
                                                    added.draft.places,
                                                    figures_key(first) != figures_key(measure))) {
            findings.push_back(std::move(finding));
        }
    }
    std::move(findings.begin(), findings.end(), std::back_inserter(into.findings));
}

// One number with two titles is one group: the first title stays.
std::string PlanBuilder::add_group(Added& added,
                                   const PrintedGroup& group,
                                   const std::string& parent) {
    std::string id = group_id(*added.layout, group, parent);
    const auto [known, is_new] = group_at_.emplace(id, groups_.size());
    if (!is_new) {
        const std::string& title = groups_[known->second].title;
        if (!group.title.empty() && !same_words(title, group.title)) {
            added.remarks.add(remark::two_titles(id, title, group.title), group.cell);
        }
        return id;
    }
    plan::Group& own = groups_.emplace_back();
    own.id = id;
    if (group_at_.contains(parent)) {
        own.parent = parent;
    }
    own.label = group.label;
    own.title = group.title;
    return id;
}

std::string PlanBuilder::group_id(const Layout& layout,
                                  const PrintedGroup& group,
                                  const std::string& parent) const {
    if (!group.number.empty()) {
        return joined(parent, group.number);
    }
    std::string listed = outline_group(layout, group);
    if (!listed.empty()) {
        return listed;
    }
    int children = 0;
    for (const plan::Group& known : groups_) {
        if (known.parent.value_or("") == parent) {
            ++children;
            if (same_words(known.title, group.title)) {
                return known.id;
            }
        }
    }
    return joined(parent, std::to_string(children + 1));
}

std::string PlanBuilder::outline_group(const Layout& layout, const PrintedGroup& group) const {
    for (const OutlineEntry& entry : layout.group_outline) {
        if (same_words(entry.title, group.title)) {
            return entry.id;
        }
    }
    if (master_ != nullptr) {
        for (const plan::Group& known : master_->groups) {
            if (same_words(known.title, group.title)) {
                return known.id;
            }
        }
    }
    return {};
}

// By title, in its own group first.
std::string PlanBuilder::outline_measure(const Layout& layout, const plan::Measure& measure) const {
    std::string elsewhere;
    const auto is_own = [&](const std::string& id, const std::string& title) {
        if (measure.title.empty() || !same_words(title, measure.title)) {
            return false;
        }
        if (elsewhere.empty()) {
            elsewhere = id;
        }
        return lies_in(id, measure.group);
    };
    if (master_ != nullptr) {
        for (const plan::Measure& known : master_->measures) {
            if (is_own(known.id, known.title)) {
                return known.id;
            }
        }
    }
    for (const OutlineEntry& entry : layout.measure_outline) {
        if (is_own(entry.id, entry.title)) {
            return entry.id;
        }
    }
    return elsewhere;
}

// Written by the program, printed, the sheet's name, the outline; "" where none tells it.
std::string PlanBuilder::known_id(const Added& added) const {
    if (added.origin.written_id) {
        return *added.origin.written_id;
    }
    if (!added.draft.number.empty()) {
        return added.draft.number;
    }
    const plan::Measure& measure = added.draft.measure;
    if (added.origin.alone_on_sheet) {
        const auto id = id_alone(added.origin.sheet);
        if (id && lies_in(*id, measure.group)) {
            return *id;
        }
    }
    return outline_measure(*added.layout, measure);
}

void PlanBuilder::set_id_from_position(Added& added) {
    plan::Measure& measure = added.draft.measure;
    added.draft.places.id_from_position = true;
    if (!measure.title.empty()) {
        const auto [known, is_new] = by_title_.emplace(title_key(measure), std::string());
        if (!is_new) {
            set_measure_id(measure, known->second);  // the same once more: F08
            return;
        }
        known->second = next_free_id(measure.group);
        set_measure_id(measure, known->second);
    } else {
        set_measure_id(measure, next_free_id(measure.group));
    }
    const auto title = added.draft.places.fields.find("title");
    added.remarks.add(
        remark::id_from_position(measure.id),
        title != added.draft.places.fields.end() ? title->second : added.draft.places.range.first);
}

std::string PlanBuilder::next_free_id(const std::string& group) {
    for (;;) {
        const std::string number = std::to_string(++in_group_[group]);
        std::string id = joined(group, number);
        if (taken_ids_.insert(id).second) {
            return id;
        }
    }
}

}  // namespace shinchoku::layout
