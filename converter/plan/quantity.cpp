#include "plan/quantity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "plan/number_tail.h"
#include "plan/units.h"
#include "plan/value_words.h"
#include "plan/words.h"
#include "plan/year_words.h"

namespace shinchoku::plan {
namespace {

using Kind = Token::Kind;

constexpr std::u32string_view links[] = {U"比",
                                         U"対比",
                                         U"比で",
                                         U"より",
                                         U"よりも",
                                         U"から",
                                         U"に比べ",
                                         U"に比べて",
                                         U"に対し",
                                         U"に対して",
                                         U"の"};
constexpr std::u32string_view reference_middles[] = {
    U"実績", U"実績値", U"同期", U"同月", U"同時期", U"値"};

using To = Reference::To;
constexpr Meant<To> bases[] = {
    {U"前年度", To::previous_year},
    {U"前年", To::previous_year},
    {U"昨年度", To::previous_year},
    {U"昨年", To::previous_year},
    {U"現状", To::baseline},
    {U"現状値", To::baseline},
    {U"現況", To::baseline},
    {U"現況値", To::baseline},
    {U"基準値", To::baseline},
    {U"基準年度", To::baseline},
    {U"基準年", To::baseline},
    {U"基準", To::baseline},
    {U"当初", To::baseline},
    {U"当初値", To::baseline},
    {U"計画当初", To::baseline},
    {U"策定時", To::baseline},
    {U"計画策定時", To::baseline},
};

// The glyphs of a time that ends the text; 0 for none.
std::size_t time_at_end(std::u32string_view text) {
    constexpr std::size_t longest = 16;
    if (text.empty() ||
        (!is_digit(text.back()) &&
         std::u32string_view(U"年度末元在点月日)").find(text.back()) == text.npos)) {
        return 0;
    }
    for (std::size_t size = std::min(text.size(), longest); size >= 2; --size) {
        const std::size_t at = text.size() - size;
        if (at > 0 && (is_latin(text[at - 1]) || is_digit(text[at - 1]))) {
            continue;
        }
        const auto time = read_time(text, at, true);
        if (time && time->size == size) {
            return size;
        }
    }
    return 0;
}

ReferenceAtEnd find_base(std::u32string_view text) {
    const std::size_t middle = longest_suffix(text, reference_middles);
    for (const std::size_t skipped : {std::size_t{0}, middle}) {
        const std::u32string_view head = text.substr(0, text.size() - skipped);
        if (const auto* base = find_suffix(head, std::span<const Meant<To>>(bases))) {
            return {base->word.size() + skipped, {base->meaning, 0, true}};
        }
        if (const std::size_t time = time_at_end(head)) {
            const auto year = read_time(head, head.size() - time, true)->fiscal_year;
            return year ? ReferenceAtEnd{time + skipped, {To::year, *year, true}}
                        : ReferenceAtEnd{};
        }
        if (middle == 0) {
            break;
        }
    }
    return {};
}

// Reads the tokens of a cell from left to right and gathers figures, brackets and words.
class CellParser {
public:
    CellParser(const Glyphs& glyphs,
               Span span,
               const std::vector<Token>& tokens,
               const ExactFigure* exact)
        : glyphs_(glyphs), span_(span), tokens_(tokens), exact_(exact) {}

    CellParse run() {
        while (tokens_[at_].span.begin < span_.begin) {
            ++at_;
        }
        pending_ = span_.begin;
        while (!at_end(at_)) {
            step();
        }
        close_words(span_.end);
        return std::move(parse_);
    }

private:
    [[nodiscard]] bool at_end(std::size_t token) const {
        return tokens_[token].kind == Kind::end || tokens_[token].span.begin >= span_.end;
    }
    [[nodiscard]] Kind kind(std::size_t token) const {
        return at_end(token) ? Kind::end : tokens_[token].kind;
    }

    void require(bool condition) { parse_.fits = parse_.fits && condition; }

    void step() {
        const Token& token = tokens_[at_];
        switch (token.kind) {
            case Kind::number:
                read_quantity();
                return;
            case Kind::open:
                read_group();
                return;
            case Kind::footnote:
                close_words(token.span.begin);
                parse_.footnotes.push_back(token.span);
                move_to(token.span.end);
                return;
            case Kind::bad_number:
            case Kind::misspelt:
                parse_.fits = false;
                break;
            default:
                break;
        }
        ++at_;
    }

    void move_to(std::size_t glyph) {
        pending_ = glyph;
        while (!at_end(at_) && tokens_[at_].span.end <= glyph) {
            ++at_;
        }
    }

