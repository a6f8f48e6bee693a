#include "check/evaluation_cells.h"

#include <algorithm>
#include <vector>

namespace shinchoku::check {

EvaluationCells cells_of(const layout::Reading& reading,
                         std::size_t measure_index,
                         const plan::Evaluation& evaluation) {
    if (measure_index >= reading.places.size()) {
        return {};
    }
    const layout::MeasurePlaces& places = reading.places[measure_index];
    const auto in = [&](const std::vector<layout::YearPlaces>& years) {
        const layout::YearPlaces* found = layout::find_year(years, evaluation.year.value_or(0));
        return found == nullptr ? EvaluationCells{} : EvaluationCells{found->grade, found->reason};
    };
    if (!evaluation.indicator) {
        return in(places.years);
    }
    const auto& indicators = reading.plan.measures[measure_index].indicators;
    for (std::size_t i = 0; i < std::min(places.indicators.size(), indicators.size()); ++i) {
        if (*evaluation.indicator == indicators[i].id) {
            return in(places.indicators[i].years);
        }
    }
    return {};
}

}  // namespace shinchoku::check
