#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::plan {

// 千, 百万, 億 … before a unit.
struct ScaleWord {
    std::size_t size = 0;
    std::int64_t scale = 1;
};
[[nodiscard]] ScaleWord read_scale(std::u32string_view text);

// The scale word of a power of ten that has one: 10000 is 万; empty for any other.
[[nodiscard]] std::u32string_view scale_word(std::int64_t scale);

// Glyphs of the longest known unit at the beginning, with its denominator (件/年); 0 for none.
[[nodiscard]] std::size_t unit_size(std::u32string_view text);

// True for a unit with or without a scale word and nothing else: 億円, 人/日, %.
[[nodiscard]] bool is_known_unit(std::u32string_view text);

// As values.md writes units: without blanks, full width as half width, m² as ㎡.
[[nodiscard]] std::string write_unit(std::u32string_view unit);

// Glyphs of what follows a number without making it a quantity: 次, 期, 月, 号, 年目 …; 0 for none.
[[nodiscard]] std::size_t ordinal_size(std::u32string_view text);

// A unit with its scale word taken off: 千円 is 円 and 1000.
struct BaseUnit {
    std::string unit;
    std::int64_t scale = 1;
};
[[nodiscard]] BaseUnit base_unit(std::string_view unit);

}  // namespace shinchoku::plan
