#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace shinchoku::base {

// How the program knows again what it wrote into the notes of cells when it gave a workbook back.
// Its words stand between two lines, so that what others write before or behind them stays theirs,
// whosever note it is. The lines are the same in every language of the program.
inline constexpr std::string_view own_note_begin = "―― shinchoku ――";
inline constexpr std::string_view own_note_end = "――――――――";

// A note between its two lines.
[[nodiscard]] std::string own_note(std::string_view words);

// A stretch of a text.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};
// The own notes in a text, with the empty lines before them. One whose last line somebody has taken
// away is none: where it would end can only be guessed.
[[nodiscard]] std::vector<Stretch> own_notes_in(std::string_view text);

// The words of others.
[[nodiscard]] std::string without_own_notes(std::string_view text);

}  // namespace shinchoku::base
