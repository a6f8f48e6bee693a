#include "layout/scheme_library.h"

#include <algorithm>
#include <utility>

#include "layout/embedded.h"
#include "layout/scheme_file.h"

namespace shinchoku::layout {
namespace {

namespace fs = std::filesystem;

FoundScheme understood(std::string file, std::string_view toml) {
    FoundScheme found;
    found.file = std::move(file);
    auto loaded = load_scheme(toml);
    if (loaded) {
        found.scheme = std::move(loaded).value();
    } else {
        found.faults = std::move(loaded).error();
    }
    return found;
}

}  // namespace

std::vector<TemplateSource> scheme_sources(const std::vector<fs::path>& folders,
                                           std::vector<base::Finding>& unreadable) {
    std::vector<fs::path> files;
    for (const fs::path& folder : folders) {
        const std::vector<fs::path> found = template_files(folder / "schemes");
        files.insert(files.end(), found.begin(), found.end());
    }
    std::vector<TemplateSource> sources = template_sources(
        {.key = "scheme", .embedded = embedded_schemes(), .is_named_by_file = true},
        files,
        unreadable);
    std::sort(
        sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return sources;
}

FoundScheme read_scheme(const fs::path& file) {
    const base::Result<std::string> toml = read_template(file);
    if (toml) {
        return understood(file.string(), toml.value());
    }
    FoundScheme found;
    found.file = file.string();
    found.unreadable = toml.error();
    return found;
}

FoundScheme find_scheme(const std::vector<fs::path>& folders, std::string_view id) {
    std::vector<base::Finding> unreadable;
    for (TemplateSource& source : scheme_sources(folders, unreadable)) {
        if (source.id == id) {
            return understood(std::move(source.file), source.toml);
        }
    }
    return {};
}

}  // namespace shinchoku::layout
