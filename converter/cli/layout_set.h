#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"
#include "layout/bind.h"
#include "layout/layout_library.h"

namespace shinchoku::cli {

// The layouts of this run: those of --layout FILE, --templates, SHINCHOKU_TEMPLATES, `templates`
// beside the program and ../share/shinchoku/templates come before the built-in ones; the first of
// an id wins. With --layout only those named. What cannot be read is a failure of the session.
class LayoutSet {
public:
    // `files` are layout files beside those, as with --layout FILE; find() knows them by path too.
    // Named::to_write keeps all layouts for reading: --layout says only what is drawn.
    enum class Named { to_read, to_write };
    explicit LayoutSet(Session& session,
                       const std::vector<std::string>& files = {},
                       Named named = Named::to_read);

    // False where a layout or folder that the command line names cannot be used: what departments
    // returned must not be judged by other layouts then.
    [[nodiscard]] bool is_as_asked() const { return is_as_asked_; }
    [[nodiscard]] const std::vector<const layout::Layout*>& all() const { return chosen_; }
    [[nodiscard]] std::map<std::string, const layout::Layout*> by_id() const;
    [[nodiscard]] const layout::Layout* find(std::string_view id_or_file) const;
    // The one layout that --layout names; nullptr where it names none or several.
    [[nodiscard]] const layout::Layout* only_named() const { return only_named_; }
    [[nodiscard]] std::string ids() const;  // "minami_alps, kanuma"
    // Prepared once for all files; any number of threads may use it.
    [[nodiscard]] const layout::Binder& binder() const { return *binder_; }

private:
    void tell_failures(Session& session) const;
    void choose(Session& session);
    [[nodiscard]] bool was_refused(const std::string& file) const;

    layout::LayoutLibrary library_;
    std::vector<const layout::Layout*> chosen_;  // owned by library_
    std::optional<layout::Binder> binder_;
    const layout::Layout* only_named_ = nullptr;  // owned by library_
    bool is_as_asked_ = true;
};

// The folders of templates, first to last.
[[nodiscard]] std::vector<std::filesystem::path> template_folders(const Session& session);

// What to say of a layout that is not there, with the nearest name.
[[nodiscard]] base::Finding no_such_layout(const std::string& name,
                                           const std::vector<const layout::Layout*>& layouts);

}  // namespace shinchoku::cli
