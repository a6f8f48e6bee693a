#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "calc/scheme.h"
#include "layout/layout_file.h"
#include "layout/template_sources.h"

namespace shinchoku::layout {

// Where rating schemes come from: FOLDER/schemes/*.toml of the folders of templates, in order of
// precedence, then those that are part of the program.

// Every scheme there is, by id, ascending; of equal ids only the first stays, and a file that does
// not say its id is known by its name. Files that cannot be read are added to `unreadable`.
[[nodiscard]] std::vector<TemplateSource> scheme_sources(
    const std::vector<std::filesystem::path>& folders, std::vector<base::Finding>& unreadable);

// A scheme that was asked for: read, refused with its faults, or (neither) not there.
struct FoundScheme {
    std::string file;
    std::optional<calc::Scheme> scheme;
    std::vector<Diagnostic> faults;  // why it was refused
    std::optional<base::Finding> unreadable;
};

// The scheme of an id. Data may name one, so an id is never taken for a path.
[[nodiscard]] FoundScheme find_scheme(const std::vector<std::filesystem::path>& folders,
                                      std::string_view id);

[[nodiscard]] FoundScheme read_scheme(const std::filesystem::path& file);

}  // namespace shinchoku::layout
