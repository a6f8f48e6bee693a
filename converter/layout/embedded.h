#pragma once

#include <span>
#include <string_view>

namespace shinchoku::layout {

// A file of templates/ that is part of the program, as it stood at build time.
struct EmbeddedFile {
    std::string_view id;    // minami_alps, osaka-library
    std::string_view file;  // "templates/minami_alps/layout.toml", for messages
    std::string_view toml;
};

// By id, ascending.
[[nodiscard]] std::span<const EmbeddedFile> embedded_layouts();
[[nodiscard]] std::span<const EmbeddedFile> embedded_schemes();

}  // namespace shinchoku::layout
