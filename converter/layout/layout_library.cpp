#include "layout/layout_library.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "files/read_file.h"
#include "layout/embedded.h"

namespace shinchoku::layout {
namespace {

constexpr std::uint64_t max_layout_bytes = 1U << 20U;
constexpr std::string_view layout_file_name = "layout.toml";

// The value of `layout = "…"` before the first table: enough to choose without parsing them all.
std::string id_of(std::string_view toml) {
    while (!toml.empty()) {
        const std::size_t end = toml.find('\n');
        std::string_view line = base::trim(toml.substr(0, end));
        toml.remove_prefix(end == toml.npos ? toml.size() : end + 1);
        if (line.starts_with('[')) {
            break;
        }
        if (!line.starts_with("layout")) {
            continue;
        }
        line = base::trim(line.substr(std::string_view("layout").size()));
        const std::size_t open = line.find_first_of("\"'");
        if (!line.starts_with('=') || open == line.npos) {
            continue;
        }
        return std::string(line.substr(open + 1, line.find(line[open], open + 1) - open - 1));
    }
    return "";
}

std::vector<std::filesystem::path> layout_files(const std::filesystem::path& place) {
    std::vector<std::filesystem::path> files;
    if (place.extension() == ".toml") {
        files.push_back(place);  // named itself: one that is not there is reported
        return files;
    }
    const auto add = [&](const std::filesystem::path& candidate) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(candidate, ignored)) {
            files.push_back(candidate);
        }
    };
    std::error_code failed;
    std::filesystem::directory_iterator at(place, failed);
    for (; !failed && at != std::filesystem::directory_iterator(); at.increment(failed)) {
        if (at->path().filename() != "rules.toml") {  // tunes the rules (check/tuning.h)
            add(at->path().extension() == ".toml" ? at->path() : at->path() / layout_file_name);
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool has_id(const std::vector<LayoutSource>& sources, std::string_view id) {
    return !id.empty() && std::any_of(sources.begin(), sources.end(), [&](const LayoutSource& s) {
        return s.id == id;
    });
}

}  // namespace

std::vector<const Layout*> LayoutLibrary::all() const {
    std::vector<const Layout*> borrowed;
    borrowed.reserve(layouts.size());
    for (const LoadedLayout& loaded : layouts) {
        borrowed.push_back(&loaded.layout);
    }
    return borrowed;
}

const Layout* LayoutLibrary::find(std::string_view id) const {
    const auto found = std::find_if(
        layouts.begin(), layouts.end(), [&](const LoadedLayout& l) { return l.layout.id == id; });
    return found == layouts.end() ? nullptr : &found->layout;
}

std::vector<LayoutSource> layout_sources(const std::vector<std::filesystem::path>& places,
                                         std::vector<base::Finding>& unreadable) {
    std::vector<LayoutSource> sources;
    for (const std::filesystem::path& place : places) {
        for (const std::filesystem::path& file : layout_files(place)) {
            base::Result<std::string> toml = files::read_file(file, max_layout_bytes);
            if (!toml) {
                unreadable.push_back(toml.error());
                continue;
            }
            std::string id = id_of(toml.value());
            if (!has_id(sources, id)) {
                sources.push_back({std::move(id), file.string(), std::move(toml).value()});
            }
        }
    }
    for (const EmbeddedFile& embedded : embedded_layouts()) {
        if (!has_id(sources, embedded.id)) {
            sources.push_back(
                {std::string(embedded.id), std::string(embedded.file), std::string(embedded.toml)});
        }
    }
    return sources;
}

LayoutLibrary load_layouts(const std::vector<std::filesystem::path>& places,
                           const std::optional<std::string>& id) {
    LayoutLibrary library;
    for (const LayoutSource& source : layout_sources(places, library.unreadable)) {
        if (id && source.id != *id) {
            continue;
        }
        auto loaded = load_layout(source.toml, source.file);
        if (loaded) {
            library.layouts.push_back(std::move(loaded).value());
        } else {
            library.refused.push_back({source.file, std::move(loaded).error()});
        }
    }
    return library;
}

}  // namespace shinchoku::layout
