#pragma once

#include <string_view>

#include "layout/diagnostics.h"
#include "layout/field_names.h"
#include "layout/layout.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {

// Reads the picture of a layout whose tables are already filled in. Faults are reported; the result
// is whole only where none was.
[[nodiscard]] Picture read_picture(std::string_view text,
                                   StringPlaces& places,
                                   const Layout& layout,
                                   const FieldNames& names,
                                   Diagnostics& diagnostics);

[[nodiscard]] inline SourcePlace place_of(const PictureCell& cell) {
    return {cell.line, cell.column_number};
}

}  // namespace shinchoku::layout
