#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "plan/glyphs.h"
#include "plan/tokens.h"
#include "plan/value.h"

namespace shinchoku::plan {

// Against what a relative target is measured, as the cell names it.
struct Reference {
    enum class To { previous_year, baseline, year };
    To to = To::previous_year;
    int year = 0;       // where `to` is year
    bool ratio = true;  // 比: a percentage is of it, not the difference (より)
};

// A figure in a cell with everything said around it, before the cell as a whole is understood:
//
//   quantity = label? before* sign? ¥? number tail (range-sign sign? number tail)?
//   before   = 約 | 最大 | 累計 | 見込 | 前年比 | ≧ | ～ …
//   tail     = scale? unit? (程度 | 以上 | 累計 | 増加 …)* verbal-noun? ～?
struct Quantity {
    Span value;             // from the sign or the words before the number on
    Span label;             // words before that name the quantity
    Span rest;              // words after that are none of the tail
    bool of_named = false;  // の before the number: a share of what the label names
    bool has_sign = false;
    base::Decimal low;
    std::optional<base::Decimal> high;
    UnitAndForm form;
    std::optional<Comparator> comparator;
    int change = 0;  // 1 for 増, -1 for 減
    std::optional<Reference> reference;
    Qualifiers qualifiers;
    std::vector<Span> notes;  // the contents of brackets after it
};

// What the brackets and marks of a cell hold, and the figures outside them.
struct CellParse {
    std::vector<Quantity> quantities;
    std::vector<Span> free_notes;  // brackets that follow no figure
    std::vector<Span> footnotes;
    std::vector<Span> words;  // runs of words that belong to no quantity
    bool fits = true;         // false: the figures do not form quantities by the grammar
};

// A numeric cell's figure: shown rounded, but known in full.
struct ExactFigure {
    base::Decimal magnitude;  // of the number as displayed: percent and scaling commas applied
};

[[nodiscard]] CellParse parse_cell(const Glyphs& glyphs,
                                   Span span,
                                   const std::vector<Token>& tokens,
                                   const ExactFigure* exact);

// "前年比", "令和2年度より", "対前年" at the end of the text; its size in glyphs, 0 for none.
struct ReferenceAtEnd {
    std::size_t size = 0;
    Reference reference;
};
[[nodiscard]] ReferenceAtEnd find_reference(std::u32string_view text);

// True where a particle stands in the text: words in a sentence, not a name.
[[nodiscard]] bool has_particle(std::u32string_view text);

}  // namespace shinchoku::plan
