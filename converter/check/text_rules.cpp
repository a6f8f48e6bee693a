#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "check/rules.h"
#include "check/texts.h"

namespace shinchoku::check {
namespace {

using base::is_digit;
using base::Severity;

// What a form holds before it is filled. A single ○ is an answer, so the rings come in pairs.
constexpr std::array<std::string_view, 8> placeholders{
    "〇〇", "○○", "◯◯", "××", "別紙のとおり", "ここに記入", "入力してください", "ＸＸＸ"};

Remark on_text(std::string_view rule, const TextView& text, std::string found) {
    return {.rule = rule,
            .severity = Severity::warning,
            .cell = text.place,
            .year = text.year,
            .part = {},
            .message = {},
            .found = std::move(found),
            .expected = {}};
}

std::string_view placeholder_in(std::string_view text) {
    const auto* found =
        std::find_if(placeholders.begin(), placeholders.end(), [&](std::string_view each) {
            return text.find(each) != std::string_view::npos;
        });
    if (found != placeholders.end()) {
        return *found;
    }
    // An example to follow stands at the head of its cell; prose may speak of one.
    constexpr std::string_view example = "記入例";
    constexpr std::array<std::string_view, 9> ends{
        "）", ")", "】", "」", "：", ":", "\n", " ", "　"};
    std::string_view head = base::trim(text);
    for (const std::string_view bracket : {"（", "(", "【", "「"}) {
        head.remove_prefix(head.starts_with(bracket) ? bracket.size() : 0);
    }
    if (!head.starts_with(example)) {
        return {};
    }
    const std::string_view rest = head.substr(example.size());
    const bool is_heading =
        rest.empty() || std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
            return rest.starts_with(end);
        });
    return is_heading ? example : std::string_view();
}

// What stands between a name and its telephone number.
constexpr std::array<std::u32string_view, 9> before_number{
    U"電話番号", U"電話", U"携帯", U"連絡先", U"TEL", U"Tel", U"tel", U"℡", U"の"};
constexpr std::array<std::u32string_view, 4> honorifics{U"さん", U"様", U"氏", U"さま"};
// Ends of what is no person.
constexpr std::array<std::u32string_view, 31> offices{
    U"課",     U"係",     U"室",   U"部",   U"局",   U"所",       U"館",   U"校",
    U"園",     U"署",     U"院",   U"代表", U"内線", U"窓口",     U"本庁", U"支所",
    U"市",     U"協議会", U"直通", U"担当", U"会社", U"団体",     U"先",   U"番号",
    U"事務局", U"受付",   U"相談", U"庁舎", U"専用", U"ダイヤル", U"役所"};

template <std::size_t n>
bool remove_ending(std::u32string_view& text, const std::array<std::u32string_view, n>& endings) {
    const auto ending = std::find_if(endings.begin(), endings.end(), [&](std::u32string_view each) {
        return text.ends_with(each);
    });
    if (ending == endings.end()) {
        return false;
    }
    text.remove_suffix(ending->size());
    return true;
}

bool is_kanji(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || c == U'々' || (c >= 0x3400 && c <= 0x4DBF);
}

void remove_separators(std::u32string_view& text) {
    constexpr std::u32string_view separators = U" 　\n\t:;,、。()[]「」・/";
    while (!text.empty() && separators.find(text.back()) != separators.npos) {
        text.remove_suffix(1);
    }
}

// Whether a person's name seems to stand there: what an office, a counter or the city has for a
// telephone is no personal datum.
bool ends_with_name(std::u32string_view text) {
    do {
        remove_separators(text);
    } while (remove_ending(text, before_number));
    if (remove_ending(text, honorifics)) {
        return true;
    }
    if (remove_ending(text, offices)) {
        return false;
    }
    std::size_t letters = 0;
    bool has_gap = false;
    while (!text.empty() && (is_kanji(text.back()) || (text.back() == U' ' && !has_gap))) {
        has_gap = has_gap || text.back() == U' ';
        letters += is_kanji(text.back()) ? 1U : 0U;
        text.remove_suffix(1);
    }
    return letters >= 2 && letters <= 6;
}

bool is_mobile(std::u32string_view number) {
    return number.starts_with(U"090") || number.starts_with(U"080") || number.starts_with(U"070");
}

