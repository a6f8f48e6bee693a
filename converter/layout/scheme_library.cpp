#include "layout/scheme_library.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "files/read_file.h"
#include "layout/embedded.h"
#include "layout/scheme_file.h"

namespace shinchoku::layout {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_scheme_bytes = 1U << 20U;

std::vector<fs::path> scheme_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    fs::directory_iterator at(folder / "schemes", failed);
    for (; !failed && at != fs::directory_iterator(); at.increment(failed)) {
        std::error_code ignored;
        if (at->path().extension() == ".toml" && fs::is_regular_file(at->path(), ignored)) {
            files.push_back(at->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool has_id(const std::vector<SchemeSource>& sources, std::string_view id) {
    return std::any_of(
        sources.begin(), sources.end(), [&](const SchemeSource& each) { return each.id == id; });
}

// What a file calls its scheme; the file's name where that cannot be read.
std::string id_of(const fs::path& file, std::string_view toml) {
    const auto loaded = load_scheme(toml);
    return loaded ? loaded.value().id : file.stem().string();
}

void understand(std::string_view toml, FoundScheme& found) {
    auto loaded = load_scheme(toml);
    if (loaded) {
        found.scheme = std::move(loaded).value();
    } else {
        found.faults = std::move(loaded).error();
    }
}

}  // namespace

std::vector<SchemeSource> scheme_sources(const std::vector<fs::path>& folders,
                                         std::vector<base::Finding>& unreadable) {
    std::vector<SchemeSource> sources;
    for (const fs::path& folder : folders) {
        for (const fs::path& file : scheme_files(folder)) {
            base::Result<std::string> toml = files::read_file(file, max_scheme_bytes);
            if (!toml) {
                unreadable.push_back(toml.error());
                continue;
            }
            std::string id = id_of(file, toml.value());
            if (!has_id(sources, id)) {
                sources.push_back({std::move(id), file.string(), std::move(toml).value()});
            }
        }
    }
    for (const EmbeddedFile& embedded : embedded_schemes()) {
        if (!has_id(sources, embedded.id)) {
            sources.push_back(
                {std::string(embedded.id), std::string(embedded.file), std::string(embedded.toml)});
        }
    }
    std::sort(sources.begin(), sources.end(), [](const SchemeSource& a, const SchemeSource& b) {
        return a.id < b.id;
    });
    return sources;
}

FoundScheme read_scheme(const fs::path& file) {
    FoundScheme found{.file = file.string(), .scheme = {}, .faults = {}, .unreadable = {}};
    const base::Result<std::string> toml = files::read_file(file, max_scheme_bytes);
    if (toml) {
        understand(toml.value(), found);
    } else {
        found.unreadable = toml.error();
    }
    return found;
}

FoundScheme find_scheme(const std::vector<fs::path>& folders, std::string_view id) {
    std::vector<base::Finding> unreadable;
    FoundScheme found;
    for (const SchemeSource& source : scheme_sources(folders, unreadable)) {
        if (source.id == id) {
            found.file = source.file;
            understand(source.toml, found);
        }
    }
    return found;
}

}  // namespace shinchoku::layout
