#include "check/texts.h"

namespace shinchoku::check {
namespace {

using Cell = std::optional<base::CellRef> layout::YearPlaces::*;

// The cell of a year: of the indicator meant, else of the whole measure.
std::optional<base::CellRef> find_cell(const layout::Reading& reading,
                                       std::size_t measure_index,
                                       const std::optional<std::string>& indicator,
                                       std::optional<int> year,
                                       Cell cell) {
    if (measure_index >= reading.places.size()) {
        return std::nullopt;
    }
    const layout::MeasurePlaces& places = reading.places[measure_index];
    const auto in = [&](const std::vector<layout::YearPlaces>& years) {
        const layout::YearPlaces* found = layout::find_year(years, year.value_or(0));
        return found == nullptr ? std::nullopt : found->*cell;
    };
    if (!indicator) {
        return in(places.years);
    }
    const auto& indicators = reading.plan.measures[measure_index].indicators;
    for (std::size_t i = 0; i < places.indicators.size() && i < indicators.size(); ++i) {
        if (*indicator == indicators[i].id) {
            return in(places.indicators[i].years);
        }
    }
    return std::nullopt;
}

std::optional<base::CellRef> field_cell(const layout::Reading& reading,
                                        std::size_t measure_index,
                                        const std::string& path) {
    if (measure_index >= reading.places.size()) {
        return std::nullopt;
    }
    const auto& fields = reading.places[measure_index].fields;
    const auto found = fields.find(path);
    return found == fields.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

void for_each_text(const layout::Reading& reading,
                   std::size_t measure_index,
                   const std::function<void(const TextView&)>& visit) {
    const plan::Measure& measure = reading.plan.measures[measure_index];
    const auto tell = [&](std::string key,
                          std::string_view text,
                          std::optional<base::CellRef> place,
                          std::optional<int> year) {
        if (!text.empty()) {
            visit({std::move(key), text, place, year});
        }
    };
    for (const auto& [key, text] : measure.texts) {
        const std::string path = "texts." + key;
        tell(path, text, field_cell(reading, measure_index, path), std::nullopt);
    }
    for (const plan::Indicator& indicator : measure.indicators) {
        for (const plan::YearEntry& entry : indicator.years) {
            tell("note",
                 entry.note,
                 find_cell(
                     reading, measure_index, indicator.id, entry.year, &layout::YearPlaces::note),
                 entry.year);
        }
    }
    for (const plan::Evaluation& each : measure.evaluations) {
        const auto cell = [&](Cell which) {
            return find_cell(reading, measure_index, each.indicator, each.year, which);
        };
        tell("reason", each.reason, cell(&layout::YearPlaces::reason), each.year);
        tell("next", each.next, cell(&layout::YearPlaces::next), each.year);
    }
}

}  // namespace shinchoku::check
