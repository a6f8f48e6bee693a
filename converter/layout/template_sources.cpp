#include "layout/template_sources.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "files/read_file.h"

namespace shinchoku::layout {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_template_bytes = 1U << 20U;

// The value of `key = "…"` before the first table: enough to choose without parsing them all.
std::string text_at_head(std::string_view toml, std::string_view key) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (toml.starts_with(byte_order_mark)) {
        toml.remove_prefix(byte_order_mark.size());
    }
    while (!toml.empty()) {
        const std::size_t end = toml.find('\n');
        std::string_view line = base::trim(toml.substr(0, end));
        toml.remove_prefix(end == toml.npos ? toml.size() : end + 1);
        if (line.starts_with('[')) {
            break;
        }
        if (!line.starts_with(key)) {
            continue;
        }
        line = base::trim(line.substr(key.size()));
        const std::size_t open = line.find_first_of("\"'");
        if (!line.starts_with('=') || open == line.npos) {
            continue;
        }
        return std::string(line.substr(open + 1, line.find(line[open], open + 1) - open - 1));
    }
    return "";
}

std::string id_of(const TemplateKind& kind, const fs::path& file, std::string_view toml) {
    std::string id = text_at_head(toml, kind.key);
    return id.empty() && kind.is_named_by_file ? file.stem().string() : id;
}

bool has_id(const std::vector<TemplateSource>& sources, std::string_view id) {
    return !id.empty() && std::any_of(sources.begin(), sources.end(), [&](const auto& each) {
        return each.id == id;
    });
}

}  // namespace

std::vector<TemplateSource> template_sources(const TemplateKind& kind,
                                             const std::vector<fs::path>& files,
                                             std::vector<base::Finding>& unreadable) {
    std::vector<TemplateSource> sources;
    for (const fs::path& file : files) {
        base::Result<std::string> toml = read_template(file);
        if (!toml) {
            unreadable.push_back(toml.error());
            continue;
        }
        std::string id = id_of(kind, file, toml.value());
        if (!has_id(sources, id)) {
            sources.push_back({std::move(id), file.string(), std::move(toml).value()});
        }
    }
    for (const EmbeddedFile& embedded : kind.embedded) {
        if (!has_id(sources, embedded.id)) {
            sources.push_back(
                {std::string(embedded.id), std::string(embedded.file), std::string(embedded.toml)});
        }
    }
    return sources;
}

std::vector<fs::path> template_files(const fs::path& folder, std::string_view name_in_subfolders) {
    std::vector<fs::path> files;
    const auto add = [&](const fs::path& candidate) {
        std::error_code ignored;
        if (fs::is_regular_file(candidate, ignored)) {
            files.push_back(candidate);
        }
    };
    std::error_code failed;
    fs::directory_iterator at(folder, failed);
    for (; !failed && at != fs::directory_iterator(); at.increment(failed)) {
        if (at->path().extension() == ".toml") {
            add(at->path());
        } else if (!name_in_subfolders.empty()) {
            add(at->path() / name_in_subfolders);
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

base::Result<std::string> read_template(const fs::path& file) {
    return files::read_file(file, max_template_bytes);
}

}  // namespace shinchoku::layout
