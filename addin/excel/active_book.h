#pragma once

#include "base/result.h"
#include "commands/book.h"
#include "commands/templates.h"
#include "excel/workspace.h"

namespace shinchoku::addin::excel {

// The layouts of the program and of the folder `templates` beside the add-in.
[[nodiscard]] base::Result<commands::Templates> templates_beside(const Workspace& excel);

// The active book as it stands, read from a copy that Excel writes for a moment: its C interface
// tells neither of merged cells nor of how cells look. So the book need not be saved, and what is
// read is what a department would hand in.
[[nodiscard]] base::Result<commands::ReadBook> read_active_book(
    const Workspace& excel, const OpenSheet& sheet, const commands::Templates& templates);

}  // namespace shinchoku::addin::excel
