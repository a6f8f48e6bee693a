#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace shinchoku::render {

// What Excel can hold in a cell, in UTF-16 units.
inline constexpr std::size_t max_cell_units = 32767;
inline constexpr std::size_t max_sheet_name_units = 31;

// A text made fit for a workbook, and what had to give way.
struct SafeText {
    std::string text;
    bool repaired = false;   // malformed UTF-8 or no character (U+0000, U+FFFE) became U+FFFD
    bool shortened = false;  // cut at the limit
};

// As much of a text as a cell can hold.
[[nodiscard]] SafeText held_text(std::string_view text);

// The same as it is written: control characters and a literal "_x0041_" are escaped as Excel does
// (ECMA-376 part 1, 22.9.2.19), so that the cell reads back equal.
[[nodiscard]] SafeText cell_text(std::string_view text);

// A text for a name, title, prompt, header or formula: characters that XML forbids are left out.
[[nodiscard]] SafeText plain_text(std::string_view text, std::size_t max_units);

// Lawful as a sheet name: at most 31 UTF-16 units, []:*?/\ as their full-width twins, no quote at
// an end, never blank, not the reserved "History". Not yet unique.
[[nodiscard]] std::string lawful_sheet_name(std::string_view wanted);

// Names equal in this form may not stand in one workbook.
[[nodiscard]] std::string sheet_name_key(std::string_view name);

// "a'b" -> "'a''b'", for formulas.
[[nodiscard]] std::string quoted_sheet_name(std::string_view name);

}  // namespace shinchoku::render
