#pragma once

#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "values.h"

namespace stand_in {

// The file that write_calls makes of the table of cases and of the table of functions.

struct ToldFunction {
    std::wstring name;
    std::string parameters;  // V value, R range; small where optional
    bool is_volatile = false;
};

struct Call {
    int line = 0;
    std::wstring function;
    std::optional<std::wregex> pattern;  // what the text must hold, or else
    Grid expected;
    Grid native;  // what the native door gives
    std::vector<Grid> arguments;

    // Numbers to one part in 10^12.
    [[nodiscard]] bool is_met_by(const Grid& result) const;
};

struct Calls {
    std::vector<ToldFunction> functions;
    std::vector<Call> calls;
};

// Nothing where a line cannot be read.
[[nodiscard]] std::optional<Calls> read_calls(const wchar_t* path);

}  // namespace stand_in
