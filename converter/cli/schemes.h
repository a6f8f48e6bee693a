#pragma once

#include <optional>
#include <set>
#include <string>

#include "calc/assessment.h"
#include "cli/session.h"
#include "layout/layout.h"
#include "layout/scheme_library.h"

namespace shinchoku::cli {

// The rating schemes of one run: those of the folders of templates come before the built-in ones. A
// plan is graded by --scheme, else by the one its layout names, else by the default; an indicator
// that names one is graded by that. What cannot be used is a failure of the session, told once.
class SchemeSet {
public:
    // Reads what --scheme names at once, before any work is done.
    explicit SchemeSet(Session& session);

    // False where --scheme names what cannot be used: nothing must be graded by another then.
    [[nodiscard]] bool is_as_asked() const { return is_as_asked_; }

    // By id, or by a path that ends in .toml; nullptr, and a failure of the session, where there is
    // none.
    [[nodiscard]] const calc::Scheme* find(const std::string& id_or_file);
    [[nodiscard]] bool is_known(const std::string& id) const;

    // Reads the schemes that indicators of a plan name; one that is not there is told of, and the
    // plan's stands in.
    void read_named_in(const plan::Plan& plan);

    // The scheme that grades a plan of this layout (may be nullptr), and how to assess it, with the
    // schemes that were read for indicators by then and later.
    struct Chosen {
        const calc::Scheme* scheme = nullptr;  // owned by the set; null where it cannot be used
        calc::AssessOptions options;
    };
    [[nodiscard]] Chosen choose(const layout::Layout* layout);

private:
    // `where` says who asks for it: "" for the command line.
    const calc::Scheme* take(const std::string& key,
                             layout::FoundScheme found,
                             const base::Text& where);
    const calc::Scheme* find_id(const std::string& id, const base::Text& where);

    Session& session_;
    calc::Schemes schemes_;  // by what they were asked for with
    std::set<std::string> refused_;
    std::optional<std::string> named_;
    bool is_as_asked_ = true;
};

}  // namespace shinchoku::cli
