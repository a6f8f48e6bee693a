#pragma once

#include "sheet/attachments.h"
#include "sheet/workbook.h"
#include "xlsx/limits.h"
#include "xlsx/package.h"

namespace shinchoku::xlsx {

// Notes and drawings of a sheet, from the parts that its relationships lead to. Damage to these
// parts is told where the reader looks at every part; what of them can be read is given here.
void read_attached_parts(Package& package,
                         const Limits& limits,
                         const sheet::Sheet& sheet,
                         sheet::SheetAttachments& into);

}  // namespace shinchoku::xlsx
