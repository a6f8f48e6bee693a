#include "plan/glyphs.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace shinchoku::plan {
namespace {

using base::is_blank;

bool is_separator(char32_t c) {
    return std::u32string_view(U" 、,・･,;。｡:/").find(c) != std::u32string_view::npos;
}

// Everything the grammar gives a meaning of its own; the rest are letters.
constexpr std::u32string_view symbols =
    U"+-−‐‑–—―─▲△▼▽~〜∼()[]{}〔〕【】〈〉《》:、,・･;。｡./≧≦≥≤<>=¥￥\\※*†→⇒➡▶↗↘↑↓"
    U"○◯〇◎●×✕✓✔☑±!?\"'";

}  // namespace

std::u32string close_up(std::u32string_view text) {
    std::u32string closed;
    closed.reserve(text.size());
    std::copy_if(
        text.begin(), text.end(), std::back_inserter(closed), [](char32_t c) { return c != U' '; });
    return closed;
}

bool is_latin(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool is_letter(char32_t c) {
    if (c < 0x80) {
        return is_latin(c) || c == U'%' || c == U'&' || c == U'#' || c == U'_';
    }
    if (c >= 0x3041 && c <= 0x9FFF) {
        return c != U'・';  // kana and kanji: nearly every letter met
    }
    const bool circled = c >= 0x2460 && c <= 0x24FF;
    return !circled && !is_blank(c) && symbols.find(c) == std::u32string_view::npos;
}

bool is_dash(char32_t c) {
    return std::u32string_view(U"-−‐‑–—―─ーｰ").find(c) != std::u32string_view::npos;
}

Glyphs::Glyphs(std::string_view typed) : typed_(typed) {
    folded_.reserve(typed.size());
    places_.reserve(typed.size());
    bool blanks = false;
    for (std::size_t at = 0; at < typed.size();) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = base::next_code_point(typed, at);
        blanks = blanks || is_blank(c);
        folded_.push_back(is_blank(c) ? U' ' : base::fold_width(c));
        places_.push_back({begin, static_cast<std::uint32_t>(at)});
    }
    if (blanks) {
        drop_padding();
    }
}

// A letter is alone where no letter and no digit touches it. Blanks between two such letters are
// for looks.
void Glyphs::drop_padding() {
    const auto joins = [this](std::size_t i) {
        return is_letter(folded_[i]) || is_digit(folded_[i]);
    };
    const auto alone = [&](std::size_t i) {
        return is_letter(folded_[i]) && (i == 0 || !joins(i - 1)) &&
               (i + 1 == folded_.size() || !joins(i + 1));
    };
    std::vector<bool> keep(folded_.size(), true);
    std::size_t previous = folded_.size();  // the letter alone before the blanks, if any
    for (std::size_t i = 0; i < folded_.size(); ++i) {
        if (folded_[i] == U' ') {
            continue;
        }
        const bool lone = alone(i);
        if (lone && previous < i) {
            std::fill(keep.begin() + static_cast<std::ptrdiff_t>(previous) + 1,
                      keep.begin() + static_cast<std::ptrdiff_t>(i),
                      false);
        }
        previous = lone ? i : folded_.size();
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < folded_.size(); ++i) {
        if (keep[i]) {
            folded_[kept] = folded_[i];
            places_[kept] = places_[i];
            ++kept;
        }
    }
    folded_.resize(kept);
    places_.resize(kept);
}

std::string Glyphs::printed(Span span) const {
    while (!span.empty() && folded_[span.begin] == U' ') {
        ++span.begin;
    }
    while (!span.empty() && folded_[span.end - 1] == U' ') {
        --span.end;
    }
    if (span.empty()) {
        return {};
    }
    const std::size_t begin = places_[span.begin].begin;
    return std::string(typed_.substr(begin, places_[span.end - 1].end - begin));
}

Span Glyphs::trimmed(Span span) const {
    while (!span.empty() && is_separator(folded_[span.begin])) {
        ++span.begin;
    }
    while (!span.empty() && is_separator(folded_[span.end - 1])) {
        --span.end;
    }
    return span;
}

}  // namespace shinchoku::plan
