#include "check/plan_rules.h"

namespace shinchoku::check {

std::string LaterPlace::key_id(const layout::Reading& plan) const {
    return follows_measure ? plan.plan.measures[measure].id + id : id;
}

LaterPlace later_place(const layout::Reading& added,
                       std::size_t measure_in_added,
                       std::size_t first,
                       const std::string& id) {
    const std::string& own = added.plan.measures[measure_in_added].id;
    const bool follows = id.starts_with(own);
    return {.measure = first + measure_in_added,
            .id = follows ? id.substr(own.size()) : id,
            .follows_measure = follows,
            .cell = {},
            .year = {}};
}

}  // namespace shinchoku::check
