#pragma once

#include <cstddef>
#include <vector>

#include "base/finding.h"
#include "cli/input_files.h"
#include "cli/layout_set.h"
#include "cli/rule_tuning.h"
#include "cli/schemes.h"
#include "cli/session.h"
#include "layout/reading.h"

namespace shinchoku::cli {

// What the rules of this run hold a plan against, and how they are tuned.
struct Judging {
    const LayoutSet& layouts;
    SchemeSet& schemes;
    const RuleTuning& tuning;
    const layout::Reading* master = nullptr;
};

// The findings of reading and of the rules, tuned and sorted.
[[nodiscard]] std::vector<base::Finding> all_findings(const Session& session,
                                                      const Judging& judging,
                                                      const layout::Reading& reading);

// The same of files that are read here, of which only names are kept. Failures are the session's,
// as in read_each.
struct Judged {
    std::vector<base::Finding> findings;
    std::size_t files = 0;  // those that could be read, and those that could not
};
[[nodiscard]] Judged judge_files(Session& session,
                                 const Judging& judging,
                                 const std::vector<InputFile>& files);

}  // namespace shinchoku::cli
