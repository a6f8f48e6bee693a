#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/a1.h"
#include "sheet/workbook.h"

namespace shinchoku::layout {

// A sheet drawn as text, for tests: one line a row, cells between |. What stands in a cell:
//   text            a text; \n is a line break
//   < and ^         joined to the cell at the left / above
//   #12.5           a number; #0.986:0.00% with its format
//   =#0.98          a formula with its cached number
//   (empty)         no cell
// It can be disturbed as people disturb sheets, and becomes a workbook.
struct TestCell {
    std::string text;
    std::optional<double> number;
    std::string format;
    bool formula = false;

    friend bool operator==(const TestCell&, const TestCell&) = default;
};

class TestSheet {
public:
    TestSheet() = default;
    TestSheet(std::string sheet_name, std::string_view picture);

    std::string name = "Sheet1";
    sheet::SheetState state = sheet::SheetState::visible;
    std::map<base::CellRef, TestCell> cells;
    std::vector<base::CellRange> merges;

    void set(std::string_view a1, std::string_view content);
    void clear(std::string_view a1);
    [[nodiscard]] std::string text(std::string_view a1) const;
    // The first cell that holds this text.
    [[nodiscard]] base::CellRef find(std::string_view wanted) const;
    void replace(std::string_view from, std::string_view to);

    void insert_rows(std::uint32_t before, std::uint32_t count = 1);
    void insert_columns(std::uint32_t before, std::uint32_t count = 1);
    void delete_row(std::uint32_t row);
    void delete_column(std::uint32_t column);
    void move(std::uint32_t rows, std::uint32_t columns);
    void unmerge() { merges.clear(); }

    // Copies another sheet's cells to start at a place.
    void stamp(const TestSheet& other, std::uint32_t row, std::uint32_t column);

    // Of all that is used, from A1.
    [[nodiscard]] std::uint32_t rows() const;
    [[nodiscard]] std::uint32_t columns() const;

private:
    void draw_row(std::uint32_t row, std::string_view line);
    void draw_cell(base::CellRef at, std::string_view content);
    void join(base::CellRef at, base::CellRef to);
    [[nodiscard]] std::optional<base::CellRange> used() const;
};

struct TestBook {
    std::vector<TestSheet> sheets;
    std::vector<sheet::DefinedName> names;
    std::vector<std::pair<std::string, std::string>> custom;

    [[nodiscard]] sheet::Workbook workbook() const;
};

}  // namespace shinchoku::layout
