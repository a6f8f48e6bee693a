#pragma once

#include <cstring>

#include "excel_abi.h"
#include "values.h"

namespace stand_in {

// A value as it lies in memory; its text goes where `take(bytes)` gives room.
template <class Take>
[[nodiscard]] XLOPER12 oper_of(const Value& value, const Take& take) {
    XLOPER12 oper{};
    switch (value.kind) {
        case Value::Kind::missing:
            oper.xltype = xltypeMissing;
            break;
        case Value::Kind::blank:
            oper.xltype = xltypeNil;
            break;
        case Value::Kind::number:
            oper.xltype = xltypeNum;
            oper.val.num = value.number;
            break;
        case Value::Kind::truth:
            oper.xltype = xltypeBool;
            oper.val.xbool = value.code;
            break;
        case Value::Kind::error:
            oper.xltype = xltypeErr;
            oper.val.err = value.code;
            break;
        case Value::Kind::text: {
            const std::size_t units = value.text.size();
            auto* const str = static_cast<XCHAR*>(take((units + 1) * sizeof(XCHAR)));
            str[0] = static_cast<XCHAR>(units);
            std::memcpy(str + 1, value.text.data(), units * sizeof(XCHAR));
            oper.xltype = xltypeStr;
            oper.val.str = str;
        }
    }
    return oper;
}

[[nodiscard]] inline bool is_whole(const XLOPER12& oper, int number) {
    return oper.xltype == xltypeInt && oper.val.w == number;
}

// And back; no reference.
[[nodiscard]] inline Value value_of(const XLOPER12& oper) {
    switch (oper.xltype) {
        case xltypeNum:
            return number(oper.val.num);
        case xltypeInt:
            return number(oper.val.w);
        case xltypeStr:
            return text(std::wstring(oper.val.str + 1, oper.val.str[0]));
        case xltypeBool:
            return {Value::Kind::truth, 0, oper.val.xbool, {}};
        case xltypeErr:
            return error(oper.val.err);
        case xltypeMissing:
            return {Value::Kind::missing, 0, 0, {}};
        default:
            return {};
    }
}

[[nodiscard]] inline Grid grid_of(const XLOPER12& oper) {
    if (oper.xltype != xltypeMulti) {
        return one(value_of(oper));
    }
    Grid grid{oper.val.array.rows, oper.val.array.columns, {}};
    for (int i = 0; i < grid.rows * grid.columns; ++i) {
        grid.cells.push_back(value_of(oper.val.array.lparray[i]));
    }
    return grid;
}

}  // namespace stand_in
