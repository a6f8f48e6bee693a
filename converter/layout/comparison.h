#pragma once

#include <string>
#include <string_view>

namespace shinchoku::layout {

// The form in which labels are compared (section 6.1 of design/layout-notation.md): NFKC except
// circled numbers, no spaces and line breaks, hyphens and long vowels unified, brackets unified,
// case folded; 取組み and 取り組み as 取組. Never stored, never shown.
[[nodiscard]] std::string comparison_form(std::string_view text);

// Equal in that form.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

// Further equal wordings, used only where no other label of the block becomes equal: without a
// trailing remark in brackets or after a line break, without 値, 等 and 欄 at the end, 関係 as
// 関連.
[[nodiscard]] std::string loose_form(std::string_view text);

// Damerau-Levenshtein distance in code points of the comparison forms.
[[nodiscard]] std::size_t distance(std::string_view a, std::string_view b);

}  // namespace shinchoku::layout
