#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "cli/options.h"

namespace shinchoku::cli {

// One option of the command line, described once: parsing, help and suggestions all read this.
struct Flag {
    std::string_view names;  // "-o,--output"; the long one last
    std::string_view value;  // "FILE"; "" for a switch
    unsigned commands;       // a bit for each Command that takes it
    bool common;             // listed apart in --help
    base::Text about;
    // Puts the value into the options; the text says why it cannot.
    std::optional<base::Text> (*apply)(Options& options, const std::string& value);

    [[nodiscard]] std::string_view long_name() const;
    [[nodiscard]] bool belongs_to(Command command) const {
        return (commands >> static_cast<unsigned>(command) & 1U) != 0;
    }
};
[[nodiscard]] const std::vector<Flag>& flags();

// One command, with what --help says of it.
struct CommandInfo {
    Command command;
    std::string_view name;
    std::string_view usage;  // what follows the name
    base::Text about;
    base::Text details;  // lines of --help alone; may be empty
    std::string_view example;
};
[[nodiscard]] const std::vector<CommandInfo>& commands();
[[nodiscard]] const CommandInfo& info_of(Command command);

// The nearest of the names by edit distance; nothing where none is near.
[[nodiscard]] std::optional<std::string> nearest(std::string_view name,
                                                 const std::vector<std::string>& names);

}  // namespace shinchoku::cli
