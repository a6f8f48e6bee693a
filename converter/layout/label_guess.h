#pragma once

#include <string>
#include <string_view>

namespace shinchoku::layout {

// The word of the vocabulary that a box beside or below this label most likely holds, "" where the
// label says nothing: 主管課 gives 担当課. Only ever offered to a person, never taken for granted.
[[nodiscard]] std::string guess_field(std::string_view label);

}  // namespace shinchoku::layout
