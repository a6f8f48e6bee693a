#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "layout/embedded.h"

namespace shinchoku::layout {

// What layouts and rating schemes have in common: TOML files of folders come before those that are
// part of the program, and of equal ids only the first stays.

// A file that has not been understood yet.
struct TemplateSource {
    std::string id;
    std::string file;  // for messages
    std::string toml;
};

struct TemplateKind {
    std::string_view key;  // `layout = "minami_alps"` before the first table says its id
    std::span<const EmbeddedFile> embedded;
    // A file that does not say is known by its name without .toml; else its id is "", and each
    // such file stays.
    bool is_named_by_file = false;
};

// The files as they are listed, then the embedded ones; the rest is only scanned for its id. Files
// that cannot be read are added to `unreadable`.
[[nodiscard]] std::vector<TemplateSource> template_sources(
    const TemplateKind& kind,
    const std::vector<std::filesystem::path>& files,
    std::vector<base::Finding>& unreadable);

// The .toml files of a folder by path, and those of this name in its folders ("" for none). A
// folder that does not exist holds nothing.
[[nodiscard]] std::vector<std::filesystem::path> template_files(
    const std::filesystem::path& folder, std::string_view name_in_subfolders = "");

// Refuses files too large to be a template.
[[nodiscard]] base::Result<std::string> read_template(const std::filesystem::path& file);

}  // namespace shinchoku::layout
