#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/a1.h"
#include "sheet/workbook.h"
#include "xlsx/sheet_part.h"
#include "xlsx/xml_scanner.h"

namespace shinchoku::xlsx {

// Reads <sheetData>: its rows and cells. Places are checked to ascend, so cells need no sorting and
// nothing is ever sized by what a file claims.
class CellReader {
public:
    CellReader(Scanner& scanner, SheetContext& context, SheetRemarks& remarks, sheet::Sheet& sheet);

    // After the start tag of <sheetData>, up to and with its end tag.
    [[nodiscard]] Refusal read();

private:
    // What the attributes and children of one <c> say.
    struct Parts {
        std::string_view reference;
        std::string_view style;
        std::string_view type;
        std::optional<std::string_view> value;
        std::optional<std::string_view> inline_text;
    };

    Refusal read_row();
    void note_height();
    Refusal read_cell();
    Refusal place_cell(std::string_view reference, sheet::Cell& cell);
    void read_children(Parts& parts, sheet::Cell& cell);
    void read_formula(sheet::Cell& cell);
    void set_style(std::string_view style, sheet::Cell& cell);
    Refusal set_value(const Parts& parts, sheet::Cell& cell);
    void set_number(std::string_view value, sheet::Cell& cell);
    Refusal set_shared(std::string_view value, sheet::Cell& cell);
    void set_boolean(std::string_view value, sheet::Cell& cell);
    void set_date(std::string_view value, sheet::Cell& cell);
    void set_text(std::string_view value, sheet::Cell& cell);
    void set_damaged(sheet::Cell& cell, base::Text what, std::string_view found);
    Refusal keep(const sheet::Cell& cell);
    void hand_out();
    Refusal out_of_place(base::Text what) const;

    Scanner& scanner_;
    SheetContext& context_;
    SheetRemarks& remarks_;
    sheet::Sheet& sheet_;
    std::uint32_t next_row_ = 0;
    std::uint32_t row_ = 0;
    std::uint32_t next_column_ = 0;
    std::uint32_t style_ = 0;  // of the current cell
    bool repaired_ = false;    // a lone surrogate stood in the current cell's text
    std::unordered_map<std::uint32_t, std::uint32_t> shared_formulas_;  // si, formula
    base::CellRef first_missing_;
    std::size_t missing_results_ = 0;
};

}  // namespace shinchoku::xlsx
