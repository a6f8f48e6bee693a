#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../../generators/drawn_places.h"
#include "../../generators/random_source.h"
#include "plan/model.h"
#include "plan/value_reading.h"

namespace shinchoku::generators {

// Plans that meet the conditions of design/layout-notation.md, section 7, for any layout: they
// hold what its picture draws, and nothing else.
class LayoutPlans {
public:
    LayoutPlans(const layout::Layout& layout, std::uint64_t seed)
        : layout_(layout), drawn_(layout), random_(seed) {}

    plan::Plan make();

private:
    using FieldId = layout::FieldId;
    using ListOf = layout::ListOf;

    void add_groups(const std::string& top, int number);
    void add_measure(const std::string& group);
    void add_lines(plan::Measure& measure);
    void add_indicators(plan::Measure& measure);
    void choose_baseline_year();
    [[nodiscard]] bool has_indicator(const std::string& list) const;
    void add_indicator(plan::Measure& measure,
                       const std::string& list_name,
                       const layout::List* list);
    void fix_keys(plan::Indicator& indicator,
                  plan::IndicatorCells& cells,
                  const layout::List* list);
    void add_baseline(plan::Indicator& indicator, const std::string& list);
    void add_year(plan::Indicator& indicator, const std::string& list, int year);
    plan::Value value();

    [[nodiscard]] bool holds(const std::string& list, FieldId id, int year) const;
    void add_evaluations(plan::Measure& measure,
                         const std::string& list,
                         const std::optional<std::string>& indicator);
    void add_schedule(plan::Measure& measure);
    void add_approaches(plan::Measure& measure);
    void add_footnotes(plan::Measure& measure);

    std::string plain_text();
    const layout::Layout& layout_;
    DrawnPlaces drawn_;
    RandomSource random_;
    plan::Plan plan_;
    std::vector<plan::Group> headings_;
    std::optional<int> baseline_year_;
};

}  // namespace shinchoku::generators
