#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "layout/toml_source.h"
#include "plan/model.h"
#include "plan/value.h"

namespace shinchoku::samples {

// What all data files of the sample workbooks have in common: TOML tables in which an absent key
// says nothing, and values written as a clerk sees them.

// The value of a key, or one that holds nothing.
[[nodiscard]] const layout::TomlValue& at(const layout::TomlValue& table, std::string_view key);

[[nodiscard]] std::string text_of(const layout::TomlValue& table, std::string_view key);
[[nodiscard]] std::optional<std::string> optional_text(const layout::TomlValue& table,
                                                       std::string_view key);
[[nodiscard]] int integer_of(const layout::TomlValue& table, std::string_view key);

// The error says which file and where.
[[nodiscard]] base::Result<layout::TomlValue, std::string> parse_file(
    const std::filesystem::path& path);

// The value as a clerk types it: a plain figure becomes a number with a format that shows it as
// printed ("98.60%" is 0.986 as 0.00%, "3件" is 3 as #,##0"件"), anything else stays text.
[[nodiscard]] plan::Value typed_value(std::string_view printed);

// What a [plan] table says of the plan itself: no groups and no measures.
[[nodiscard]] plan::Plan plan_alone(const layout::TomlValue& table);

}  // namespace shinchoku::samples
