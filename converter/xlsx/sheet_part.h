#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sheet/attachments.h"
#include "sheet/workbook.h"
#include "xlsx/limits.h"
#include "xlsx/reader.h"
#include "xlsx/refusals.h"
#include "xlsx/remarks.h"
#include "xlsx/shared_strings.h"
#include "xlsx/styles.h"
#include "xlsx/text_arena.h"

namespace shinchoku::xlsx {

// What all sheets of a workbook share while it is read.
struct SheetContext {
    const SharedStrings& strings;
    const Styles& styles;
    const Limits& limits;
    const Deadline& deadline;
    bool date_1904 = false;
    TextArena& texts;
    const CellBatches* batches = nullptr;            // takes the cells in place of the workbook
    std::uint64_t cell_count = 0;                    // kept so far, over all sheets
    sheet::SheetAttachments* attachments = nullptr;  // of the sheet being read, where asked for
};

// Reads a sheet part into `sheet`, whose name and part are set. `xml` is scanned in place and may
// go afterwards. A chart, dialog or macro sheet has a kind and no cells.
[[nodiscard]] Refusal read_sheet_part(std::string& xml,
                                      SheetContext& context,
                                      SheetRemarks& remarks,
                                      sheet::Sheet& sheet);

}  // namespace shinchoku::xlsx
