#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "plan/glyphs.h"
#include "plan/quantity.h"
#include "plan/value.h"

namespace shinchoku::plan {

// What a quantity says by itself: a number, a bound, a range, a change or a share. Nothing where
// its parts contradict each other.
[[nodiscard]] std::optional<Value::Content> read_content(const Quantity& quantity,
                                                         const Glyphs& glyphs);

// 3割増 is 30 %, 1.5倍 of last year is +50 %, 前年比103% is +3 %.
[[nodiscard]] std::optional<Relative> read_change(const Quantity& quantity);

// Nothing for a year: only the indicator knows whether it is the baseline's.
[[nodiscard]] std::optional<RelativeTo> relative_to(const std::optional<Reference>& reference);

// A relative target without a figure: 前年度以上, 前年並み, 倍増, 件数の半減.
struct WordRelative {
    Relative relative;
    std::optional<Reference> reference;
    std::size_t subject = 0;  // glyphs before it that name the quantity
};
[[nodiscard]] std::optional<WordRelative> read_relative_words(std::u32string_view text);

}  // namespace shinchoku::plan
