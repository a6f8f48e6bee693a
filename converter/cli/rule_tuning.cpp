#include "cli/rule_tuning.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "layout/template_sources.h"

namespace shinchoku::cli {
namespace {

check::Tuning asked_by(const Options& options) {
    return {.disabled = options.disabled, .severities = options.severities};
}

}  // namespace

RuleTuning::RuleTuning(Session& session, const LayoutSet& layouts)
    : without_layout_(check::tuning_of(session.options().profile)) {
    for (const layout::Layout* layout : layouts.all()) {
        read(session, *layout);
    }
    without_layout_.add(asked_by(session.options()));
}

void RuleTuning::read(Session& session, const layout::Layout& layout) {
    const std::filesystem::path file =
        std::filesystem::path(layout.file).replace_filename("rules.toml");
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none)) {
        return;
    }
    const base::Result<std::string> toml = layout::read_template(file);
    if (!toml) {
        is_as_asked_ = false;
        session.fail(toml.error());
        return;
    }
    const auto loaded = check::load_tuning(toml.value());
    if (!loaded) {
        is_as_asked_ = false;
        for (const layout::Diagnostic& fault : loaded.error()) {
            session.fail_lines({layout::to_line(fault, file.string(), base::Language::ja),
                                layout::to_line(fault, file.string(), base::Language::en)});
        }
        return;
    }
    check::Tuning tuning = check::tuning_of(session.options().profile);
    tuning.add(loaded.value());
    tuning.add(asked_by(session.options()));
    by_layout_[layout.id] = std::move(tuning);
}

void RuleTuning::apply(std::vector<base::Finding>& findings, const layout::Reading& reading) const {
    std::map<std::string, const check::Tuning*> by_file;
    for (const layout::MeasurePlaces& place : reading.places) {
        if (const auto own = by_layout_.find(place.layout); own != by_layout_.end()) {
            by_file.emplace(place.file, &own->second);
        }
    }
    check::tune(findings, [&](const std::string& file) -> const check::Tuning& {
        const auto own = by_file.find(file);
        return own == by_file.end() ? without_layout_ : *own->second;
    });
}

}  // namespace shinchoku::cli