// Lengths of the groups of digits that a telephone number has: 03-1234-5678, 090-1234-5678.
bool is_telephone(std::u32string_view text, std::size_t at) {
    std::array<std::size_t, 3> groups{};
    for (std::size_t group = 0; group < groups.size(); ++group) {
        while (at < text.size() && is_digit(text[at])) {
            ++at;
            ++groups.at(group);
        }
        if (group < 2) {
            if (at >= text.size() || (text[at] != U'-' && text[at] != U'(' && text[at] != U')')) {
                return false;
            }
            ++at;
        }
    }
    const std::size_t all = groups[0] + groups[1] + groups[2];
    return groups[0] >= 2 && groups[0] <= 5 && groups[1] >= 1 && groups[1] <= 4 && groups[2] == 4 &&
           (all == 10 || all == 11);
}

bool is_mail_character(char32_t c) {
    return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'.' ||
           c == U'_' || c == U'-' || c == U'+';
}

bool is_mail(std::u32string_view text, std::size_t at) {
    if (text[at] != U'@' || at == 0 || !is_mail_character(text[at - 1])) {
        return false;
    }
    std::size_t end = at + 1;
    bool has_dot = false;
    while (end < text.size() && is_mail_character(text[end])) {
        has_dot = has_dot || (text[end] == U'.' && end > at + 1);
        ++end;
    }
    return has_dot && end > at + 3;
}

// Twelve digits in a row, or in three groups of four.
bool is_personal_number(std::u32string_view text, std::size_t at) {
    std::size_t digits = 0;
    while (at < text.size() && digits < 13) {
        if (is_digit(text[at])) {
            ++digits;
        } else if ((text[at] != U' ' && text[at] != U'-') || digits % 4 != 0 || digits >= 12) {
            break;
        }
        ++at;
    }
    const bool is_amount = at < text.size() && (text[at] == U'円' || text[at] == U'千');
    return digits == 12 && !is_amount;
}

// 2024 2025 2026: three years beside each other.
bool is_run_of_years(std::u32string_view text, std::size_t at) {
    for (std::size_t group = 0; group < 3; ++group, at += 5) {
        if (at + 4 > text.size() || (text.substr(at, 2) != U"20" && text.substr(at, 2) != U"19")) {
            return false;
        }
    }
    return true;
}

// What kind of personal data the text seems to hold; empty where none.
base::Text personal_data(std::string_view text) {
    const std::u32string folded = base::to_utf32(base::fold_width(text));
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (is_mail(folded, i)) {
            return {"メールアドレス", "a mail address"};
        }
        const bool starts = is_digit(folded[i]) && (i == 0 || !is_digit(folded[i - 1]));
        const std::u32string_view all(folded);
        if (starts && is_telephone(folded, i) &&
            (is_mobile(all.substr(i)) || ends_with_name(all.substr(0, i)))) {
            return {"氏名と電話番号", "a name with a telephone number"};
        }
        if (starts && is_personal_number(folded, i) && !is_run_of_years(folded, i)) {
            return {"12桁の番号（マイナンバーの疑い）", "a number of twelve digits"};
        }
    }
    return {};
}

void check_text(std::size_t measure, std::string_view id, const TextView& text, Collector& out) {
    if (const std::string_view found = placeholder_in(text.text); !found.empty()) {
        const std::string shown(found);
        Remark remark = on_text("A08", text, shown);
        remark.part = text.key;
        remark.message = {"「" + shown + "」が残っています。", shown + " was left in the text."};
        out.add(measure, id, std::move(remark));
    }
    if (const base::Text kind = personal_data(text.text); !kind.ja.empty()) {
        // The finding does not repeat the datum itself.
        Remark remark = on_text("A10", text, "");
        remark.message = {"個人情報と思われるもの（" + kind.ja + "）があります。",
                          "The text seems to hold " + kind.en + "."};
        out.add(measure, std::string(id) + "/" + text.key, std::move(remark));
    }
}

}  // namespace

void texts(const layout::Reading& reading, Collector& out) {
    const std::vector<plan::Measure>& measures = reading.plan.measures;
    for (std::size_t m = 0; m < measures.size(); ++m) {
        for_each_text(
            reading, m, [&](const TextView& text) { check_text(m, measures[m].id, text, out); });
    }
}

}  // namespace shinchoku::check
