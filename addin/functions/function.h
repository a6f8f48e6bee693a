#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "functions/cell.h"

namespace shinchoku::addin {

// The one table of worksheet functions. What hosts register, the texts of their wizards, the
// reference page and the tests are made from it.

struct Parameter {
    std::string_view name;  // as a wizard shows it: "actual"
    base::Text help;
    enum class Takes { value, range } takes = Takes::value;
    bool required = true;  // optional ones come last
};

struct Example {
    std::string_view call;    // "=SHINCHOKU.RATE(96,97.2)", in the notation of formula.h
    std::string_view result;  // "98.76543209876543"
};

struct Function {
    std::string_view name;  // "RATE"; users write SHINCHOKU.RATE
    base::Text help;        // what it gives, in one sentence
    std::vector<Parameter> parameters;
    std::vector<Example> examples;  // never empty
    // The result may change without any argument changing (today's date).
    bool is_volatile = false;
    // Every function may run in any number of threads at the same time: none keeps anything.
    //
    // Gets one range for each parameter; what the host left out is Missing.
    Outcome (*evaluate)(std::span<const Range> arguments) = nullptr;
};

inline constexpr std::string_view name_prefix = "SHINCHOKU.";

[[nodiscard]] const std::vector<Function>& functions();
// With or without the prefix, in any case; nullptr where there is none.
[[nodiscard]] const Function* find_function(std::string_view name);

// Calls a function as a host does: too many or left-out required arguments, ranges above the limit
// and whatever a library throws are #VALUE!. A range for a parameter that takes one value must be
// one cell.
[[nodiscard]] Outcome call(const Function& function, std::span<const Range> arguments) noexcept;

inline constexpr std::size_t max_parameters = 5;
// More cells than two whole columns are refused: a host would stand still for minutes.
inline constexpr std::size_t max_cells = std::size_t{2} * 1048576;

}  // namespace shinchoku::addin
