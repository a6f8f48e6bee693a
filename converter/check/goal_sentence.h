#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace shinchoku::check {

// A figure of a sentence that carries the unit looked for: 72.0% in 「加入率を72.0%とする」.
struct GoalFigure {
    base::Decimal number;  // in the base unit: scale words are folded in
    int decimals = 0;      // to which it is printed: 31.0% to 1, 1.2億円 to -7
    std::string text;      // as written
};

// What a sentence of 期間内の最終目標 says in figures.
struct GoalSentence {
    std::vector<int> years;  // fiscal years it names
    std::vector<GoalFigure> figures;
    bool states_total = false;  // 累計, 合計, 5年間で …
};

// Sentences end at 。 and line breaks. `unit` is a base unit ("%", "円"); figures with another
// unit, and changes (3%増加, 前年比), are left out.
[[nodiscard]] std::vector<GoalSentence> read_goal(std::string_view text, std::string_view unit);

}  // namespace shinchoku::check
