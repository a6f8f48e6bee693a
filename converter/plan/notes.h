#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/glyphs.h"
#include "plan/quantity.h"
#include "plan/value.h"

namespace shinchoku::plan {

// What stands beside the content of a cell, gathered piece by piece: times, qualifiers, footnotes,
// a relative change in brackets, and all other words.
class Notes {
public:
    explicit Notes(const Glyphs& glyphs) : glyphs_(glyphs) {}

    // The content of a pair of brackets.
    void read_brackets(Span inside);
    // Words outside brackets, each piece between blanks by itself. False where they are a sentence.
    [[nodiscard]] bool read_words(Span words);
    // The words before a figure: a time at their beginning says of when it is.
    void read_label(Span label);
    // A time or qualifier; false (and nothing kept) for any other text.
    bool read_piece(Span piece);

    void add_footnote(Span mark);
    void add_remark(Span words);
    void add(const Qualifiers& qualifiers);

    [[nodiscard]] const std::optional<Reference>& reference() const { return reference_; }
    // Into the value; nothing is overwritten with nothing.
    void put_into(Value& value) const;

private:
    const Glyphs& glyphs_;
    Qualifiers qualifiers_;
    std::optional<std::string> footnote_;
    std::string remark_;
    std::optional<Reference> reference_;
};

// A time, a span of years or an average over years and nothing else: "R2.6.1現在", "H28～R2",
// "直近3回の平均". On folded text.
[[nodiscard]] bool is_time_note(std::u32string_view text);

}  // namespace shinchoku::plan
