#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/pieces.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

// What a mark stands for. ~ and - of ASCII are typed for all of them and mix with none.
enum class DashUse { wave, none_mark };

struct DashPlace {
    std::size_t measure = 0;
    std::string key;
    std::optional<base::CellRef> place;
    std::optional<int> year;
};

struct DashCount {
    std::size_t count = 0;
    DashPlace first;
};

using Counts = std::map<char32_t, DashCount>;

bool is_wide_dash(char32_t c) {
    constexpr std::u32string_view dashes = U"‐‑‒–—―−－ー";
    return dashes.find(c) != dashes.npos;
}

bool is_katakana_letter(char32_t c) {
    return c >= 0x30A1 && c <= 0x30FA;
}

bool is_kana_letter(char32_t c) {
    return is_katakana_letter(c) || (c >= 0x3041 && c <= 0x3096);
}

// サ—ビス, センタ—の: a dash where the long vowel should stand; its place, npos for none. Before a
// kanji it may set a subtitle off.
std::size_t dash_as_long_vowel(std::u32string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] != U'ー' && is_wide_dash(text[i]) && is_katakana_letter(text[i - 1]) &&
            is_kana_letter(text[i + 1])) {
            return i;
        }
    }
    return text.npos;
}

std::string shown_dash(char32_t c) {
    return base::to_utf8(std::u32string(1, c)) + "（" + code_of(c) + "）";
}

// The rarest mark of a use; of equals the one that Japanese keyboards do not give.
char32_t rarest(const Counts& counts) {
    constexpr std::u32string_view usual = U"～―－—";
    const auto least =
        std::min_element(counts.begin(), counts.end(), [&](const auto& a, const auto& b) {
            if (a.second.count != b.second.count) {
                return a.second.count < b.second.count;
            }
            return usual.find(a.first) == usual.npos && usual.find(b.first) != usual.npos;
        });
    return least->first;
}

char32_t commonest_beside(const Counts& counts, char32_t rare) {
    char32_t best = rare;
    std::size_t most = 0;
    for (const auto& [c, count] : counts) {
        if (c != rare && count.count > most) {
            best = c;
            most = count.count;
        }
    }
    return best;
}

class DashRules {
public:
    DashRules(const layout::Reading& reading, Collector& out) : reading_(reading), out_(out) {}

    void run() {
        for (std::size_t m = 0; m < reading_.plan.measures.size(); ++m) {
            const std::string file =
                m < reading_.places.size() ? reading_.places[m].file : std::string();
            std::map<DashUse, Counts>& counts = by_file_[file];
            for_each_piece(reading_, m, [&](const Piece& text) { look(m, text, counts); });
        }
        for (const auto& [file, uses] : by_file_) {
            for (const auto& [use, counts] : uses) {
                if (counts.size() > 1) {
                    report(counts);
                }
            }
        }
    }

private:
    void look(std::size_t m, const Piece& text, std::map<DashUse, Counts>& counts) {
        const std::u32string letters = base::to_utf32(text.text);
        const auto note = [&](DashUse use, char32_t c) {
            DashCount& count = counts[use][c];
            if (count.count++ == 0) {
                count.first = {m, text.part, text.place, text.year};
            }
        };
        for (const char32_t c : letters) {
            if (c == U'～' || c == U'〜') {
                note(DashUse::wave, c);
            }
        }
        const std::u32string alone = base::to_utf32(base::trim(text.text));
        if (alone.size() == 1 && is_wide_dash(alone.front())) {
            note(DashUse::none_mark, alone.front());
        }
        if (const std::size_t at = dash_as_long_vowel(letters); at != letters.npos) {
            report_long_vowel(m, text, letters, at);
        }
    }

    // Once a workbook and use.
    void report(const Counts& counts) {
        const char32_t rare = rarest(counts);
        const char32_t common = commonest_beside(counts, rare);
        const DashPlace& place = counts.at(rare).first;
        out_.add(place.measure,
                 reading_.plan.measures[place.measure].id + "/" + place.key,
                 {.rule = "C09",
                  .severity = Severity::warning,
                  .cell = place.place,
                  .year = place.year,
                  .part = {},
                  .message = {"同じ使い方の記号 " + shown_dash(rare) + " と " + shown_dash(common) +
                                  " がブックの中で混ざっています。",
                              "The workbook mixes " + code_of(rare) + " and " + code_of(common) +
                                  " for the same use."},
                  .found = base::to_utf8(std::u32string(1, rare)),
                  .expected = base::to_utf8(std::u32string(1, common))});
    }

    void report_long_vowel(std::size_t m,
                           const Piece& text,
                           std::u32string_view letters,
                           std::size_t at) {
        std::size_t begin = at;
        while (begin > 0 &&
               (is_katakana_letter(letters[begin - 1]) || letters[begin - 1] == U'ー')) {
            --begin;
        }
        std::size_t end = at + 1;
        while (end < letters.size() &&
               (is_katakana_letter(letters[end]) || letters[end] == U'ー')) {
            ++end;
        }
        std::u32string word(letters.substr(begin, end - begin));
        const std::string found = base::to_utf8(word);
        word[at - begin] = U'ー';
        out_.add(m,
                 reading_.plan.measures[m].id + "/" + text.part + "/vowel",
                 {.rule = "C09",
                  .severity = Severity::warning,
                  .cell = text.place,
                  .year = text.year,
                  .part = {},
                  .message = {"「" + found + "」の長音が " + shown_dash(letters[at]) +
                                  " で書かれています。",
                              "The long vowel of " + found + " is written " + code_of(letters[at]) +
                                  "."},
                  .found = found,
                  .expected = base::to_utf8(word)});
    }

    const layout::Reading& reading_;
    Collector& out_;
    std::map<std::string, std::map<DashUse, Counts>> by_file_;
};

}  // namespace

void dashes(const layout::Reading& reading, Collector& out) {
    DashRules(reading, out).run();
}

}  // namespace shinchoku::check
