#include "sheet/formula.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/ascii.h"

namespace shinchoku::sheet {
namespace {

using base::is_digit;
using base::is_letter;

// What a name may go on with; bytes above 0x7F belong to Japanese names.
bool is_word(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$' || c == '\\' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// One half of a reference: "$C", "7", "$C$7"; a whole row or column has only one part.
struct Reference {
    bool column_fixed = false;
    bool row_fixed = false;
    std::optional<std::int64_t> column;  // 0-based
    std::optional<std::int64_t> row;
};

std::optional<Reference> parse_reference(std::string_view word) {
    Reference reference;
    std::size_t at = 0;
    bool fixed = false;
    const auto dollar = [&] {
        fixed = at < word.size() && word[at] == '$';
        at += fixed ? 1 : 0;
    };
    dollar();
    std::int64_t column = 0;
    const std::size_t letters = at;
    while (at < word.size() && is_letter(word[at]) && at - letters < 4) {
        column = column * 26 + ((word[at] & 0x1F));
        ++at;
    }
    if (at > letters) {
        if (column > base::max_columns) {
            return std::nullopt;
        }
        reference.column = column - 1;
        reference.column_fixed = fixed;
        dollar();
    }
    std::int64_t row = 0;
    const std::size_t digits = at;
    while (at < word.size() && is_digit(word[at]) && at - digits < 8) {
        row = row * 10 + (word[at] - '0');
        ++at;
    }
    if (at > digits) {
        if (row == 0 || row > base::max_rows) {
            return std::nullopt;
        }
        reference.row = row - 1;
        reference.row_fixed = fixed;
    } else if (fixed && reference.column_fixed != fixed) {
        return std::nullopt;  // "A$"
    }
    if (at != word.size() || (!reference.row && !reference.column)) {
        return std::nullopt;
    }
    return reference;
}

struct Shift {
    std::int64_t rows;
    std::int64_t columns;
};

// Nothing where the reference leaves the sheet.
std::optional<std::string> moved(Reference reference, Shift shift) {
    std::string text;
    if (reference.column) {
        const std::int64_t column =
            *reference.column + (reference.column_fixed ? 0 : shift.columns);
        if (column < 0 || column >= base::max_columns) {
            return std::nullopt;
        }
        text += reference.column_fixed ? "$" : "";
        text += base::column_name(static_cast<std::uint32_t>(column));
    }
    if (reference.row) {
        const std::int64_t row = *reference.row + (reference.row_fixed ? 0 : shift.rows);
        if (row < 0 || row >= base::max_rows) {
            return std::nullopt;
        }
        text += reference.row_fixed ? "$" : "";
        text += std::to_string(row + 1);
    }
    return text;
}

std::size_t end_of_quote(std::string_view text, std::size_t at) {
    const std::size_t end = text.find(text[at], at + 1);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size() && is_word(text[at])) {
        ++at;
    }
    return at;
}

// "A:C" and "1:3" are references only as a pair; a lone "A" is a name and a lone "1" a number.
bool is_whole(const Reference& reference) {
    return !reference.row || !reference.column;
}

}  // namespace

std::string move_formula(std::string_view formula, base::CellRef from, base::CellRef to) {
    const Shift shift{static_cast<std::int64_t>(to.row) - from.row,
                      static_cast<std::int64_t>(to.column) - from.column};
    std::string result;
    result.reserve(formula.size() + 8);
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        std::size_t end = at + 1;
        if (c == '"' || c == '\'') {
            end = end_of_quote(formula, at);
        } else if (c == '[') {  // a column of a table, or another workbook
            end = std::min(formula.find(']', at), formula.size() - 1) + 1;
        } else if (is_word(c)) {
            end = end_of_word(formula, at);
            const std::string_view word = formula.substr(at, end - at);
            const std::optional<Reference> first = parse_reference(word);
            const char next = end < formula.size() ? formula[end] : '\0';
            if (first && is_whole(*first) && next == ':') {
                const std::size_t second_end = end_of_word(formula, end + 1);
                const auto second = parse_reference(formula.substr(end + 1, second_end - end - 1));
                if (second && is_whole(*second) &&
                    second->row.has_value() == first->row.has_value()) {
                    const auto a = moved(*first, shift);
                    const auto b = moved(*second, shift);
                    result += a && b ? *a + ":" + *b : "#REF!";
                    at = second_end;
                    continue;
                }
            } else if (first && !is_whole(*first) && next != '(' && next != '!' && next != '[') {
                result += moved(*first, shift).value_or("#REF!");
                at = end;
                continue;
            }
        }
        result += formula.substr(at, end - at);
        at = end;
    }
    return result;
}

std::vector<FormulaReference> references_of(std::string_view formula) {
    std::vector<FormulaReference> references;
    bool joins = false;  // a colon stood before: the word is the other corner
    bool elsewhere = false;
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        if (c == '"' || c == '\'') {
            at = end_of_quote(formula, at);
            continue;
        }
        if (c == '[') {
            at = std::min(formula.find(']', at), formula.size() - 1) + 1;
            continue;
        }
        if (!is_word(c)) {
            joins = c == ':' && joins;
            elsewhere = c == '!' || (c == ':' && elsewhere);
            ++at;
            continue;
        }
        const std::size_t end = end_of_word(formula, at);
        const char next = end < formula.size() ? formula[end] : '\0';
        const auto cell = next == '(' || next == '!' || next == '['
                              ? std::nullopt
                              : base::parse_a1(formula.substr(at, end - at));
        if (cell && joins && at > 0 && formula[at - 1] == ':') {
            base::CellRange& range = references.back().range;
            const base::CellRef first = range.first;
            range.first = {std::min(first.row, cell->row), std::min(first.column, cell->column)};
            range.last = {std::max(first.row, cell->row), std::max(first.column, cell->column)};
        } else if (cell) {
            references.push_back({{*cell, *cell}, elsewhere});
        }
        joins = cell.has_value();
        at = end;
    }
    return references;
}

std::string plain_formula(std::string_view formula) {
    std::string plain;
    plain.reserve(formula.size());
    for (std::size_t at = 0; at < formula.size();) {
        const char c = formula[at];
        if (c == '"' || c == '\'') {
            const std::size_t end = end_of_quote(formula, at);
            plain += formula.substr(at, end - at);
            at = end;
            continue;
        }
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        ++at;
    }
    return plain;
}

}  // namespace shinchoku::sheet
