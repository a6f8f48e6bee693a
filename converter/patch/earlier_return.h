#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/a1.h"
#include "base/result.h"
#include "patch/edited_package.h"

namespace shinchoku::patch {

// How the list of a returned workbook is known again: a hidden name, local to the list, of the
// cells in which it keeps the formats that the marked cells had. Behind it a point and a number
// name the marked cell of each. Numbers of formats change whenever another program saves the
// workbook, but a cell keeps its format and a name follows its cell, also where lines are put in
// above it.
//
// What this cannot bring back: the colour of a cell whose record is gone, because somebody deleted
// the list or the sheet was copied to another workbook without it, and the colour that a copy of a
// marked cell took along. Such a cell stays as it came; its note goes all the same, as notes are
// known by their own words.
inline constexpr std::string_view returned_name = "shinchoku.returned";

// "'1-1-1'!", with which a reference to a cell of that sheet begins.
[[nodiscard]] std::string sheet_prefix(std::string_view sheet);

struct EarlierReturn {
    std::string workbook;  // xl/workbook.xml without the lists
    // The formats that marked cells had before, by the name of their sheet.
    std::map<std::string, std::map<base::CellRef, std::uint32_t>> formats;
};

// Takes the lists of earlier returns out of the package, all but xl/workbook.xml itself, which has
// no sheet left where there were only lists. REQUIRES: `properties` is docProps/app.xml or "".
[[nodiscard]] base::Result<EarlierReturn> take_back_lists(EditedPackage& package,
                                                          const std::string& workbook_part,
                                                          std::string workbook,
                                                          const std::string& properties);

}  // namespace shinchoku::patch
