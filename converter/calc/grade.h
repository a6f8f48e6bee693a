#pragma once

#include <optional>
#include <string>

#include "calc/assessment.h"
#include "calc/open_sdg.h"
#include "calc/scheme.h"

namespace shinchoku::calc {

// What a grade is given for: one year of an indicator in which met or missed is decided. Numbers
// are in base units.
struct Judged {
    bool met = false;
    bool lower_is_better = false;
    std::optional<RatePercent> rate;
    // The rate is to be taken as a hair below: an unmet strict bound whose limit is just reached.
    bool just_below = false;
    std::optional<base::Decimal> actual;
    std::optional<base::Decimal> target;  // the final one where the year has none of its own
    std::optional<base::Decimal> baseline;
    bool in_words = false;                // the rate is stated step against planned step
    bool by_pace = false;                 // the year has no target of its own
    std::optional<SdgProgress> progress;  // Basis::growth
};

// As the numbers of an assessment have it. REQUIRES: one that was graded.
[[nodiscard]] Judged judged_of(const Assessment& assessment);

// The grade's name; "" where the scheme gives none (people judge, or nothing to grade by), the
// scheme's mark where it has one for what cannot be graded. Where there is no rate, met takes the
// best grade and missed the last. The grade is never decided by a rounded number.
[[nodiscard]] std::string grade_of(const Scheme& scheme, const Judged& judged);

// By the thresholds alone. "" where the scheme does not grade by the rate.
[[nodiscard]] std::string grade_of(const Scheme& scheme, const RatePercent& rate);

// Of a threshold that the rate reaches only as it is shown, rounded: "shown as 80.0%, but the exact
// rate is below 80%". Nothing where there is none.
[[nodiscard]] std::optional<base::Text> note_of_rounding(const Scheme& scheme,
                                                         const Assessment& assessment);

// The list that a computed grade was given from.
[[nodiscard]] const std::vector<Grade>& grades_of(const Scheme& scheme,
                                                  const Assessment& assessment);

// 0 for the best; nothing for a name that the scheme does not have. Of a computed grade the list
// that it was given from counts: "3" is the best of three points and a middling one of seven.
[[nodiscard]] std::optional<std::size_t> rank_of(const Scheme& scheme, std::string_view grade);
[[nodiscard]] std::optional<std::size_t> rank_of(const Scheme& scheme,
                                                 const Assessment& assessment);

}  // namespace shinchoku::calc
