#include "excel/workspace.h"

#include <utility>

#include "base/utf16.h"
#include "excel/conversion.h"
#include "excel/host_arguments.h"

namespace shinchoku::addin::excel {
namespace {

// What GET.DOCUMENT and the others are asked for, by the numbers of Excel's macro language.
namespace document_part {
constexpr int folder = 2;  // #N/A where the book was never saved
constexpr int kind = 3;
constexpr int is_protected = 7;
constexpr int last_row = 10;
constexpr int last_column = 12;
}  // namespace document_part
constexpr int names_of_sheets = 1;
constexpr double kind_worksheet = 1;
constexpr int new_worksheet = 1;
constexpr int information = 2;
constexpr std::size_t longest_alert = 255;

bool is_truth(const Cell& cell, bool truth) {
    return cell == Cell(truth);
}

// A command that Excel did not carry out answers so, or gives FALSE or an error.
bool carry_out(Host host, int command, const HostArguments& arguments) {
    const HostValue result(host, command, arguments.list());
    if (result.answer() != answer::success) {
        return false;
    }
    const Cell given = cell_of(result.value());
    const bool is_error = (result.value().type & type::mask) == type::error;
    return !is_error && !is_truth(given, false);
}

// "[回答.xlsx]1-1-1": neither part can hold a bracket.
std::optional<std::pair<std::string, std::string>> parts_of(const Cell& cell) {
    const auto* const name = std::get_if<std::string>(&cell);
    const std::size_t end = name != nullptr ? name->rfind(']') : std::string::npos;
    if (end == std::string::npos || !name->starts_with('[')) {
        return std::nullopt;
    }
    return std::pair(name->substr(1, end - 1), name->substr(end + 1));
}

std::optional<OpenSheet> current_sheet(Host host) {
    HostValue reference(host, service::sheet_id, {});
    if (reference.answer() != answer::success ||
        (reference.value().type & type::mask) != type::on_sheet) {
        return std::nullopt;
    }
    Xloper12* const list[] = {reference.argument()};
    const HostValue name(host, service::sheet_name, list);
    const auto parts = parts_of(cell_of(name.value()));
    if (!parts) {
        return std::nullopt;
    }
    return OpenSheet{reference.value().on_sheet.sheet, parts->first, parts->second};
}

}  // namespace

std::filesystem::path Workspace::add_in_file() const {
    const HostValue name(host_, service::get_name, {});
    const Cell cell = cell_of(name.value());
    const auto* const text = std::get_if<std::string>(&cell);
    return text != nullptr ? std::filesystem::path(base::to_utf16(*text)) : std::filesystem::path();
}

std::optional<OpenSheet> Workspace::active_sheet() const {
    return current_sheet(host_);
}

Cell Workspace::document(int what) const {
    HostArguments arguments;
    arguments.add_integer(what);
    const HostValue given(host_, service::get_document, arguments.list());
    return given.answer() == answer::success ? cell_of(given.value()) : Cell(CellError::value);
}

std::uint32_t Workspace::document_count(int what) const {
    const Cell cell = document(what);
    const auto* const number = std::get_if<double>(&cell);
    return number != nullptr && *number > 0 && *number <= base::max_rows
               ? static_cast<std::uint32_t>(*number)
               : 0;
}

bool Workspace::is_worksheet() const {
    return document(document_part::kind) == Cell(kind_worksheet);
}

bool Workspace::is_protected() const {
    return is_truth(document(document_part::is_protected), true);
}

bool Workspace::was_ever_saved() const {
    return std::holds_alternative<std::string>(document(document_part::folder));
}

std::uint32_t Workspace::used_rows() const {
    return document_count(document_part::last_row);
}

std::uint32_t Workspace::used_columns() const {
    return document_count(document_part::last_column);
}

std::optional<base::CellRange> Workspace::selection() const {
    const HostValue selected(host_, service::selection, {});
    const Xloper12& value = selected.value();
    if (!is_reference(value) || !count_referenced_cells(value)) {
        return std::nullopt;
    }
    const Reference& area = (value.type & type::mask) == type::on_this_sheet
                                ? value.on_this_sheet.reference
                                : value.on_sheet.areas->references[0];
    return base::CellRange{
        {static_cast<std::uint32_t>(area.first_row), static_cast<std::uint32_t>(area.first_column)},
        {static_cast<std::uint32_t>(area.last_row), static_cast<std::uint32_t>(area.last_column)}};
}

std::optional<std::vector<Cell>> Workspace::cells(const OpenSheet& sheet,
                                                  const base::CellRange& range) const {
    HostArguments arguments;
    arguments.add_range(sheet.id, range);
    const HostValue given(host_, service::coerce, arguments.list());
    const std::size_t wanted = (range.last.row - range.first.row + std::size_t{1}) *
                               (range.last.column - range.first.column + std::size_t{1});
    if (given.answer() != answer::success || is_reference(given.value()) ||
        count_cells(given.value()) != wanted) {
        return std::nullopt;
    }
    std::vector<Cell> cells;
    if ((given.value().type & type::mask) != type::array) {
        cells.push_back(cell_of(given.value()));
        return cells;
    }
    for (const Xloper12& each : std::span(given.value().array.cells, wanted)) {
        cells.push_back(cell_of(each));
    }
    return cells;
}

std::vector<std::string> Workspace::sheet_names() const {
    HostArguments arguments;
    arguments.add_integer(names_of_sheets);
    const HostValue given(host_, service::get_workbook, arguments.list());
    const auto count = count_cells(given.value());
    std::vector<std::string> names;
    if ((given.value().type & type::mask) != type::array || !count) {
        return names;
    }
    for (const Xloper12& each :
         std::span(given.value().array.cells, static_cast<std::size_t>(*count))) {
        if (auto parts = parts_of(cell_of(each))) {
            names.push_back(std::move(parts->second));
        }
    }
    return names;
}

bool Workspace::save_copy(const std::filesystem::path& file) const {
    HostArguments arguments;
    arguments.add_text(base::to_utf8(file.u16string()));
    return carry_out(host_, service::save_copy_as, arguments);
}

std::optional<OpenSheet> Workspace::add_sheet(const OpenSheet& active) const {
    HostArguments arguments;
    arguments.add_integer(new_worksheet);
    if (!carry_out(host_, service::workbook_insert, arguments)) {
        return std::nullopt;
    }
    std::optional<OpenSheet> added = current_sheet(host_);
    // Nothing may ever be written over a sheet that was there before.
    return added && added->id != active.id ? added : std::nullopt;
}

bool Workspace::rename(const OpenSheet& sheet, std::string_view name) const {
    HostArguments arguments;
    arguments.add_text(sheet.name);
    arguments.add_text(name);
    return carry_out(host_, service::workbook_name, arguments);
}

bool Workspace::define_own_name(const OpenSheet& active, std::string_view name) const {
    HostArguments arguments;
    arguments.add_text(name);
    arguments.add_range(active.id, {});
    arguments.add_left_out();   // no macro
    arguments.add_left_out();   // no shortcut
    arguments.add_truth(true);  // hidden
    arguments.add_left_out();   // no category
    arguments.add_truth(true);  // local
    return carry_out(host_, service::define_name, arguments);
}

bool Workspace::write(const OpenSheet& sheet,
                      base::CellRef first,
                      const std::vector<std::string>& texts,
                      std::size_t columns) const {
    const auto rows = static_cast<std::uint32_t>(texts.size() / columns);
    HostArguments arguments;
    arguments.add_range(
        sheet.id,
        {first, {first.row + rows - 1, first.column + static_cast<std::uint32_t>(columns) - 1}});
    arguments.add_texts(texts, columns);
    return carry_out(host_, service::set, arguments);
}

bool Workspace::enter(const OpenSheet& sheet, base::CellRef at, std::string_view formula) const {
    HostArguments arguments;
    arguments.add_text(formula);
    arguments.add_range(sheet.id, {at, at});
    return carry_out(host_, service::formula, arguments);
}

bool Workspace::clear(const OpenSheet& sheet, const base::CellRange& range) const {
    HostArguments arguments;
    arguments.add_range(sheet.id, range);
    return carry_out(host_, service::set, arguments);
}

void Workspace::select(const OpenSheet& sheet, const base::CellRange& range) const {
    HostArguments arguments;
    arguments.add_range(sheet.id, range);
    carry_out(host_, service::select, arguments);
}

void Workspace::format_selection(std::string_view number_format) const {
    HostArguments arguments;
    arguments.add_text(number_format);
    carry_out(host_, service::format_number, arguments);
}

void Workspace::wrap_selection() const {
    HostArguments arguments;
    arguments.add_left_out();  // the horizontal alignment stays
    arguments.add_truth(true);
    constexpr int top = 1;
    arguments.add_integer(top);
    carry_out(host_, service::alignment, arguments);
}

void Workspace::set_width(const OpenSheet& sheet, std::uint32_t column, double characters) const {
    HostArguments arguments;
    arguments.add_number(characters);
    arguments.add_range(sheet.id, {{0, column}, {0, column}});
    carry_out(host_, service::column_width, arguments);
}

void Workspace::tell(std::string_view sentence) const {
    std::u16string units = base::to_utf16(sentence);
    if (units.size() > longest_alert) {
        units.resize(longest_alert - 1);
        units += u'…';
    }
    HostArguments arguments;
    arguments.add_text(base::to_utf8(units));
    arguments.add_integer(information);
    carry_out(host_, service::alert, arguments);
}

}  // namespace shinchoku::addin::excel
