#include "commands/templates.h"

#include <optional>
#include <system_error>
#include <utility>

#include "layout/template_sources.h"

namespace shinchoku::addin::commands {
namespace {

namespace fs = std::filesystem;

base::Finding refusal(const std::string& file, const std::vector<layout::Diagnostic>& faults) {
    base::Finding why{.rule = "layout", .severity = base::Severity::error, .file = file};
    why.message = {"様式の定義に誤りがあります: ", "The definition of a layout has a fault: "};
    why.message.ja += layout::to_line(faults.front(), file, base::Language::ja);
    why.message.en += layout::to_line(faults.front(), file, base::Language::en);
    why.hint = {"直すか、templates フォルダーから外してください。",
                "Mend it, or take it out of the folder templates."};
    return why;
}

// Files name themselves in UTF-8 on every platform.
fs::path path_of(const std::string& file) {
    return {std::u8string(file.begin(), file.end())};
}

// Nothing: the layout has no `rules.toml`. One that is part of the program has none beside it.
std::optional<base::Result<check::Tuning>> own_tuning(const layout::Layout& layout) {
    const fs::path file = path_of(layout.file).replace_filename("rules.toml");
    std::error_code none;
    if (!file.is_absolute() || !fs::is_regular_file(file, none)) {
        return std::nullopt;
    }
    const base::Result<std::string> toml = layout::read_template(file);
    if (!toml) {
        return toml.error();
    }
    const auto loaded = check::load_tuning(toml.value());
    if (!loaded) {
        return refusal(layout.file, loaded.error());
    }
    check::Tuning tuning = check::tuning_of(check::Profile::form);
    tuning.add(loaded.value());
    return base::Result<check::Tuning>(std::move(tuning));
}

}  // namespace

base::Result<Templates> load_templates(std::vector<fs::path> folders) {
    Templates templates{.folders = std::move(folders),
                        .library = {},
                        .tuning = check::tuning_of(check::Profile::form),
                        .tuning_by_layout = {}};
    templates.library = layout::load_layouts(templates.folders);
    if (!templates.library.unreadable.empty()) {
        return templates.library.unreadable.front();
    }
    if (!templates.library.refused.empty()) {
        const layout::RefusedLayout& refused = templates.library.refused.front();
        return refusal(refused.file, refused.diagnostics);
    }
    for (const layout::Layout* layout : templates.library.all()) {
        std::optional<base::Result<check::Tuning>> own = own_tuning(*layout);
        if (own && !*own) {
            return own->error();
        }
        if (own) {
            templates.tuning_by_layout[layout->id] = std::move(*own).value();
        }
    }
    return templates;
}

}  // namespace shinchoku::addin::commands
