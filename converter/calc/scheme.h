#pragma once

#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"

namespace shinchoku::calc {

// A rating scheme: from which rate (percent, inclusive) each grade is given, best first. The last
// grade has no threshold. Read from templates/schemes/*.toml (layout/scheme_file.h).
struct GradeStep {
    std::string grade;
    base::Decimal at_least_percent;  // unused for the last
};

struct Scheme {
    std::string id;
    base::Text title;
    std::string source;
    std::string method;  // overrides the default method; "" for none
    std::vector<GradeStep> steps;
};

// A 100 or more, B 80, C 60, D below.
[[nodiscard]] const Scheme& default_scheme();

}  // namespace shinchoku::calc
