#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace shinchoku::xlsx {

// What may stand in the <v> of a number: a decimal with optional exponent, spaces around it;
// nothing for NaN, infinities, hexadecimal, commas and numbers beyond a double. What is too small
// is 0. Linear in the length.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

// An index or a place: decimal digits only, spaces around them; nothing beyond 32 bits.
[[nodiscard]] std::optional<std::uint32_t> parse_index(std::string_view text);

// "1", "true" (xsd:boolean); anything but "0" and "false" else gives nothing.
[[nodiscard]] std::optional<bool> parse_boolean(std::string_view text);

// An ISO 8601 date, time or both as serial days of the workbook's date system.
[[nodiscard]] std::optional<double> parse_iso_date(std::string_view text, bool date_1904);

}  // namespace shinchoku::xlsx
