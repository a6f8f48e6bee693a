#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "base/a1.h"

namespace shinchoku::render {

// What libxlsxwriter 1.1.4 cannot write is put right in the finished package: parts are inflated,
// changed and deflated again, every other byte of data stays.

// Changes a part; false where it does not hold what was expected.
using PartEdit = std::function<bool(pugi::xml_document& part)>;
using PartEdits = std::map<std::string, std::vector<PartEdit>, std::less<>>;  // by name of the part

// False where the package at `path` cannot be read or written, or an edit failed.
[[nodiscard]] bool edit_package(const std::filesystem::path& path, PartEdits edits);

// True where the sixteen digits that libxlsxwriter writes ("%.16G") read back as another number.
[[nodiscard]] bool needs_exact_digits(double number);
[[nodiscard]] std::string shortest_digits(double number);

// The edit of a sheet that gives a number cell these digits.
[[nodiscard]] PartEdit exact_number(base::CellRef cell, std::string digits);

// The edit of a sheet that turns a number cell into an error, which the library cannot write.
[[nodiscard]] PartEdit error_value(base::CellRef cell, std::string code);

// The edit of a sheet whose data bars are as long as the number says in programs that know only
// those of Excel 2007 too: theirs would begin at a tenth of the cell and end before its edge.
[[nodiscard]] PartEdit whole_data_bars();

// The edit of the workbook part that takes back the order to calculate everything on opening: each
// formula is written with its value, and a book that was only looked at should close unasked.
[[nodiscard]] PartEdit keep_cached_values();

// The edit of a chart that draws some series of its columns as lines over them: the library has no
// combined charts. Series are counted from 0 in the order they were added.
[[nodiscard]] PartEdit series_as_lines(std::vector<std::size_t> series);

// The edit of a bar chart that draws some series as narrower bars over the others, on a second pair
// of axes that nobody sees and that runs as the first does: the library has no second axes.
[[nodiscard]] PartEdit series_in_front(std::vector<std::size_t> series);

}  // namespace shinchoku::render
