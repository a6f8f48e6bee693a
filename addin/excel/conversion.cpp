#include "excel/conversion.h"

#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include "base/utf16.h"

namespace shinchoku::addin::excel {
namespace {

constexpr std::array<std::pair<std::int32_t, CellError>, 7> all_errors{{
    {error::null, CellError::null},
    {error::division, CellError::division},
    {error::value, CellError::value},
    {error::reference, CellError::reference},
    {error::name, CellError::name},
    {error::number, CellError::number},
    {error::not_available, CellError::not_available},
}};

CellError error_of(std::int32_t code) {
    for (const auto& [excel, own] : all_errors) {
        if (excel == code) {
            return own;
        }
    }
    // A cell that still waits for its data holds nothing yet; the rest came after Excel 2007.
    return code == error::getting_data ? CellError::not_available : CellError::value;
}

std::int32_t code_of(CellError error) {
    for (const auto& [excel, own] : all_errors) {
        if (own == error) {
            return excel;
        }
    }
    return error::value;
}

// A result and all that it points to. Excel sees the first part only.
struct Result : Xloper12 {
    std::vector<Xloper12> cells;
    std::vector<std::u16string> texts;  // each with its length before it
};

Xloper12 error_value(std::int32_t code) {
    Xloper12 value{};
    value.error = code;
    value.type = type::error;
    return value;
}

// REQUIRES: room in `texts`, which must not move what it holds.
Xloper12 text_value(std::string_view text, std::vector<std::u16string>& texts) {
    std::u16string units = base::to_utf16(text);
    if (units.size() > max_text_units) {
        return error_value(error::value);
    }
    units.insert(units.begin(), static_cast<char16_t>(units.size()));
    texts.push_back(std::move(units));
    Xloper12 value{};
    value.text = texts.back().data();
    value.type = type::text;
    return value;
}

Xloper12 value_of_cell(const Cell& cell, std::vector<std::u16string>& texts) {
    Xloper12 value{};
    if (const auto* number = std::get_if<double>(&cell)) {
        if (!std::isfinite(*number)) {
            return error_value(error::number);
        }
        value.number = *number;
        value.type = type::number;
    } else if (const auto* truth = std::get_if<bool>(&cell)) {
        value.truth = *truth ? 1 : 0;
        value.type = type::truth;
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        return text_value(*text, texts);
    } else if (const auto* found = std::get_if<CellError>(&cell)) {
        return error_value(code_of(*found));
    } else {
        return text_value("", texts);  // what is blank would be shown as 0
    }
    return value;
}

}  // namespace

Cell cell_of(const Xloper12& value) {
    switch (value.type & type::mask) {
        case type::number:
            return value.number;
        case type::text:
            return base::to_utf8(std::u16string_view(value.text + 1, value.text[0]));
        case type::truth:
            return value.truth != 0;
        case type::integer:
            return static_cast<double>(value.integer);
        case type::error:
            return error_of(value.error);
        case type::missing:
            return Missing{};
        case type::blank:
            return Blank{};
        default:
            return CellError::value;
    }
}

std::optional<std::uint64_t> count_cells(const Xloper12& value) {
    if ((value.type & type::mask) != type::array) {
        return 1;
    }
    if (value.array.rows <= 0 || value.array.columns <= 0) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(value.array.rows) *
           static_cast<std::uint64_t>(value.array.columns);
}

bool is_reference(const Xloper12& value) {
    const std::uint32_t kind = value.type & type::mask;
    return kind == type::on_sheet || kind == type::on_this_sheet;
}

std::optional<std::uint64_t> count_referenced_cells(const Xloper12& reference) {
    const bool on_this_sheet = (reference.type & type::mask) == type::on_this_sheet;
    if (!on_this_sheet &&
        (reference.on_sheet.areas == nullptr || reference.on_sheet.areas->count != 1)) {
        return std::nullopt;
    }
    const Reference& area =
        on_this_sheet ? reference.on_this_sheet.reference : reference.on_sheet.areas->references[0];
    if (area.first_row < 0 || area.last_row < area.first_row || area.first_column < 0 ||
        area.last_column < area.first_column) {
        return std::nullopt;
    }
    // The whole grid, 2^20 rows by 2^14 columns, is more than 32 bits hold.
    return (static_cast<std::uint64_t>(area.last_row - area.first_row) + 1) *
           (static_cast<std::uint64_t>(area.last_column - area.first_column) + 1);
}

Xloper12* new_result(const Outcome& outcome) {
    auto result = std::make_unique<Result>();
    const auto* table = std::get_if<Table>(&outcome);
    if (table == nullptr) {
        result->texts.reserve(1);
        static_cast<Xloper12&>(*result) = value_of_cell(std::get<Cell>(outcome), result->texts);
    } else if (table->cells.empty()) {
        static_cast<Xloper12&>(*result) = error_value(error::not_available);
    } else {
        result->texts.reserve(table->cells.size());
        result->cells.reserve(table->cells.size());
        for (const Cell& cell : table->cells) {
            result->cells.push_back(value_of_cell(cell, result->texts));
        }
        result->array = {result->cells.data(), table->rows, table->columns};
        result->type = type::array;
    }
    result->type |= type::freed_by_add_in;
    return result.release();
}

void free_result(Xloper12* result) noexcept {
    delete static_cast<Result*>(result);
}

}  // namespace shinchoku::addin::excel
