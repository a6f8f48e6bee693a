#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/a1.h"

namespace shinchoku::sheet {

// A workbook as plain cells, whichever file it came from. Texts are views into buffers that the
// workbook owns: a Cell must not outlive its Workbook. Movable, not copyable.

enum class CellType : std::uint8_t {
    blank,   // no value: a formula without a cached one, or a cell with a format only
    number,  // also dates: serial days in the workbook's date system
    text,
    boolean,  // number is 0 or 1
    error,    // text is "#N/A"
};

inline constexpr std::uint32_t no_formula = 0xFFFFFFFF;

struct Cell {
    base::CellRef at;
    CellType type = CellType::blank;
    std::uint32_t format = 0;            // index into Workbook::formats
    std::uint32_t formula = no_formula;  // index into Sheet::formulas
    std::uint32_t part_offset = 0;       // byte in its (inflated) sheet part where <c began
    double number = 0;
    std::string_view text;  // owned by Workbook
};

// What a style says that matters to reading a form.
struct Format {
    std::string number_format = "General";
    bool locked = true;

    friend bool operator==(const Format&, const Format&) = default;
};

// A formula that a file stores once for many cells; its text is as it reads in the cell `origin`.
struct SharedFormula {
    std::uint32_t formula = 0;  // index into Sheet::formulas
    base::CellRef origin;
};

struct DataValidation {
    std::vector<base::CellRange> ranges;
    std::string type;  // "list", "decimal", "textLength" …
    std::string op;    // "between", "lessThanOrEqual" …
    std::string formula1;
    std::string formula2;
    bool allow_blank = false;
    bool complains = true;  // tells who types what it does not allow; else it only suggests
};

enum class SheetState { visible, hidden, very_hidden };
enum class SheetKind { worksheet, chartsheet, other };

struct Sheet {
    std::string name;
    SheetState state = SheetState::visible;
    SheetKind kind = SheetKind::worksheet;
    std::string part;  // name of the part in the package

    std::vector<Cell> cells;  // by row, then column; at most one a place
    std::vector<std::string> formulas;
    std::vector<SharedFormula> shared_formulas;  // ascending by formula
    std::vector<base::CellRange> merges;
    std::vector<std::uint32_t> hidden_rows;                               // ascending, 0-based
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;  // first..last, 0-based
    std::vector<DataValidation> validations;
    bool is_protected = false;  // only then does Format::locked keep anyone from typing

    // The cell at a place, or nullptr. Logarithmic.
    [[nodiscard]] const Cell* find(base::CellRef at) const;

    // The formula of a cell without "=", a shared one as it reads in this cell; empty where the
    // cell has none.
    [[nodiscard]] std::string formula_of(const Cell& cell) const;
};

struct DefinedName {
    std::string name;
    std::string refers_to;
    std::optional<std::uint32_t> sheet;  // index of the sheet it is local to
    bool hidden = false;
};

// docProps: what the application and the author left; empty where a part or key is absent.
struct Properties {
    std::string application;
    std::string title;
    std::string created;  // as in the file, ISO 8601
    std::string modified;
    std::vector<std::pair<std::string, std::string>> custom;  // name, value as text

    [[nodiscard]] const std::string* find_custom(std::string_view name) const;
};

struct Workbook {
    Workbook() = default;
    Workbook(Workbook&&) = default;
    Workbook& operator=(Workbook&&) = default;
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    std::vector<Sheet> sheets;  // in workbook order
    std::vector<Format> formats;
    std::vector<DefinedName> names;
    Properties properties;
    bool date_1904 = false;
    bool has_macros = false;
    bool has_external_links = false;

    // Buffers the cells' texts point into. A deque: growing it moves no text.
    std::deque<std::string> owned_texts;

    [[nodiscard]] const Format& format_of(const Cell& cell) const;
};

// True where the type shows something: every type but blank.
[[nodiscard]] inline bool has_value(const Cell& cell) {
    return cell.type != CellType::blank;
}

}  // namespace shinchoku::sheet
