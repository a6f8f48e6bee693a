#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::layout {

// Unicode's compatibility form (NFKC), case folded, without characters that show nothing (variation
// selectors, joiners …), as UTF-8. Nothing where the platform cannot tell.
[[nodiscard]] std::optional<std::string> compatibility_form(std::u32string_view text);

}  // namespace shinchoku::layout
