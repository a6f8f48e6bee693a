#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "layout/diagnostics.h"

namespace shinchoku::layout {

struct TomlEntry;

// A TOML document as plain values with their places, so that the TOML library stays in one file.
struct TomlValue {
    enum class Kind { text, integer, decimal, boolean, array, table, other };

    Kind kind = Kind::other;
    std::string text;  // Kind::text; numbers as written
    std::int64_t integer = 0;
    bool boolean = false;
    std::vector<TomlValue> items;    // Kind::array
    std::vector<TomlEntry> entries;  // Kind::table, in the order of the file
    SourcePlace place;

    [[nodiscard]] const TomlEntry* find(std::string_view key) const;
};

struct TomlEntry {
    std::string key;
    SourcePlace place;
    TomlValue value;
};

[[nodiscard]] base::Result<TomlValue, Diagnostic> parse_toml(std::string_view text);

// Says where in the file a character of a string's value stands, through quotes, escapes and line
// breaks. `file` must outlive it. Asking for ascending offsets is cheap.
class StringPlaces {
public:
    StringPlaces(std::string_view file, SourcePlace opening_quote);

    // REQUIRES: offset <= size of the string's value.
    [[nodiscard]] SourcePlace at(std::size_t offset);

private:
    void open();
    [[nodiscard]] bool at_continuation() const;
    void step();
    void step_escape();
    void skip_line_break();
    void advance_raw();

    std::string_view file_;
    std::size_t start_ = 0;  // of the first quote
    SourcePlace start_place_;
    std::size_t raw_ = 0;     // in file_
    std::size_t offset_ = 0;  // in the value
    SourcePlace place_;
    bool escapes_ = false;
};

}  // namespace shinchoku::layout
