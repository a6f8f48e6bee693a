#pragma once

#include <string_view>
#include <vector>

namespace shinchoku::plan {

// The steps of work that a text names, ascending, without repeats: 1 research .. 7 sustain. A word
// counts where it ends a clause. On folded text.
[[nodiscard]] std::vector<int> find_steps(std::u32string_view text);

}  // namespace shinchoku::plan
