#include "values.h"

#include <windows.h>

#include <cstdio>
#include <utility>

namespace stand_in {
namespace {

std::string print_value(const Value& value) {
    switch (value.kind) {
        case Value::Kind::missing:
            return "left out";
        case Value::Kind::blank:
            return "";
        case Value::Kind::number: {
            char digits[40];
            std::snprintf(digits, sizeof digits, "%.17g", value.number);
            return digits;
        }
        case Value::Kind::truth:
            return value.code != 0 ? "TRUE" : "FALSE";
        case Value::Kind::text:
            return "\"" + to_utf8(value.text) + "\"";
        case Value::Kind::error:
            return "error " + std::to_string(value.code);
    }
    return "";
}

}  // namespace

Value number(double number) {
    return {Value::Kind::number, number, 0, {}};
}

Value text(std::wstring text) {
    return {Value::Kind::text, 0, 0, std::move(text)};
}

Value error(int code) {
    return {Value::Kind::error, 0, code, {}};
}

Grid one(Value value) {
    return {1, 1, {std::move(value)}};
}

std::wstring to_wide(std::string_view utf8) {
    const int bytes = static_cast<int>(utf8.size());
    const int size = MultiByteToWideChar(CP_UTF8, 0, utf8.data(), bytes, nullptr, 0);
    std::wstring wide(static_cast<std::size_t>(size), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, utf8.data(), bytes, wide.data(), size);
    return wide;
}

std::string to_utf8(std::wstring_view wide) {
    const int units = static_cast<int>(wide.size());
    const int size =
        WideCharToMultiByte(CP_UTF8, 0, wide.data(), units, nullptr, 0, nullptr, nullptr);
    std::string utf8(static_cast<std::size_t>(size), '\0');
    WideCharToMultiByte(CP_UTF8, 0, wide.data(), units, utf8.data(), size, nullptr, nullptr);
    return utf8;
}

std::string print(const Grid& grid) {
    std::string printed = grid.cells.size() > 1 ? "{" : "";
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        if (i > 0) {
            printed += i % static_cast<std::size_t>(grid.columns) == 0 ? ";" : ",";
        }
        printed += print_value(grid.cells[i]);
    }
    return printed + (grid.cells.size() > 1 ? "}" : "");
}

}  // namespace stand_in
