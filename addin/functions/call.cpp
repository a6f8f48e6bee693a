#include <array>
#include <exception>

#include "base/ascii.h"
#include "functions/function.h"

namespace shinchoku::addin {
namespace {

const Cell left_out = Missing{};

// One range a parameter, or why there is no result.
bool complete(const Function& function, std::span<const Range> given, std::span<Range> arguments) {
    if (given.size() > arguments.size()) {
        return false;
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Parameter& parameter = function.parameters[i];
        arguments[i] = i < given.size() ? given[i] : Range{1, 1, {&left_out, 1}};
        const std::span<const Cell> cells = arguments[i].cells;
        if (cells.empty() || cells.size() > max_cells) {
            return false;
        }
        const bool is_left_out = std::holds_alternative<Missing>(cells.front());
        if ((is_left_out && parameter.required) ||
            (parameter.takes == Parameter::Takes::value && cells.size() != 1)) {
            return false;
        }
    }
    return true;
}

}  // namespace

const Function* find_function(std::string_view name) {
    std::string wanted;
    for (const char c : name) {
        wanted += base::to_upper(c);
    }
    std::string_view rest = wanted;
    if (rest.starts_with(name_prefix)) {
        rest.remove_prefix(name_prefix.size());
    }
    for (const Function& function : functions()) {
        if (function.name == rest) {
            return &function;
        }
    }
    return nullptr;
}

Outcome call(const Function& function, std::span<const Range> arguments) noexcept {
    try {
        std::array<Range, max_parameters> all;
        const std::span<Range> used(all.data(), function.parameters.size());
        if (!complete(function, arguments, used)) {
            return Cell(CellError::value);
        }
        return function.evaluate(used);
    } catch (const std::exception&) {  // a host must outlive whatever a library throws
        return Cell(CellError::value);
    }
}

std::string_view text_of(CellError error) {
    switch (error) {
        case CellError::null:
            return "#NULL!";
        case CellError::division:
            return "#DIV/0!";
        case CellError::value:
            return "#VALUE!";
        case CellError::reference:
            return "#REF!";
        case CellError::name:
            return "#NAME?";
        case CellError::number:
            return "#NUM!";
        case CellError::not_available:
            return "#N/A";
    }
    return "#VALUE!";
}

}  // namespace shinchoku::addin
