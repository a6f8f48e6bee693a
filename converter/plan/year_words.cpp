#include "plan/year_words.h"

#include <array>

#include "base/utf8.h"

namespace shinchoku::plan {
namespace {

struct Era {
    std::u32string_view name;
    char32_t letter;
    char32_t square;  // the era in one character
    int year_zero;    // western year of its year 0
};
constexpr std::array<Era, 5> eras = {{{U"令和", U'R', U'㋿', 2018},
                                      {U"平成", U'H', U'㍻', 1988},
                                      {U"昭和", U'S', U'㍼', 1925},
                                      {U"大正", U'T', U'㍽', 1911},
                                      {U"明治", U'M', U'㍾', 1867}}};

constexpr int earliest_western = 1868;
constexpr int latest_western = 2199;

char32_t to_upper(char32_t c) {
    return c >= U'a' && c <= U'z' ? c - 32 : c;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

struct EraWord {
    const Era* era = nullptr;
    std::size_t size = 0;
};

EraWord find_era(std::u32string_view text, std::size_t at) {
    for (const Era& era : eras) {
        if (text.substr(at, 2) == era.name) {
            return {&era, 2};
        }
        if (at < text.size() && (to_upper(text[at]) == era.letter || text[at] == era.square)) {
            return {&era, 1};
        }
    }
    return {};
}

struct Digits {
    int number = 0;
    std::size_t size = 0;
};

// At most five, so that a longer run is seen to be too long.
Digits read_digits(std::u32string_view text, std::size_t at) {
    Digits digits;
    while (digits.size < 5 && at + digits.size < text.size() && is_digit(text[at + digits.size])) {
        digits.number = digits.number * 10 + static_cast<int>(text[at + digits.size] - U'0');
        ++digits.size;
    }
    return digits;
}

}  // namespace

std::size_t era_size(std::u32string_view text, std::size_t at) {
    return find_era(text, at).size;
}

std::optional<PrintedYear> read_year(std::u32string_view text, std::size_t at) {
    const EraWord era = find_era(text, at);
    const std::size_t from = at + era.size;
    if (era.era != nullptr && from < text.size() && text[from] == U'元') {
        return PrintedYear{era.era->year_zero + 1, era.size + 1};
    }
    const Digits digits = read_digits(text, from);
    if (era.era != nullptr) {
        const bool fits = (digits.size == 1 || digits.size == 2) && digits.number > 0;
        return fits ? std::optional(
                          PrintedYear{era.era->year_zero + digits.number, era.size + digits.size})
                    : std::nullopt;
    }
    const bool fits =
        digits.size == 4 && digits.number >= earliest_western && digits.number <= latest_western;
    return fits ? std::optional(PrintedYear{digits.number, digits.size}) : std::nullopt;
}

std::u32string fold_and_close_up(std::string_view text) {
    std::u32string closed;
    closed.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = base::next_code_point(text, at);
        if (!base::trim(text.substr(start, at - start)).empty()) {
            closed.push_back(base::fold_width(c));
        }
    }
    return closed;
}

}  // namespace shinchoku::plan
