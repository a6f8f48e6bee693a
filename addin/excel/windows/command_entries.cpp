#include "excel/commands.h"
#include "excel/windows/current_host.h"

// The entries of the menu (menu.h); shinchoku.def names them.

namespace shinchoku::addin::excel {

extern "C" {

int SHINCHOKU_EXCEL_CALL shinchoku_check_sheet() {
    return check_sheet(current_host());
}
int SHINCHOKU_EXCEL_CALL shinchoku_insert_columns() {
    return insert_columns(current_host());
}

}  // extern "C"

}  // namespace shinchoku::addin::excel
