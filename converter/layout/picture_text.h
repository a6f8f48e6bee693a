#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/diagnostics.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {

// The picture cut into rows and cells, before anything in them is understood. Views are into the
// picture's text, offsets count its bytes.

struct RawText {
    std::string_view text;  // trimmed
    std::size_t offset = 0;
};

struct RawRow {
    std::vector<RawText> marks;  // left of the first '|', split at spaces
    std::vector<RawText> cells;
    std::size_t offset = 0;  // of the first character that is no space
};

struct RawPicture {
    std::vector<double> widths_chars;
    std::vector<RawRow> rows;  // every one has as many cells as the ruler
};

// Rows that are faulty are reported and left out.
[[nodiscard]] RawPicture split_picture(std::string_view text,
                                       StringPlaces& places,
                                       Diagnostics& diagnostics);

// A decimal without sign and exponent, as the ruler and the heights have it; nothing for others.
[[nodiscard]] std::optional<double> parse_measure(std::string_view text);

}  // namespace shinchoku::layout
