#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sheet/workbook.h"
#include "xlsx/limits.h"
#include "xlsx/refusals.h"

namespace shinchoku::xlsx {

// What xl/workbook.xml says, before any sheet is read.
struct WorkbookPart {
    struct SheetEntry {
        std::string name;
        std::string relationship;  // r:id, empty where it has none
        sheet::SheetState state = sheet::SheetState::visible;
    };

    bool is_workbook = false;  // the root element is that of a workbook
    std::vector<SheetEntry> sheets;
    std::vector<sheet::DefinedName> names;
    bool date_1904 = false;
    bool calculates_on_load = false;  // its cached values are not trusted by itself
    std::uint32_t lost_names = 0;     // local to a sheet that is not there
};

[[nodiscard]] Refusal read_workbook_part(std::string& xml,
                                         std::string_view part,
                                         const Limits& limits,
                                         WorkbookPart& workbook);

}  // namespace shinchoku::xlsx
