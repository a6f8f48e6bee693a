#include "cli/schemes.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/findings_text.h"
#include "cli/flags.h"
#include "cli/input_files.h"
#include "cli/layout_set.h"
#include "layout/scheme_library.h"

namespace shinchoku::cli {
namespace {

std::vector<std::string> known_ids(Session& session) {
    std::vector<base::Finding> unreadable;
    std::vector<std::string> ids;
    for (layout::TemplateSource& source :
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
void tell(Session& session,
          const std::string& wanted,
          const layout::FoundScheme& found,
          const base::Text& where) {
    if (found.unreadable) {
        session.fail(*found.unreadable);
        return;
    }
    for (const layout::Diagnostic& fault : found.faults) {
        session.fail_lines({layout::to_line(fault, found.file, base::Language::ja),
                            layout::to_line(fault, found.file, base::Language::en)});
    }
    if (found.faults.empty()) {
        session.fail({where.ja + "「" + visible(wanted) + "」という評価基準はありません。",
                      where.en + "There is no rating scheme \"" + visible(wanted) + "\"."},
                     hint_for(session, wanted));
    }
}

}  // namespace

SchemeSet::SchemeSet(Session& session) : session_(session), named_(session.options().scheme) {
    if (named_) {
        is_as_asked_ = find(*named_) != nullptr;
    }
}

bool SchemeSet::is_known(const std::string& id) const {
    const std::vector<std::string> ids = known_ids(session_);
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const calc::Scheme* SchemeSet::take(const std::string& key,
                                    layout::FoundScheme found,
                                    const base::Text& where) {
    if (!found.scheme) {
        tell(session_, key, found, where);
        refused_.insert(key);
        return nullptr;
    }
    return &schemes_.emplace(key, *std::move(found.scheme)).first->second;
}

const calc::Scheme* SchemeSet::find_id(const std::string& id, const base::Text& where) {
    if (const auto known = schemes_.find(id); known != schemes_.end()) {
        return &known->second;
    }
    if (refused_.contains(id)) {
        return nullptr;
    }
    return take(id, layout::find_scheme(template_folders(session_), id), where);
}

const calc::Scheme* SchemeSet::find(const std::string& id_or_file) {
    const bool is_new = !schemes_.contains(id_or_file) && !refused_.contains(id_or_file);
    if (is_new && ending_of(id_or_file) == ".toml") {
        return take(id_or_file, layout::read_scheme(id_or_file), {});
    }
    return find_id(id_or_file, {});
}

void SchemeSet::read_named_in(const plan::Plan& plan) {
    for (const plan::Measure& measure : plan.measures) {
        for (const plan::Indicator& indicator : measure.indicators) {
            if (indicator.scheme) {
                find_id(*indicator.scheme,
                        {"指標 " + indicator.id + " の", "Indicator " + indicator.id + ": "});
            }
        }
    }
}

SchemeSet::Chosen SchemeSet::choose(const layout::Layout* layout) {
    Chosen chosen;
    chosen.options.as_of = session_.as_of();
    chosen.options.schemes = &schemes_;
    if (layout != nullptr) {
        chosen.options.layout_method = layout->method;
        chosen.options.layout_tolerance = layout->tolerance;
    }
    if (named_) {
        chosen.scheme = find(*named_);
    } else if (layout != nullptr && !layout->scheme.empty()) {
        chosen.scheme =
            find_id(layout->scheme, {"様式 " + layout->id + " の", "Layout " + layout->id + ": "});
    } else {
        chosen.scheme = find_id(calc::default_scheme().id, {});
    }
    return chosen;
}

}  // namespace shinchoku::cli
