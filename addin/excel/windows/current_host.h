#pragma once

#include "excel/host.h"

namespace shinchoku::addin::excel {

// The program that loaded the add-in.
[[nodiscard]] Host current_host();

// For programs that say themselves where their callback is.
void set_current_host(Callback callback);

}  // namespace shinchoku::addin::excel
