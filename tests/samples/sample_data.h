#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/model.h"

namespace shinchoku::samples {

// The files in sample_workbooks/<plan>/data, from which the sample workbooks are made: the plan as
// published, the results that departments returned, and the faults that are put into some of them.

// One fault, put into one measure: a value typed another way, or the sheet's picture changed.
struct Fault {
    std::string measure;
    std::string what;                         // for people
    std::optional<int> year;                  // nothing: the year of the results
    std::optional<std::string> actual;        // typed in place of the right one
    bool as_text = false;                     // the figure is typed as text
    std::optional<std::string> rate_percent;  // typed over the formula
    std::string find;                         // in the layout file, replaced by `replace`
    std::string replace;
};

struct Samples {
    plan::Plan plan;      // no results yet: as distributed
    plan::Plan answered;  // with the results, free of faults
    // Measures whose sheet prints the heading of its group in words of its own.
    std::vector<std::pair<std::string, plan::Group>> printed_groups;
    std::vector<Fault> faults;
    std::set<std::string> not_returned;  // departments
};

// Reads plan.toml, results_*.toml and faults.toml of a folder. The error says which file and where.
[[nodiscard]] base::Result<Samples, std::string> read_samples(const std::filesystem::path& folder);

}  // namespace shinchoku::samples
