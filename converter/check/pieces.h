#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/a1.h"
#include "layout/reading.h"

namespace shinchoku::check {

// Anything written of a measure, as the rules on characters see it.
struct Piece {
    enum class Kind { name, prose, value };

    Kind kind = Kind::name;
    std::string part;  // tells the pieces of one measure apart: "title", "1/target", "texts.issues"
    std::string_view text;
    std::optional<base::CellRef> place;
    std::optional<int> year;
};

// Calls `visit` for everything that is written of a measure: its title and departments, names and
// units of its indicators, their values, all its prose.
void for_each_piece(const layout::Reading& reading,
                    std::size_t measure_index,
                    const std::function<void(const Piece&)>& visit);

// U+2014, as people write a character's number.
[[nodiscard]] std::string code_of(char32_t character);

}  // namespace shinchoku::check
