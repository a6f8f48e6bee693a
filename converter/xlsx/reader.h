#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "sheet/attachments.h"
#include "sheet/workbook.h"
#include "xlsx/limits.h"
#include "xlsx/package_entry.h"

namespace shinchoku::xlsx {

// A workbook read to its end. What patching in place needs is in it: where each zip entry lies in
// the file (entries), and where each cell began in its sheet part (Cell::part_offset, counted after
// a UTF-16 part was re-encoded).
struct ReadWorkbook {
    sheet::Workbook workbook;
    std::vector<PackageEntry> entries;
    std::vector<base::Finding> findings;  // F03 F10 F13, without file; the caller adds it
};

// Reads a whole .xlsx, .xlsm or .xltx package from memory, as design/safety.md promises. Nothing is
// followed: no macro, link or entity. The error is one finding, F01, F02, F11 or F12, that says
// what and where. `bytes` may go afterwards. Safe from several threads at once.
[[nodiscard]] base::Result<ReadWorkbook> read_workbook(std::string_view bytes,
                                                       const Limits& limits = {});

// The same, with what the workbook holds beside its cells.
[[nodiscard]] base::Result<ReadWorkbook> read_workbook(std::string_view bytes,
                                                       const Limits& limits,
                                                       sheet::Attachments& attachments);

// The next cells of a sheet, in order; called at least once a sheet, when its name, state and kind
// are known. The cells are gone after the call; their texts live as long as the reading.
using CellBatches = std::function<void(const sheet::Sheet&, std::span<const sheet::Cell>)>;

// The same without keeping the cells, for a sheet of a million of them: the workbook that is given
// back has everything else. What was handed out before an error was found is not to be used.
[[nodiscard]] base::Result<ReadWorkbook> read_cells(std::string_view bytes,
                                                    const Limits& limits,
                                                    const CellBatches& batches);

}  // namespace shinchoku::xlsx
