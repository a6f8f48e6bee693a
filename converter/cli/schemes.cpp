#include "cli/schemes.h"

#include "calc/scheme.h"

namespace shinchoku::cli {

bool known_scheme(Session& session) {
    const std::string& wanted = session.options().scheme;
    if (wanted == calc::default_scheme().id) {
        return true;
    }
    session.fail({"「" + wanted + "」という評価基準はありません。",
                  "There is no rating scheme \"" + wanted + "\"."},
                 {"使える評価基準は " + calc::default_scheme().id + " です。",
                  "The schemes are: " + calc::default_scheme().id + "."});
    return false;
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
