#pragma once

#include <string>
#include <vector>

#include "excel/host.h"
#include "functions/function.h"

namespace shinchoku::addin::excel {

// What Excel is told about a function.
struct Registration {
    std::string entry;           // the exported name: "shinchoku_rate"
    std::string types;           // "QQQQQQ$"
    std::string name;            // "SHINCHOKU.RATE"
    std::string argument_names;  // "actual,target,[baseline]"
    std::string category;
    std::string help;
    std::vector<std::string> argument_help;
};

[[nodiscard]] Registration registration_of(const Function& function);

// Tells the host of every function of the table. What it refuses stays unknown to it.
void register_functions(Host host);

}  // namespace shinchoku::addin::excel
