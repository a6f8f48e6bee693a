#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "check/rules.h"
#include "check/texts.h"
#include "plan/fiscal_year.h"

namespace shinchoku::check {
namespace {

using base::is_digit;
using base::Severity;

// A run of year words: "2022～2024" or "R3～R5", with where it ends.
struct Years {
    std::vector<int> years;
    std::string text;
    std::size_t end = 0;
};

bool is_between(char32_t c) {
    return c == U'~' || c == U'～' || c == U'〜' || c == U'-' || c == U'―';
}

// Four digits of a western year.
std::optional<int> western_year(std::u32string_view text, std::size_t at) {
    if (at + 4 > text.size() || (at > 0 && is_digit(text[at - 1])) ||
        (at + 4 < text.size() && is_digit(text[at + 4]))) {
        return std::nullopt;
    }
    int year = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        if (!is_digit(text[i])) {
            return std::nullopt;
        }
        year = year * 10 + static_cast<int>(text[i] - U'0');
    }
    return year >= 1950 && year <= 2100 ? std::optional(year) : std::nullopt;
}

// "2022", "2022年度", "2022～2024年度"
std::optional<Years> western_years(std::u32string_view text, std::size_t at) {
    Years found;
    std::size_t end = at;
    while (const std::optional<int> year = western_year(text, end)) {
        found.years.push_back(*year);
        end += 4;
        while (end < text.size() && (text[end] == U'年' || text[end] == U'度')) {
            ++end;
        }
        if (end >= text.size() || !is_between(text[end])) {
            break;
        }
        ++end;
    }
    if (found.years.empty()) {
        return std::nullopt;
    }
    found.end = end;
    found.text = base::to_utf8(std::u32string(text.substr(at, end - at)));
    return found;
}

// The years of "R3～R5" or "令和4年度" as fiscal years; nothing where a part is no year.
std::vector<int> era_years(std::u32string_view text) {
    std::vector<int> years;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !is_between(text[i])) {
            continue;
        }
        const std::optional<int> year =
            plan::parse_fiscal_year(base::to_utf8(std::u32string(text.substr(start, i - start))));
        if (!year) {
            return {};
        }
        years.push_back(*year);
        start = i + 1;
    }
    return years;
}

struct Pair {
    std::string western;
    std::string era;
};

bool disagree(const std::vector<int>& western, const std::vector<int>& era) {
    return era.size() == western.size() && era != western;
}

// "2022～2024(R3～R5)": what the brackets behind western years hold.
std::optional<Pair> era_in_brackets(std::u32string_view text, const Years& western) {
    if (western.end >= text.size() || text[western.end] != U'(') {
        return std::nullopt;
    }
    const std::size_t close = text.find(U')', western.end);
    if (close == std::u32string::npos) {
        return std::nullopt;
    }
    const std::u32string_view inside = text.substr(western.end + 1, close - western.end - 1);
    return disagree(western.years, era_years(inside))
               ? std::optional(Pair{western.text, base::to_utf8(inside)})
               : std::nullopt;
}

// "R6年(2025年度)": the longest run of era years that ends where the brackets open.
std::optional<Pair> era_before_brackets(std::u32string_view text,
                                        std::size_t western_at,
                                        const Years& western) {
    constexpr std::size_t longest = 16;  // 令和10年度～令和12年度
    if (western_at == 0 || text[western_at - 1] != U'(' || western.end >= text.size() ||
        text[western.end] != U')') {
        return std::nullopt;
    }
    const std::size_t open = western_at - 1;
    for (std::size_t length = std::min(longest, open); length >= 2; --length) {
        const std::u32string_view before = text.substr(open - length, length);
        const std::vector<int> era = era_years(before);
        if (!era.empty() && !is_digit(before.front())) {
            return disagree(western.years, era)
                       ? std::optional(Pair{western.text, base::to_utf8(before)})
                       : std::nullopt;
        }
    }
    return std::nullopt;
}

// The first western years with era years beside them, one of the two in brackets, that are others.
std::optional<Pair> contradicting_pair(std::string_view prose) {
    const std::u32string text = base::to_utf32(base::fold_width(prose));
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::optional<Years> western = western_years(text, i);
        if (!western) {
            continue;
        }
        for (const std::optional<Pair>& pair :
             {era_in_brackets(text, *western), era_before_brackets(text, i, *western)}) {
            if (pair) {
                return pair;
            }
        }
        i = western->end - 1;
    }
    return std::nullopt;
}

}  // namespace

void era_pairs(const layout::Reading& reading, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for_each_text(reading, m, [&](const TextView& text) {
            const std::optional<Pair> pair = contradicting_pair(text.text);
            if (!pair) {
                return;
            }
            out.add(
                m,
                measures[m].id + "/" + text.key,
                {.rule = "D01",
                 .severity = Severity::error,
                 .cell = text.place,
                 .year = text.year,
                 .part = {},
                 .message = {"西暦と和暦が合いません: " + pair->western + "（" + pair->era + "）。",
                             "Western and era years disagree: " + pair->western + " (" + pair->era +
                                 ")."},
                 .found = pair->era,
                 .expected = pair->western});
        });
    }
}

}  // namespace shinchoku::check
