#include "libreoffice/values.h"

#include <com/sun/star/uno/Sequence.hxx>
#include <rtl/ustring.hxx>

#include "base/utf8.h"
#include "functions/function.h"
#include "libreoffice/error_number.h"

namespace shinchoku::addin::libreoffice {
namespace {

using com::sun::star::uno::Any;
using com::sun::star::uno::Sequence;
using com::sun::star::uno::TypeClass;

// Nothing for half of a character (a lone surrogate), which rtl's own conversion drops.
std::optional<std::string> to_utf8(const rtl::OUString& text) {
    std::string utf8;
    for (sal_Int32 at = 0; at < text.getLength();) {
        const char32_t code_point = text.iterateCodePoints(&at);
        if (code_point >= 0xD800 && code_point <= 0xDFFF) {
            return std::nullopt;
        }
        base::append_utf8(utf8, code_point);
    }
    return utf8;
}

rtl::OUString to_utf16(std::string_view text) {
    return {text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8};
}

Cell number_cell(double number) {
    if (const std::optional<CellError> error = error_of(number)) {
        return *error;
    }
    return number;
}

// Nothing for a type that stands in no cell.
std::optional<Cell> to_cell(const Any& value) {
    switch (value.getValueTypeClass()) {
        case TypeClass::TypeClass_VOID:
            return Missing{};
        case TypeClass::TypeClass_BOOLEAN:
            return Cell(value.get<bool>());
        case TypeClass::TypeClass_STRING: {
            std::optional<std::string> text = to_utf8(value.get<rtl::OUString>());
            return text ? std::optional<Cell>(*std::move(text)) : std::nullopt;
        }
        default: {
            double number = 0;  // every smaller kind of number becomes one
            return (value >>= number) ? std::optional(number_cell(number)) : std::nullopt;
        }
    }
}
std::optional<Cell> to_cell(double value) {
    return number_cell(value);
}
std::optional<Cell> to_cell(sal_Int32 value) {
    return Cell(static_cast<double>(value));
}
std::optional<Cell> to_cell(const rtl::OUString& value) {
    std::optional<std::string> text = to_utf8(value);
    return text ? std::optional<Cell>(*std::move(text)) : std::nullopt;
}

// Calc writes an empty cell of a range as an empty text.
Cell in_range(Cell cell) {
    const auto* text = std::get_if<std::string>(&cell);
    const bool is_empty = std::holds_alternative<Missing>(cell) || (text && text->empty());
    return is_empty ? Cell(Blank{}) : std::move(cell);
}

template <class T>
std::optional<Table> rows_to_table(const Sequence<Sequence<T>>& rows) {
    const sal_Int32 columns = rows.hasElements() ? rows[0].getLength() : 0;
    const std::size_t count =
        static_cast<std::size_t>(rows.getLength()) * static_cast<std::size_t>(columns);
    if (count == 0 || count > max_cells) {
        return std::nullopt;
    }
    Table table{rows.getLength(), columns, {}};
    table.cells.reserve(count);
    for (const Sequence<T>& row : rows) {
        if (row.getLength() != columns) {
            return std::nullopt;
        }
        for (const T& value : row) {
            std::optional<Cell> cell = to_cell(value);
            if (!cell) {
                return std::nullopt;
            }
            table.cells.push_back(in_range(*std::move(cell)));
        }
    }
    return table;
}

template <class T>
bool read_rows(const Any& argument, std::optional<Table>& table) {
    Sequence<Sequence<T>> rows;
    if (!(argument >>= rows)) {
        return false;
    }
    table = rows_to_table(rows);
    return true;
}

Any any_of(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) {
        return Any(*number);
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return Any(to_utf16(*text));
    }
    if (const auto* truth = std::get_if<bool>(&cell)) {
        return Any(*truth);
    }
    if (const auto* error = std::get_if<CellError>(&cell)) {
        return Any(error_number(*error));
    }
    return Any(rtl::OUString());
}

}  // namespace

std::optional<Table> to_table(const Any& argument) {
    if (argument.getValueTypeClass() == TypeClass::TypeClass_SEQUENCE) {
        std::optional<Table> table;
        if (read_rows<Any>(argument, table) || read_rows<double>(argument, table) ||
            read_rows<rtl::OUString>(argument, table) || read_rows<sal_Int32>(argument, table)) {
            return table;
        }
        return std::nullopt;
    }
    std::optional<Cell> cell = to_cell(argument);
    return cell ? std::optional(Table{1, 1, {*std::move(cell)}}) : std::nullopt;
}

Any to_any(const Outcome& outcome) {
    if (const auto* cell = std::get_if<Cell>(&outcome)) {
        return any_of(*cell);
    }
    const Table& table = std::get<Table>(outcome);
    Sequence<Sequence<Any>> rows(table.rows);
    auto cell = table.cells.begin();
    for (Sequence<Any>& row : rows) {
        row.realloc(table.columns);
        for (Any& value : row) {
            value = any_of(*cell++);
        }
    }
    return Any(rows);
}

}  // namespace shinchoku::addin::libreoffice