    void close_words(std::size_t end) {
        const Span words = glyphs_.trimmed({pending_, end});
        if (!words.empty()) {
            parse_.words.push_back(words);
        }
        pending_ = end;
    }

    // The token of the bracket that closes the one at `open`, or the end.
    [[nodiscard]] std::size_t find_close(std::size_t open) const {
        int depth = 0;
        std::size_t token = open;
        for (; !at_end(token); ++token) {
            depth += tokens_[token].kind == Kind::open ? 1 : 0;
            depth -= tokens_[token].kind == Kind::close ? 1 : 0;
            if (depth == 0) {
                break;
            }
        }
        return token;
    }

    void read_group() {
        const std::size_t close = find_close(at_);
        const Span inside{tokens_[at_].span.end,
                          at_end(close) ? span_.end : tokens_[close].span.begin};
        const std::size_t after = at_end(close) ? span_.end : tokens_[close].span.end;
        const bool words_before = !glyphs_.trimmed({pending_, tokens_[at_].span.begin}).empty();
        std::size_t next = std::min(close + 1, tokens_.size() - 1);
        while (kind(next) == Kind::blank || kind(next) == Kind::colon) {
            ++next;
        }
        if (words_before && kind(next) == Kind::number) {
            // 男性（人） 5: the bracket is part of the label.
            while (tokens_[at_].span.end <= after) {
                ++at_;
            }
            return;
        }
        close_words(tokens_[at_].span.begin);
        if (!parse_.quantities.empty()) {
            Quantity& last = parse_.quantities.back();
            last.notes.push_back(inside);
            last.value.end = after;
        } else {
            parse_.free_notes.push_back(inside);
        }
        move_to(after);
    }

    void read_quantity() {
        Quantity quantity;
        const std::size_t before = read_signs(quantity);
        read_words_before(quantity, before);
        check_words_before(quantity);
        NumberTail tail(glyphs_, span_, tokens_, exact_);
        const std::size_t end = tail.read(quantity, at_);
        exact_ = tail.exact_left();
        require(tail.fits());
        quantity.value.end = std::max(quantity.value.end, end);
        parse_.quantities.push_back(std::move(quantity));
        move_to(end);
    }

    // Signs directly before the number: minus, plus, ¥, ≧, ～. Where they begin.
    std::size_t read_signs(Quantity& quantity) {
        std::size_t first = at_;
        std::size_t begin = tokens_[at_].span.begin;
        bool yen = false;
        const auto take = [&](std::size_t token) {
            first = token;
            begin = tokens_[token].span.begin;
        };
        while (first > 0 && tokens_[first - 1].span.begin >= pending_) {
            const std::size_t back = first - 1;
            const Kind sign = tokens_[back].kind;
            if (sign == Kind::yen && !yen) {
                yen = true;
                take(back);
            } else if (sign == Kind::dash && !quantity.has_sign) {
                quantity.has_sign = true;
                negative_ = true;
                require(glyphs_.text(tokens_[back].span).size() == 1);
                take(back);
            } else if ((sign == Kind::triangle || sign == Kind::plus) && !quantity.has_sign) {
                quantity.has_sign = true;
                negative_ = sign == Kind::triangle;
                take(back);
            } else if (sign == Kind::blank && back > 0 && tokens_[back].span.begin > pending_ &&
                       is_loose_sign(tokens_[back - 1].kind)) {
                first = back;
            } else {
                break;
            }
        }
        begin = read_comparison(quantity, first, begin);
        if (yen) {
            quantity.form.unit = "円";
            quantity.form.unit_from = UnitFrom::cell;
        }
        quantity.low = base::Decimal(negative_ ? -1 : 1);
        negative_ = false;
        return begin;
    }

    // Signs that may stand apart from their number. A dash apart is a dash.
    static bool is_loose_sign(Kind sign) { return sign == Kind::triangle || sign == Kind::plus; }

    std::size_t read_comparison(Quantity& quantity, std::size_t first, std::size_t begin) {
        std::size_t back = first;
        while (back > 0 && tokens_[back - 1].kind == Kind::blank &&
               tokens_[back - 1].span.begin >= pending_) {
            --back;
        }
        if (back == 0 || tokens_[back - 1].span.begin < pending_) {
            return begin;
        }
        const Token& token = tokens_[back - 1];
        if (token.kind == Kind::comparison) {
            quantity.comparator = comparator_sign(glyphs_.text(token.span));
            require(quantity.comparator.has_value());
            return token.span.begin;
        }
        if (token.kind == Kind::tilde) {
            quantity.comparator = Comparator::at_most;
            require(glyphs_.trimmed({pending_, token.span.begin}).empty());
            return token.span.begin;
        }
        return begin;
    }

