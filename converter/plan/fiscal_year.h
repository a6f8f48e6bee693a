#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::plan {

// A fiscal year is the western year in which it begins on 1 April; 令和8年度 is 2026.

struct Date {
    int year = 0;   // western, of the calendar
    int month = 0;  // 1..12
    int day = 0;    // 1..31

    friend auto operator<=>(const Date&, const Date&) = default;
};

// "2027-05-31"; nothing for any other text or an impossible date.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
[[nodiscard]] std::string to_iso(const Date& date);
[[nodiscard]] int fiscal_year_of(const Date& date);

// Of a day as Excel counts them (1900 date system): 46113 is 2026-04-01, and 60 the day that Excel
// alone believes in, 1900-02-29. REQUIRES: 0 .. last_serial.
inline constexpr std::int64_t last_serial = 2958465;  // 9999-12-31
[[nodiscard]] Date date_of_serial(std::int64_t serial);

// A year heading in any manner: R8, 令和8年度, 令和８, R元, 2026, 2026（令和8）年度, 平成31年度,
// '令和8年度（2026）'. Nothing where the text is no year alone.
[[nodiscard]] std::optional<int> parse_fiscal_year(std::string_view text);

// Era name and year of a fiscal year: 2026 -> 令和8, 2019 -> 令和元, 1989 -> 平成元.
[[nodiscard]] std::string wareki(int fiscal_year);

// The fiscal year written in the manner of an example: ("令和8年度", 2027) -> "令和9年度",
// ("R8", 2019) -> "R元", ("2026（R8）", 2027) -> "2027（R9）". Falls back to 令和8年度.
[[nodiscard]] std::string write_fiscal_year(std::string_view example, int fiscal_year);

// A year that a note names with the rules of as_of_year in values.md: R2.6.1現在 -> 2020,
// R2.3.31 -> 2019, (2022) -> 2022, H29年 -> 2017, H28～R2 -> nothing (a span).
[[nodiscard]] std::optional<int> parse_as_of_year(std::string_view text);

// closed: the year has ended and its actual is due; running; future.
enum class YearState { closed, running, future };
[[nodiscard]] YearState year_state(int fiscal_year, const Date& as_of);

}  // namespace shinchoku::plan
