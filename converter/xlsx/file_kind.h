#pragma once

#include <string_view>

#include "xlsx/refusals.h"

namespace shinchoku::xlsx {

// Recognises by their content the files that come under the name of a workbook and are none: .xls,
// encrypted workbooks, PDF, HTML, text … Nothing where it may be a zip package.
[[nodiscard]] Refusal refuse_other_kind(std::string_view file);

// For a zip that holds no workbook this reader knows: .xlsb, .ods, .docx and the rest.
class Package;
[[nodiscard]] base::Finding refuse_other_package(const Package& package);

}  // namespace shinchoku::xlsx
