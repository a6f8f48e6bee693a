#include "plan/fiscal_year.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"
#include "plan/year_words.h"

namespace shinchoku::plan {
namespace {

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
    static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<int> digits_to_int(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string padded(int number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

// Reads a folded, closed-up text from left to right.
class Cursor {
public:
    explicit Cursor(std::u32string_view text) : text_(text) {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

    bool take(std::u32string_view word) {
        const bool found = text_.substr(at_, word.size()) == word;
        at_ += found ? word.size() : 0;
        return found;
    }

    template <std::size_t count>
    bool take_any(const std::array<std::u32string_view, count>& words) {
        return std::any_of(
            words.begin(), words.end(), [this](std::u32string_view word) { return take(word); });
    }

    std::optional<int> take_year() {
        const auto year = read_year(text_, at_);
        at_ += year ? year->size : 0;
        return year ? std::optional(year->year) : std::nullopt;
    }

    std::optional<PrintedTime> take_time() {
        const auto time = read_time(text_, at_, true);
        at_ += time ? time->size : 0;
        return time;
    }

private:
    std::u32string_view text_;
    std::size_t at_ = 0;
};

constexpr std::array<std::u32string_view, 2> year_suffixes = {U"年度", U"年"};
// What may follow the time that a note names: it says how the figure was taken, not when.
constexpr std::array<std::u32string_view, 10> note_tails = {
    U"実績値", U"実績", U"基準値", U"見込値", U"見込み", U"見込", U"決算", U"調査", U"値", U"の"};

struct EraStart {
    std::string_view name;
    std::u32string_view letter;
    int first;
};
constexpr std::array<EraStart, 5> era_starts = {{{"令和", U"R", 2019},
                                                 {"平成", U"H", 1989},
                                                 {"昭和", U"S", 1926},
                                                 {"大正", U"T", 1912},
                                                 {"明治", U"M", 1868}}};

const EraStart& era_of(int fiscal_year) {
    const auto* era = std::find_if(era_starts.begin(),
                                   era_starts.end() - 1,
                                   [=](const EraStart& e) { return fiscal_year >= e.first; });
    return *era;
}

bool is_any_digit(char32_t c) {
    return base::fold_width(c) >= U'0' && base::fold_width(c) <= U'9';
}

std::size_t count_digits(std::u32string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_any_digit(text[at + count])) {
        ++count;
    }
    return count;
}

// Digits in the width of the example's.
std::u32string write_digits(int number, bool full_width) {
    std::u32string digits = base::to_utf32(std::to_string(number));
    if (full_width) {
        std::transform(digits.begin(), digits.end(), digits.begin(), [](char32_t c) {
            return static_cast<char32_t>(c + 0xFEE0);
        });
    }
    return digits;
}

// "令和", "R" or "Ｒ" as the example has it, blanks after it, and the year.
std::u32string write_era_year(std::u32string_view example_era,
                              std::u32string_view blanks,
                              char32_t example_digit,
                              int fiscal_year) {
    const EraStart& era = era_of(fiscal_year);
    std::u32string written =
        example_era.size() == 2 ? base::to_utf32(era.name) : std::u32string(era.letter);
    if (example_era.size() == 1 && example_era.front() != base::fold_width(example_era.front())) {
        written.front() += 0xFEE0;
    }
    written.append(blanks);
    const int year = fiscal_year - era.first + 1;
    return written +
           (year == 1 ? std::u32string(U"元") : write_digits(year, example_digit > 0xFF00));
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits_to_int(text.substr(0, 4));
    const auto month = digits_to_int(text.substr(5, 2));
    const auto day = digits_to_int(text.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 ||
        *day > days_in_month(*year, *month)) {
        return std::nullopt;
    }
    return Date{*year, *month, *day};
}

std::string to_iso(const Date& date) {
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

int fiscal_year_of(const Date& date) {
    return date.month >= 4 ? date.year : date.year - 1;
}

std::optional<int> parse_fiscal_year(std::string_view text) {
    const std::u32string closed = fold_and_close_up(text);
    Cursor cursor(closed);
    const auto year = cursor.take_year();
    if (!year) {
        return std::nullopt;
    }
    static_cast<void>(cursor.take_any(year_suffixes));
    if (cursor.take(U"(")) {
        // The same year once more in the other manner; two different years are no year.
        const auto other = cursor.take_year();
        static_cast<void>(cursor.take_any(year_suffixes));
        if (other != year || !cursor.take(U")")) {
            return std::nullopt;
        }
        static_cast<void>(cursor.take_any(year_suffixes));
    }
    return cursor.at_end() ? year : std::nullopt;
}

std::string wareki(int fiscal_year) {
    const EraStart& era = era_of(fiscal_year);
    const int year = fiscal_year - era.first + 1;
    return std::string(era.name) + (year == 1 ? "元" : std::to_string(year));
}

std::string write_fiscal_year(std::string_view example, int fiscal_year) {
    const std::u32string text = base::to_utf32(example);
    std::u32string folded = text;
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char32_t c) {
        return base::fold_width(c);
    });
    std::u32string written;
    bool found = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t era = era_size(folded, at);
        const std::size_t number = std::min(folded.find_first_not_of(U' ', at + era), text.size());
        const std::size_t digits = count_digits(text, number);
        const bool gannen = number < text.size() && text[number] == U'元';
        if (era > 0 && (gannen || (digits > 0 && digits < 3))) {
            const std::u32string_view view(text);
            written += write_era_year(view.substr(at, era),
                                      view.substr(at + era, number - at - era),
                                      text[number],
                                      fiscal_year);
            at = number + (gannen ? 1 : digits);
            found = true;
        } else if (era == 0 && count_digits(text, at) == 4) {
            written += write_digits(fiscal_year, text[at] > 0xFF00);
            at += 4;
            found = true;
        } else {
            const std::size_t step = std::max<std::size_t>(count_digits(text, at), 1);
            written += text.substr(at, step);
            at += step;
        }
    }
    return found ? base::to_utf8(written) : wareki(fiscal_year) + "年度";
}

std::optional<int> parse_as_of_year(std::string_view text) {
    const std::u32string closed = fold_and_close_up(text);
    Cursor cursor(closed);
    const bool bracket = cursor.take(U"(");
    const auto time = cursor.take_time();
    if (!time) {
        return std::nullopt;
    }
    while (cursor.take_any(note_tails)) {
    }
    if ((bracket && !cursor.take(U")")) || !cursor.at_end()) {
        return std::nullopt;
    }
    return time->fiscal_year;
}

YearState year_state(int fiscal_year, const Date& as_of) {
    if (as_of < Date{fiscal_year, 4, 1}) {
        return YearState::future;
    }
    return as_of < Date{fiscal_year + 1, 4, 1} ? YearState::running : YearState::closed;
}

}  // namespace shinchoku::plan
