#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "calc/figure.h"
#include "layout/reading.h"
#include "plan/fiscal_year.h"
#include "plan/model.h"

namespace shinchoku::check {

// An indicator's cells laid out for the rules, each with its place and, where it has one, its
// number: computed once, since most rules look at them.

enum class Part { target, actual, baseline };

struct CellView {
    Part part = Part::target;
    int year = 0;                        // of the heading; 0: a baseline without year
    const plan::Value* value = nullptr;  // never null
    std::optional<base::CellRef> place;  // nothing for plans without sheets
    std::optional<calc::Figure> figure;  // a number, or a relative value's one figure
};

struct IndicatorView {
    const plan::Measure& measure;
    const plan::Indicator& indicator;
    const layout::MeasurePlaces* measure_places = nullptr;  // nothing: the plan has no sheets
    const layout::IndicatorPlaces* places = nullptr;
    std::vector<CellView> targets;         // ascending by year
    std::vector<CellView> actuals;         // up to the running year
    std::vector<CellView> future_actuals;  // D07 alone looks at them
    std::optional<CellView> baseline;

    // The first cell of the row of targets, else the first target.
    [[nodiscard]] std::optional<base::CellRef> row_place() const;
};

[[nodiscard]] IndicatorView view_of(const layout::Reading& reading,
                                    std::size_t measure_index,
                                    std::size_t indicator_index,
                                    const plan::Date& as_of);

[[nodiscard]] const CellView* find_year(const std::vector<CellView>& cells, int year);

// The target that holds in a year: → and 同上 take the nearest earlier one of the row, the arrow
// itself where there is none. Nothing where the row has no cell for that year.
[[nodiscard]] const CellView* target_in_force(const IndicatorView& view, int year);

}  // namespace shinchoku::check
