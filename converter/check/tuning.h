#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "layout/layout_file.h"

namespace shinchoku::check {

// What a check is for: it decides which rules ask, and how hard.
enum class Profile {
    form,              // forms that departments fill
    publish,           // before something is published
    machine_readable,  // 総務省's 統一ルール for tables that programs read
    plan,              // a plan before its first year: what is said of actuals is left out
};

// E, W or I, as the catalogue prints it; nothing for any other word.
[[nodiscard]] std::string_view letter_of(base::Severity severity);
[[nodiscard]] std::optional<base::Severity> parse_severity(std::string_view letter);

// How the catalogue is changed: rules left out, severities by rule.
struct Tuning {
    std::set<std::string> disabled;
    std::map<std::string, base::Severity> severities;

    // What `stronger` names comes before this.
    void add(const Tuning& stronger);
};

[[nodiscard]] const Tuning& tuning_of(Profile profile);

// A `rules.toml` beside a layout:
//     disable = ["T10"]
//     [severity]
//     C02 = "W"
// The error lists every fault found, in order of place; it is never empty.
[[nodiscard]] base::Result<Tuning, std::vector<layout::Diagnostic>> load_tuning(
    std::string_view toml);

// Leaves out what is disabled and changes severities, each finding as its file is tuned.
using TuningOfFile = std::function<const Tuning&(const std::string& file)>;
void tune(std::vector<base::Finding>& findings, const TuningOfFile& tuning);

}  // namespace shinchoku::check
