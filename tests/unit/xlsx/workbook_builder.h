#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zip_builder.h"

namespace shinchoku::xlsx {

// A package around hand-written XML, for tests: what is left empty is left out.
struct WorkbookBuilder {
    using Part = std::pair<std::string, std::string>;

    std::string rows;         // inside <sheetData>
    std::string before_rows;  // inside <worksheet>
    std::string after_rows;
    std::string strings;         // inside <sst>
    std::string styles;          // inside <styleSheet>
    std::string workbook_extra;  // inside <workbook>, after <sheets>
    std::string workbook_first;  // inside <workbook>, before <sheets>
    std::vector<Part> more;

    [[nodiscard]] std::string sheet_xml() const;
    [[nodiscard]] std::vector<Part> parts() const;
    [[nodiscard]] std::string bytes() const;
};

// <row r="1">…</row> around cells.
[[nodiscard]] std::string row_of(const std::string& cells);

}  // namespace shinchoku::xlsx
