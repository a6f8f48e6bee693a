#pragma once

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/a1.h"
#include "base/utf8.h"
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
    TestSheet(std::string sheet_name, std::string_view picture) : name(std::move(sheet_name)) {
        std::uint32_t row = 0;
        while (!picture.empty()) {
            const std::size_t end = picture.find('\n');
            const std::string_view line = base::trim(picture.substr(0, end));
            if (!line.empty()) {
                draw_row(row++, line);
            }
            picture = end == picture.npos ? std::string_view{} : picture.substr(end + 1);
        }
    }

    std::string name = "Sheet1";
    sheet::SheetState state = sheet::SheetState::visible;
    std::map<base::CellRef, TestCell> cells;
    std::vector<base::CellRange> merges;

    void set(std::string_view a1, std::string_view content) {
        cells[*base::parse_a1(a1)] = parse(content);
    }
    void clear(std::string_view a1) { cells.erase(*base::parse_a1(a1)); }
    [[nodiscard]] std::string text(std::string_view a1) const {
        const auto found = cells.find(*base::parse_a1(a1));
        return found == cells.end() ? std::string() : found->second.text;
    }
    // The first cell that holds this text.
    [[nodiscard]] base::CellRef find(std::string_view wanted) const {
        for (const auto& [at, cell] : cells) {
            if (cell.text == wanted) {
                return at;
            }
        }
        return {base::max_rows, 0};
    }
    void replace(std::string_view from, std::string_view to) {
        for (auto& [at, cell] : cells) {
            if (cell.text == from) {
                cell.text = std::string(to);
            }
        }
    }

    void insert_rows(std::uint32_t before, std::uint32_t count = 1) {
        move_if([&](base::CellRef& at) { at.row += at.row >= before ? count : 0; });
    }
    void insert_columns(std::uint32_t before, std::uint32_t count = 1) {
        move_if([&](base::CellRef& at) { at.column += at.column >= before ? count : 0; });
    }
    void delete_row(std::uint32_t row) {
        std::erase_if(cells, [&](const auto& cell) { return cell.first.row == row; });
        std::erase_if(merges, [&](const base::CellRange& m) {
            return m.first.row == row && m.last.row == row;
        });
        move_if([&](base::CellRef& at) { at.row -= at.row > row ? 1 : 0; }, row);
    }
    void delete_column(std::uint32_t column) {
        std::erase_if(cells, [&](const auto& cell) { return cell.first.column == column; });
        std::erase_if(merges, [&](const base::CellRange& m) {
            return m.first.column == column && m.last.column == column;
        });
        move_if([&](base::CellRef& at) { at.column -= at.column > column ? 1 : 0; },
                std::nullopt,
                column);
    }
    void move(std::uint32_t rows, std::uint32_t columns) {
        move_if([&](base::CellRef& at) { at = {at.row + rows, at.column + columns}; });
    }
    void unmerge() { merges.clear(); }

    // Copies another sheet's cells to start at a place.
    void stamp(const TestSheet& other, std::uint32_t row, std::uint32_t column) {
        for (const auto& [at, cell] : other.cells) {
            cells[{at.row + row, at.column + column}] = cell;
        }
        for (const base::CellRange& m : other.merges) {
            merges.push_back({{m.first.row + row, m.first.column + column},
                              {m.last.row + row, m.last.column + column}});
        }
    }

    [[nodiscard]] std::uint32_t rows() const {
        std::uint32_t last = 0;
        for (const auto& [at, cell] : cells) {
            last = std::max(last, at.row + 1);
        }
        for (const base::CellRange& merge : merges) {
            last = std::max(last, merge.last.row + 1);
        }
        return last;
    }
    [[nodiscard]] std::uint32_t columns() const {
        std::uint32_t last = 0;
        for (const auto& [at, cell] : cells) {
            last = std::max(last, at.column + 1);
        }
        for (const base::CellRange& merge : merges) {
            last = std::max(last, merge.last.column + 1);
        }
        return last;
    }

