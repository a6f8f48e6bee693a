#pragma once

#include <string>
#include <string_view>

#include "plan/fiscal_year.h"

namespace shinchoku::cli {

// What the program learns of the world around it, once, at its start.
struct Environment {
    std::string program;    // path of the executable
    std::string templates;  // SHINCHOKU_TEMPLATES, "" where unset
    bool stdout_is_terminal = false;
    bool stderr_is_terminal = false;
    bool wants_color = true;  // no NO_COLOR, TERM is not dumb
    plan::Date today;
};
[[nodiscard]] Environment look_around();

// Writes all bytes to stdout. False where that failed; a reader that went away is no failure.
[[nodiscard]] bool write_stdout(std::string_view bytes);
void write_stderr(std::string_view bytes);

// The bytes of stdin, at most `limit`; false where there are more or reading failed.
[[nodiscard]] bool read_stdin(std::string& bytes, std::size_t limit);

// On one line and harmless to a terminal: control characters, bytes that are no UTF-8 and marks
// that turn the writing direction are spelled out ("\n", "\u{202E}").
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace shinchoku::cli
