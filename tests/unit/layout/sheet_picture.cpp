#include "sheet_picture.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace shinchoku::layout {
namespace {

// "12.5" and "0.986:0.00%"; nothing where the text before the colon is no number.
std::optional<TestCell> number_cell(std::string_view content) {
    const std::size_t colon = content.find(':');
    const std::string_view digits = content.substr(0, colon);
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    TestCell cell;
    cell.number = number;
    cell.format = colon == content.npos ? "" : std::string(content.substr(colon + 1));
    return cell;
}

std::string with_line_breaks(std::string_view content) {
    std::string text;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (content.substr(i).starts_with("\\n")) {
            text += '\n';
            ++i;
        } else {
            text += content[i];
        }
    }
    return text;
}

TestCell parse(std::string_view content) {
    const bool formula = content.starts_with("=#");
    content.remove_prefix(formula ? 1 : 0);
    std::optional<TestCell> cell;
    if (content.starts_with('#')) {
        cell = number_cell(content.substr(1));
    }
    if (!cell) {
        cell = TestCell{.text = with_line_breaks(content), .number = {}, .format = {}};
    }
    cell->formula = formula;
    return *cell;
}

// Puts every cell and join where `moved` says it goes.
template <class Moved>
void move_all(TestSheet& sheet, Moved moved) {
    std::map<base::CellRef, TestCell> cells;
    for (auto& [at, cell] : sheet.cells) {
        cells[moved(at)] = std::move(cell);
    }
    sheet.cells = std::move(cells);
    for (base::CellRange& merge : sheet.merges) {
        merge = {moved(merge.first), moved(merge.last)};
    }
}

sheet::Cell cell_of(base::CellRef at,
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

}  // namespace

TestSheet::TestSheet(std::string sheet_name, std::string_view picture)
    : name(std::move(sheet_name)) {
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

void TestSheet::set(std::string_view a1, std::string_view content) {
    cells[*base::parse_a1(a1)] = parse(content);
}

void TestSheet::clear(std::string_view a1) {
    cells.erase(*base::parse_a1(a1));
}

std::string TestSheet::text(std::string_view a1) const {
    const auto found = cells.find(*base::parse_a1(a1));
    return found == cells.end() ? std::string() : found->second.text;
}

base::CellRef TestSheet::find(std::string_view wanted) const {
    for (const auto& [at, cell] : cells) {
        if (cell.text == wanted) {
            return at;
        }
    }
    return {base::max_rows, 0};
}

void TestSheet::replace(std::string_view from, std::string_view to) {
    for (auto& [at, cell] : cells) {
        if (cell.text == from) {
            cell.text = std::string(to);
        }
    }
}

void TestSheet::insert_rows(std::uint32_t before, std::uint32_t count) {
    move_all(*this, [&](base::CellRef at) {
        return base::CellRef{at.row + (at.row >= before ? count : 0), at.column};
    });
}

void TestSheet::insert_columns(std::uint32_t before, std::uint32_t count) {
    move_all(*this, [&](base::CellRef at) {
        return base::CellRef{at.row, at.column + (at.column >= before ? count : 0)};
    });
}

void TestSheet::delete_row(std::uint32_t row) {
    std::erase_if(cells, [&](const auto& cell) { return cell.first.row == row; });
    std::erase_if(merges, [&](const auto& m) { return m.first.row == row && m.last.row == row; });
    // A join that ends in the row ends in the one above.
    for (base::CellRange& merge : merges) {
        merge.last.row -= merge.last.row == row ? 1 : 0;
    }
    move_all(*this, [&](base::CellRef at) {
        return base::CellRef{at.row - (at.row > row ? 1 : 0), at.column};
    });
}

void TestSheet::delete_column(std::uint32_t column) {
    std::erase_if(cells, [&](const auto& cell) { return cell.first.column == column; });
    std::erase_if(
        merges, [&](const auto& m) { return m.first.column == column && m.last.column == column; });
    for (base::CellRange& merge : merges) {
        merge.last.column -= merge.last.column == column ? 1 : 0;
    }
    move_all(*this, [&](base::CellRef at) {
        return base::CellRef{at.row, at.column - (at.column > column ? 1 : 0)};
    });
}

void TestSheet::move(std::uint32_t rows, std::uint32_t columns) {
    move_all(*this, [&](base::CellRef at) {
        return base::CellRef{at.row + rows, at.column + columns};
    });
}

void TestSheet::stamp(const TestSheet& other, std::uint32_t row, std::uint32_t column) {
    TestSheet moved = other;
    moved.move(row, column);
    for (const auto& [at, cell] : moved.cells) {
        cells[at] = cell;
    }
    merges.insert(merges.end(), moved.merges.begin(), moved.merges.end());
}

std::uint32_t TestSheet::rows() const {
    const std::optional<base::CellRange> range = used();
    return range ? range->last.row + 1 : 0;
}

std::uint32_t TestSheet::columns() const {
    const std::optional<base::CellRange> range = used();
    return range ? range->last.column + 1 : 0;
}

std::optional<base::CellRange> TestSheet::used() const {
    std::optional<base::CellRange> range;
    for (const auto& [at, cell] : cells) {
        base::widen(range, {at, at});
    }
    for (const base::CellRange& merge : merges) {
        base::widen(range, merge);
    }
    return range;
}

void TestSheet::draw_row(std::uint32_t row, std::string_view line) {
    std::uint32_t column = 0;
    line.remove_prefix(1);
    while (!line.empty()) {
        const std::size_t end = line.find('|');
        draw_cell({row, column++}, base::trim(line.substr(0, end)));
        line = end == line.npos ? std::string_view{} : line.substr(end + 1);
    }
}

void TestSheet::draw_cell(base::CellRef at, std::string_view content) {
    if (content == "<") {
        join(at, {at.row, at.column - 1});
    } else if (content == "^") {
        join(at, {at.row - 1, at.column});
    } else if (!content.empty()) {
        cells[at] = parse(content);
    }
}

void TestSheet::join(base::CellRef at, base::CellRef to) {
    for (base::CellRange& merge : merges) {
        if (merge.contains(to)) {
            merge.last = {std::max(merge.last.row, at.row), std::max(merge.last.column, at.column)};
            return;
        }
    }
    merges.push_back({to, at});
}

sheet::Workbook TestBook::workbook() const {
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

}  // namespace shinchoku::layout
