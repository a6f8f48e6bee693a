#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "check/rules.h"
#include "check/texts.h"
#include "layout/comparison.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// A plan's name taken apart: 第5次南アルプス市行政改革実施計画 is 5 and 行政改革実施計画,
// アクションプラン Ⅲ is 3 and アクションプラン.
struct Edition {
    int number = 0;
    std::u32string core;  // name without number and city; never empty
    bool behind = false;  // Ⅲ stands behind the name, 第5次 before it
};

int kanji_number(std::u32string_view digits) {
    constexpr std::u32string_view kanji = U"一二三四五六七八九";
    int tens = 0;
    int ones = 0;
    for (const char32_t c : digits) {
        if (c == U'十') {
            tens = ones == 0 ? 1 : ones;
            ones = 0;
        } else {
            ones = static_cast<int>(kanji.find(c)) + 1;
        }
    }
    return tens * 10 + ones;
}

// 第5次, 第五次, 第2期 at the place; moves `at` past it. 0 for none.
int ordinal_at(std::u32string_view text, std::size_t& at) {
    if (at >= text.size() || text[at] != U'第') {
        return 0;
    }
    constexpr std::u32string_view kanji = U"一二三四五六七八九十";
    std::size_t end = at + 1;
    const auto skip_blanks = [&] {
        while (end < text.size() && text[end] == U' ') {
            ++end;
        }
    };
    skip_blanks();
    const std::size_t first = end;
    int number = 0;
    while (end < text.size() && base::is_digit(text[end]) && end - first < 3) {
        number = number * 10 + static_cast<int>(text[end] - U'0');
        ++end;
    }
    if (end == first) {
        while (end < text.size() && kanji.find(text[end]) != kanji.npos) {
            ++end;
        }
        number = kanji_number(text.substr(first, end - first));
    }
    skip_blanks();
    if (number == 0 || end >= text.size() || (text[end] != U'次' && text[end] != U'期')) {
        return 0;
    }
    at = end + 1;
    return number;
}

// Ⅲ, III or 3 at the place, as the end of a name; 0 for none.
int number_behind(std::u32string_view text, std::size_t& at) {
    constexpr std::u32string_view roman = U"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";
    constexpr std::array<std::u32string_view, 6> letters{U"VI", U"IV", U"III", U"II", U"V", U"I"};
    constexpr std::array<int, 6> meant{6, 4, 3, 2, 5, 1};
    std::size_t place = at;
    while (place < text.size() && text[place] == U' ') {
        ++place;
    }
    if (place >= text.size()) {
        return 0;
    }
    if (const std::size_t digit = roman.find(text[place]); digit != roman.npos) {
        at = place + 1;
        return static_cast<int>(digit) + 1;
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (text.substr(place, letters.at(i).size()) == letters.at(i)) {
            at = place + letters.at(i).size();
            return meant.at(i);
        }
    }
    const bool alone = place + 1 >= text.size() || !base::is_digit(text[place + 1]);
    if (base::is_digit(text[place]) && alone && text[place] != U'0') {
        at = place + 1;
        return static_cast<int>(text[place] - U'0');
    }
    return 0;
}

std::u32string edition_form(std::string_view text) {
    return base::to_utf32(base::fold_width(text));
}

void skip_word(std::u32string_view text, std::size_t& at, std::u32string_view word) {
    while (at < text.size() && text[at] == U' ') {
        ++at;
    }
    if (!word.empty() && text.substr(at, word.size()) == word) {
        at += word.size();
    }
    while (at < text.size() && text[at] == U' ') {
        ++at;
    }
}

// The edition that a plan's title names; nothing where it names none.
std::optional<Edition> edition_of(const plan::Plan& plan) {
    const std::u32string text = edition_form(plan.title);
    const std::u32string city = edition_form(plan.municipality);
    constexpr std::size_t shortest_core = 4;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t at = i;
        if (const int number = ordinal_at(text, at)) {
            skip_word(text, at, city);
            const std::size_t end = std::min(text.find_first_of(U" (（", at), text.size());
            Edition edition{number, text.substr(at, end - at), false};
            return edition.core.size() >= shortest_core ? std::optional(edition) : std::nullopt;
        }
    }
    constexpr std::array<std::u32string_view, 4> kinds{
        U"アクションプラン", U"プラン", U"計画", U"大綱"};
    for (const std::u32string_view kind : kinds) {
        const std::size_t found = text.find(kind);
        std::size_t at = found == text.npos ? text.size() : found + kind.size();
        if (const int number = number_behind(text, at)) {
            std::size_t begin = 0;
            skip_word(text, begin, city);
            Edition edition{number, text.substr(begin, found + kind.size() - begin), true};
            return edition.core.size() >= shortest_core ? std::optional(edition) : std::nullopt;
        }
    }
    return std::nullopt;
}

// Another edition of this plan as a text names it.
struct Named {
    std::size_t begin = 0;
    std::size_t end = 0;
    int number = 0;
};

