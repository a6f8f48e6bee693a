#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/text.h"
#include "calc/scheme.h"
#include "check/tuning.h"
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

// Of what will be made of the plan.
enum class Encoding { utf8, cp932 };

struct CheckOptions {
    plan::Date as_of;
    Profile profile = Profile::form;
    Encoding encoding = Encoding::utf8;       // profile publish asks for cp932 by itself
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

}  // namespace shinchoku::check
