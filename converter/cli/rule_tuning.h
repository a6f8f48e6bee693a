#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "check/tuning.h"
#include "cli/layout_set.h"
#include "cli/session.h"
#include "layout/reading.h"

namespace shinchoku::cli {

// How this run tunes the rules: first what --profile changes, then the `rules.toml` beside the
// layout of each file, then --disable and --severity. A `rules.toml` that cannot be understood is a
// failure of the session.
class RuleTuning {
public:
    RuleTuning(Session& session, const LayoutSet& layouts);

    [[nodiscard]] bool is_as_asked() const { return is_as_asked_; }

    // The layout that read a file decides what is tuned of its findings.
    void apply(std::vector<base::Finding>& findings, const layout::Reading& reading) const;

private:
    void read(Session& session, const layout::Layout& layout);

    check::Tuning without_layout_;
    std::map<std::string, check::Tuning> by_layout_;  // those that have a file of their own
    bool is_as_asked_ = true;
};

}  // namespace shinchoku::cli
