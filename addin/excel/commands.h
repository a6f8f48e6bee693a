#pragma once

#include "excel/host.h"

namespace shinchoku::addin::excel {

// What stands behind the menu. Each ends with a sentence to the user, except where a sheet of
// findings speaks for itself; 1, as Excel wants it. Nothing is thrown, nothing stays behind.
int check_sheet(Host host) noexcept;
int insert_columns(Host host) noexcept;

}  // namespace shinchoku::addin::excel
