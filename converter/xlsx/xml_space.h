#pragma once

#include <cstdint>
#include <string_view>

namespace shinchoku::xlsx {

// The namespaces that matter here, strict and transitional ones alike.
enum class Space : std::uint8_t {
    none,
    spreadsheet,
    relationships,          // r:id in a workbook
    package_relationships,  // the .rels parts
    compatibility,          // mc:AlternateContent
    spreadsheet_2009,       // x14: data validations that reach another sheet
    excel_2006,             // xm: their formulas and ranges
    xml,
    other,
};

[[nodiscard]] Space space_of_uri(std::string_view uri);

}  // namespace shinchoku::xlsx
