#include "commands/same_figure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "functions/function.h"
#include "functions/results.h"

namespace shinchoku::addin::commands {
namespace {

Cell content_of(const sheet::Sheet& sheet, base::CellRef at) {
    const sheet::Cell* const cell = sheet.find(at);
    if (cell == nullptr) {
        return Blank{};
    }
    switch (cell->type) {
        case sheet::CellType::number:
            return cell->number;
        case sheet::CellType::text:
            return std::string(cell->text);
        case sheet::CellType::boolean:
            return cell->number != 0;
        case sheet::CellType::error:
            return CellError::value;
        case sheet::CellType::blank:
            break;
    }
    return Blank{};
}

Cell word(const std::string& text) {
    return text.empty() ? Cell(Missing{}) : Cell(text);
}

std::optional<Cell> single(const Outcome& outcome) {
    const Cell* const cell = std::get_if<Cell>(&outcome);
    return cell != nullptr ? std::optional(*cell) : std::nullopt;
}

bool is_near(const Cell& a, const Cell& b) {
    const auto* left = std::get_if<double>(&a);
    const auto* right = std::get_if<double>(&b);
    constexpr double part = 1e-9;
    return left != nullptr && right != nullptr
               ? std::fabs(*left - *right) <= part * std::max(1.0, std::fabs(*right))
               : a == b;
}

}  // namespace

bool gives_the_same(const sheet::Sheet& sheet,
                    const RateCells& cells,
                    const calc::Assessment& assessed) {
    const std::array<Cell, 5> arguments{
        content_of(sheet, cells.actual),
        content_of(sheet, cells.target),
        cells.baseline ? content_of(sheet, *cells.baseline) : Cell(Missing{}),
        word(cells.direction),
        word(cells.method)};
    std::array<Range, 5> ranges;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        ranges[i].cells = {&arguments[i], 1};
    }
    const std::optional<Cell> rate = single(call(*find_function("RATE"), ranges));
    const std::optional<Cell> status =
        single(call(*find_function("STATUS"), std::span(ranges).first(4)));
    return rate && status && is_near(*rate, to_cell(assessed.rate)) &&
           *status == Cell(std::string(calc::name_of(assessed.status)));
}

}  // namespace shinchoku::addin::commands
