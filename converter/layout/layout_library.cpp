#include "layout/layout_library.h"

#include <algorithm>
#include <utility>

#include "layout/embedded.h"
#include "layout/template_sources.h"

namespace shinchoku::layout {
namespace {

std::vector<TemplateSource> layout_sources(const std::vector<std::filesystem::path>& places,
                                           std::vector<base::Finding>& unreadable) {
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& place : places) {
        if (place.extension() == ".toml") {
            files.push_back(place);  // named itself: one that is not there is reported
            continue;
        }
        for (std::filesystem::path& file : template_files(place, "layout.toml")) {
            if (file.filename() != "rules.toml") {  // tunes the rules (check/tuning.h)
                files.push_back(std::move(file));
            }
        }
    }
    return template_sources({.key = "layout", .embedded = embedded_layouts()}, files, unreadable);
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

LayoutLibrary load_layouts(const std::vector<std::filesystem::path>& places,
                           const std::optional<std::string>& id) {
    LayoutLibrary library;
    for (const TemplateSource& source : layout_sources(places, library.unreadable)) {
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
