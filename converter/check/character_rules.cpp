#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "check/pieces.h"
#include "check/rules.h"

namespace shinchoku::check {
namespace {

using base::Severity;

bool is_space(char32_t c) {
    return c == U' ' || c == U'　' || c == U'\t';
}

bool is_japanese(char32_t c) {
    return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF);
}

// "試 行", "実　施": single characters held apart, to fill the width of the cell.
bool is_spread_out(std::u32string_view text) {
    std::size_t letters = 0;
    bool apart = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_space(text[i])) {
            apart = true;
        } else if (!is_japanese(text[i]) || (i > 0 && !is_space(text[i - 1]))) {
            return false;
        } else {
            ++letters;
        }
    }
    return apart && letters >= 2;
}

// Private use: characters that only the machine that typed them can show.
bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

// Selectors of variants of one ideograph.
bool is_variation_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

// Vendors' extensions that other machines may lack: ① Ⅲ ㈱ ㎡ and the like.
bool is_vendor_character(char32_t c) {
    return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2160 && c <= 0x2179) ||
           (c >= 0x3231 && c <= 0x3239) || (c >= 0x32A4 && c <= 0x32A8) ||
           (c >= 0x3303 && c <= 0x33CD);
}

// Ideographs that normalisation replaces (神 U+FA19), without the twelve that are no duplicates,
// and marks that stand apart from their kana.
bool is_not_normal(char32_t c) {
    constexpr std::array<char32_t, 12> unified{0xFA0E,
                                               0xFA0F,
                                               0xFA11,
                                               0xFA13,
                                               0xFA14,
                                               0xFA1F,
                                               0xFA21,
                                               0xFA23,
                                               0xFA24,
                                               0xFA27,
                                               0xFA28,
                                               0xFA29};
    const bool compatible = (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
    return (compatible && std::find(unified.begin(), unified.end(), c) == unified.end()) ||
           c == 0x3099 || c == 0x309A;
}

Remark on_piece(std::string_view rule, const Piece& piece, Severity severity) {
    return {.rule = rule,
            .severity = severity,
            .cell = piece.place,
            .year = piece.year,
            .part = {},
            .message = {},
            .found = std::string(piece.text.size() <= 60 ? piece.text : std::string_view()),
            .expected = {}};
}

class CharacterRules {
public:
    CharacterRules(const layout::Reading& reading, Collector& out) : reading_(reading), out_(out) {}

    void run() {
        const std::vector<plan::Measure>& measures = reading_.plan.measures;
        for (std::size_t m = 0; m < measures.size(); ++m) {
            for_each_piece(reading_, m, [&](const Piece& piece) { look(m, piece); });
        }
    }

private:
    void look(std::size_t m, const Piece& piece) {
        const std::u32string text = base::to_utf32(piece.text);
        if (piece.kind == Piece::Kind::value) {
            spaces(m, piece, text);
        }
        odd_characters(m, piece, text);
    }

    // C06
    void spaces(std::size_t m, const Piece& piece, std::u32string_view text) {
        if (text.empty() || base::trim(piece.text).empty()) {
            return;
        }
        const bool leads = is_space(text.front());
        if (!leads && !is_spread_out(text)) {
            return;
        }
        Remark remark = on_piece("C06", piece, Severity::warning);
        remark.message = {
            leads ? "先頭に空白があります。"
                  : "「" + std::string(piece.text) + "」の字の間に空白があります。",
            leads ? "The text begins with a space."
                  : "Spaces hold the letters of " + std::string(piece.text) + " apart."};
        add(m, piece, std::move(remark));
    }

    // C07, C10
    void odd_characters(std::size_t m, const Piece& piece, std::u32string_view text) {
        for (const char32_t c : text) {
            const bool hard = is_private(c) || is_variation_selector(c);
            if (hard || is_not_normal(c)) {
                Remark remark = on_piece(hard ? "C07" : "C10", piece, Severity::warning);
                remark.message =
                    hard
                        ? base::Text{"ほかの機械で表示できない文字（外字・異体字、" + code_of(c) +
                                         "）があります。",
                                     "A private or variant character (" + code_of(c) +
                                         ") that other machines cannot show."}
                        : base::Text{"正規化で別の字になる文字（" + code_of(c) + "）があります。",
                                     "Normalisation replaces this character (" + code_of(c) + ")."};
                add(m, piece, std::move(remark));
                return;
            }
            if (is_vendor_character(c) && files_told_.insert(file_of(m)).second) {
                Remark remark = on_piece("C07", piece, Severity::info);
                remark.message = {"機種依存文字（" + base::to_utf8(std::u32string(1, c)) +
                                      " など）が使われています。",
                                  "Platform-dependent characters (such as " +
                                      base::to_utf8(std::u32string(1, c)) + ") are used."};
                add(m, piece, std::move(remark));
            }
        }
    }

    [[nodiscard]] std::string file_of(std::size_t m) const {
        return m < reading_.places.size() ? reading_.places[m].file : std::string();
    }

    void add(std::size_t m, const Piece& piece, Remark remark) {
        out_.add(m, reading_.plan.measures[m].id + "/" + piece.part, std::move(remark));
    }

    const layout::Reading& reading_;
    Collector& out_;
    std::set<std::string> files_told_;  // C07 as information comes once a workbook
};

}  // namespace

void characters(const layout::Reading& reading, Collector& out) {
    CharacterRules(reading, out).run();
}

}  // namespace shinchoku::check
