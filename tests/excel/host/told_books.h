#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace stand_in {

// What the command line finds in workbooks, as tests/excel/write_findings puts it down.

struct ToldFinding {
    std::wstring place;
    std::wstring link;                  // empty for one on the whole book
    std::array<std::wstring, 4> texts;  // severity, message, hint, rule
};

struct ToldSheet {
    std::wstring name;
    std::vector<ToldFinding> findings;
};

struct ToldBook {
    std::string file;  // its bytes
    std::vector<ToldSheet> sheets;
};

using ToldBooks = std::vector<ToldBook>;

// Nothing where a line or a workbook cannot be read.
[[nodiscard]] std::optional<ToldBooks> read_books(const wchar_t* path);

}  // namespace stand_in
