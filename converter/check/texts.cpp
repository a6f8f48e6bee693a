#include "check/texts.h"

namespace shinchoku::check {
namespace {

using Cell = std::optional<base::CellRef> layout::YearPlaces::*;

// The cell of a year: of the indicator meant, else of the first that has one.
std::optional<base::CellRef> find_cell(const layout::Reading& reading,
                                       std::size_t measure_index,
                                       const std::optional<std::string>& indicator,
                                       std::optional<int> year,
                                       Cell cell) {
    if (measure_index >= reading.places.size() || !year) {
        return std::nullopt;
    }
    const auto& places = reading.places[measure_index].indicators;
    const auto& indicators = reading.plan.measures[measure_index].indicators;
    for (std::size_t i = 0; i < places.size() && i < indicators.size(); ++i) {
        if (indicator && *indicator != indicators[i].id) {
            continue;
        }
        for (const layout::YearPlaces& each : places[i].years) {
            if (each.year == *year && each.*cell) {
                return each.*cell;
            }
        }
    }
    return std::nullopt;
}

// The name and the cells of one indicator.
void visit_indicator(const plan::Indicator& indicator,
                     const layout::IndicatorPlaces* places,
                     const std::string& number,
                     const std::function<void(const TextView&)>& visit) {
    const auto tell = [&](const std::string& part,
                          std::string_view text,
                          std::optional<base::CellRef> place,
                          std::optional<int> year) {
        if (!text.empty()) {
            visit({number + part, text, place, year});
        }
    };
    tell("/name", indicator.name, places ? places->name : std::nullopt, std::nullopt);
    if (indicator.baseline) {
        tell("/baseline",
             indicator.baseline->value.raw,
             places ? places->baseline : std::nullopt,
             std::nullopt);
    }
    for (const plan::YearEntry& entry : indicator.years) {
        const layout::YearPlaces* at = nullptr;
        for (std::size_t i = 0; places != nullptr && i < places->years.size(); ++i) {
            at = places->years[i].year == entry.year ? &places->years[i] : at;
        }
        tell("/target", entry.target.raw, at ? at->target : std::nullopt, entry.year);
        tell("/actual", entry.actual.raw, at ? at->actual : std::nullopt, entry.year);
    }
}

}  // namespace

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

void for_each_wording(const layout::Reading& reading,
                      std::size_t measure_index,
                      const std::function<void(const TextView&)>& visit) {
    const plan::Measure& measure = reading.plan.measures[measure_index];
    if (!measure.title.empty()) {
        visit({"title", measure.title, field_cell(reading, measure_index, "title"), std::nullopt});
    }
    const std::vector<layout::IndicatorPlaces> none;
    const auto& places =
        measure_index < reading.places.size() ? reading.places[measure_index].indicators : none;
    for (std::size_t i = 0; i < measure.indicators.size(); ++i) {
        visit_indicator(measure.indicators[i],
                        i < places.size() ? &places[i] : nullptr,
                        std::to_string(i + 1),
                        visit);
    }
    for_each_text(reading, measure_index, visit);
}

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
