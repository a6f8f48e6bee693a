#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace shinchoku::plan {

// Years and dates as documents print them, on text that is already in half width. Shared by the
// reader of headings and the grammar of values.

struct PrintedYear {
    int year = 0;          // western
    std::size_t size = 0;  // code points read
};

// "R8", "令和8", "R元", "2026" at the place; nothing where no year begins there. A digit must not
// follow, so that 20261 is no year.
[[nodiscard]] std::optional<PrintedYear> read_year(std::u32string_view text, std::size_t at);

// The code points of an era's name at the place: 2 for 令和, 1 for R and ㋿, 0 for none.
[[nodiscard]] std::size_t era_size(std::u32string_view text, std::size_t at);

struct PrintedTime {
    std::size_t size = 0;            // code points read
    std::optional<int> fiscal_year;  // the one that contains it; nothing for a month alone
};

// "R2.6.1現在", "令和6年度末", "2026年5月", "2026(令和8)年度", "8月3日" at the place. A western
// year counts only with 年, 年度 or a full date, because 2026 alone is a number; `bare_year` lets
// it count.
[[nodiscard]] std::optional<PrintedTime> read_time(std::u32string_view text,
                                                   std::size_t at,
                                                   bool bare_year = false);

// Folded to half width, without blanks and line breaks.
[[nodiscard]] std::u32string fold_and_close_up(std::string_view text);

}  // namespace shinchoku::plan