private:
    static TestCell parse(std::string_view content) {
        TestCell cell;
        if (content.starts_with("=#")) {
            cell.formula = true;
            content.remove_prefix(1);
        }
        if (content.starts_with("#") && content.size() > 1) {
            const std::size_t colon = content.find(':');
            const std::string_view digits = content.substr(1, colon - 1);
            double number = 0;
            const auto [end, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), number);
            if (error == std::errc() && end == digits.data() + digits.size()) {
                cell.number = number;
                cell.format = colon == content.npos ? "" : std::string(content.substr(colon + 1));
                return cell;
            }
        }
        for (std::size_t i = 0; i < content.size(); ++i) {
            if (content[i] == '\\' && i + 1 < content.size() && content[i + 1] == 'n') {
                cell.text += '\n';
                ++i;
            } else {
                cell.text += content[i];
            }
        }
        return cell;
    }

    void draw_row(std::uint32_t row, std::string_view line) {
        std::uint32_t column = 0;
        line.remove_prefix(1);
        while (!line.empty()) {
            const std::size_t end = line.find('|');
            draw_cell({row, column++}, base::trim(line.substr(0, end)));
            line = end == line.npos ? std::string_view{} : line.substr(end + 1);
        }
    }

    void draw_cell(base::CellRef at, std::string_view content) {
        if (content == "<") {
            join(at, {at.row, at.column - 1});
        } else if (content == "^") {
            join(at, {at.row - 1, at.column});
        } else if (!content.empty()) {
            cells[at] = parse(content);
        }
    }

    void join(base::CellRef at, base::CellRef to) {
        for (base::CellRange& merge : merges) {
            if (merge.contains(to)) {
                merge.last = {std::max(merge.last.row, at.row),
                              std::max(merge.last.column, at.column)};
                return;
            }
        }
        merges.push_back({to, at});
    }

    template <class Move>
    void move_if(Move move,
                 std::optional<std::uint32_t> deleted_row = std::nullopt,
                 std::optional<std::uint32_t> deleted_column = std::nullopt) {
        std::map<base::CellRef, TestCell> moved;
        for (auto& [at, cell] : cells) {
            base::CellRef to = at;
            move(to);
            moved[to] = std::move(cell);
        }
        cells = std::move(moved);
        for (base::CellRange& merge : merges) {
            const bool loses_row = deleted_row && merge.last.row == *deleted_row;
            const bool loses_column = deleted_column && merge.last.column == *deleted_column;
            move(merge.first);
            move(merge.last);
            merge.last.row -= loses_row ? 1 : 0;
            merge.last.column -= loses_column ? 1 : 0;
        }
    }
};

struct TestBook {
    std::vector<TestSheet> sheets;
    std::vector<sheet::DefinedName> names;
    std::vector<std::pair<std::string, std::string>> custom;

    [[nodiscard]] sheet::Workbook workbook() const {
        sheet::Workbook book;
        book.formats.emplace_back();
        book.names = names;
        book.properties.custom = custom;
        for (const TestSheet& drawn : sheets) {
            sheet::Sheet& made = book.sheets.emplace_back();
            made.name = drawn.name;
            made.state = drawn.state;
            made.merges = drawn.merges;
            std::map<base::CellRef, TestCell> all = drawn.cells;
            for (const base::CellRange& merge : drawn.merges) {
                all.try_emplace(merge.first);  // a form has formatted cells where values go
            }
            for (const auto& [at, cell] : all) {
                made.cells.push_back(cell_of(at, cell, made, book));
            }
        }
        return book;
    }

private:
    static sheet::Cell cell_of(base::CellRef at,
                               const TestCell& drawn,
                               sheet::Sheet& sheet,
                               sheet::Workbook& book) {
        sheet::Cell cell;
        cell.at = at;
        if (drawn.formula) {
            cell.formula = static_cast<std::uint32_t>(sheet.formulas.size());
            sheet.formulas.emplace_back("A1/B1");
        }
        if (drawn.number) {
            cell.type = sheet::CellType::number;
            cell.number = *drawn.number;
            if (!drawn.format.empty()) {
                cell.format = static_cast<std::uint32_t>(book.formats.size());
                book.formats.push_back({drawn.format, true});
            }
        } else if (!drawn.text.empty()) {
            cell.type = sheet::CellType::text;
            cell.text = book.owned_texts.emplace_back(drawn.text);
        }
        return cell;
    }
};

}  // namespace shinchoku::layout
