#include "check/printed_years.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "plan/year_words.h"

namespace shinchoku::check {
namespace {

constexpr std::array<EraSpan, 5> spans{{{U"令和", U'R', 2018, 0, 20190501, 99991231, "令和"},
                                        {U"平成", U'H', 1988, 31, 19890108, 20190430, "平成"},
                                        {U"昭和", U'S', 1925, 64, 19261225, 19890107, "昭和"},
                                        {U"大正", U'T', 1911, 15, 19120730, 19261225, "大正"},
                                        {U"明治", U'M', 1867, 45, 18680101, 19120730, "明治"}}};

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || base::is_digit(c);
}

bool stands_at(std::u32string_view text, std::size_t at, std::u32string_view word) {
    return at < text.size() && text.substr(at, word.size()) == word;
}

// One or two digits that are the whole number; moves `at` past them.
std::optional<int> short_number(std::u32string_view text, std::size_t& at) {
    int number = 0;
    std::size_t end = at;
    while (end < text.size() && base::is_digit(text[end]) && end - at < 3) {
        number = number * 10 + static_cast<int>(text[end] - U'0');
        ++end;
    }
    if (end == at || end - at > 2) {
        return std::nullopt;
    }
    at = end;
    return number;
}

// "5月1日" or ".5.1" behind the year; a point needs a month and a day.
void read_month(std::u32string_view text, PrintedEra& printed) {
    std::size_t at = printed.end;
    const bool pointed = !printed.calendar && !printed.fiscal && at < text.size() &&
                         (text[at] == U'.' || text[at] == U'/');
    at += pointed ? 1 : 0;
    if (printed.fiscal || (!pointed && !printed.calendar)) {
        return;
    }
    const std::optional<int> month = short_number(text, at);
    if (!month || *month < 1 || *month > 12) {
        return;
    }
    const bool pointed_again =
        pointed && at < text.size() && (text[at] == U'.' || text[at] == U'/');
    if (!stands_at(text, at, U"月") && !pointed_again) {
        return;
    }
    ++at;
    printed.month = *month;
    printed.end = at;
    const std::optional<int> day = short_number(text, at);
    if (day && *day >= 1 && *day <= 31 && (pointed || stands_at(text, at, U"日"))) {
        printed.day = *day;
        printed.end = at + (stands_at(text, at, U"日") ? 1 : 0);
    }
}

std::optional<PrintedEra> era_year_at(std::u32string_view text, std::size_t at) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
        PrintedEra printed{.begin = at, .era = static_cast<int>(i)};
        std::size_t next = at;
        if (stands_at(text, at, spans[i].name)) {
            next += spans[i].name.size();
        } else if (text[at] == spans[i].letter && (at == 0 || !is_latin(text[at - 1]))) {
            printed.in_letters = true;
            ++next;
        } else {
            continue;
        }
        while (next < text.size() && text[next] == U' ' && !printed.in_letters) {
            ++next;
        }
        if (stands_at(text, next, U"元")) {
            printed.number = 1;
            printed.first_year_as_word = true;
            ++next;
        } else if (const auto number = short_number(text, next)) {
            printed.number = *number;
        } else {
            return std::nullopt;
        }
        printed.fiscal = stands_at(text, next, U"年度");
        printed.calendar = !printed.fiscal && stands_at(text, next, U"年");
        printed.end = next + (printed.fiscal ? 2 : printed.calendar ? 1 : 0);
        read_month(text, printed);
        if (printed.in_letters && printed.end < text.size() && is_latin(text[printed.end])) {
            return std::nullopt;  // S3API
        }
        return printed;
    }
    return std::nullopt;
}

// A year of either manner, with its month where one is printed.
struct EndOfSpan {
    int year = 0;
    int month = 0;
    bool fiscal = false;
    bool calendar = false;  // 年
    std::size_t end = 0;
};

// "(令和8)" behind a year, and the 年度 behind that.
std::size_t past_brackets(std::u32string_view text, std::size_t at) {
    if (!stands_at(text, at, U"(")) {
        return at;
    }
    const std::size_t close = text.find(U')', at);
    constexpr std::size_t longest = 10;
    if (close == text.npos || close - at > longest || !plan::read_year(text, at + 1).has_value()) {
        return at;
    }
    std::size_t next = close + 1;
    for (const std::u32string_view word : {U"年度", U"年"}) {
        next += stands_at(text, next, word) ? word.size() : 0;
    }
    return next;
}

