#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/a1.h"
#include "layout/reading.h"

namespace shinchoku::check {

// A piece of prose of a measure, with where it stands.
struct TextView {
    std::string key;  // what it is: "texts.issues", "reason", "next", "note"
    std::string_view text;
    std::optional<base::CellRef> place;
    std::optional<int> year;
};

// Calls `visit` for every text of a measure that is not empty: those of the sheet, what was written
// about each year, notes. In the order of the model.
void for_each_text(const layout::Reading& reading,
                   std::size_t measure_index,
                   const std::function<void(const TextView&)>& visit);

// Where what is written of a year stands: of the indicator with this id, of the whole measure where
// none is named; year 0 where the form prints none. nullptr where the sheet has no such cells.
[[nodiscard]] const layout::YearPlaces* year_places(const layout::Reading& reading,
                                                    std::size_t measure_index,
                                                    const std::optional<std::string>& indicator,
                                                    std::optional<int> year);

// Where a field of a measure stands: "title", "texts.issues".
[[nodiscard]] std::optional<base::CellRef> field_cell(const layout::Reading& reading,
                                                      std::size_t measure_index,
                                                      const std::string& path);

// The title's cell, else the first cell of the form; nothing for a plan without sheets.
[[nodiscard]] std::optional<base::CellRef> title_cell(const layout::Reading& reading,
                                                      std::size_t measure_index);

// Two wordings of one title, in comparison form: a few letters differ, or the one is the other with
// words left out.
[[nodiscard]] bool are_near(const std::string& a, const std::string& b);

}  // namespace shinchoku::check
