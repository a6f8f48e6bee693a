#include "cli/layout_set.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/flags.h"
#include "cli/input_files.h"

namespace shinchoku::cli {

namespace {

namespace fs = std::filesystem;

bool is_path(const std::string& name) {
    return ending_of(name) == ".toml";
}

std::string joined_ids(const std::vector<const layout::Layout*>& layouts) {
    std::string list;
    for (const layout::Layout* known : layouts) {
        list += (list.empty() ? "" : ", ") + known->id;
    }
    return list;
}

}  // namespace

LayoutSet::LayoutSet(Session& session, const std::vector<std::string>& files, Named named) {
    std::vector<fs::path> places(files.begin(), files.end());
    const std::string& folder = session.options().templates;
    std::error_code none;
    if (!folder.empty() && !fs::is_directory(folder, none)) {
        is_as_asked_ = false;
        session.fail({"様式のフォルダーがありません: " + folder, "there is no folder " + folder},
                     {"--templates のフォルダーを確かめてください。",
                      "Check the folder given to --templates."});
    }
    for (const std::string& name : session.options().layouts) {
        if (is_path(name)) {
            places.emplace_back(name);
        }
    }
    const std::vector<fs::path> folders = template_folders(session);
    places.insert(places.end(), folders.begin(), folders.end());
    library_ = layout::load_layouts(places);
    tell_failures(session);
    choose(session);
    only_named_ =
        session.options().layouts.size() == 1 && chosen_.size() == 1 ? chosen_.front() : nullptr;
    if (named == Named::to_write) {
        chosen_ = library_.all();
    }
    binder_.emplace(chosen_);
}

std::map<std::string, const layout::Layout*> LayoutSet::by_id() const {
    std::map<std::string, const layout::Layout*> found;
    for (const layout::Layout* known : chosen_) {
        found[known->id] = known;
    }
    return found;
}

const layout::Layout* LayoutSet::find(std::string_view id_or_file) const {
    const auto found = std::find_if(chosen_.begin(), chosen_.end(), [&](const auto* known) {
        return known->id == id_or_file || known->file == id_or_file;
    });
    return found != chosen_.end() ? *found : nullptr;
}

std::string LayoutSet::ids() const {
    return joined_ids(chosen_);
}

void LayoutSet::tell_failures(Session& session) const {
    for (const base::Finding& why : library_.unreadable) {
        session.fail(why);
    }
    for (const layout::RefusedLayout& refused : library_.refused) {
        for (const layout::Diagnostic& fault : refused.diagnostics) {
            session.fail_lines({layout::to_line(fault, refused.file, base::Language::ja),
                                layout::to_line(fault, refused.file, base::Language::en)});
        }
    }
}

bool LayoutSet::was_refused(const std::string& file) const {
    const auto names = [&](const auto& told) { return told.file == file; };
    return std::any_of(library_.refused.begin(), library_.refused.end(), names) ||
           std::any_of(library_.unreadable.begin(), library_.unreadable.end(), names);
}

void LayoutSet::choose(Session& session) {
    const std::vector<const layout::Layout*> all = library_.all();
    const std::vector<std::string>& wanted = session.options().layouts;
    if (wanted.empty()) {
        chosen_ = all;
        return;
    }
    for (const std::string& name : wanted) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto* known) {
            return known->id == name || known->file == name;
        });
        if (found != all.end()) {
            chosen_.push_back(*found);
            continue;
        }
        is_as_asked_ = false;
        if (!was_refused(name)) {
            session.fail(no_such_layout(name, all));
        }
    }
}

std::vector<fs::path> template_folders(const Session& session) {
    const fs::path beside = fs::path(session.environment().program).parent_path();
    std::vector<fs::path> folders;
    for (const std::string& named :
         {session.options().templates, session.environment().templates}) {
        if (!named.empty()) {
            folders.emplace_back(named);
        }
    }
    folders.push_back(beside / "templates");
    folders.push_back(beside / "../share/shinchoku/templates");
    return folders;
}

base::Finding no_such_layout(const std::string& name,
                             const std::vector<const layout::Layout*>& layouts) {
    std::vector<std::string> names;
    names.reserve(layouts.size());
    for (const layout::Layout* known : layouts) {
        names.push_back(known->id);
    }
    const std::optional<std::string> near = nearest(name, names);
    const std::string ids = joined_ids(layouts);
    return {
        .rule = "layout",
        .severity = base::Severity::error,
        .message = {"「" + name + "」という様式はありません。",
                    "There is no layout \"" + name + "\"."},
        .hint =
            near ? base::Text{"もしかして " + *near + " ですか。", "Did you mean " + *near + "?"}
                 : base::Text{"使える様式は " + ids + " です。", "The layouts are " + ids + "."}};
}

}  // namespace shinchoku::cli
