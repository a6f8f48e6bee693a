#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace shinchoku::plan {

// One element of a number format code (ECMA-376 part 1, 18.8.31).
struct FormatToken {
    enum class Kind {
        literal,   // shown as it stands
        digit,     // 0 # ?
        point,     // the decimal point
        comma,     // thousands, or scaling where no digit follows
        percent,   // shown, and times 100
        exponent,  // E+ or E-
        slash,     // a fraction bar where digits stand on both sides
        general,   // General, also beside literals
        text,      // @
        date,      // a run of one of y m d h s e g a b, AM/PM or an elapsed [h]
    };
    Kind kind = Kind::literal;
    std::string text;
};

struct FormatCondition {
    std::string comparison;  // "<" "<=" "=" "<>" ">" ">="
    base::Decimal number;
};

// What stands between the semicolons of a code.
struct FormatSection {
    std::vector<FormatToken> tokens;
    std::optional<FormatCondition> condition;
    bool gannen = false;  // [$-ja-JP-x-gannen]: the first year of an era is 元

    [[nodiscard]] bool has(FormatToken::Kind kind) const;
};

// At most four; at least one.
[[nodiscard]] std::vector<FormatSection> split_format(std::string_view code);

// A date or time section applied to a serial number; nothing where Excel would show ####.
[[nodiscard]] std::optional<std::string> display_date(const FormatSection& section,
                                                      const base::Decimal& serial_days,
                                                      bool date_1904);

}  // namespace shinchoku::plan
