#include "calc/scheme.h"

#include "calc/grade.h"

namespace shinchoku::calc {

const Scheme& default_scheme() {
    static const Scheme scheme{.id = "default",
                               .title = {"標準（A 100%以上、B 80%以上、C 60%以上、D 60%未満）",
                                         "Standard (A from 100%, B from 80%, C from 60%, D below)"},
                               .source = "",
                               .method = "",
                               .steps = {{"A", base::Decimal(100)},
                                         {"B", base::Decimal(80)},
                                         {"C", base::Decimal(60)},
                                         {"D", base::Decimal()}}};
    return scheme;
}

std::string grade_of(const Scheme& scheme, const RatePercent& rate, bool just_below) {
    for (const GradeStep& step : scheme.steps) {
        const std::strong_ordering order = rate.compare(step.at_least_percent);
        const bool is_last = &step == &scheme.steps.back();
        if (is_last || order > 0 || (order == 0 && !just_below)) {
            return step.grade;
        }
    }
    return "";
}

std::string best_grade(const Scheme& scheme) {
    return scheme.steps.empty() ? "" : scheme.steps.front().grade;
}

std::string last_grade(const Scheme& scheme) {
    return scheme.steps.empty() ? "" : scheme.steps.back().grade;
}

}  // namespace shinchoku::calc
