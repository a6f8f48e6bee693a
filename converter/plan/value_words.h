#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "plan/value.h"

namespace shinchoku::plan {

// The vocabulary around figures (design/values.md). All on folded text.

enum class QualifierWord { approximate, cumulative, provisional };

// 約, 概ね, 累計, 見込 … before a figure: the longest at the end of the text.
struct FoundQualifier {
    std::size_t size = 0;
    QualifierWord word = QualifierWord::approximate;
};
[[nodiscard]] FoundQualifier qualifier_before(std::u32string_view text);
// 程度, 前後, 累計, 見込み … after a figure: the longest at the beginning of the text.
[[nodiscard]] FoundQualifier qualifier_after(std::u32string_view text);
void set(Qualifiers& qualifiers, QualifierWord word);

struct FoundComparator {
    std::size_t size = 0;
    Comparator comparator = Comparator::at_least;
};
// 最大, 少なくとも … at the end of the text.
[[nodiscard]] FoundComparator comparator_before(std::u32string_view text);
// 以上, を超える … at the beginning of the text.
[[nodiscard]] FoundComparator comparator_after(std::u32string_view text);
// ≧ >= < … the whole text.
[[nodiscard]] std::optional<Comparator> comparator_sign(std::u32string_view text);

// 増, 削減, UP … at the beginning of the text.
struct FoundChange {
    std::size_t size = 0;
    int sign = 0;
};
[[nodiscard]] FoundChange change_after(std::u32string_view text);

// What a cell says in one fixed word. The text is closed up.
enum class FixedWord { same, none, unavailable };
[[nodiscard]] std::optional<FixedWord> find_fixed_word(std::u32string_view text);

// 件数の増加, 現状維持, UP: the trend at the end and how many glyphs it takes.
struct FoundTrend {
    std::size_t size = 0;
    Trend trend = Trend::keep;
};
[[nodiscard]] FoundTrend trend_at_end(std::u32string_view text);

}  // namespace shinchoku::plan
