#include "check/texts.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "layout/comparison.h"

namespace shinchoku::check {
namespace {

using Cell = std::optional<base::CellRef> layout::YearPlaces::*;

struct CellOfText {
    std::string_view text;
    base::CellRef place;
};

// The cells of a text kept as rows; empty where it stands in one cell, or where a cell of it has
// several lines, so that pieces and cells do not match.
std::vector<CellOfText> cells_of_rows(const layout::Reading& reading,
                                      std::size_t measure_index,
                                      const std::string& path,
                                      std::string_view text) {
    if (measure_index >= reading.places.size()) {
        return {};
    }
    const auto& pieces = reading.places[measure_index].pieces;
    const auto found = pieces.find(path);
    if (found == pieces.end()) {
        return {};
    }
    std::vector<CellOfText> cells;
    for (const base::CellRef place : found->second) {
        const std::size_t end = text.find_first_of("\t\n");
        cells.push_back({text.substr(0, end), place});
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return text.empty() ? cells : std::vector<CellOfText>();
}

}  // namespace

const layout::YearPlaces* year_places(const layout::Reading& reading,
                                      std::size_t measure_index,
                                      const std::optional<std::string>& indicator,
                                      std::optional<int> year) {
    if (measure_index >= reading.places.size()) {
        return nullptr;
    }
    const layout::MeasurePlaces& places = reading.places[measure_index];
    if (!indicator) {
        return layout::find_year(places.years, year.value_or(0));
    }
    const auto& indicators = reading.plan.measures[measure_index].indicators;
    for (std::size_t i = 0; i < places.indicators.size() && i < indicators.size(); ++i) {
        if (*indicator == indicators[i].id) {
            return layout::find_year(places.indicators[i].years, year.value_or(0));
        }
    }
    return nullptr;
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

std::optional<base::CellRef> title_cell(const layout::Reading& reading, std::size_t measure_index) {
    const auto cell = field_cell(reading, measure_index, "title");
    if (cell || measure_index >= reading.places.size() ||
        reading.places[measure_index].sheet.empty()) {
        return cell;
    }
    return reading.places[measure_index].range.first;
}

bool are_near(const std::string& a, const std::string& b) {
    constexpr std::size_t enough_to_tell = 8;
    const std::size_t left = base::count_code_points(a);
    const std::size_t right = base::count_code_points(b);
    const std::size_t shorter = std::min(left, right);
    const std::size_t longer = std::max(left, right);
    const std::size_t apart = layout::distance(a, b);
    return apart <= std::max<std::size_t>(2, shorter / 4) ||
           (shorter >= enough_to_tell && apart <= longer - shorter + 2);
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
        const std::vector<CellOfText> cells = cells_of_rows(reading, measure_index, path, text);
        for (const CellOfText& cell : cells) {
            tell(path, cell.text, cell.place, std::nullopt);
        }
        if (cells.empty()) {
            tell(path, text, field_cell(reading, measure_index, path), std::nullopt);
        }
    }
    for (const plan::Indicator& indicator : measure.indicators) {
        for (const plan::YearEntry& entry : indicator.years) {
            if (!entry.note.empty()) {  // most are; the cell is looked for in all indicators
                const layout::YearPlaces* cells =
                    year_places(reading, measure_index, indicator.id, entry.year);
                tell("note", entry.note, cells == nullptr ? std::nullopt : cells->note, entry.year);
            }
        }
    }
    for (const plan::Evaluation& each : measure.evaluations) {
        const layout::YearPlaces* cells =
            year_places(reading, measure_index, each.indicator, each.year);
        tell("reason", each.reason, cells == nullptr ? std::nullopt : cells->reason, each.year);
        tell("next", each.next, cells == nullptr ? std::nullopt : cells->next, each.year);
    }
}

}  // namespace shinchoku::check
