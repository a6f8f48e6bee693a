#include "xlsx/sheet_cells.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "xlsx/cell_number.h"
#include "xlsx/cell_text.h"
#include "xlsx/sheet_sizes.h"

namespace shinchoku::xlsx {
namespace {

constexpr std::uint32_t rows_between_looks_at_the_clock = 1024;
constexpr std::size_t cells_a_batch = 1024;
constexpr std::string_view damaged_value = "#VALUE!";

// "AB12" at once; what is written otherwise is left to the general reading.
std::optional<base::CellRef> parse_place(std::string_view text) {
    std::uint32_t column = 0;
    std::size_t at = 0;
    for (; at < text.size() && at < 3 && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::uint32_t>(text[at] - 'A') + 1;
    }
    std::uint32_t row = 0;
    for (; at < text.size() && at < 9 && text[at] >= '0' && text[at] <= '9'; ++at) {
        row = row * 10 + static_cast<std::uint32_t>(text[at] - '0');
    }
    const bool is_plain =
        at == text.size() && column - 1 < base::max_columns && row - 1 < base::max_rows;
    return is_plain ? base::CellRef{row - 1, column - 1} : base::parse_a1(text);
}

}  // namespace

CellReader::CellReader(Scanner& scanner,
                       SheetContext& context,
                       SheetRemarks& remarks,
                       sheet::Sheet& sheet)
    : scanner_(scanner), context_(context), remarks_(remarks), sheet_(sheet) {}

Refusal CellReader::read() {
    if (context_.batches == nullptr) {
        // Few cells are shorter than this; what is reserved and not filled is never touched.
        constexpr std::size_t bytes_a_cell = 32;
        const std::uint64_t most = scanner_.size() / bytes_a_cell;
        sheet_.cells.reserve(static_cast<std::size_t>(std::min(most, context_.limits.cells)));
    }
    for (std::uint32_t rows = 1;; ++rows) {
        const Scanner::Tag tag = scanner_.next();
        if (tag != Scanner::Tag::start) {
            break;  // the end, or a fault, which the scanner remembers
        }
        if (!scanner_.is("row")) {
            scanner_.skip_element();
            continue;
        }
        if (Refusal refusal = read_row()) {
            return refusal;
        }
        if (rows % rows_between_looks_at_the_clock == 0 && context_.deadline.has_passed()) {
            return refuse_seconds(context_.limits);
        }
    }
    if (missing_results_ > 0) {
        remarks_.missing_results(first_missing_, missing_results_);
    }
    return std::nullopt;
}

Refusal CellReader::out_of_place(base::Text what) const {
    return refuse_damaged(sheet_.part, std::move(what));
}

Refusal CellReader::read_row() {
    row_ = next_row_;
    const std::string_view number = scanner_.attribute("r");
    if (number.data() != nullptr) {
        const auto row = parse_index(number);
        if (!row || *row == 0 || *row > base::max_rows) {
            return out_of_place({"行番号「" + printable(number) + "」が正しくありません",
                                 "'" + printable(number) + "' is no row number"});
        }
        row_ = *row - 1;
    }
    if (row_ >= base::max_rows) {
        return out_of_place({"行数がExcelの上限(1,048,576行)を超えています",
                             "it has more rows than a sheet can hold (1,048,576)"});
    }
    if (row_ + 1 < next_row_) {
        return out_of_place({"行の順序が正しくありません(" + std::to_string(row_ + 1) + "行目)",
                             "its rows are out of order (row " + std::to_string(row_ + 1) + ")"});
    }
    next_row_ = row_ + 1;
    next_column_ = 0;
    if (parse_boolean(scanner_.attribute("hidden")).value_or(false) &&
        (sheet_.hidden_rows.empty() || sheet_.hidden_rows.back() != row_)) {
        sheet_.hidden_rows.push_back(row_);
    }
    if (context_.attachments != nullptr) {
        note_height();
    }
    for (Scanner::Tag tag = scanner_.next(); tag == Scanner::Tag::start; tag = scanner_.next()) {
        if (!scanner_.is("c")) {
            scanner_.skip_element();
        } else if (Refusal refusal = read_cell()) {
            return refusal;
        }
    }
    return std::nullopt;
}

void CellReader::note_height() {
    const auto height = row_height(scanner_.attribute("ht"));
    auto& heights = context_.attachments->row_heights;
    if (height && (heights.empty() || heights.back().row != row_)) {
        const bool fixed = parse_boolean(scanner_.attribute("customHeight")).value_or(false);
        heights.push_back({row_, *height, fixed});
    }
}

Refusal CellReader::read_cell() {
    sheet::Cell cell;
    cell.part_offset = static_cast<std::uint32_t>(scanner_.offset());
    Parts parts;
    for (const Scanner::Attribute& attribute : scanner_.attributes()) {
        if (attribute.name == "r") {
            parts.reference = attribute.value;
        } else if (attribute.name == "s") {
            parts.style = attribute.value;
        } else if (attribute.name == "t") {
            parts.type = attribute.value;
        }
    }
    if (Refusal refusal = place_cell(parts.reference, cell)) {
        return refusal;
    }
    repaired_ = false;
    read_children(parts, cell);
    if (scanner_.is_broken()) {
        return std::nullopt;  // said once, at the end of the part
    }
    if (Refusal refusal = set_value(parts, cell)) {
        return refusal;
    }
    set_style(parts.style, cell);
    if (repaired_) {
        remarks_.odd_cell(cell.at,
                          {"文字として成り立たない符号(_xD800_ など)を「\uFFFD」に置き換えました。",
                           "A code that is no character (such as _xD800_) was replaced by U+FFFD."},
                          cell.text);
    }
    return keep(cell);
}

Refusal CellReader::place_cell(std::string_view reference, sheet::Cell& cell) {
    cell.at = {row_, next_column_};
    if (reference.data() != nullptr) {
        const auto at = parse_place(reference);
        if (!at) {
            return out_of_place({"セル番地「" + printable(reference) + "」が正しくありません",
                                 "'" + printable(reference) + "' is no cell address"});
        }
        if (at->row != row_) {
            return out_of_place({"セル番地「" + printable(reference) + "」が行番号(" +
                                     std::to_string(row_ + 1) + ")と合いません",
                                 "the cell address '" + printable(reference) +
                                     "' contradicts its row (" + std::to_string(row_ + 1) + ")"});
        }
        cell.at = *at;
    }
    if (cell.at.column >= base::max_columns) {
        return out_of_place({"列数がExcelの上限(16,384列)を超えています",
                             "it has more columns than a sheet can hold (16,384)"});
    }
    if (!sheet_.cells.empty() && cell.at < sheet_.cells.back().at) {
        return out_of_place({"セルの順序が正しくありません(" + base::to_a1(cell.at) + ")",
                             "its cells are out of order (" + base::to_a1(cell.at) + ")"});
    }
    next_column_ = cell.at.column + 1;
    return std::nullopt;
}

void CellReader::read_children(Parts& parts, sheet::Cell& cell) {
    for (Scanner::Tag tag = scanner_.next(); tag == Scanner::Tag::start; tag = scanner_.next()) {
        if (scanner_.is("v")) {
            const std::string_view value = scanner_.element_text();
            parts.value = parts.value.value_or(value);  // the first
        } else if (scanner_.is("f")) {
            read_formula(cell);
        } else if (scanner_.is("is")) {
            const CellText text = read_rich_text(scanner_, context_.texts);
            parts.inline_text = text.text;
            repaired_ = text.repaired;
        } else {
            scanner_.skip_element();
        }
    }
}

// A shared formula has its text in one cell; the others name it by number.
void CellReader::read_formula(sheet::Cell& cell) {
    const bool shared = scanner_.attribute("t") == "shared";
    std::optional<std::uint32_t> number;
    if (shared) {
        number = parse_index(scanner_.attribute("si"));
    }
    const std::string_view text = scanner_.element_text();
    if (number && text.empty()) {
        const auto known = shared_formulas_.find(*number);
        if (known != shared_formulas_.end()) {
            cell.formula = known->second;
            return;
        }
    }
    cell.formula = static_cast<std::uint32_t>(sheet_.formulas.size());
    sheet_.formulas.emplace_back(text);
    if (number && !text.empty()) {
        shared_formulas_.insert_or_assign(*number, cell.formula);
        sheet_.shared_formulas.push_back({cell.formula, cell.at});
    }
}

void CellReader::set_style(std::string_view style, sheet::Cell& cell) {
    if (!context_.styles.is_present) {
        return;
    }
    const auto& formats = context_.styles.format_of_xf;
    const auto index =
        style.data() == nullptr ? std::optional<std::uint32_t>(0) : parse_index(style);
    style_ = index.value_or(0);
    if (index && *index < formats.size()) {
        cell.format = formats[*index];
    } else if (cell.type == sheet::CellType::blank) {
        remarks_.odd_cell(cell.at,
                          {"空のセルの書式の番号が正しくないため、標準の書式としました。",
                           "An empty cell's style number is out of range; it is taken as General."},
                          style);
    } else if (style.data() != nullptr) {
        // The stored value is sound, but 0.986 may be 98.6 % to whoever typed it: kept, as an
        // error.
        remarks_.damaged_cell(cell.at,
                              {"セルの書式の番号が正しくないため、標準の書式で読みました。",
                               "The cell's style number is out of range; it was read as General."},
                              style);
    }
}

Refusal CellReader::set_value(const Parts& parts, sheet::Cell& cell) {
    const bool is_inline = parts.type == "inlineStr";
    const bool is_number = parts.type.empty() || parts.type == "n";
    if (is_inline && parts.inline_text) {
        cell.type = sheet::CellType::text;
        cell.text = context_.texts.keep(*parts.inline_text);
    } else if (!parts.value || (is_number && parts.value->empty())) {
        if (cell.formula != sheet::no_formula && missing_results_++ == 0) {
            first_missing_ = cell.at;
        }
    } else if (is_number) {
        set_number(*parts.value, cell);
    } else if (parts.type == "s") {
        return set_shared(*parts.value, cell);
    } else if (parts.type == "str" || is_inline) {
        set_text(*parts.value, cell);
    } else if (parts.type == "b") {
        set_boolean(*parts.value, cell);
    } else if (parts.type == "e") {
        cell.type = sheet::CellType::error;
        cell.text = context_.texts.keep(*parts.value);
    } else if (parts.type == "d") {
        set_date(*parts.value, cell);
    } else {
        set_text(*parts.value, cell);
        remarks_.damaged_cell(cell.at,
                              {"セルの種類が不明なため、文字として読みました。",
                               "The cell's type is unknown; it was read as text."},
                              parts.type);
    }
    return std::nullopt;
}

void CellReader::set_number(std::string_view value, sheet::Cell& cell) {
    const auto number = parse_number(value);
    if (number) {
        cell.type = sheet::CellType::number;
        cell.number = *number;
        return;
    }
    set_text(value, cell);
    remarks_.damaged_cell(cell.at,
                          {"数値のはずのセルが数値ではないため、文字として読みました。",
                           "The cell should hold a number but does not; it was read as text."},
                          value);
}

Refusal CellReader::set_shared(std::string_view value, sheet::Cell& cell) {
    const SharedStrings& strings = context_.strings;
    if (!strings.is_present) {
        return refuse_damaged(sheet_.part,
                              {"セルの文字を収めた部品(共有文字列)がありません",
                               "the part with the texts of its cells (shared strings) is missing"});
    }
    const auto index = parse_index(value);
    if (index && *index < strings.texts.size()) {
        cell.type = sheet::CellType::text;
        cell.text = strings.texts[*index];
        repaired_ = !strings.repaired.empty() && strings.repaired.contains(*index);
    } else {
        set_damaged(cell,
                    {"セルの文字の番号が正しくないため、値を読み取れません。",
                     "The cell's text number is out of range; its value cannot be read."},
                    value);
    }
    return std::nullopt;
}

void CellReader::set_boolean(std::string_view value, sheet::Cell& cell) {
    const auto boolean = parse_boolean(value);
    if (boolean) {
        cell.type = sheet::CellType::boolean;
        cell.number = *boolean ? 1 : 0;
        return;
    }
    set_damaged(cell,
                {"真偽値(TRUE/FALSE)のセルの値が正しくありません。",
                 "The cell should hold TRUE or FALSE but does not."},
                value);
}

void CellReader::set_date(std::string_view value, sheet::Cell& cell) {
    const auto serial = parse_iso_date(value, context_.date_1904);
    if (serial) {
        cell.type = sheet::CellType::number;
        cell.number = *serial;
        return;
    }
    set_text(value, cell);
    remarks_.damaged_cell(cell.at,
                          {"日付のはずのセルが日付ではないため、文字として読みました。",
                           "The cell should hold a date but does not; it was read as text."},
                          value);
}

// What the sheet part itself holds is copied: the part is let go when its cells are read.
void CellReader::set_text(std::string_view value, sheet::Cell& cell) {
    const CellText text = unescape(value, context_.texts);
    cell.type = sheet::CellType::text;
    cell.text = context_.texts.keep(text.text);
    repaired_ = text.repaired;
}

void CellReader::set_damaged(sheet::Cell& cell, base::Text what, std::string_view found) {
    cell.type = sheet::CellType::error;
    cell.number = 0;
    cell.text = damaged_value;
    remarks_.damaged_cell(cell.at, std::move(what), found);
}

Refusal CellReader::keep(const sheet::Cell& cell) {
    if (++context_.cell_count > context_.limits.cells) {
        return refuse_limit(
            "cells", {"セルの数", "number of cells"}, context_.cell_count, context_.limits.cells);
    }
    if (cell.text.size() > context_.limits.cell_characters &&
        count_characters(cell.text) > context_.limits.cell_characters) {
        return refuse_cell_characters(count_characters(cell.text), context_.limits);
    }
    if (!sheet_.cells.empty() && sheet_.cells.back().at == cell.at) {
        remarks_.odd_cell(cell.at,
                          {"同じ番地のセルが二つあるため、後のものを読みました。",
                           "Two cells stand at one place; the later one was read."},
                          cell.text);
        sheet_.cells.pop_back();
        if (context_.attachments != nullptr) {
            context_.attachments->style_of_cell.pop_back();
        }
    }
    sheet_.cells.push_back(cell);
    if (context_.attachments != nullptr) {
        context_.attachments->style_of_cell.push_back(style_);
    }
    if (context_.batches != nullptr && sheet_.cells.size() > cells_a_batch) {
        hand_out();
    }
    return std::nullopt;
}

// All but the last cell, which another one may still replace.
void CellReader::hand_out() {
    (*context_.batches)(sheet_, std::span(sheet_.cells).first(sheet_.cells.size() - 1));
    sheet_.cells.erase(sheet_.cells.begin(), sheet_.cells.end() - 1);
}

}  // namespace shinchoku::xlsx
