#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "plan/glyphs.h"
#include "plan/quantity.h"
#include "plan/tokens.h"

namespace shinchoku::plan {

// Reads a number and what belongs to it behind: scale words, unit, comparators, changes,
// qualifiers, the other end of a range.
class NumberTail {
public:
    NumberTail(const Glyphs& glyphs,
               Span span,
               const std::vector<Token>& tokens,
               const ExactFigure* exact)
        : glyphs_(glyphs), span_(span), tokens_(tokens), exact_(exact) {}

    // From the number token at `number` on; `quantity.low` holds the sign as 1 or -1. Returns the
    // glyph where the quantity ends.
    [[nodiscard]] std::size_t read(Quantity& quantity, std::size_t number);

    // False where what follows makes the number none.
    [[nodiscard]] bool fits() const { return fits_; }
    // The exact figure if it was not used.
    [[nodiscard]] const ExactFigure* exact_left() const { return exact_; }

private:
    struct Figure {
        base::Decimal number;
        UnitAndForm form;
    };

    void read_figure(Figure& figure, std::size_t number, bool negative);
    void read_scales(Figure& figure);
    bool read_unit(UnitAndForm& form);
    void read_suffixes(Quantity& quantity);
    bool read_suffix(Quantity& quantity);
    void read_open_unit(Quantity& quantity, UnitAndForm& form);
    void read_rest(Quantity& quantity, Figure& figure);
    bool read_range(Quantity& quantity, const Figure& first);
    void join_range(Quantity& quantity, const Figure& first, const Figure& second);
    void check_what_follows();
    bool step_over_blank(const UnitAndForm& form);

    void require(bool condition) { fits_ = fits_ && condition; }

    [[nodiscard]] base::Decimal to_decimal(std::size_t number, int& decimals);
    [[nodiscard]] std::u32string_view rest_of_word() const;
    [[nodiscard]] std::size_t token_at(std::size_t glyph) const;
    [[nodiscard]] Token::Kind kind(std::size_t token) const;
    [[nodiscard]] Token::Kind kind_here() const { return kind(token_at(at_)); }

    const Glyphs& glyphs_;
    Span span_;
    const std::vector<Token>& tokens_;
    const ExactFigure* exact_;
    std::size_t at_ = 0;     // glyph
    std::size_t token_ = 0;  // at or before the token of at_
    bool fits_ = true;
};

}  // namespace shinchoku::plan
