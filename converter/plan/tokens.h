#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "plan/glyphs.h"

namespace shinchoku::plan {

// What a cell's text is made of. Japanese writes no blanks between words, so a word token is a run
// of letters; the grammar looks into it by its vocabulary.
struct Token {
    enum class Kind {
        number,      // 1,234.5
        bad_number,  // 1,23 or 12.3.4: digits that are no number
        misspelt,    // l0,000 or 11O: digits that touch a letter typed for a digit
        time,        // R2.6.1現在, 令和6年度, 8月
        word,
        blank,
        plus,
        dash,      // a run of dashes of any kind
        triangle,  // ▲ △ ▼: minus before a digit
        tilde,
        open,
        close,
        colon,
        separator,  // 、 ・ ,
        slash,
        comparison,  // ≧ >= …
        yen,
        footnote,  // ※1
        ordinal,   // ① and "1." before words
        stop,      // 。
        other,
        end,
    };
    Kind kind = Kind::other;
    Span span;
};

// Always ends with one token of kind end.
[[nodiscard]] std::vector<Token> tokenize(std::u32string_view text);

struct PrintedNumber {
    base::Decimal number;
    int decimals = 0;
};
// The number that a number token writes.
[[nodiscard]] PrintedNumber to_number(std::u32string_view token);

}  // namespace shinchoku::plan
