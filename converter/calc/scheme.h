#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"

namespace shinchoku::calc {

// A rating scheme as a city publishes it. Read from templates/schemes/*.toml
// (layout/scheme_file.h); what differs from city to city is in the file.

// What a scheme grades by.
enum class Basis {
    rate,        // thresholds on the achievement rate
    comparison,  // the actual against the target and the baseline
    growth,      // growth so far against the growth needed (Open SDG)
    person       // people judge; the grades are only the letters that are lawful
};
[[nodiscard]] std::string_view name_of(Basis basis);
[[nodiscard]] std::optional<Basis> parse_basis(std::string_view name);

struct Threshold {
    base::Decimal from_percent;
    bool strict = false;  // above it, not at it
};

// "A > T", "A = T", "A >= B - 10%": for an indicator whose good side lies below, mirrored.
struct Comparison {
    enum class With { target, baseline };
    enum class Sign { above, equal, at_least };

    With with = With::target;
    Sign sign = Sign::above;
    base::Decimal slack_percent;  // how far on the bad side still counts, of the number's size
};

struct Grade {
    std::string name;
    base::Text meaning;                    // as published, in a few words; may be empty
    std::optional<Threshold> threshold;    // Basis::rate
    std::optional<Comparison> comparison;  // Basis::comparison
    std::optional<int> points;             // what the grade adds to a total, where it does
};

struct Scheme {
    std::string id;
    base::Text title;
    std::string source;
    std::string method;  // overrides the default method; "" for none
    Basis basis = Basis::rate;
    // Best first; the first whose condition holds is given, and the last has none. Basis::growth:
    // one for each SdgStanding, in its order.
    std::vector<Grade> grades;
    // For targets in words with a stated step: thresholds in percent of the planned step. Empty
    // where met takes the best grade and missed the last.
    std::vector<Grade> step_grades;
    bool people_judge_pace = false;  // in years that have only a final target no grade is computed
    std::string unrated;             // the mark for what cannot be graded; "" for none
    std::string without_baseline;    // the mark where only the baseline is missing; "" for unrated
};

using Schemes = std::map<std::string, Scheme, std::less<>>;  // by id

// A 100 or more, B 80, C 60, D below.
[[nodiscard]] const Scheme& default_scheme();

// The condition of a grade in words: 「80%以上」, "実績が目標より上", or its published meaning
// where people judge. `grades` is the list of the scheme that it stands in.
[[nodiscard]] base::Text condition_of(const Scheme& scheme,
                                      const std::vector<Grade>& grades,
                                      std::size_t index);

// "A > T", "A >= B - 10%"
[[nodiscard]] std::optional<Comparison> parse_comparison(std::string_view text);

}  // namespace shinchoku::calc
