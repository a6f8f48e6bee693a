#include "cli/schemes.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/flags.h"
#include "cli/layout_set.h"
#include "layout/scheme_library.h"

namespace shinchoku::cli {
namespace {

std::vector<std::string> known_ids(Session& session) {
    std::vector<base::Finding> unreadable;
    std::vector<std::string> ids;
    for (layout::SchemeSource& source :
         layout::scheme_sources(template_folders(session), unreadable)) {
        ids.push_back(std::move(source.id));
    }
    return ids;
}

// How to name one that there is: the nearest, or all of them.
base::Text hint_for(Session& session, const std::string& wanted) {
    const std::vector<std::string> ids = known_ids(session);
    const auto begun = std::find_if(
        ids.begin(), ids.end(), [&](const std::string& id) { return id.starts_with(wanted); });
    const std::optional<std::string> near =
        begun == ids.end() ? nearest(wanted, ids) : std::optional(*begun);
    if (near) {
        return {"もしかして " + *near + " ですか。一覧は `shinchoku scheme list` で見られます。",
                "Did you mean " + *near + "? `shinchoku scheme list` lists them."};
    }
    std::string list;
    for (const std::string& id : ids) {
        list += (list.empty() ? "" : ", ") + id;
    }
    return {"使える評価基準は " + list + " と、.toml のファイルです。",
            "Use " + list + ", or the path of a .toml file."};
}

// Why a scheme that was asked for cannot be used.
void tell(Session& session, const std::string& wanted, const layout::FoundScheme& found) {
    if (found.unreadable) {
        session.fail(*found.unreadable);
        return;
    }
    for (const layout::Diagnostic& fault : found.faults) {
        session.fail_lines({layout::to_line(fault, found.file, base::Language::ja),
                            layout::to_line(fault, found.file, base::Language::en)});
    }
    if (found.faults.empty()) {
        session.fail({"「" + wanted + "」という評価基準はありません。",
                      "There is no rating scheme \"" + wanted + "\"."},
                     hint_for(session, wanted));
    }
}

}  // namespace

SchemeSet::SchemeSet(Session& session) : session_(session), named_(session.options().scheme) {
    if (named_) {
        is_as_asked_ = find(*named_) != nullptr;
    }
}

const calc::Scheme* SchemeSet::find(const std::string& id_or_file) {
    const auto known = schemes_.find(id_or_file);
    if (known != schemes_.end()) {
        return &known->second;
    }
    if (refused_.contains(id_or_file)) {
        return nullptr;
    }
    layout::FoundScheme found = layout::find_scheme(template_folders(session_), id_or_file);
    if (!found.scheme) {
        tell(session_, id_or_file, found);
        refused_.insert(id_or_file);
        return nullptr;
    }
    return &schemes_.emplace(id_or_file, *std::move(found.scheme)).first->second;
}

SchemeSet::Chosen SchemeSet::choose(const plan::Plan& plan, const layout::Layout* layout) {
    Chosen chosen;
    chosen.options.as_of = session_.as_of();
    chosen.options.schemes = &schemes_;
    std::string wanted = calc::default_scheme().id;
    if (layout != nullptr) {
        chosen.options.layout_method = layout->method;
        chosen.options.layout_tolerance = layout->tolerance;
        wanted = layout->scheme.empty() ? wanted : layout->scheme;
    }
    for (const plan::Measure& measure : plan.measures) {
        for (const plan::Indicator& indicator : measure.indicators) {
            if (indicator.scheme) {
                static_cast<void>(find(*indicator.scheme));
            }
        }
    }
    chosen.scheme = find(named_.value_or(wanted));
    if (chosen.scheme == nullptr) {
        chosen.scheme = &calc::default_scheme();
    }
    return chosen;
}

}  // namespace shinchoku::cli
