#include "check/evaluation_cells.h"

#include <algorithm>

namespace shinchoku::check {

EvaluationCells cells_of(const layout::Reading& reading,
                         std::size_t measure_index,
                         const plan::Evaluation& evaluation) {
    EvaluationCells cells;
    if (measure_index >= reading.places.size()) {
        return cells;
    }
    const plan::Measure& measure = reading.plan.measures[measure_index];
    const auto& indicators = reading.places[measure_index].indicators;
    for (std::size_t i = 0; i < std::min(indicators.size(), measure.indicators.size()); ++i) {
        if (evaluation.indicator && *evaluation.indicator != measure.indicators[i].id) {
            continue;
        }
        for (const layout::YearPlaces& year : indicators[i].years) {
            if (year.year == evaluation.year && !cells.grade) {
                cells = {year.grade, year.reason};
            }
        }
    }
    return cells;
}

}  // namespace shinchoku::check
