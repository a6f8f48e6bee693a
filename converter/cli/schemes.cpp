#include "cli/schemes.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "calc/scheme.h"
#include "cli/input_files.h"
#include "cli/layout_set.h"
#include "files/read_file.h"
#include "layout/scheme_file.h"

namespace shinchoku::cli {

namespace {

namespace fs = std::filesystem;

// "" where no file is meant or found.
std::string scheme_file(const Session& session) {
    const std::string& wanted = session.options().scheme;
    if (ending_of(wanted) == ".toml") {
        return wanted;
    }
    for (const fs::path& folder : template_folders(session)) {
        const fs::path file = folder / "schemes" / (wanted + ".toml");
        std::error_code none;
        if (fs::is_regular_file(file, none)) {
            return file.string();
        }
    }
    return "";
}

std::optional<calc::Scheme> load(Session& session, const std::string& file) {
    const base::Result<std::string> toml = files::read_file(file);
    if (!toml) {
        session.fail(toml.error());
        return std::nullopt;
    }
    auto loaded = layout::load_scheme(toml.value());
    if (!loaded) {
        for (const layout::Diagnostic& fault : loaded.error()) {
            session.fail_lines({layout::to_line(fault, file, base::Language::ja),
                                layout::to_line(fault, file, base::Language::en)});
        }
        return std::nullopt;
    }
    const std::string& method = loaded.value().method;
    if (!method.empty() && !calc::parse_method(method)) {
        session.fail({file + ": 「" + method + "」という計算方法はありません。",
                      file + ": there is no method \"" + method + "\"."},
                     {"simple, inverse, progress, pace などにしてください。",
                      "Use simple, inverse, progress, pace or another of the design."});
        return std::nullopt;
    }
    return std::move(loaded).value();
}

}  // namespace

std::optional<calc::Scheme> find_scheme(Session& session) {
    if (const std::string file = scheme_file(session); !file.empty()) {
        return load(session, file);
    }
    if (session.options().scheme == calc::default_scheme().id) {
        return calc::default_scheme();
    }
    const std::string& wanted = session.options().scheme;
    session.fail({"「" + wanted + "」という評価基準はありません。",
                  "There is no rating scheme \"" + wanted + "\"."},
                 {"使える評価基準は " + calc::default_scheme().id + " と、.toml のファイルです。",
                  "Use " + calc::default_scheme().id + ", or the path of a .toml file."});
    return std::nullopt;
}

calc::AssessOptions assess_options(const Session& session, const layout::Layout* layout) {
    calc::AssessOptions options;
    options.as_of = session.as_of();
    if (layout != nullptr) {
        options.layout_method = layout->method;
        options.layout_tolerance = layout->tolerance;
    }
    return options;
}

}  // namespace shinchoku::cli
