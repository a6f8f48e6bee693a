#include "fake_host.h"

#include <fstream>
#include <iterator>

#include "base/a1.h"
#include "base/utf16.h"
#include "excel/conversion.h"

namespace shinchoku::addin::excel {
namespace {

FakeHost* current = nullptr;  // a callback carries no state of its own

std::string text_of(const Xloper12& value) {
    const Cell cell = cell_of(value);
    const auto* const text = std::get_if<std::string>(&cell);
    return text != nullptr ? *text : "";
}

std::vector<std::string> texts_of(const Xloper12& array) {
    std::vector<std::string> texts;
    for (int i = 0; i < array.array.rows * array.array.columns; ++i) {
        texts.push_back(text_of(array.array.cells[i]));
    }
    return texts;
}

}  // namespace

FakeHost::FakeHost() {
    current = this;
    documents = {{2, "C:\\plans"}, {3, 1.0}, {7, false}, {10, 40.0}, {12, 8.0}};
}

FakeHost::~FakeHost() {
    current = nullptr;
}

Host FakeHost::host() const {
    return Host(&FakeHost::callback);
}

int SHINCHOKU_EXCEL_CALL FakeHost::callback(int service,
                                            int count,
                                            Xloper12** arguments,
                                            Xloper12* result) {
    return current->answer(service, {arguments, arguments + count}, *result);
}

void FakeHost::give(const Cell& cell, Xloper12& result) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        std::u16string& units = texts_.emplace_back(base::to_utf16(*text));
        units.insert(units.begin(), static_cast<char16_t>(units.size()));
        result.text = units.data();
        result.type = type::text;
    } else if (const auto* number = std::get_if<double>(&cell)) {
        result.number = *number;
        result.type = type::number;
    } else if (const auto* truth = std::get_if<bool>(&cell)) {
        result.truth = *truth ? 1 : 0;
        result.type = type::truth;
    } else if (std::holds_alternative<CellError>(cell)) {
        result.error = error::not_available;
        result.type = type::error;
    } else {
        result.type = type::blank;
    }
}

void FakeHost::give(const std::vector<Cell>& all, int columns, Xloper12& result) {
    std::vector<Xloper12>& values = arrays_.emplace_back(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        give(all[i], values[i]);
    }
    result.array = {values.data(), static_cast<int>(all.size()) / columns, columns};
    result.type = type::array;
}

int FakeHost::answer(int service, const std::vector<Xloper12*>& arguments, Xloper12& result) {
    if (service == service::free) {
        --lent;
        return answer::success;
    }
    if (refused.contains(service)) {
        return answer::failed;
    }
    if (service == service::get_name) {
        give(Cell(add_in), result);
    } else if (service == service::sheet_id) {
        result.on_sheet = {nullptr, active + 1};
        result.type = type::on_sheet;
    } else if (service == service::sheet_name) {
        give(Cell("[" + book + "]" + sheets.at(arguments.at(0)->on_sheet.sheet - 1)), result);
    } else if (service == service::get_document) {
        give(documents.at(arguments.at(0)->integer), result);
    } else if (service == service::get_workbook) {
        std::vector<Cell> names;
        for (const std::string& sheet : sheets) {
            names.emplace_back("[" + book + "]" + sheet);
        }
        give(names, static_cast<int>(names.size()), result);
    } else if (service == service::selection) {
        areas_.push_back({1, {selection}});
        result.on_sheet = {&areas_.back(), active + 1};
        result.type = type::on_sheet;
    } else if (service == service::coerce) {
        const Reference& area = arguments.at(0)->on_sheet.areas->references[0];
        std::vector<Cell> all;
        for (int row = area.first_row; row <= area.last_row; ++row) {
            for (int column = area.first_column; column <= area.last_column; ++column) {
                const auto found = cells.find({row, column});
                all.push_back(found != cells.end() ? found->second : Cell(Blank{}));
            }
        }
        give(all, area.last_column - area.first_column + 1, result);
    } else if (service == service::get_bar) {
        give(menus.empty() ? Cell(CellError::not_available) : Cell(1.0), result);
    } else {
        give(Cell(carry_out(service, arguments)), result);
    }
    lent += (result.type & (type::text | type::array | type::on_sheet)) != 0 ? 1 : 0;
    return answer::success;
}

bool FakeHost::carry_out(int service, const std::vector<Xloper12*>& arguments) {
    switch (service) {
        case service::add_menu:
            menus.push_back(texts_of(*arguments.at(1)));
            return true;
        case service::delete_menu:
            menus.clear();
            return true;
        case service::alert:
            alerts.push_back(text_of(*arguments.at(0)));
            return true;
        case service::save_copy_as: {
            copies.push_back(text_of(*arguments.at(0)));
            std::ofstream out(copies.back(), std::ios::binary);
            out << file;
            return out.good();
        }
        case service::workbook_insert:
            if (adds_sheets) {
                sheets.push_back("Sheet1");
                active = sheets.size() - 1;
            }
            return true;
        case service::workbook_name:
            sheets.at(active) = text_of(*arguments.at(1));
            return true;
        case service::set:
            written.push_back(arguments.size() > 1 ? texts_of(*arguments[1])
                                                   : std::vector<std::string>());
            return true;
        case service::formula: {
            const Reference& area = arguments.at(1)->on_sheet.areas->references[0];
            formulas.emplace_back(
                base::to_a1(base::CellRef{static_cast<std::uint32_t>(area.first_row),
                                          static_cast<std::uint32_t>(area.first_column)}),
                text_of(*arguments[0]));
            return true;
        }
        default:
            return true;
    }
}

std::string sample(std::string_view name) {
    std::ifstream in(SHINCHOKU_SOURCE_DIR "/sample_workbooks/" + std::string(name),
                     std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace shinchoku::addin::excel
