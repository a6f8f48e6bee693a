#pragma once

#include "excel_abi.h"

namespace stand_in {

// While it lives, the add-in's own asking for memory fails at one place: at the n-th time from the
// last fail_at(). The import of malloc in the loaded module is replaced for that.
class FailingMemory {
public:
    explicit FailingMemory(HMODULE module);
    ~FailingMemory();
    FailingMemory(const FailingMemory&) = delete;
    FailingMemory& operator=(const FailingMemory&) = delete;

    [[nodiscard]] bool is_in_place() const { return place_ != nullptr; }
    void fail_at(long times);
    // Whether it came to that.
    [[nodiscard]] bool has_failed() const;

private:
    void put(void* function);

    void** place_ = nullptr;
    void* before_ = nullptr;
};

}  // namespace stand_in
