#pragma once

#include <cstdint>
#include <vector>

#include "excel_abi.h"

namespace stand_in {

struct Called {
    XLOPER12* result = nullptr;
    // Bytes that the entry left on the stack or took too many: its arguments are not those that
    // were registered. Only the 32-bit convention shows it.
    std::intptr_t stack_off_by = 0;
};

// Calls any entry as its type text says; the arguments are pointers (and 32-bit values).
[[nodiscard]] Called call_entry(FARPROC entry, const std::vector<void*>& arguments);

}  // namespace stand_in
