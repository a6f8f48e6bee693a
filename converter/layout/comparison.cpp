#include "layout/comparison.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "layout/normalisation.h"

namespace shinchoku::layout {
namespace {

constexpr char32_t hyphen = U'-';

bool is_circled_number(char32_t c) {
    return (c >= 0x2460 && c <= 0x2473) || (c >= 0x24EA && c <= 0x24FF) ||
           (c >= 0x3251 && c <= 0x325F) || (c >= 0x32B1 && c <= 0x32BF);
}

// Characters that NFKC leaves alone, whatever stands beside them: most of what labels are made of.
// A voiced mark of its own (U+3099, half-width U+FF9E) is none of these, so a run that needs
// composing goes the long way.
bool is_stable_under_nfkc(char32_t c) {
    return c < 0x80 || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FE) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x301D) ||
           (c >= 0xFF01 && c <= 0xFF5E) || is_circled_number(c);
}

bool is_blank(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || c == 0x205F ||
           c == 0x2060 || c == 0x3000 || c == 0xFEFF || c == 0xAD;
}

bool is_hyphen(char32_t c) {
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC || c == 0xFF70 ||
           c == 0xFF0D || c == 0xFE63 || c == 0x2500 || c == 0x2501 || c == 0x2043;
}

bool is_opening(char32_t c) {
    constexpr std::u32string_view all = U"([{（［｛〔【〈《「『〖〘〚｟｢≪«";
    return all.find(c) != all.npos;
}

bool is_closing(char32_t c) {
    constexpr std::u32string_view all = U")]}）］｝〕】〉》」』〗〙〛｠｣≫»";
    return all.find(c) != all.npos;
}

// One character after NFKC; nothing where it does not count.
void append_unified(std::u32string& form, char32_t c) {
    const bool is_kana_or_kanji = c >= 0x3041 && c <= 0x9FFF && c != 0x30FC;
    if (is_kana_or_kanji) {  // nearly every character of a label
        form += c;
        return;
    }
    if (is_blank(c)) {
        return;
    }
    if (is_hyphen(c)) {
        form += hyphen;
    } else if (is_opening(c)) {
        form += U'(';
    } else if (is_closing(c)) {
        form += U')';
    } else if (c == 0x301C || c == 0x223C) {
        form += U'~';
    } else if (c >= U'A' && c <= U'Z') {
        form += c - U'A' + U'a';
    } else {
        form += c;
    }
}

void append_nfkc(std::u32string& form, std::u32string_view run) {
    if (run.empty()) {
        return;
    }
    const std::optional<std::string> text = compatibility_form(run);
    if (!text) {
        for (const char32_t c : run) {
            append_unified(form, c);
        }
        return;
    }
    for (std::size_t at = 0; at < text->size();) {
        append_unified(form, base::next_code_point(*text, at));
    }
}

void append_in_pieces(std::u32string& form, std::u32string_view text) {
    while (!text.empty()) {
        const auto end = std::find_if(text.begin(), text.end(), is_circled_number);
        append_nfkc(form, text.substr(0, static_cast<std::size_t>(end - text.begin())));
        text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
        if (!text.empty()) {
            form += text.front();
            text.remove_prefix(1);
        }
    }
}

void replace_all(std::u32string& text, std::u32string_view from, std::u32string_view to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::u32string comparison_form_utf32(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    bool stable = true;
    for (std::size_t at = 0; at < text.size();) {
        points += base::next_code_point(text, at);
        stable = stable && is_stable_under_nfkc(points.back());
    }
    std::u32string form;
    form.reserve(points.size());
    if (stable) {
        for (const char32_t c : points) {
            append_unified(form, base::fold_width(c));
        }
    } else {
        append_in_pieces(form, points);
    }
    if (form.find(U'み') != form.npos) {
        replace_all(form, U"取り組み", U"取組");
        replace_all(form, U"取組み", U"取組");
    }
    return form;
}

// Without "(…)" at the end, where anything is left before it.
bool drop_trailing_remark(std::u32string& form) {
    if (form.empty() || form.back() != U')') {
        return false;
    }
    std::size_t depth = 0;
    for (std::size_t at = form.size(); at-- > 0;) {
        if (form[at] == U')') {
            ++depth;
        } else if (form[at] == U'(' && --depth == 0) {
            if (at == 0) {
                return false;
            }
            form.resize(at);
            return true;
        }
    }
    return false;
}

bool drop_trailing_word(std::u32string& form) {
    constexpr std::u32string_view words = U"値等欄";
    if (form.size() < 2 || words.find(form.back()) == words.npos) {
        return false;
    }
    form.pop_back();
    return true;
}

// The text before its first line break, where there is any.
std::string_view first_line(std::string_view text) {
    const std::string_view trimmed = base::trim(text);
    return trimmed.substr(0, trimmed.find_first_of("\r\n"));
}

}  // namespace

std::string comparison_form(std::string_view text) {
    return base::to_utf8(comparison_form_utf32(text));
}

bool same_words(std::string_view a, std::string_view b) {
    return a == b || comparison_form(a) == comparison_form(b);
}

std::string loose_form(std::string_view text) {
    std::u32string form = comparison_form_utf32(first_line(text));
    while (drop_trailing_remark(form) || drop_trailing_word(form)) {
    }
    replace_all(form, U"関係", U"関連");
    return base::to_utf8(form);
}

std::size_t distance(std::string_view a, std::string_view b) {
    const std::u32string left = comparison_form_utf32(a);
    const std::u32string right = comparison_form_utf32(b);
    const std::size_t width = right.size() + 1;
    std::vector<std::size_t> cost((left.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
        return cost[i * width + j];
    };
    for (std::size_t i = 0; i <= left.size(); ++i) {
        at(i, 0) = i;
    }
    for (std::size_t j = 0; j <= right.size(); ++j) {
        at(0, j) = j;
    }
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t last_match = 0;  // 1-based place in `right` that equals left[i - 1]
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool same = left[i - 1] == right[j - 1];
            at(i, j) =
                std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0U : 1U)});
            // Two letters that changed places, whatever was put in or left out between them.
            const std::size_t before = left.rfind(right[j - 1], i - 2);
            if (i > 1 && last_match > 0 && before != left.npos) {
                at(i, j) = std::min(
                    at(i, j),
                    at(before, last_match - 1) + (i - before - 2) + 1 + (j - last_match - 1));
            }
            if (same) {
                last_match = j;
            }
        }
    }
    return at(left.size(), right.size());
}

}  // namespace shinchoku::layout
