#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "check/pieces.h"
#include "check/printed_years.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// "3年間", "5か年".
struct Duration {
    std::size_t begin = 0;
    std::size_t end = 0;
    int years = 0;
};

template <std::size_t count>
std::size_t word_at(std::u32string_view text,
                    std::size_t at,
                    const std::array<std::u32string_view, count>& words) {
    for (const std::u32string_view word : words) {
        if (at <= text.size() && text.substr(at, word.size()) == word) {
            return word.size();
        }
    }
    return 0;
}

// The number at a place and how long it is: 3, 10, 三.
std::optional<std::pair<int, std::size_t>> count_at(std::u32string_view text, std::size_t at) {
    constexpr std::u32string_view kanji = U"一二三四五六七八九十";
    if (const std::size_t digit = kanji.find(text[at]); digit != kanji.npos) {
        const bool alone = at == 0 || kanji.find(text[at - 1]) == kanji.npos;
        return alone ? std::optional(std::pair(static_cast<int>(digit) + 1, std::size_t{1}))
                     : std::nullopt;
    }
    constexpr std::u32string_view parts_of_other_figures = U".,第RHST和成正治第";
    if (!base::is_digit(text[at]) ||
        (at > 0 && (base::is_digit(text[at - 1]) ||
                    parts_of_other_figures.find(text[at - 1]) != parts_of_other_figures.npos))) {
        return std::nullopt;
    }
    int number = 0;
    std::size_t size = 0;
    while (at + size < text.size() && base::is_digit(text[at + size]) && size < 3) {
        number = number * 10 + static_cast<int>(text[at + size] - U'0');
        ++size;
    }
    return size <= 2 ? std::optional(std::pair(number, size)) : std::nullopt;
}

std::vector<Duration> durations_in(std::u32string_view text) {
    constexpr std::array<std::u32string_view, 9> words{
        U"年間", U"か年", U"カ年", U"ヶ年", U"ヵ年", U"ケ年", U"箇年", U"ｶ年", U"個年"};
    std::vector<Duration> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto count = count_at(text, i);
        const std::size_t word = count ? word_at(text, i + count->second, words) : 0;
        if (word == 0) {
            continue;
        }
        std::size_t end = i + count->second + word;
        if (end < text.size() && text[end] == U'間') {
            ++end;
        }
        // 3年間隔 is no duration.
        if (end >= text.size() || text[end] != U'隔') {
            found.push_back({i, end, count->first});
        }
        i = end - 1;
    }
    return found;
}

// Only words that tie a duration to its span stand between them.
bool are_tied(std::u32string_view between) {
    constexpr std::array<std::u32string_view, 20> ties{
        U"まで", U"の",   U"(",  U")",  U"、", U",",  U"期間", U"計画", U"は", U"を",
        U":",    U"とし", U"全", U"計", U" ",  U"\t", U"実施", U"対象", U"[",  U"]"};
    while (!between.empty()) {
        const std::size_t size = word_at(between, 0, ties);
        if (size == 0) {
            return false;
        }
        between.remove_prefix(size);
    }
    return true;
}

// A year is also what a rate is given for: 2018～2021の1年間当たりの件数,
// 令和8～12年度は1年間に3回.
bool is_of_a_rate(const Duration& duration,
                  std::u32string_view sentence,
                  std::u32string_view between) {
    constexpr std::array<std::u32string_view, 6> rates{
        U"当", U"あた", U"平均", U"の平均", U"の目標", U"ごと"};
    return duration.years == 1 &&
           ((between != U"の" && between != U"(") || word_at(sentence, duration.end, rates) > 0);
}

bool is_as_long(const YearSpan& span, const Duration& duration) {
    return span.years == duration.years || (span.calendar && span.years - 1 == duration.years);
}

// The first duration of a sentence that is tied to a span of another length.
std::optional<std::pair<Duration, YearSpan>> contradiction(std::u32string_view sentence) {
    const std::vector<Duration> durations = durations_in(sentence);
    if (durations.empty()) {
        return std::nullopt;
    }
    const std::vector<YearSpan> spans = year_spans_in(sentence);
    for (const Duration& duration : durations) {
        const YearSpan* tied = nullptr;
        bool fits = false;
        for (const YearSpan& span : spans) {
            const bool before = span.end <= duration.begin;
            const std::size_t from = before ? span.end : duration.end;
            const std::size_t to = before ? duration.begin : span.begin;
            if (span.years == 0 || to < from) {
                continue;
            }
            const std::u32string_view between = sentence.substr(from, to - from);
            if (!are_tied(between) || is_of_a_rate(duration, sentence, between)) {
                continue;
            }
            tied = &span;
            fits = fits || is_as_long(span, duration);
        }
        if (tied != nullptr && !fits) {
            return std::pair(duration, *tied);
        }
    }
    return std::nullopt;
}

Remark wrong_duration(const Piece& text,
                      const std::string& stated,
                      const std::string& printed,
                      int years) {
    const std::string length = std::to_string(years);
    return {
        .rule = "D02",
        .severity = Severity::warning,
        .cell = text.place,
        .year = text.year,
        .part = {},
        .message = {"「" + stated + "」とありますが、「" + printed + "」は" + length + "年間です。",
                    stated + " is stated, but " + printed + " is " + length + " years."},
        .found = stated,
        .expected = length + "年間"};
}

// The first sentence that contradicts itself is told.
void look_for_duration(std::size_t m, const std::string& id, const Piece& text, Collector& out) {
    if (text.text.find("年") == std::string_view::npos) {
        return;
    }
    const std::u32string folded = base::to_utf32(base::fold_width(text.text));
    std::u32string_view rest = folded;
    while (!rest.empty()) {
        const std::size_t stop = std::min(rest.find_first_of(U"。\n"), rest.size());
        const std::u32string_view sentence = rest.substr(0, stop);
        rest.remove_prefix(std::min(stop + 1, rest.size()));
        if (const auto found = contradiction(sentence)) {
            const auto& [duration, span] = *found;
            const auto words = [&](std::size_t begin, std::size_t end) {
                return base::to_utf8(sentence.substr(begin, end - begin));
            };
            out.add(m,
                    id + "/" + text.part,
                    wrong_duration(text,
                                   words(duration.begin, duration.end),
                                   words(span.begin, span.end),
                                   span.years));
            return;
        }
    }
}

}  // namespace

void durations(const layout::Reading& reading, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for_each_piece(reading, m, [&](const Piece& text) {
            look_for_duration(m, measures[m].id, text, out);
        });
    }
}

}  // namespace shinchoku::check
