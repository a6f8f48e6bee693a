#include "layout/number_mark.h"

#include <array>

#include "base/utf8.h"

namespace shinchoku::layout {
namespace {

struct Series {
    char32_t first;
    char32_t last;
    int first_number;
};

// Characters that are a number by themselves: circled, in brackets, Roman.
constexpr std::array<Series, 9> single_characters = {{{0x2460, 0x2473, 1},
                                                      {0x3251, 0x325F, 21},
                                                      {0x32B1, 0x32BF, 36},
                                                      {0x2474, 0x2487, 1},
                                                      {0x2488, 0x249B, 1},
                                                      {0x24F5, 0x24FE, 1},
                                                      {0x2776, 0x277F, 1},
                                                      {0x2160, 0x216B, 1},
                                                      {0x2170, 0x217B, 1}}};
constexpr std::size_t first_roman = 7;

constexpr std::u32string_view kanji_digits = U"一二三四五六七八九十";

struct Single {
    int number = 0;
    bool set_apart = false;  // cannot be the start of a word
};

std::optional<Single> single_character(char32_t c) {
    for (std::size_t i = 0; i < single_characters.size(); ++i) {
        const Series& series = single_characters[i];
        if (c >= series.first && c <= series.last) {
            return Single{static_cast<int>(c - series.first) + series.first_number,
                          i < first_roman};
        }
    }
    return std::nullopt;
}

bool is_joint(char32_t c) {
    return c == U'-' || c == U'.' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC;
}

// Digits with parts joined by a hyphen or a point: "1", "1-2", "１．３".
std::optional<NumberMark> digits_at_start(std::string_view text) {
    NumberMark mark;
    bool joint_open = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::fold_width(base::next_code_point(text, at));
        if (c >= U'0' && c <= U'9') {
            if (joint_open) {
                mark.number.push_back('-');
                joint_open = false;
            }
            mark.number.push_back(static_cast<char>(c));
            mark.length = at;
        } else if (is_joint(c) && !mark.number.empty() && !joint_open) {
            joint_open = true;
        } else {
            break;
        }
    }
    if (mark.number.empty()) {
        return std::nullopt;
    }
    mark.printed = text.substr(0, mark.length);
    return mark;
}

std::optional<NumberMark> single_at_start(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    std::size_t at = 0;
    const char32_t c = base::next_code_point(text, at);
    if (const auto single = single_character(c)) {
        return NumberMark{std::string(text.substr(0, at)), std::to_string(single->number), at};
    }
    return std::nullopt;
}

std::optional<NumberMark> kanji_at_start(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    std::size_t at = 0;
    const std::size_t digit = kanji_digits.find(base::next_code_point(text, at));
    if (digit == kanji_digits.npos) {
        return std::nullopt;
    }
    return NumberMark{std::string(text.substr(0, at)), std::to_string(digit + 1), at};
}

std::optional<NumberMark> bracketed_at_start(std::string_view text) {
    std::size_t at = 0;
    if (text.empty() || base::fold_width(base::next_code_point(text, at)) != U'(') {
        return std::nullopt;
    }
    const auto inner = digits_at_start(text.substr(at));
    if (!inner || at + inner->length >= text.size()) {
        return std::nullopt;
    }
    std::size_t end = at + inner->length;
    if (base::fold_width(base::next_code_point(text, end)) != U')') {
        return std::nullopt;
    }
    return NumberMark{std::string(text.substr(0, end)), inner->number, end};
}

bool is_space(char32_t c) {
    return c == U' ' || c == 0x3000 || c == 0xA0 || (c >= 0x09 && c <= 0x0D);
}

}  // namespace

std::optional<NumberMark> number_at_start(std::string_view text) {
    if (auto mark = digits_at_start(text)) {
        return mark;
    }
    if (auto mark = single_at_start(text)) {
        return mark;
    }
    return kanji_at_start(text);
}

std::optional<NumberMark> leading_number(std::string_view text) {
    if (auto mark = bracketed_at_start(text)) {
        return mark;
    }
    auto mark = single_at_start(text);
    if (mark) {
        std::size_t at = 0;
        const auto single = single_character(base::next_code_point(text, at));
        if (single && single->set_apart) {
            return mark;
        }
    } else {
        mark = digits_at_start(text);
    }
    if (!mark || mark->length >= text.size()) {
        return std::nullopt;
    }
    std::size_t at = mark->length;
    const char32_t after = base::fold_width(base::next_code_point(text, at));
    if (after == U'.' || after == U')') {
        mark->printed = text.substr(0, at);
        mark->length = at;
        return mark;
    }
    if (is_space(after)) {
        return mark;
    }
    return std::nullopt;
}

std::optional<std::string> id_alone(std::string_view text) {
    text = base::trim(text);
    const auto mark = digits_at_start(text);
    if (!mark || mark->length != text.size()) {
        return std::nullopt;
    }
    return mark->number;
}

}  // namespace shinchoku::layout
