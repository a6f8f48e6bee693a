#pragma once

#include <cstddef>
#include <optional>

#include "base/a1.h"
#include "layout/reading.h"

namespace shinchoku::check {

// Where the grade and the reason of an evaluation stand: of the indicator meant, else of the whole
// measure.
struct EvaluationCells {
    std::optional<base::CellRef> grade;
    std::optional<base::CellRef> reason;
};

[[nodiscard]] EvaluationCells cells_of(const layout::Reading& reading,
                                       std::size_t measure_index,
                                       const plan::Evaluation& evaluation);

}  // namespace shinchoku::check
