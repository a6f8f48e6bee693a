#include "commands/calculation_formula.h"

#include <cstdint>
#include <initializer_list>

namespace shinchoku::addin::commands {
namespace {

std::string offset(char axis, std::uint32_t from, std::uint32_t to) {
    const std::int64_t distance = std::int64_t{to} - std::int64_t{from};
    return distance == 0 ? std::string(1, axis) : axis + ("[" + std::to_string(distance) + "]");
}

std::string relative(base::CellRef to, base::CellRef at) {
    return offset('R', at.row, to.row) + offset('C', at.column, to.column);
}

std::string in_quotes(const std::string& word) {
    return word.empty() ? "" : "\"" + word + "\"";
}

// Without the commas of arguments left out at the end.
std::string call_text(const char* function, std::initializer_list<std::string> arguments) {
    std::string list;
    std::size_t used = 0;
    for (const std::string& each : arguments) {
        list += (list.empty() ? "" : ",") + each;
        used = each.empty() ? used : list.size();
    }
    return std::string("SHINCHOKU.") + function + "(" + list.substr(0, used) + ")";
}

std::string baseline_of(const RateCells& cells, base::CellRef at) {
    return cells.baseline ? relative(*cells.baseline, at) : "";
}

}  // namespace

std::string rate_formula(const RateCells& cells, base::CellRef at) {
    return "=IFNA(" +
           call_text("RATE",
                     {relative(cells.actual, at),
                      relative(cells.target, at),
                      baseline_of(cells, at),
                      in_quotes(cells.direction),
                      in_quotes(cells.method)}) +
           ",\"\")";
}

std::string status_formula(const RateCells& cells, base::CellRef at) {
    return "=" + call_text("STATUS",
                           {relative(cells.actual, at),
                            relative(cells.target, at),
                            baseline_of(cells, at),
                            in_quotes(cells.direction)});
}

}  // namespace shinchoku::addin::commands
