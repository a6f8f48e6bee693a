#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/options.h"

namespace shinchoku::cli {

// The program has nothing more to do than to say this: help, the version, or what is wrong with the
// command line.
struct Answer {
    std::string text;
    int status = 0;  // 0: on stdout; 2: on stderr
};

// `arguments` without the program's name.
[[nodiscard]] std::variant<Options, Answer> parse_command_line(
    const std::vector<std::string>& arguments);

}  // namespace shinchoku::cli
