#pragma once

#include <span>
#include <string_view>

namespace shinchoku::layout {

// A layout file that is part of the program: templates/*/layout.toml at build time.
struct EmbeddedLayout {
    std::string_view id;    // name of its folder
    std::string_view file;  // "templates/minami_alps/layout.toml", for messages
    std::string_view toml;
};

// By id, ascending.
[[nodiscard]] std::span<const EmbeddedLayout> embedded_layouts();

}  // namespace shinchoku::layout
