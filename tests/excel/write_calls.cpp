// Turns the table of cases (tests/addin/cases.tsv) and the table of functions into lines that the
// stand-in for Excel reads without knowing the notation:
//
//     F  name  parameters (V value, R range; small where optional)  1 where volatile
//     C  line  name  expected (~regular expression, or cells)  cells that the native door gives
//        cells of each argument …
//
// with tabs between, and cells as 2x1|N3ff0000000000000|Stext (M left out, B blank, N the bits of a
// number, T, F, E Excel's error, S a text).

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>

#include "functions/formula.h"

namespace shinchoku::addin {
namespace {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '\\':
                safe += "\\\\";
                break;
            case '\t':
                safe += "\\t";
                break;
            case '\n':
                safe += "\\n";
                break;
            case '\r':
                safe += "\\r";
                break;
            case '|':
                safe += "\\p";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

int excel_code(CellError error) {
    switch (error) {
        case CellError::null:
            return 0;
        case CellError::division:
            return 7;
        case CellError::value:
            return 15;
        case CellError::reference:
            return 23;
        case CellError::name:
            return 29;
        case CellError::number:
            return 36;
        case CellError::not_available:
            return 42;
    }
    return 15;
}

std::string flat(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) {
        unsigned long long bits = 0;
        std::memcpy(&bits, number, sizeof bits);
        char digits[24];
        std::snprintf(digits, sizeof digits, "N%016llx", bits);
        return digits;
    }
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return "S" + escaped(*text);
    }
    if (const auto* truth = std::get_if<bool>(&cell)) {
        return *truth ? "T" : "F";
    }
    if (const auto* error = std::get_if<CellError>(&cell)) {
        return "E" + std::to_string(excel_code(*error));
    }
    return std::holds_alternative<Missing>(cell) ? "M" : "B";
}

std::string flat(const Table& table) {
    std::string text = std::to_string(table.rows) + "x" + std::to_string(table.columns);
    for (const Cell& cell : table.cells) {
        text += "|" + flat(cell);
    }
    return text;
}

std::string flat(const Outcome& outcome) {
    const auto* table = std::get_if<Table>(&outcome);
    return flat(table != nullptr ? *table : Table{1, 1, {std::get<Cell>(outcome)}});
}

void write_functions() {
    for (const Function& function : functions()) {
        std::cout << "F\t" << name_prefix << function.name << '\t';
        for (const Parameter& parameter : function.parameters) {
            const bool is_range = parameter.takes == Parameter::Takes::range;
            std::cout << (parameter.required ? "VR" : "vr")[is_range ? 1 : 0];
        }
        std::cout << '\t' << (function.is_volatile ? 1 : 0) << '\n';
    }
}

// Whether the row could be read.
bool write_call(std::size_t line_number, std::string_view row) {
    const std::size_t tab = row.find('\t');
    if (tab == row.npos) {
        return false;
    }
    const auto call = read_call(row.substr(0, tab));
    std::string_view expected = row.substr(tab + 1);
    expected = expected.substr(0, expected.find('\t'));
    if (!call) {
        return false;
    }
    std::string wanted;
    if (expected.starts_with("~/") && expected.ends_with('/') && expected.size() > 3) {
        wanted = "~" + escaped(expected.substr(2, expected.size() - 3));
    } else if (const std::optional<Outcome> outcome = read_outcome(expected)) {
        wanted = flat(*outcome);
    } else {
        return false;
    }
    std::cout << "C\t" << line_number << '\t' << name_prefix << call.value().function->name << '\t'
              << wanted << '\t' << flat(evaluate(call.value()));
    for (const Table& argument : call.value().arguments) {
        std::cout << '\t' << flat(argument);
    }
    std::cout << '\n';
    return true;
}

int write_all(const char* path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::cerr << path << ": cannot be read\n";
        return 1;
    }
    write_functions();
    int unreadable = 0;
    std::string row;
    for (std::size_t line = 1; std::getline(in, row); ++line) {
        if (row.empty() || row.front() == '#') {
            continue;
        }
        if (!write_call(line, row)) {
            std::cerr << path << ":" << line << ": cannot be read: " << row << '\n';
            ++unreadable;
        }
    }
    return unreadable == 0 ? 0 : 1;
}

}  // namespace
}  // namespace shinchoku::addin

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: write_calls cases.tsv\n";
        return 2;
    }
    return shinchoku::addin::write_all(arguments[1]);
}
