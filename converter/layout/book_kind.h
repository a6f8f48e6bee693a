#pragma once

#include <string>
#include <string_view>

#include "sheet/workbook.h"

namespace shinchoku::layout {

// The document property by which a progress book is known. It holds every measure again, so that in
// a folder of returned workbooks it must not count as one of them.
inline constexpr std::string_view kind_property = "shinchoku.kind";
inline constexpr std::string_view progress_kind = "progress";

[[nodiscard]] inline bool is_progress_book(const sheet::Properties& properties) {
    const std::string* const kind = properties.find_custom(kind_property);
    return kind != nullptr && *kind == progress_kind;
}

}  // namespace shinchoku::layout
