#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace shinchoku::plan {

// A piece of a cell's text, in glyphs.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool empty() const { return begin >= end; }
};

// A cell's text as the grammar reads it: code points in half width, every blank a space, and
// without the blanks that only pad single letters for looks ("実 施" is 実施, "m ²" is m²). What
// was typed stays at hand for every piece. The text given must outlive the object.
class Glyphs {
public:
    explicit Glyphs(std::string_view typed);

    [[nodiscard]] std::u32string_view text() const { return folded_; }
    [[nodiscard]] std::u32string_view text(Span span) const {
        return text().substr(span.begin, span.end - span.begin);
    }
    [[nodiscard]] std::size_t size() const { return folded_.size(); }
    // As typed, without blanks around.
    [[nodiscard]] std::string printed(Span span) const;
    // Without blanks and separators at either end.
    [[nodiscard]] Span trimmed(Span span) const;

private:
    void drop_padding();

    struct Place {
        std::uint32_t begin = 0;  // bytes of the typed text
        std::uint32_t end = 0;
    };

    std::string_view typed_;
    std::u32string folded_;
    std::vector<Place> places_;
};

using base::is_digit;
// Without blanks.
[[nodiscard]] std::u32string close_up(std::u32string_view text);

[[nodiscard]] bool is_latin(char32_t c);
// Kanji, kana, Latin and the signs that units are written with (% ² ㎡): what words are made of.
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_dash(char32_t c);  // also the long vowel mark

}  // namespace shinchoku::plan