std::optional<Named> other_edition(std::u32string_view text,
                                   const Edition& own,
                                   std::u32string_view city,
                                   std::size_t from) {
    for (std::size_t i = from; i < text.size(); ++i) {
        std::size_t at = i;
        if (own.behind) {
            if (text.substr(i, own.core.size()) != own.core) {
                continue;
            }
            at = i + own.core.size();
            const int number = number_behind(text, at);
            if (number != 0 && number != own.number) {
                return Named{i, at, number};
            }
            continue;
        }
        const int number = ordinal_at(text, at);
        if (number == 0 || number == own.number) {
            continue;
        }
        skip_word(text, at, city);
        skip_word(text, at, U"市");
        if (text.substr(at, own.core.size()) == own.core) {
            return Named{i, at + own.core.size(), number};
        }
    }
    return std::nullopt;
}

// この計画(第4次…) and 第4次…(以下「本計画」という。) mean this plan; 本計画は第4次…を引き継ぐ does
// not.
bool is_called_this_plan(std::u32string_view text, const Named& named) {
    constexpr std::array<std::u32string_view, 2> words{U"この計画", U"本計画"};
    constexpr std::u32string_view marks = U" (「『、=:";
    std::size_t before = named.begin;
    while (before > 0 && marks.find(text[before - 1]) != marks.npos) {
        --before;
    }
    const std::u32string_view head = text.substr(0, before);
    std::size_t after = named.end;
    constexpr std::u32string_view closing = U" )」』(「『、=:";
    while (after < text.size() && closing.find(text[after]) != closing.npos) {
        ++after;
    }
    std::u32string_view tail = text.substr(after);
    if (tail.starts_with(U"以下")) {
        tail.remove_prefix(
            std::min<std::size_t>(tail.find_first_not_of(U"以下、「『 "), tail.size()));
    }
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
        return (before < named.begin && head.ends_with(word)) ||
               (after > named.end && tail.starts_with(word));
    });
}

class EditionRules {
public:
    EditionRules(const layout::Reading& reading,
                 const plan::Plan& plan,
                 Edition own,
                 Collector& out)
        : reading_(reading),
          plan_(plan),
          own_(std::move(own)),
          city_(edition_form(plan.municipality)),
          out_(out) {}

    void run() {
        headings();
        for (std::size_t m = 0; m < reading_.plan.measures.size(); ++m) {
            for_each_text(reading_, m, [&](const TextView& text) { look(m, text); });
        }
    }

private:
    // Above the forms, on covers: a heading names the plan that the workbook is of.
    void headings() {
        for (const layout::OutsideText& text : reading_.outside) {
            constexpr std::size_t longest_heading = 60;
            if (base::count_code_points(text.text) > longest_heading ||
                text.text.find("。") != std::string::npos) {
                continue;
            }
            const std::u32string folded = edition_form(text.text);
            const auto named = other_edition(folded, own_, city_, 0);
            if (!named) {
                continue;
            }
            base::Finding place;
            place.file = text.file;
            place.sheet = text.sheet;
            place.sheet_index = text.sheet_index;
            place.cell = text.cell;
            out_.add_outside(place, "heading", remark_on(folded, *named));
        }
    }

    void look(std::size_t m, const TextView& text) {
        const std::u32string folded = edition_form(text.text);
        auto named = other_edition(folded, own_, city_, 0);
        while (named && text.key != "texts.related_plans" && !is_called_this_plan(folded, *named)) {
            named = other_edition(folded, own_, city_, named->end);
        }
        if (!named) {
            return;
        }
        Remark remark = remark_on(folded, *named);
        remark.cell = text.place;
        remark.year = text.year;
        out_.add(m, reading_.plan.measures[m].id + "/" + text.key, std::move(remark));
    }

    [[nodiscard]] Remark remark_on(std::u32string_view text, const Named& named) const {
        const std::string found = base::to_utf8(text.substr(named.begin, named.end - named.begin));
        return {
            .rule = "S13",
            .severity = Severity::warning,
            .cell = {},
            .year = {},
            .part = {},
            .message = {"「" + found + "」とありますが、この計画は「" + plan_.title + "」です。",
                        "It says '" + found + "', this plan is '" + plan_.title + "'."},
            .found = found,
            .expected = plan_.title};
    }

    const layout::Reading& reading_;
    const plan::Plan& plan_;
    Edition own_;
    std::u32string city_;
    Collector& out_;
};

}  // namespace

void editions(const layout::Reading& reading, const CheckOptions& options, Collector& out) {
    const plan::Plan& plan = options.master != nullptr ? options.master->plan : reading.plan;
    if (auto own = edition_of(plan)) {
        EditionRules(reading, plan, std::move(*own), out).run();
    }
}

void edition_of_title(const layout::Reading& plan, const CheckOptions& options, Collector& out) {
    const auto here = edition_of(plan.plan);
    const auto own = options.master != nullptr ? edition_of(options.master->plan) : std::nullopt;
    if (!here || !own || here->number == own->number || here->core != own->core) {
        return;
    }
    const std::string& title = options.master->plan.title;
    Remark remark{
        .rule = "S13",
        .severity = Severity::warning,
        .cell = {},
        .year = {},
        .part = {},
        .message = {"「" + plan.plan.title + "」とありますが、計画は「" + title + "」です。",
                    "It says '" + plan.plan.title + "', the plan is '" + title + "'."},
        .found = plan.plan.title,
        .expected = title};
    out.add_on_whole_file(
        plan.places.empty() ? "" : plan.places.front().file, "title", std::move(remark));
}

}  // namespace shinchoku::check
