#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "layout/layout.h"
#include "plan/model.h"

namespace shinchoku::samples {

// The sample workbooks of a plan without faults: data/plan.toml as published, data/results.toml
// with what the departments answered in some years.
struct PlanSamples {
    // How the city splits its workbooks.
    enum class Split { department, measure };

    plan::Plan plan;      // no results yet: as distributed
    plan::Plan answered;  // with the results
    Split split = Split::measure;
};

// Reads the data below a folder of samples for the plan's layout. The error says which file and
// where.
[[nodiscard]] base::Result<PlanSamples, std::string> read_plan_samples(
    const std::filesystem::path& folder, const layout::Layout& layout);

// Makes the sample workbooks below `folder` and names them, sorted:
//   master.xlsx            the whole plan as distributed
//   returned/<課>.xlsx      the answers, a workbook a department
//   returned/<施策1>.xlsx    or a workbook a measure, named by its printed number
// The error says what could not be made, or what a workbook could not hold.
[[nodiscard]] base::Result<std::vector<std::string>, std::string> write_plan_books(
    const PlanSamples& samples, const layout::Layout& layout, const std::filesystem::path& folder);

// Both for a layout file.
[[nodiscard]] base::Result<std::vector<std::string>, std::string> make_plan_books(
    const std::filesystem::path& layout_file, const std::filesystem::path& folder);

}  // namespace shinchoku::samples
