#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "patch/added_sheet.h"
#include "xlsx/limits.h"

namespace shinchoku::patch {

// What is to be marked in a cell of a workbook.
struct CellMark {
    std::string sheet;  // by name
    base::CellRef at;
    base::Severity severity = base::Severity::info;
    std::string note;
};

// A copy of a workbook with a fill and a note for each marked cell, and a sheet in front of all
// others. At most one mark a cell. Every part that has nothing to do with that is copied as it is
// stored, a marked sheet keeps every byte but the formats of those cells, those cells and rows that
// it left out, and one <legacyDrawing>. A mark on a sheet that has no cells, or is not there, is
// left out. The error says why the workbook cannot be copied so.
[[nodiscard]] base::Result<std::string> marked_copy(std::string_view file,
                                                    const std::vector<CellMark>& marks,
                                                    AddedSheet first,
                                                    const xlsx::Limits& limits = {});

}  // namespace shinchoku::patch
