#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "workbook_builder.h"
#include "xlsx/reader.h"

namespace shinchoku::xlsx {

inline ReadWorkbook read(const WorkbookBuilder& builder, const Limits& limits = {}) {
    const std::string bytes = builder.bytes();
    base::Result<ReadWorkbook> result = read_workbook(bytes, limits);
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().message.en);
    return result ? std::move(result).value() : ReadWorkbook();
}

inline base::Finding refusal(const WorkbookBuilder& builder, const Limits& limits = {}) {
    const std::string bytes = builder.bytes();
    const base::Result<ReadWorkbook> result = read_workbook(bytes, limits);
    EXPECT_FALSE(result.has_value());
    return result ? base::Finding() : result.error();
}

// "A1=text", "B1=42.5", "C1=TRUE", "D1=#N/A", "E1=" for a blank one.
inline std::vector<std::string> cells_of(const sheet::Sheet& sheet) {
    std::vector<std::string> cells;
    for (const sheet::Cell& cell : sheet.cells) {
        std::string text = base::to_a1(cell.at) + "=";
        switch (cell.type) {
            case sheet::CellType::blank:
                break;
            case sheet::CellType::number:
                text += std::to_string(cell.number);
                text.erase(text.find_last_not_of('0') + 1);
                break;
            case sheet::CellType::boolean:
                text += cell.number != 0 ? "TRUE" : "FALSE";
                break;
            case sheet::CellType::text:
                text += "'" + std::string(cell.text);
                break;
            case sheet::CellType::error:
                text += "!" + std::string(cell.text);
                break;
        }
        cells.push_back(text);
    }
    return cells;
}

inline std::vector<std::string> marks_of(const std::vector<base::Finding>& findings) {
    std::vector<std::string> marks;
    for (const base::Finding& finding : findings) {
        marks.push_back(finding.rule + " " + std::string(base::name_of(finding.severity)) +
                        (finding.cell ? " " + base::to_a1(*finding.cell) : ""));
        EXPECT_FALSE(finding.message.ja.empty() || finding.message.en.empty() ||
                     finding.hint.ja.empty() || finding.hint.en.empty());
    }
    return marks;
}

}  // namespace shinchoku::xlsx
