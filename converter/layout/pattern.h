#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.h"

namespace shinchoku::layout {

// A label with values in it: 実績（{基準年}）, 施策{番号} {名称}.

// What a piece of a pattern stands for when it is read.
enum class PieceReading {
    words,   // must stand there, in any spelling
    gap,     // only spaces: a boundary
    number,  // digits, ①, Ⅲ
    year,    // a fiscal year in any manner, or nothing
    text,    // anything up to the next piece
};

struct CompiledPiece {
    PieceReading reading = PieceReading::words;
    std::string words;             // words: as drawn
    std::string form;              // words: comparison form
    const Field* field = nullptr;  // owned by the Layout
};

struct Pattern {
    std::vector<CompiledPiece> pieces;
    std::string empty_form;  // comparison form of the words alone: a form not yet filled in
};

struct Capture {
    const Field* field = nullptr;  // owned by the Layout
    std::string text;              // as it stands, trimmed
    std::string number;            // number pieces: in digits
};

[[nodiscard]] Pattern compile_pattern(const Layout& layout, const PictureCell& cell);

// The values in a text that has the pattern's words; nothing where it does not fit. A number must
// be there unless the whole pattern is unfilled. `form` is the text's comparison form.
[[nodiscard]] std::optional<std::vector<Capture>> match_pattern(const Pattern& pattern,
                                                                std::string_view text,
                                                                std::string_view form);

// The words of a pattern before its field, e.g. "施策" before {番号}: with the number they are the
// label of what the pattern names.
[[nodiscard]] std::string words_before(const PictureCell& cell, FieldId id);

}  // namespace shinchoku::layout
