#include "excel/conversion.h"
#include "excel/menu.h"
#include "excel/registration.h"
#include "excel/windows/current_host.h"

// What Excel calls in every add-in (learn.microsoft.com, "Add-in Manager and XLL Interface
// Functions").

namespace shinchoku::addin::excel {
namespace {

bool is_one(const Xloper12& value) {
    const std::uint32_t kind = value.type & type::mask;
    return (kind == type::number && value.number == 1) ||
           (kind == type::integer && value.integer == 1);
}

}  // namespace

extern "C" {

int SHINCHOKU_EXCEL_CALL xlAutoOpen() {
    try {
        register_all(current_host());
        add_menu(current_host());
    } catch (...) {  // without memory the functions stay unknown; Excel lives on
        return 1;
    }
    return 1;
}

// Excel calls this before it asks whether to save. Where the user cancels then, Excel goes on
// without calling xlAutoOpen again: so nothing is unregistered here, and Excel does that itself.
// The menu goes all the same: left behind, it would lead to an add-in that is not loaded any more.
int SHINCHOKU_EXCEL_CALL xlAutoClose() {
    try {
        delete_menu(current_host());
    } catch (...) {  // nothing can be done about it
        return 1;
    }
    return 1;
}

int SHINCHOKU_EXCEL_CALL xlAutoAdd() {
    return 1;
}

int SHINCHOKU_EXCEL_CALL xlAutoRemove() {
    return 1;
}

void SHINCHOKU_EXCEL_CALL xlAutoFree12(Xloper12* result) {
    free_result(result);
}

// What the add-ins dialog shows.
Xloper12* SHINCHOKU_EXCEL_CALL xlAddInManagerInfo12(const Xloper12* action) {
    try {
        const bool asks_for_name = is_one(*action);
        return new_result(asks_for_name ? Cell("進捗（計画の目標・実績・達成率の関数と点検）")
                                        : Cell(CellError::value));
    } catch (...) {
        return nullptr;
    }
}

void SHINCHOKU_EXCEL_CALL SetExcel12EntryPt(Callback callback) {
    set_current_host(callback);
}

}  // extern "C"

}  // namespace shinchoku::addin::excel
