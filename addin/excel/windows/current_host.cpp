#include "excel/windows/current_host.h"

#include <windows.h>

#include <atomic>

namespace shinchoku::addin::excel {
namespace {

// Excel asks from many threads; it has one callback, which is looked up once.
std::atomic<Callback> known = nullptr;

Callback exported_callback() {
    const FARPROC found = GetProcAddress(GetModuleHandleW(nullptr), "MdCallBack12");
    return reinterpret_cast<Callback>(reinterpret_cast<void (*)()>(found));
}

}  // namespace

Host current_host() {
    Callback callback = known.load(std::memory_order_relaxed);
    if (callback == nullptr) {
        callback = exported_callback();
        known.store(callback, std::memory_order_relaxed);
    }
    return Host(callback);
}

void set_current_host(Callback callback) {
    known.store(callback, std::memory_order_relaxed);
}

}  // namespace shinchoku::addin::excel
