#include "plan/tokens.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "plan/year_words.h"

namespace shinchoku::plan {
namespace {

using Kind = Token::Kind;

struct Sign {
    std::u32string_view characters;
    Kind kind;
};
constexpr std::array<Sign, 13> signs = {{{U" ", Kind::blank},
                                         {U"+", Kind::plus},
                                         {U"▲△▼▽", Kind::triangle},
                                         {U"~〜∼", Kind::tilde},
                                         {U"([{〔【〈《", Kind::open},
                                         {U")]}〕】〉》", Kind::close},
                                         {U":", Kind::colon},
                                         {U"、,・･;", Kind::separator},
                                         {U"/", Kind::slash},
                                         {U"≧≦≥≤<>=", Kind::comparison},
                                         {U"¥￥\\", Kind::yen},
                                         {U"※*†", Kind::footnote},
                                         {U"。｡", Kind::stop}}};

bool is_circled(char32_t c) {
    return c >= 0x2460 && c <= 0x24FF;
}

class Tokenizer {
public:
    explicit Tokenizer(std::u32string_view text) : text_(text) {}

    std::vector<Token> run() {
        tokens_.reserve(text_.size() / 2 + 2);
        while (at_ < text_.size()) {
            read_token();
        }
        tokens_.push_back({Kind::end, {text_.size(), text_.size()}});
        return std::move(tokens_);
    }

private:
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
    }
    [[nodiscard]] char32_t previous() const { return at_ > 0 ? text_[at_ - 1] : U'\0'; }

    // 注1 is a mark; in 受注5件 and 発注10件 the word ends, and what is counted begins.
    [[nodiscard]] bool begins_mark() const {
        return peek() == U'注' && is_digit(peek(1)) &&
               std::u32string_view(U"受発外特別").find(previous()) == std::u32string_view::npos;
    }

    [[nodiscard]] bool begins_clause() const { return at_ == 0 || previous() == U' '; }

    void push(Kind kind, std::size_t size) {
        tokens_.push_back({kind, {at_, at_ + size}});
        at_ += size;
    }

    void read_token() {
        const char32_t c = peek();
        if (is_digit(c) || (c == U'.' && is_digit(peek(1)))) {
            read_digits();
        } else if (c == U'±' || (c == U',' && is_digit(peek(1)) && begins_clause())) {
            push(Kind::bad_number, 1);
        } else if (is_circled(c)) {
            push(Kind::ordinal, 1);
        } else if (begins_mark()) {
            push(Kind::footnote, 1 + count_digits(1));
        } else if (is_dash(c)) {
            read_dashes();
        } else if (is_letter(c)) {
            read_letters();
        } else {
            read_sign(c);
        }
    }

    [[nodiscard]] std::size_t count_digits(std::size_t ahead) const {
        std::size_t count = 0;
        while (is_digit(peek(ahead + count))) {
            ++count;
        }
        return count;
    }

    void read_dashes() {
        std::size_t size = 0;
        while (is_dash(peek(size))) {
            ++size;
        }
        push(Kind::dash, size);
    }

    void read_sign(char32_t c) {
        const auto* sign = std::find_if(signs.begin(), signs.end(), [c](const Sign& s) {
            return s.characters.find(c) != std::u32string_view::npos;
        });
        if (sign == signs.end()) {
            push(Kind::other, 1);
        } else if (sign->kind == Kind::comparison) {
            // =>, and what is none of the signs: it must not be read by its last character.
            std::size_t size = 1;
            while (sign->characters.find(peek(size)) != std::u32string_view::npos) {
                ++size;
            }
            push(Kind::comparison, size);
        } else if (sign->kind == Kind::footnote) {
            // "※1", but not "※3件": there a note begins with a figure.
            const std::size_t digits = count_digits(1);
            push(Kind::footnote, is_letter(peek(1 + digits)) ? 1 : 1 + digits);
        } else {
            push(sign->kind, 1);
        }
    }

    bool read_time_here() {
        const char32_t c = peek();
        if (is_latin(c) && (c >= U'a' || is_latin(previous()) || is_digit(previous()))) {
            return false;
        }
        const auto time = read_time(text_, at_);
        // "R7a" and "T-1" are names, not years.
        if (!time || (is_latin(c) && is_latin(peek(time->size)))) {
            return false;
        }
        push(Kind::time, time->size);
        return true;
    }

    void read_digits() {
        if (read_time_here()) {
            return;
        }
        const std::size_t begin = at_;
        std::size_t size = 0;
        const auto more = [&] {
            const char32_t c = peek(size);
            return is_digit(c) || ((c == U',' || c == U'.') && is_digit(peek(size + 1)));
        };
        while (more()) {
            ++size;
        }
        const bool good = is_number(text_.substr(begin, size));
        if (good && is_misspelt(begin, begin + size)) {
            push(Kind::misspelt, size);
            return;
        }
        size += good ? exponent_size(size) : 0;
        // "1. 検討" counts the items of a list.
        if (good && size <= 2 && peek(size) == U'.' &&
            (peek(size + 1) == U' ' || is_letter(peek(size + 1)))) {
            push(Kind::ordinal, size + 1);
            return;
        }
        push(good ? Kind::number : Kind::bad_number, size);
    }

