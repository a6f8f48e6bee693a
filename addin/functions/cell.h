#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace shinchoku::addin {

// What a host's cell or argument holds, and what a function gives back. Texts are UTF-8.

struct Missing {  // an argument that was left out
    friend bool operator==(const Missing&, const Missing&) = default;
};
struct Blank {  // an empty cell
    friend bool operator==(const Blank&, const Blank&) = default;
};
enum class CellError { null, division, value, reference, name, number, not_available };

using Cell = std::variant<Missing, Blank, double, bool, std::string, CellError>;

// One argument: a single value is a range of one cell. The host's binding owns the cells.
struct Range {
    int rows = 1;
    int columns = 1;
    std::span<const Cell> cells;  // row by row; INVARIANT: rows * columns of them

    [[nodiscard]] bool is_single() const { return cells.size() == 1; }
};

// A result that spills.
struct Table {
    int rows = 1;
    int columns = 1;
    std::vector<Cell> cells;  // row by row

    friend bool operator==(const Table&, const Table&) = default;
};

using Outcome = std::variant<Cell, Table>;

// "#N/A", "#VALUE!" …
[[nodiscard]] std::string_view text_of(CellError error);

}  // namespace shinchoku::addin
