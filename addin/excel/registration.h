#pragma once

#include <string>
#include <vector>

#include "excel/host.h"
#include "excel/menu.h"
#include "functions/function.h"

namespace shinchoku::addin::excel {

// What Excel is told about a function or a command.
struct Registration {
    enum class Kind { function = 1, command = 2 } kind = Kind::function;
    std::string entry;           // the exported name: "shinchoku_rate"
    std::string types;           // "QQQQQQ$"
    std::string name;            // "SHINCHOKU.RATE"
    std::string argument_names;  // "actual,target,[baseline]"
    std::string category;
    std::string help;
    std::vector<std::string> argument_help;
};

[[nodiscard]] Registration registration_of(const Function& function);
[[nodiscard]] Registration registration_of(const Command& command);

// Tells the host of every function of the table and of every command. What it refuses stays unknown
// to it.
void register_all(Host host);

}  // namespace shinchoku::addin::excel
