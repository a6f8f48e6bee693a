#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/text.h"
#include "calc/scheme.h"
#include "layout/layout.h"
#include "layout/reading.h"
#include "plan/fiscal_year.h"

namespace shinchoku::check {

// One entry of the rule catalogue (design/rules.md).
struct Rule {
    std::string id;
    base::Severity severity;  // the severest it gives
    base::Text title;
    base::Text why;
    base::Text mend;
};

// Every rule the program knows, by id; also those that reading itself reports (F, S …).
[[nodiscard]] const std::vector<Rule>& catalogue();
[[nodiscard]] const Rule* find_rule(std::string_view id);

struct CheckOptions {
    plan::Date as_of;
    const layout::Reading* master = nullptr;  // plan, outline and departments to hold against
    // The layouts the reading was made with, by id; for outline, departments and choices.
    std::map<std::string, const layout::Layout*> layouts;
    // The scheme that grades the plan, null for the default, and those that indicators name.
    const calc::Scheme* scheme = nullptr;
    const calc::Schemes* schemes = nullptr;
};

// The findings of the rules on a reading, beside those of reading itself (which are not repeated
// here). Sorted.
[[nodiscard]] std::vector<base::Finding> check(const layout::Reading& reading,
                                               const CheckOptions& options);

// Leaves out disabled rules and changes severities.
void tune(std::vector<base::Finding>& findings,
          const std::set<std::string>& disabled,
          const std::map<std::string, base::Severity>& severities);

}  // namespace shinchoku::check
