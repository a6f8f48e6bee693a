#include "plan/year_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace shinchoku::plan {
namespace {

using base::is_digit;

struct EraWords {
    std::u32string_view name;
    char32_t letter;
    char32_t square;  // the era in one character
    int year_zero;    // western year of its year 0
};
constexpr std::array<EraWords, 5> era_words = {{{U"令和", U'R', U'㋿', 2018},
                                                {U"平成", U'H', U'㍻', 1988},
                                                {U"昭和", U'S', U'㍼', 1925},
                                                {U"大正", U'T', U'㍽', 1911},
                                                {U"明治", U'M', U'㍾', 1867}}};

constexpr int earliest_western = 1868;
constexpr int latest_western = 2199;

char32_t to_upper(char32_t c) {
    return c >= U'a' && c <= U'z' ? c - 32 : c;
}

struct EraWord {
    const EraWords* era = nullptr;
    std::size_t size = 0;
};

EraWord find_era(std::u32string_view text, std::size_t at) {
    // Asked at every letter of a text: most are refused by one look.
    constexpr std::u32string_view firsts = U"令平昭大明RHSTMrhstm㋿㍻㍼㍽㍾";
    if (at >= text.size() || firsts.find(text[at]) == firsts.npos) {
        return {};
    }
    for (const EraWords& era : era_words) {
        if (text.substr(at, 2) == era.name) {
            return {&era, 2};
        }
        if (to_upper(text[at]) == era.letter || text[at] == era.square) {
            return {&era, 1};
        }
    }
    return {};
}

struct Digits {
    int number = 0;
    std::size_t size = 0;
};

// At most five, so that a longer run is seen to be too long.
Digits read_digits(std::u32string_view text, std::size_t at) {
    Digits digits;
    while (digits.size < 5 && at + digits.size < text.size() && is_digit(text[at + digits.size])) {
        digits.number = digits.number * 10 + static_cast<int>(text[at + digits.size] - U'0');
        ++digits.size;
    }
    return digits;
}

// Of a month of a western year; an impossible day is none: 2026/2/30.
int days_of(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
}

bool is_at(std::u32string_view text, std::size_t at, std::u32string_view word) {
    return text.substr(std::min(at, text.size()), word.size()) == word;
}

// A date read step by step; `at` is where the next step begins.
struct TimeReader {
    std::u32string_view text;
    std::size_t at = 0;
    int year = 0;
    int month = 0;        // 0: none printed
    bool fiscal = false;  // 年度: the month does not matter
    bool dated = false;   // 年 or 年度 stands after the year
    bool full = false;    // year, month and day

    bool take(std::u32string_view word) {
        const bool found = is_at(text, at, word);
        at += found ? word.size() : 0;
        return found;
    }

    template <std::size_t count>
    bool take_any(const std::array<std::u32string_view, count>& words) {
        return std::any_of(
            words.begin(), words.end(), [this](std::u32string_view word) { return take(word); });
    }

    std::optional<int> take_number(int most) {
        const Digits digits = read_digits(text, at);
        if (digits.size == 0 || digits.size > 2 || digits.number < 1 || digits.number > most) {
            return std::nullopt;
        }
        at += digits.size;
        return digits.number;
    }

    void take_year_suffix() {
        if (take(U"年度")) {
            fiscal = true;
            dated = true;
        } else if (take(U"年")) {
            dated = true;
        }
    }

    // "(令和8)" after a western year, "(2026)" after an era year; 年度 may follow.
    void take_other_manner() {
        const std::size_t start = at;
        if (!take(U"(")) {
            return;
        }
        const auto other = read_year(text, at);
        if (other && other->year == year) {
            at += other->size;
            take_year_suffix();
            if (take(U")")) {
                dated = true;
                take_year_suffix();
                return;
            }
        }
        at = start;
    }

    void take_month_and_day() {
        const std::size_t start = at;
        const bool pointed = !dated && take_any(points);
        if (!pointed && !dated) {
            return;
        }
        const auto read_month = take_number(12);
        if (!read_month || (dated && !is_at(text, at, U"月"))) {
            at = start;
            return;
        }
        month = *read_month;
        const std::size_t month_end = at;
        if (take(U"月") ? true : take_any(points)) {
            const std::size_t before_day = at;
            if (take_number(days_of(year, month))) {
                full = true;
                static_cast<void>(take(U"日"));
            } else {
                at = is_at(text, month_end, U"月") ? before_day : month_end;
            }
        }
    }

    void take_tail() {
        while (take_any(tails)) {
        }
    }

    static constexpr std::array<std::u32string_view, 3> points = {U".", U"/", U"-"};
    static constexpr std::array<std::u32string_view, 9> tails = {
        U"末日", U"末", U"初め", U"上旬", U"中旬", U"下旬", U"頃", U"現在", U"時点"};
};

std::optional<PrintedTime> read_month_alone(std::u32string_view text, std::size_t at) {
    TimeReader reader{.text = text, .at = at};
    if (!reader.take_number(12) || !reader.take(U"月")) {
        return std::nullopt;
    }
    const std::size_t before_day = reader.at;
    if (!reader.take_number(31) || !reader.take(U"日")) {
        reader.at = before_day;
    }
    reader.take_tail();
    return PrintedTime{reader.at - at, std::nullopt};
}

}  // namespace

std::size_t era_size(std::u32string_view text, std::size_t at) {
    return find_era(text, at).size;
}

std::optional<PrintedYear> read_year(std::u32string_view text, std::size_t at) {
    const EraWord era = find_era(text, at);
    const std::size_t from = at + era.size;
    if (era.era != nullptr && from < text.size() && text[from] == U'元') {
        return PrintedYear{era.era->year_zero + 1, era.size + 1};
    }
    const Digits digits = read_digits(text, from);
    if (era.era != nullptr) {
        const bool fits = (digits.size == 1 || digits.size == 2) && digits.number > 0;
        return fits ? std::optional(
                          PrintedYear{era.era->year_zero + digits.number, era.size + digits.size})
                    : std::nullopt;
    }
    const bool fits =
        digits.size == 4 && digits.number >= earliest_western && digits.number <= latest_western;
    return fits ? std::optional(PrintedYear{digits.number, digits.size}) : std::nullopt;
}

std::optional<PrintedTime> read_time(std::u32string_view text, std::size_t at, bool bare_year) {
    const auto year = read_year(text, at);
    if (!year) {
        return read_month_alone(text, at);
    }
    const bool western = era_size(text, at) == 0;
    TimeReader reader{.text = text, .at = at + year->size, .year = year->year};
    const std::size_t after_year = reader.at;
    reader.take_year_suffix();
    reader.take_other_manner();
    reader.take_month_and_day();
    if (western && !reader.dated && !reader.full) {
        if (!bare_year) {
            return std::nullopt;
        }
        // 2026.5 is a number even where a year is expected; 2026/5 is a month.
        if (reader.at != after_year && !is_at(text, after_year, U"/")) {
            return std::nullopt;
        }
    }
    reader.take_tail();
    const bool spring = !reader.fiscal && reader.month >= 1 && reader.month <= 3;
    return PrintedTime{reader.at - at, spring ? reader.year - 1 : reader.year};
}

std::u32string fold_and_close_up(std::string_view text) {
    std::u32string closed;
    closed.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        if (!base::trim(text.substr(start, at - start)).empty()) {
            closed.push_back(base::fold_width(c));
        }
    }
    return closed;
}

}  // namespace shinchoku::plan