    // 約, 最大, 累計, 前年比 … from the number backwards; what is left names the quantity.
    void read_words_before(Quantity& quantity, std::size_t end) {
        Span words = glyphs_.trimmed({pending_, end});
        quantity.value.begin = words.empty() ? end : words.end;
        for (bool found = true; found && !words.empty();) {
            const std::u32string_view text = glyphs_.text(words);
            std::size_t size = 0;
            if (const auto qualifier = qualifier_before(text); qualifier.size > 0) {
                set(quantity.qualifiers, qualifier.word);
                size = qualifier.size;
            } else if (const auto bound = comparator_before(text); bound.size > 0) {
                require(!quantity.comparator);
                quantity.comparator = bound.comparator;
                size = bound.size;
            } else if (const auto reference = find_reference(text);
                       reference.size > 0 && !quantity.reference) {
                quantity.reference = reference.reference;
                size = reference.size;
            }
            found = size > 0;
            words = glyphs_.trimmed({words.begin, words.end - size});
            quantity.value.begin = found ? words.end : quantity.value.begin;
        }
        quantity.label = words;
        if (!words.empty() && glyphs_.text(words).ends_with(U'の')) {
            quantity.of_named = true;
            quantity.label = glyphs_.trimmed({words.begin, words.end - 1});
        } else if (!words.empty() && glyphs_.text(words).ends_with(U'は')) {
            quantity.label = glyphs_.trimmed({words.begin, words.end - 1});
        }
        quantity.value.begin = skip_blanks(quantity.value.begin, end);
    }

    [[nodiscard]] std::size_t skip_blanks(std::size_t begin, std::size_t end) const {
        return glyphs_.trimmed({begin, end}).empty() ? end : glyphs_.trimmed({begin, end}).begin;
    }

    // Words that cannot name a quantity: 第3, an arrow, a lone dash, a sentence before.
    void check_words_before(const Quantity& quantity) {
        if (quantity.label.empty()) {
            return;
        }
        const std::u32string_view label = glyphs_.text(quantity.label);
        bool fits = !label.ends_with(U'第') && label.find_first_of(U"。→⇒➡") == label.npos;
        // 1,000人当たり5件: kana between two figures name nothing.
        const bool kana = label.front() >= 0x3041 && label.front() <= 0x309F;
        fits = fits && (parse_.quantities.empty() || !(kana || label.starts_with(U"当たり")));
        for (std::size_t token = at_;
             token-- > 0 && tokens_[token].span.begin >= quantity.label.begin;) {
            fits = fits && (tokens_[token].kind != Kind::dash ||
                            tokens_[token].span.end > quantity.label.end);
        }
        require(fits);
    }

    const Glyphs& glyphs_;
    Span span_;
    const std::vector<Token>& tokens_;
    const ExactFigure* exact_;
    std::size_t at_ = 0;
    std::size_t pending_ = 0;  // the first glyph that belongs to nothing yet
    bool negative_ = false;
    CellParse parse_;
};

}  // namespace

ReferenceAtEnd find_reference(std::u32string_view text) {
    const std::size_t link = longest_suffix(text, links);
    ReferenceAtEnd found;
    if (link > 0) {
        found = find_base(text.substr(0, text.size() - link));
    }
    const std::u32string_view head = text.substr(0, text.size() - found.size);
    if (found.size > 0) {
        const std::u32string_view linked = text.substr(text.size() - link);
        found.reference.ratio =
            linked.find(U'比') != linked.npos ? !linked.starts_with(U'に') : linked == U"の";
        found.size += link;
        const std::u32string_view before = text.substr(0, text.size() - found.size);
        found.size += before.ends_with(U'対') ? 1U : 0U;
        return found;
    }
    // 対前年 needs no 比.
    if (text.find(U'対') == text.npos) {
        return {};
    }
    found = find_base(head);
    if (found.size > 0 && text.substr(0, text.size() - found.size).ends_with(U'対')) {
        ++found.size;
        return found;
    }
    return {};
}

bool has_particle(std::u32string_view text) {
    return text.find_first_of(U"をがはのにでへもとや") != std::u32string_view::npos;
}

CellParse parse_cell(const Glyphs& glyphs,
                     Span span,
                     const std::vector<Token>& tokens,
                     const ExactFigure* exact) {
    return CellParser(glyphs, span, tokens, exact).run();
}

}  // namespace shinchoku::plan
