#include "xlsx/cell_number.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "base/ascii.h"

namespace shinchoku::xlsx {
namespace {

using base::is_digit;

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

// True where a decimal that is out of a double's range is too small rather than too large.
// REQUIRES: a well-formed decimal without sign.
bool is_tiny(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    const std::string_view digits = text.substr(0, e);
    long exponent = 0;
    if (e != std::string_view::npos) {
        std::string_view power = text.substr(e + 1);
        power.remove_prefix(power.starts_with('+') ? 1 : 0);
        if (std::from_chars(power.data(), power.data() + power.size(), exponent).ec !=
            std::errc()) {
            return power.starts_with('-');
        }
    }
    const std::size_t first = digits.find_first_not_of("0.");
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const auto magnitude =
        static_cast<long>(point) - static_cast<long>(std::min(first, digits.size()));
    return magnitude + exponent <= 0;
}

// So many digits; nothing where others stand there.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count ||
        !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), is_digit)) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(text.data(), text.data() + count, value);
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

// Days from 1899-12-30, the day 0 of Excel's count from March 1900 on.
std::optional<std::int64_t> take_days(std::string_view& text) {
    const auto year = take_digits(text, 4);
    const auto month = year && take(text, '-') ? take_digits(text, 2) : std::nullopt;
    const auto day = month && take(text, '-') ? take_digits(text, 2) : std::nullopt;
    if (!day || *month < 1 || *month > 12 || *day < 1) {
        return std::nullopt;
    }
    const bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
    static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (*day > lengths[*month - 1] + (leap && *month == 2 ? 1 : 0)) {
        return std::nullopt;
    }
    // Years that begin in March, so that a leap day is the last day of its year.
    const std::int64_t y = *year - (*month <= 2 ? 1 : 0);
    const std::int64_t m = *month + (*month <= 2 ? 9 : -3);
    const std::int64_t since_year_0 =
        365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + *day - 1;
    constexpr std::int64_t origin = 693899;  // 1899-12-30 by the same count
    return since_year_0 - origin;
}

// "12:30", "12:30:59.5" as a fraction of a day.
std::optional<double> take_time(std::string_view& text) {
    const auto hours = take_digits(text, 2);
    const auto minutes = hours && take(text, ':') ? take_digits(text, 2) : std::nullopt;
    if (!minutes || *hours > 24 || *minutes > 59) {
        return std::nullopt;
    }
    double seconds = 0;
    if (take(text, ':')) {
        const std::size_t length = std::min(text.find_first_not_of("0123456789."), text.size());
        const auto number = parse_number(text.substr(0, length));
        if (!number || *number >= 61) {
            return std::nullopt;
        }
        seconds = *number;
        text.remove_prefix(length);
    }
    return (*hours * 3600 + *minutes * 60 + seconds) / 86400;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    constexpr std::size_t exact_digits = 15;  // every such integer is a double
    if (!text.empty() && text.size() <= exact_digits &&
        std::all_of(text.begin(), text.end(), is_digit)) {
        std::int64_t whole = 0;
        for (const char c : text) {
            whole = whole * 10 + (c - '0');
        }
        return static_cast<double>(whole);
    }
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative || text.starts_with('+') ? 1 : 0);
    // A digit or point first, which keeps out a second sign, "inf" and "nan".
    if (text.empty() || !(is_digit(text.front()) || text.front() == '.')) {
        return std::nullopt;
    }
    double number = 0;
    const char* const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, number);
    if (result.ptr != end || result.ec == std::errc::invalid_argument) {
        return std::nullopt;
    }
    if (result.ec == std::errc::result_out_of_range) {
        if (!is_tiny(text)) {
            return std::nullopt;
        }
        number = 0;
    }
    return negative ? -number : number;
}

std::optional<std::uint32_t> parse_index(std::string_view text) {
    constexpr std::size_t safe_digits = 9;  // no such number is beyond 32 bits
    std::uint32_t index = 0;
    std::size_t at = 0;
    while (at < text.size() && at < safe_digits && is_digit(text[at])) {
        index = index * 10 + static_cast<std::uint32_t>(text[at++] - '0');
    }
    if (at == text.size() && at > 0) {
        return index;
    }
    text = trimmed(text);
    const char* const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, index);
    if (text.empty() || result.ptr != end || result.ec != std::errc()) {
        return std::nullopt;
    }
    return index;
}

std::optional<bool> parse_boolean(std::string_view text) {
    text = trimmed(text);
    if (text == "1" || text == "true") {
        return true;
    }
    return text == "0" || text == "false" ? std::optional(false) : std::nullopt;
}

std::optional<double> parse_iso_date(std::string_view text, bool date_1904) {
    text = trimmed(text);
    double serial = 0;
    const bool time_alone = text.size() > 2 && text[2] == ':';
    if (!time_alone) {
        const auto days = take_days(text);
        if (!days) {
            return std::nullopt;
        }
        constexpr std::int64_t day_1904 = 1462;
        constexpr std::int64_t march_1900 = 61;
        // Excel counts a 29 February 1900 that never was.
        const std::int64_t skipped = !date_1904 && *days<march_1900&& * days> 0 ? 1 : 0;
        serial = static_cast<double>(*days - skipped - (date_1904 ? day_1904 : 0));
    }
    if (time_alone || take(text, 'T')) {
        const auto time = take_time(text);
        if (!time) {
            return std::nullopt;
        }
        serial += *time;
    }
    take(text, 'Z');
    return text.empty() && serial >= 0 ? std::optional(serial) : std::nullopt;
}

}  // namespace shinchoku::xlsx
