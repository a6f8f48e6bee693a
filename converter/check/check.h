#pragma once

#include <cstddef>
#include <map>
#include <memory>
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

// The rules over a plan that comes file by file: memory follows the number of measures and not what
// their sheets hold.
class PlanCheck {
public:
    // `head` is the plan's without groups and measures: its titles, period and layout.
    PlanCheck(const plan::Plan& head, CheckOptions options);
    PlanCheck(PlanCheck&&) noexcept;
    PlanCheck& operator=(PlanCheck&&) noexcept;
    ~PlanCheck();

    // What the measures of one file or several tell by themselves. REQUIRES: the measures of a file
    // come in one call. `first` is the index that the first of them has in the plan.
    [[nodiscard]] std::vector<base::Finding> add(const layout::Reading& added, std::size_t first);
    // What they tell beside each other. Of the plan only names and numbers are looked at, and the
    // findings of reading (layout::Merger::add_names).
    [[nodiscard]] std::vector<base::Finding> finish(const layout::Reading& plan);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// The findings of the rules on a reading, beside those of reading itself (which are not repeated
// here). Sorted.
[[nodiscard]] std::vector<base::Finding> check(const layout::Reading& reading,
                                               const CheckOptions& options);

}  // namespace shinchoku::check
