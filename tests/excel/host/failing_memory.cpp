#include "failing_memory.h"

#include <atomic>
#include <cstdlib>
#include <cstring>

namespace stand_in {
namespace {

std::atomic<long> left = 0;  // how often memory is still given

void* malloc_that_fails(std::size_t size) {
    return left-- == 0 ? nullptr : std::malloc(size);
}

// Where the module keeps the address of an imported function.
void** import_of(HMODULE module, const char* function) {
    char* const base = reinterpret_cast<char*>(module);
    const auto* const dos = reinterpret_cast<const IMAGE_DOS_HEADER*>(base);
    const auto* const headers = reinterpret_cast<const IMAGE_NT_HEADERS*>(base + dos->e_lfanew);
    const IMAGE_DATA_DIRECTORY& directory =
        headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    const auto* library =
        reinterpret_cast<const IMAGE_IMPORT_DESCRIPTOR*>(base + directory.VirtualAddress);
    for (; library->Name != 0; ++library) {
        const auto* name =
            reinterpret_cast<const IMAGE_THUNK_DATA*>(base + library->OriginalFirstThunk);
        auto** address = reinterpret_cast<void**>(base + library->FirstThunk);
        for (; name->u1.AddressOfData != 0; ++name, ++address) {
            const auto* const by_name = reinterpret_cast<const IMAGE_IMPORT_BY_NAME*>(
                base + static_cast<std::size_t>(name->u1.AddressOfData));
            const bool is_by_number = IMAGE_SNAP_BY_ORDINAL(name->u1.Ordinal);
            if (!is_by_number &&
                std::strcmp(reinterpret_cast<const char*>(by_name->Name), function) == 0) {
                return address;
            }
        }
    }
    return nullptr;
}

}  // namespace

FailingMemory::FailingMemory(HMODULE module) : place_(import_of(module, "malloc")) {
    if (place_ != nullptr) {
        before_ = *place_;
        left = -1;
        put(reinterpret_cast<void*>(&malloc_that_fails));
    }
}

FailingMemory::~FailingMemory() {
    if (place_ != nullptr) {
        put(before_);
    }
}

void FailingMemory::put(void* function) {
    DWORD protection = 0;
    VirtualProtect(place_, sizeof *place_, PAGE_READWRITE, &protection);
    *place_ = function;
    VirtualProtect(place_, sizeof *place_, protection, &protection);
}

void FailingMemory::fail_at(long times) {
    left = times;
}

bool FailingMemory::has_failed() const {
    return left < 0;
}

}  // namespace stand_in
