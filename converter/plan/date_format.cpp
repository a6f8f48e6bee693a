#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "plan/fiscal_year.h"
#include "plan/format_sections.h"

namespace shinchoku::plan {
namespace {

using FormatKind = FormatToken::Kind;

constexpr std::int64_t seconds_a_day = 86400;
constexpr std::int64_t offset_1904 = 1462;  // days between the two date systems
constexpr std::int64_t serial_1970 = 25569;

struct Moment {
    Date date;
    int weekday = 0;  // 0 is Sunday
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t elapsed_seconds = 0;
};

// Days since 1970-01-01 to a date of the Gregorian calendar: shift the year to begin in March,
// so that the leap day comes last. REQUIRES: a day of our era.
Date civil_date(std::int64_t days) {
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = shifted / 146097;
    const std::int64_t day_of_era = shifted - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return {static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)};
}

std::optional<Moment> moment_of(const base::Decimal& serial_days, bool date_1904) {
    const base::Decimal seconds = (serial_days * base::Decimal(seconds_a_day)).rounded(0);
    const auto total = seconds.to_integer();
    if (!total || *total < 0 || *total / seconds_a_day > last_serial) {
        return std::nullopt;
    }
    Moment moment;
    moment.elapsed_seconds = *total;
    const std::int64_t serial = *total / seconds_a_day + (date_1904 ? offset_1904 : 0);
    const std::int64_t rest = *total % seconds_a_day;
    moment.date = date_of_serial(serial);
    moment.weekday = static_cast<int>((serial + 6) % 7);
    moment.hour = static_cast<int>(rest / 3600);
    moment.minute = static_cast<int>(rest / 60 % 60);
    moment.second = static_cast<int>(rest % 60);
    return moment;
}

struct Era {
    Date first;
    std::string_view name;
    std::string_view short_name;
    std::string_view letter;
    int year_zero;
};
constexpr std::array<Era, 5> eras = {{{{2019, 5, 1}, "令和", "令", "R", 2018},
                                      {{1989, 1, 8}, "平成", "平", "H", 1988},
                                      {{1926, 12, 25}, "昭和", "昭", "S", 1925},
                                      {{1912, 7, 30}, "大正", "大", "T", 1911},
                                      {{1868, 1, 25}, "明治", "明", "M", 1867}}};

const Era& era_of(const Date& date) {
    return *std::find_if(
        eras.begin(), eras.end() - 1, [&](const Era& era) { return date >= era.first; });
}

std::string padded(std::int64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

constexpr std::array<std::string_view, 12> months = {"January",
                                                     "February",
                                                     "March",
                                                     "April",
                                                     "May",
                                                     "June",
                                                     "July",
                                                     "August",
                                                     "September",
                                                     "October",
                                                     "November",
                                                     "December"};
constexpr std::array<std::string_view, 7> weekdays = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> weekdays_ja = {"日", "月", "火", "水", "木", "金", "土"};

std::string show_month(const Date& date, std::size_t size) {
    if (size <= 2) {
        return padded(date.month, size);
    }
    const std::string_view name = months[static_cast<std::size_t>(date.month - 1)];
    return std::string(size == 3 ? name.substr(0, 3) : size == 5 ? name.substr(0, 1) : name);
}

std::string show_day(const Moment& moment, std::size_t size) {
    if (size <= 2) {
        return padded(moment.date.day, size);
    }
    const std::string_view name = weekdays[static_cast<std::size_t>(moment.weekday)];
    return std::string(size == 3 ? name.substr(0, 3) : name);
}

std::string show_era_year(const Date& date, std::size_t size, bool gannen) {
    const int year = date.year - era_of(date).year_zero;
    return year == 1 && gannen ? "元" : padded(year, size);
}

std::string show_era_name(const Date& date, std::size_t size) {
    const Era& era = era_of(date);
    return std::string(size == 1 ? era.letter : size == 2 ? era.short_name : era.name);
}

std::string show_elapsed(const Moment& moment, std::string_view token) {
    const char unit = token[1];
    const std::int64_t divisor = unit == 'h' || unit == 'H'   ? 3600
                                 : unit == 's' || unit == 'S' ? 1
                                                              : 60;
    return padded(moment.elapsed_seconds / divisor, token.size() - 2);
}

bool is_half_day(const FormatToken& token) {
    return token.kind == FormatKind::date && token.text.find('/') != std::string::npos;
}

// m means minutes after hours and before seconds.
bool means_minutes(const std::vector<FormatToken>& tokens, std::size_t at) {
    for (std::size_t i = at; i-- > 0;) {
        if (tokens[i].kind == FormatKind::date && !is_half_day(tokens[i])) {
            const std::string& text = tokens[i].text;
            if (text[0] == 'h' || text.starts_with("[h") || text.starts_with("[H")) {
                return true;
            }
            break;
        }
    }
    for (std::size_t i = at + 1; i < tokens.size(); ++i) {
        if (tokens[i].kind == FormatKind::date) {
            return tokens[i].text[0] == 's';
        }
    }
    return false;
}

std::string show(const FormatSection& section, std::size_t at, const Moment& moment, bool twelve) {
    const FormatToken& token = section.tokens[at];
    const std::size_t size = token.text.size();
    if (is_half_day(token)) {
        const bool afternoon = moment.hour >= 12;
        return size > 3 ? (afternoon ? "PM" : "AM") : (afternoon ? "P" : "A");
    }
    switch (token.text[0]) {
        case '[':
            return show_elapsed(moment, token.text);
        case 'y':
            return size <= 2 ? padded(moment.date.year % 100, 2) : padded(moment.date.year, 4);
        case 'm':
            return means_minutes(section.tokens, at) ? padded(moment.minute, size)
                                                     : show_month(moment.date, size);
        case 'd':
            return show_day(moment, size);
        case 'h':
            return padded(twelve ? (moment.hour + 11) % 12 + 1 : moment.hour, size);
        case 's':
            return padded(moment.second, size);
        case 'e':
            return show_era_year(moment.date, size, section.gannen);
        case 'g':
            return show_era_name(moment.date, size);
        case 'r':
            return (size > 1 ? show_era_name(moment.date, 3) : "") +
                   show_era_year(moment.date, 2, section.gannen);
        case 'b':
            return size <= 2 ? padded((moment.date.year + 543) % 100, 2)
                             : padded(moment.date.year + 543, 4);
        default:
            break;
    }
    // a: the day of the week
    const std::string day(weekdays_ja[static_cast<std::size_t>(moment.weekday)]);
    return size == 4 ? day + "曜日" : day;
}

}  // namespace

Date date_of_serial(std::int64_t serial) {
    // Excel believes in 29 February 1900 (serial 60), so earlier days are one off.
    if (serial == 60) {
        return {1900, 2, 29};
    }
    if (serial == 0) {
        return {1900, 1, 0};
    }
    return civil_date(serial - serial_1970 + (serial < 60 ? 1 : 0));
}

std::optional<std::string> display_date(const FormatSection& section,
                                        const base::Decimal& serial_days,
                                        bool date_1904) {
    const auto moment = moment_of(serial_days, date_1904);
    if (!moment) {
        return std::nullopt;
    }
    bool twelve = false;
    for (const FormatToken& token : section.tokens) {
        twelve = twelve || is_half_day(token);
    }
    std::string text;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const FormatToken& token = section.tokens[i];
        if (token.kind == FormatKind::date) {
            text += show(section, i, *moment, twelve);
        } else if (token.kind != FormatKind::text && token.kind != FormatKind::general) {
            text += token.text;
        }
    }
    return text;
}

}  // namespace shinchoku::plan
