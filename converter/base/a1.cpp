#include "base/a1.h"

#include <algorithm>

#include "base/ascii.h"

namespace shinchoku::base {
namespace {

// 1..26 for a letter in either case, 0 for anything else.
std::uint32_t letter_value(char c) {
    if (c >= 'A' && c <= 'Z') {
        return static_cast<std::uint32_t>(c - 'A') + 1;
    }
    if (c >= 'a' && c <= 'z') {
        return static_cast<std::uint32_t>(c - 'a') + 1;
    }
    return 0;
}

}  // namespace

std::optional<CellRef> parse_a1(std::string_view text) {
    std::size_t at = 0;
    const auto skip_dollar = [&] {
        if (at < text.size() && text[at] == '$') {
            ++at;
        }
    };
    skip_dollar();
    std::uint32_t column = 0;
    const std::size_t letters_from = at;
    while (at < text.size() && letter_value(text[at]) != 0) {
        column = column * 26 + letter_value(text[at]);
        ++at;
        if (at - letters_from > 3) {
            return std::nullopt;
        }
    }
    if (column == 0 || column > max_columns) {
        return std::nullopt;
    }
    skip_dollar();
    std::uint32_t row = 0;
    const std::size_t digits_from = at;
    while (at < text.size() && is_digit(text[at])) {
        row = row * 10 + static_cast<std::uint32_t>(text[at] - '0');
        ++at;
        if (row > max_rows) {
            return std::nullopt;
        }
    }
    if (at == digits_from || at != text.size() || row == 0) {
        return std::nullopt;
    }
    return CellRef{row - 1, column - 1};
}

std::optional<CellRange> parse_a1_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::optional<CellRef> a = parse_a1(text.substr(0, colon));
    const std::optional<CellRef> b =
        colon == std::string_view::npos ? a : parse_a1(text.substr(colon + 1));
    if (!a || !b) {
        return std::nullopt;
    }
    std::optional<CellRange> range = CellRange{*a, *a};
    widen(range, {*b, *b});
    return range;
}

void widen(std::optional<CellRange>& range, const CellRange& by) {
    if (!range) {
        range = by;
        return;
    }
    range->first = {std::min(range->first.row, by.first.row),
                    std::min(range->first.column, by.first.column)};
    range->last = {std::max(range->last.row, by.last.row),
                   std::max(range->last.column, by.last.column)};
}

std::string column_name(std::uint32_t column) {
    std::string name;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

std::string to_a1(CellRef cell) {
    return column_name(cell.column) + std::to_string(cell.row + 1);
}

std::string to_a1(const CellRange& range) {
    return to_a1(range.first) + ":" + to_a1(range.last);
}

}  // namespace shinchoku::base