std::optional<EndOfSpan> printed_year(std::u32string_view text, std::size_t at) {
    if (const auto era = era_year_at(text, at)) {
        return EndOfSpan{spans.at(static_cast<std::size_t>(era->era)).year_zero + era->number,
                         era->month,
                         era->fiscal,
                         era->calendar,
                         era->end};
    }
    if (!base::is_digit(text[at]) || (at > 0 && is_latin(text[at - 1]))) {
        return std::nullopt;
    }
    const auto year = plan::read_year(text, at);
    constexpr int earliest = 1950;
    constexpr int latest = 2099;
    if (!year || year->year < earliest || year->year > latest) {
        return std::nullopt;
    }
    EndOfSpan found{.year = year->year, .end = at + year->size};
    found.fiscal = stands_at(text, found.end, U"年度");
    found.calendar = !found.fiscal && stands_at(text, found.end, U"年");
    found.end += found.fiscal ? 2 : found.calendar ? 1 : 0;
    std::size_t after = found.end;
    if (const auto month = found.calendar ? short_number(text, after) : std::nullopt;
        month && stands_at(text, after, U"月")) {
        found.month = *month;
        found.end = after + 1;
    }
    return found;
}

std::optional<EndOfSpan> end_of_span(std::u32string_view text, std::size_t at) {
    auto found = printed_year(text, at);
    if (found) {
        found->end = past_brackets(text, found->end);
    }
    return found;
}

// ～ から – between two years; 0 for none.
std::size_t joint_size(std::u32string_view text, std::size_t at) {
    if (at >= text.size()) {
        return 0;
    }
    constexpr std::u32string_view dashes = U"-‐–—―−";
    if (is_wave(text[at]) || dashes.find(text[at]) != dashes.npos) {
        return 1;
    }
    return stands_at(text, at, U"から") ? 2 : 0;
}

// The second year of 令和8～12年度: digits alone, of the first one's era.
std::optional<EndOfSpan> bare_end(std::u32string_view text,
                                  std::size_t at,
                                  const EndOfSpan& first,
                                  const std::optional<PrintedEra>& era) {
    std::size_t next = at;
    const auto number = era ? short_number(text, next) : std::nullopt;
    if (!number || !stands_at(text, next, U"年")) {
        return std::nullopt;
    }
    const bool fiscal = stands_at(text, next, U"年度");
    next += fiscal ? 2 : 1;
    std::size_t month = next;
    if (!fiscal && short_number(text, month) && stands_at(text, month, U"月")) {
        return std::nullopt;
    }
    return EndOfSpan{first.year - era->number + *number, 0, fiscal, !fiscal, next};
}

std::optional<YearSpan> span_at(std::u32string_view text, std::size_t at) {
    const auto first = end_of_span(text, at);
    if (!first) {
        return std::nullopt;
    }
    const std::size_t joint = joint_size(text, first->end);
    const std::size_t second_at = first->end + joint;
    if (joint == 0 || second_at >= text.size()) {
        return std::nullopt;
    }
    auto last = end_of_span(text, second_at);
    if (!last) {
        last = bare_end(text, second_at, *first, era_year_at(text, at));
    }
    if (!last || last->year < first->year) {
        return std::nullopt;
    }
    YearSpan span{at, last->end, first->year, last->year, last->year - first->year + 1};
    if (first->month != 0 && last->month != 0) {
        const int months = (last->year - first->year) * 12 + last->month - first->month + 1;
        span.years = months % 12 == 0 ? months / 12 : 0;
    } else if (first->month != 0 || last->month != 0) {
        span.years = 0;
    } else {
        span.calendar = first->calendar && last->calendar;
    }
    return span;
}

}  // namespace

const EraSpan& era_at(int index) {
    return spans.at(static_cast<std::size_t>(index));
}

std::vector<PrintedEra> era_years_in(std::u32string_view text) {
    constexpr std::u32string_view firsts = U"令平昭大明RHSTM";
    std::vector<PrintedEra> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (firsts.find(text[i]) == firsts.npos) {
            continue;
        }
        if (auto printed = era_year_at(text, i)) {
            found.push_back(*printed);
            i = printed->end - 1;
        }
    }
    return found;
}

std::vector<YearSpan> year_spans_in(std::u32string_view text) {
    std::vector<YearSpan> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (auto span = span_at(text, i)) {
            i = span->end - 1;
            found.push_back(*span);
        }
    }
    return found;
}

std::optional<YearRun> year_run_at(std::u32string_view text, std::size_t at) {
    const auto first = printed_year(text, at);
    if (!first) {
        return std::nullopt;
    }
    const auto era = era_year_at(text, at);
    YearRun run{first->end, era.has_value(), {first->year}, first->month};
    const std::size_t joint = joint_size(text, first->end);
    const std::size_t next = first->end + joint;
    if (joint == 0 || next >= text.size()) {
        return run;
    }
    auto last = printed_year(text, next);
    if (!last) {
        last = bare_end(text, next, *first, era);
    }
    if (last) {
        run.end = last->end;
        run.years.push_back(last->year);
        run.month = last->month;
    }
    return run;
}

bool is_wave(char32_t c) {
    return c == U'~' || c == U'～' || c == U'〜' || c == U'∼';
}

}  // namespace shinchoku::check
