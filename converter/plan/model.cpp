#include "plan/model.h"

#include <algorithm>
#include <array>

namespace shinchoku::plan {
namespace {

// The texts of model.md in its order; any other text comes after them.
constexpr std::array<std::string_view, 5> known_texts = {
    "current_state", "issues", "actions", "final_goal", "related_plans"};

std::size_t place_of_text(std::string_view name) {
    return static_cast<std::size_t>(std::find(known_texts.begin(), known_texts.end(), name) -
                                    known_texts.begin());
}

}  // namespace

bool TextOrder::operator()(std::string_view a, std::string_view b) const {
    const std::size_t place_a = place_of_text(a);
    const std::size_t place_b = place_of_text(b);
    return place_a != place_b ? place_a < place_b : a < b;
}

const Group* find_group(const Plan& plan, std::string_view id) {
    const auto group = std::find_if(
        plan.groups.begin(), plan.groups.end(), [id](const Group& g) { return g.id == id; });
    return group == plan.groups.end() ? nullptr : &*group;
}

std::vector<const Group*> group_path(const Plan& plan, std::string_view id) {
    std::vector<const Group*> path;
    const Group* group = find_group(plan, id);
    // A plan from a file may name its groups in a circle; no path is longer than the list.
    while (group != nullptr && path.size() < plan.groups.size()) {
        path.push_back(group);
        group = group->parent ? find_group(plan, *group->parent) : nullptr;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

std::string_view name_of(Direction direction) {
    switch (direction) {
        case Direction::up:
            return "up";
        case Direction::down:
            return "down";
        case Direction::keep:
            return "keep";
        case Direction::within:
            return "within";
        case Direction::none:
            return "none";
        case Direction::unknown:
            return "unknown";
    }
    return "unknown";
}

std::string_view name_of(DirectionFrom from) {
    switch (from) {
        case DirectionFrom::stated:
            return "stated";
        case DirectionFrom::bound:
            return "bound";
        case DirectionFrom::numbers:
            return "numbers";
        case DirectionFrom::fallback:
            return "default";
    }
    return "default";
}

std::string_view name_of(Accumulation accumulation) {
    switch (accumulation) {
        case Accumulation::cumulative:
            return "cumulative";
        case Accumulation::per_year:
            return "per_year";
        case Accumulation::level:
            return "level";
        case Accumulation::unknown:
            return "unknown";
    }
    return "unknown";
}

std::string_view name_of(ScheduleMark mark) {
    switch (mark) {
        case ScheduleMark::bar:
            return "bar";
        case ScheduleMark::same:
            return "same";
        case ScheduleMark::more:
            return "more";
        case ScheduleMark::less:
            return "less";
    }
    return "bar";
}

std::string_view name_of(ItemMark mark) {
    switch (mark) {
        case ItemMark::new_item:
            return "new";
        case ItemMark::expanded:
            return "expanded";
        case ItemMark::none:
            return "none";
    }
    return "none";
}

}  // namespace shinchoku::plan
