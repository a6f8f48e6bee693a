#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "base/finding.h"
#include "patch/style_sheet.h"

namespace shinchoku::patch {

// A sheet that is put into a workbook: texts alone, each with its look and perhaps a place of the
// same workbook that it leads to.
struct AddedCell {
    enum class Look { title, plain, heading, text, number, link, error, warning, info };
    std::string text;  // a whole number for Look::number
    Look look = Look::text;
    std::string location;  // "'1-1-1'!B12", empty where it leads nowhere
};

struct AddedSheet {
    std::string name;
    std::vector<double> widths;  // of the columns, in characters
    std::vector<std::vector<AddedCell>> rows;
    std::size_t heading_row = 0;     // stays in sight, and stands on each printed page
    std::vector<std::string> names;  // local to it and hidden: marks for who reads it again
    std::string without_note;  // said above the headings, with the cells, where some got no note
};

[[nodiscard]] std::string fill_of(base::Severity severity);

// Where the sheet keeps so many formats of other cells, one a cell, row by row, out of sight.
// Nothing for none.
[[nodiscard]] std::optional<base::CellRange> place_of_formats(const AddedSheet& sheet,
                                                              std::size_t count);

// The part of the sheet, its formats added to those of the workbook. Its texts are in itself, so
// that the strings of the workbook stay as they are.
[[nodiscard]] std::string added_sheet_part(const AddedSheet& sheet,
                                           StyleSheet& styles,
                                           const std::vector<std::uint32_t>& kept_formats);

}  // namespace shinchoku::patch
