#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/text.h"
#include "layout/layout.h"
#include "layout/layout_file.h"

namespace shinchoku::layout {

// Where layouts come from: folders of templates, in order of precedence, then those that are part
// of the program.

struct RefusedLayout {
    std::string file;
    std::vector<Diagnostic> diagnostics;
};

struct LayoutLibrary {
    std::vector<LoadedLayout> layouts;
    std::vector<RefusedLayout> refused;
    std::vector<base::Finding> unreadable;  // files that could not be read

    // For bind(); borrows from this library.
    [[nodiscard]] std::vector<const Layout*> all() const;
    [[nodiscard]] const Layout* find(std::string_view id) const;
};

// Every layout file in the folders (FOLDER/*/layout.toml and FOLDER/*.toml, by path), then
// the embedded ones. Of equal ids only the first stays. A place that ends in .toml is a layout file
// itself; a folder that does not exist holds nothing. Loads them all, or only the one with this id.
[[nodiscard]] LayoutLibrary load_layouts(const std::vector<std::filesystem::path>& places,
                                         const std::optional<std::string>& id = std::nullopt);

// A readable account for people: id, title, plan and years, and each field with the label that
// governs it.
[[nodiscard]] std::string show(const Layout& layout, base::Language language);

}  // namespace shinchoku::layout
