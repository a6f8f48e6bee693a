#pragma once

#include <map>
#include <string>
#include <vector>

#include "calc/assessment.h"

namespace shinchoku::calc {

// What each indicator's grade would be under other rating schemes.

// One graded year of an indicator; rates may differ where a scheme has a method of its own.
struct ComparedYear {
    std::string indicator;
    int year = 0;
    Status status = Status::unclear;
    std::vector<std::optional<RatePercent>> rates;  // parallel to the schemes
    std::vector<std::string> grades;                // parallel to the schemes; "" for none
    // The grades stand neither at the same place from the best nor all at the worst: names alone
    // are not comparable.
    bool differ = false;
};

// Every year in which met or missed is decided or a scheme gives a grade, in plan order. Schemes of
// the indicators' own are left aside: each scheme grades all. REQUIRES: no null.
[[nodiscard]] std::vector<ComparedYear> compare_schemes(const plan::Plan& plan,
                                                        const std::vector<const Scheme*>& schemes,
                                                        AssessOptions options);

// How often each grade of a scheme is given, best first; grades without any are counted as 0.
struct GradeCount {
    std::string grade;
    int count = 0;
};
[[nodiscard]] std::vector<GradeCount> count_grades(const std::vector<ComparedYear>& years,
                                                   const Scheme& scheme,
                                                   std::size_t place);

}  // namespace shinchoku::calc
