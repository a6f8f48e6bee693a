#include "cli/schemes.h"

#include <utility>
#include <vector>

#include "cli/layout_set.h"
#include "layout/scheme_library.h"

namespace shinchoku::cli {
namespace {

std::string ids_of(Session& session) {
    std::vector<base::Finding> unreadable;
    std::string ids;
    for (const layout::SchemeSource& source :
         layout::scheme_sources(template_folders(session), unreadable)) {
        ids += (ids.empty() ? "" : ", ") + source.id;
    }
    return ids;
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
        const std::string ids = ids_of(session);
        session.fail({"「" + wanted + "」という評価基準はありません。",
                      "There is no rating scheme \"" + wanted + "\"."},
                     {"使える評価基準は " + ids + " と、.toml のファイルです。",
                      "Use " + ids + ", or the path of a .toml file."});
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
