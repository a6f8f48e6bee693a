#include "told_books.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "values.h"

namespace stand_in {
namespace {

namespace fs = std::filesystem;

std::vector<std::wstring> fields_of(const std::string& line) {
    std::vector<std::wstring> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, '\t');) {
        fields.push_back(to_wide(field));
    }
    return fields;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

// B file, S sheet, F place link severity message hint rule: a line each, tabs between.
std::optional<ToldBooks> read_books(const wchar_t* path) {
    std::ifstream in(fs::path(path), std::ios::binary);
    ToldBooks books;
    for (std::string line; std::getline(in, line);) {
        const std::vector<std::wstring> fields = fields_of(line);
        if (fields.size() == 2 && fields[0] == L"B") {
            books.push_back({bytes_of(fields[1]), {}});
        } else if (fields.size() == 2 && fields[0] == L"S" && !books.empty()) {
            books.back().sheets.push_back({fields[1], {}});
        } else if (fields.size() == 7 && fields[0] == L"F" && !books.empty() &&
                   !books.back().sheets.empty()) {
            books.back().sheets.back().findings.push_back(
                {fields[1], fields[2], {fields[3], fields[4], fields[5], fields[6]}});
        } else {
            return std::nullopt;
        }
    }
    for (const ToldBook& book : books) {
        if (book.file.empty() || book.sheets.empty()) {
            return std::nullopt;
        }
    }
    return books.empty() ? std::nullopt : std::optional(std::move(books));
}

}  // namespace stand_in
