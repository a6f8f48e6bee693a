#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stand_in {

// What cells hold, on the stand-in's side.
struct Value {
    enum class Kind { missing, blank, number, truth, text, error } kind = Kind::blank;
    double number = 0;
    int code = 0;  // of an error; 0 or 1 of a truth value
    std::wstring text;

    friend bool operator==(const Value&, const Value&) = default;
};

struct Grid {
    int rows = 1;
    int columns = 1;
    std::vector<Value> cells;

    friend bool operator==(const Grid&, const Grid&) = default;
};

[[nodiscard]] Value number(double number);
[[nodiscard]] Value text(std::wstring text);
[[nodiscard]] Value error(int code);
[[nodiscard]] Grid one(Value value);

[[nodiscard]] std::wstring to_wide(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::wstring_view wide);

// For messages.
[[nodiscard]] std::string print(const Grid& grid);

}  // namespace stand_in
