#include "render/settled_text.h"

#include <algorithm>

#include "plan/value_reading.h"

namespace shinchoku::render {

std::string unit_text(const plan::Indicator& indicator) {
    if (!indicator.unit) {
        return {};
    }
    plan::Indicator with_column = indicator;
    plan::settle_indicator(with_column, {.unit_column = indicator.unit, .stated_direction = {}});
    // A stated direction is no matter of units.
    with_column.direction = indicator.direction;
    with_column.direction_from = indicator.direction_from;
    return with_column == indicator ? *indicator.unit : std::string();
}

std::optional<int> baseline_year_of(const plan::Measure& measure) {
    std::optional<int> noted;
    for (const plan::Indicator& indicator : measure.indicators) {
        if (!indicator.baseline) {
            continue;
        }
        if (!indicator.baseline->value.qualifiers.as_of) {
            return indicator.baseline->year;
        }
        noted = noted ? noted : indicator.baseline->year;
    }
    return noted;
}

std::string kept_wording(const layout::Layout& layout,
                         const std::string& drawn,
                         const plan::Measure* measure) {
    const auto label = layout.labels.find(drawn);
    if (measure == nullptr || measure->indicators.empty() || label == layout.labels.end() ||
        label->second.keep != "区分") {
        return drawn;
    }
    const std::string category = measure->indicators.front().category.value_or("");
    const auto& accepted = label->second.accepted;
    return std::find(accepted.begin(), accepted.end(), category) == accepted.end() ? drawn
                                                                                   : category;
}

}  // namespace shinchoku::render
