#include "check/view.h"

#include <algorithm>
#include <utility>

#include "calc/target.h"

namespace shinchoku::check {
namespace {

const plan::Value& blank() {
    static const plan::Value value;
    return value;
}

const layout::YearPlaces* find_places(const layout::IndicatorPlaces* places, int year) {
    if (places == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(places->years.begin(),
                                    places->years.end(),
                                    [&](const auto& entry) { return entry.year == year; });
    return found == places->years.end() ? nullptr : &*found;
}

CellView cell_of(Part part,
                 int year,
                 const plan::Value& value,
                 const std::optional<base::CellRef>& place) {
    return {.part = part,
            .year = year,
            .value = &value,
            .place = place,
            .figure = calc::figure_of(value)};
}

// Years of the model and of the sheet, which also has cells for years without any value.
std::vector<int> years_of(const IndicatorView& view) {
    std::vector<int> years;
    years.reserve(view.indicator.years.size());
    for (const plan::YearEntry& entry : view.indicator.years) {
        years.push_back(entry.year);
    }
    if (view.places != nullptr) {
        for (const layout::YearPlaces& entry : view.places->years) {
            years.push_back(entry.year);
        }
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

void add_year(IndicatorView& view, int year, const plan::Date& as_of) {
    const plan::YearEntry* entry = calc::find_year(view.indicator, year);
    const layout::YearPlaces* places = find_places(view.places, year);
    view.targets.push_back(cell_of(Part::target,
                                   year,
                                   entry == nullptr ? blank() : entry->target,
                                   places == nullptr ? std::nullopt : places->target));
    std::vector<CellView>& actuals = plan::year_state(year, as_of) == plan::YearState::future
                                         ? view.future_actuals
                                         : view.actuals;
    actuals.push_back(cell_of(Part::actual,
                              year,
                              entry == nullptr ? blank() : entry->actual,
                              places == nullptr ? std::nullopt : places->actual));
}

}  // namespace

std::optional<base::CellRef> IndicatorView::row_place() const {
    if (places != nullptr && places->target_label) {
        return places->target_label;
    }
    for (const CellView& target : targets) {
        if (target.place) {
            return target.place;
        }
    }
    return std::nullopt;
}

IndicatorView view_of(const layout::Reading& reading,
                      std::size_t measure_index,
                      std::size_t indicator_index,
                      const plan::Date& as_of) {
    const plan::Measure& measure = reading.plan.measures[measure_index];
    IndicatorView view{.measure = measure, .indicator = measure.indicators[indicator_index]};
    if (measure_index < reading.places.size()) {
        view.measure_places = &reading.places[measure_index];
        const auto& indicators = view.measure_places->indicators;
        if (indicator_index < indicators.size()) {
            view.places = &indicators[indicator_index];
        }
    }
    for (const int year : years_of(view)) {
        add_year(view, year, as_of);
    }
    if (view.indicator.baseline) {
        const plan::Baseline& baseline = *view.indicator.baseline;
        view.baseline = cell_of(Part::baseline,
                                baseline.year.value_or(0),
                                baseline.value,
                                view.places == nullptr ? std::nullopt : view.places->baseline);
    }
    return view;
}

const CellView* find_year(const std::vector<CellView>& cells, int year) {
    const auto found = std::find_if(
        cells.begin(), cells.end(), [&](const CellView& cell) { return cell.year == year; });
    return found == cells.end() ? nullptr : &*found;
}

const CellView* target_in_force(const IndicatorView& view, int year) {
    const CellView* in_force = find_year(view.targets, year);
    if (in_force == nullptr || !in_force->value->is<plan::Continue>()) {
        return in_force;
    }
    for (const CellView& target : view.targets) {
        if (target.year < year && !target.value->is<plan::Continue>() &&
            !target.value->is<plan::Blank>()) {
            in_force = &target;
        }
    }
    return in_force;
}

}  // namespace shinchoku::check
