#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shinchoku::patch {

// The parts that know how many sheets a workbook has and where each stands, changed for one sheet
// more in front of all others.

// A name that is local to the new sheet.
struct LocalName {
    std::string name;
    std::string refers_to;
    bool hidden = false;
};

// xl/workbook.xml: the sheet comes first, names stay with their sheets, and the sheet that was open
// stays open. `relationship` leads to the new part.
[[nodiscard]] std::string with_first_sheet(std::string_view workbook,
                                           std::string_view sheet_name,
                                           std::string_view relationship,
                                           const std::vector<LocalName>& names);

// xl/workbook.xml without the sheets of these numbers (0-based, in order of the list) and the names
// local to them; names stay with their sheets, and where one of them was open, the next one is.
// REQUIRES: a sheet is added again, as a workbook has one, and a list of names one.
[[nodiscard]] std::string without_sheets(std::string_view workbook,
                                         const std::set<std::uint32_t>& numbers);

// docProps/app.xml without the title of a sheet.
[[nodiscard]] std::string without_title(std::string_view properties, std::string_view sheet_name);

// docProps/app.xml: the title of the sheet, where the part lists sheets in the way Excel does; else
// the part as it was.
[[nodiscard]] std::string with_first_title(std::string_view properties,
                                           std::string_view sheet_name,
                                           std::size_t sheets_before);

}  // namespace shinchoku::patch
