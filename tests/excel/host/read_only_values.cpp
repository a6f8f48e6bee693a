#include "read_only_values.h"

#include <algorithm>
#include <cstdlib>

#include "oper.h"

namespace stand_in {

ReadOnlyValues::~ReadOnlyValues() {
    for (const Pages& pages : pages_) {
        VirtualFree(pages.begin, 0, MEM_RELEASE);
    }
}

void* ReadOnlyValues::take(std::size_t size) {
    constexpr std::size_t least = 65536;
    size = (size + 15) / 16 * 16;
    if (pages_.empty() || pages_.back().size - pages_.back().used < size) {
        const std::size_t wanted = std::max(size, least);
        void* const memory =
            VirtualAlloc(nullptr, wanted, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
        if (memory == nullptr) {
            std::abort();
        }
        pages_.push_back({static_cast<char*>(memory), wanted, 0});
    }
    Pages& pages = pages_.back();
    void* const taken = pages.begin + pages.used;
    pages.used += size;
    return taken;
}

void ReadOnlyValues::fill(XLOPER12& oper, const Value& value) {
    oper = oper_of(value, [this](std::size_t size) { return take(size); });
}

XLOPER12* ReadOnlyValues::add(const Value& value) {
    auto* const oper = static_cast<XLOPER12*>(take(sizeof(XLOPER12)));
    fill(*oper, value);
    return oper;
}

XLOPER12* ReadOnlyValues::add_array(const Grid& grid) {
    auto* const oper = static_cast<XLOPER12*>(take(sizeof(XLOPER12)));
    auto* const cells = static_cast<XLOPER12*>(take(sizeof(XLOPER12) * grid.cells.size()));
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        fill(cells[i], grid.cells[i]);
    }
    oper->xltype = xltypeMulti;
    oper->val.array.lparray = cells;
    oper->val.array.rows = grid.rows;
    oper->val.array.columns = grid.columns;
    return oper;
}

XLOPER12* ReadOnlyValues::add_reference(const Place& place) {
    auto* const oper = static_cast<XLOPER12*>(take(sizeof(XLOPER12)));
    if (place.on_this_sheet) {
        oper->xltype = xltypeSRef;
        oper->val.sref.count = 1;
        oper->val.sref.ref = place.area;
        return oper;
    }
    const auto count = static_cast<std::size_t>(place.areas);
    auto* const areas = static_cast<XLMREF12*>(take(sizeof(XLMREF12) + count * sizeof(XLREF12)));
    areas->count = static_cast<WORD>(count);
    for (std::size_t i = 0; i < count; ++i) {
        areas->reftbl[i] = place.area;
    }
    oper->xltype = xltypeRef;
    oper->val.mref.lpmref = areas;
    oper->val.mref.idSheet = 1;
    return oper;
}

void ReadOnlyValues::seal() {
    for (const Pages& pages : pages_) {
        DWORD before = 0;
        VirtualProtect(pages.begin, pages.size, PAGE_READONLY, &before);
    }
}

}  // namespace stand_in