    // Letters typed for the digits they look like ("l0,000", "I,200", "O.986", "11O", "110,OOO"),
    // and a sign typed twice: taken for words beside a number they would change it without a trace.
    [[nodiscard]] bool is_misspelt(std::size_t begin, std::size_t end) const {
        const auto at = [&](std::size_t i) { return i < text_.size() ? text_[i] : U'\0'; };
        const auto alike = [](char32_t c) { return c == U'O' || c == U'o'; };
        const auto alike_before = [&](char32_t c) { return alike(c) || c == U'l' || c == U'I'; };
        const auto is_point = [](char32_t c) { return c == U',' || c == U'.'; };
        const std::size_t point = begin > 0 && is_point(text_[begin - 1]) ? 1 : 0;
        const bool before = begin > point && alike_before(text_[begin - point - 1]) &&
                            (begin == point + 1 || !is_latin(text_[begin - point - 2]));
        std::size_t after = is_point(at(end)) ? end + 1 : end;
        const bool is_after = alike(at(after));
        while (alike(at(after))) {
            ++after;
        }
        return before || (is_after && !is_latin(at(after))) ||
               (at(end) == U'%' && at(end + 1) == U'%');
    }

    // "E+05" of a scientific format.
    [[nodiscard]] std::size_t exponent_size(std::size_t ahead) const {
        const char32_t sign = peek(ahead + 1);
        if (peek(ahead) != U'E' || (sign != U'+' && sign != U'-')) {
            return 0;
        }
        const std::size_t digits = count_digits(ahead + 2);
        return digits == 0 || digits > 3 ? 0 : 2 + digits;
    }

    // Digits, with a comma before every three of them or none, and one point.
    static bool is_number(std::u32string_view digits) {
        const std::size_t point = std::min(digits.find(U'.'), digits.size());
        const std::u32string_view whole = digits.substr(0, point);
        const std::u32string_view fraction = digits.substr(std::min(point + 1, digits.size()));
        if (fraction.find_first_of(U",.") != std::u32string_view::npos) {
            return false;
        }
        const std::size_t comma = whole.find(U',');
        if (comma == std::u32string_view::npos) {
            return true;
        }
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const bool expected = i >= comma && (i - comma) % 4 == 0;
            if ((whole[i] == U',') != expected) {
                return false;
            }
        }
        return comma <= 3 && (whole.size() - comma) % 4 == 0;
    }

    void read_letters() {
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            const char32_t c = peek();
            if (is_digit(c) && !is_part_of_unit(begin)) {
                break;
            }
            const bool word = is_letter(c) || is_digit(c) ||
                              (c == U'-' && is_latin(previous()) && is_latin(peek(1)));
            if (!word || begins_mark()) {
                break;
            }
            if (era_size(text_, at_) > 0) {
                const std::size_t word_end = at_;
                if (read_time_after_word(begin, word_end)) {
                    return;
                }
            }
            ++at_;
        }
        flush_word(begin, at_);
    }

    bool read_time_after_word(std::size_t begin, std::size_t word_end) {
        const std::size_t before = tokens_.size();
        flush_word(begin, word_end);
        if (read_time_here()) {
            return true;
        }
        tokens_.resize(before);
        return false;
    }

    void flush_word(std::size_t begin, std::size_t end) {
        if (end > begin) {
            tokens_.push_back({Kind::word, {begin, end}});
        }
    }

    // The 2 of m2 and CO2.
    [[nodiscard]] bool is_part_of_unit(std::size_t begin) const {
        if (!is_latin(previous()) || is_digit(peek(1))) {
            return false;
        }
        const std::u32string_view word = text_.substr(begin, at_ - begin);
        const char32_t digit = peek();
        return (digit == U'2' &&
                (word.ends_with(U"CO") || word == U"m" || word == U"km" || word == U"cm")) ||
               (digit == U'3' && word == U"m");
    }

    std::u32string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::u32string_view text) {
    return Tokenizer(text).run();
}

PrintedNumber to_number(std::u32string_view token) {
    PrintedNumber printed;
    std::string digits;  // short enough to stay where it is: no plan's figure has 16 characters
    bool after_point = false;
    for (const char32_t c : token.substr(0, token.find(U'E'))) {
        if (c == U'.') {
            after_point = true;
        }
        if (c != U',') {
            digits.push_back(static_cast<char>(c));
            printed.decimals += after_point && c != U'.' ? 1 : 0;
        }
    }
    for (const char32_t c : token.substr(std::min(token.find(U'E'), token.size()))) {
        digits.push_back(static_cast<char>(c));
    }
    printed.number = base::Decimal::parse(digits).value_or(base::Decimal());
    return printed;
}

}  // namespace shinchoku::plan
