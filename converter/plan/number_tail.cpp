#include "plan/number_tail.h"

#include <algorithm>

#include "plan/units.h"
#include "plan/value_words.h"
#include "plan/words.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;
using Kind = Token::Kind;

// What is done with the things counted: 5回実施 is five times, 実施 a remark.
constexpr std::u32string_view verbal_nouns[] = {
    U"実施",   U"開催",   U"導入", U"設置", U"策定", U"達成", U"完了", U"完了済", U"検討", U"整備",
    U"増設",   U"新設",   U"創設", U"作成", U"公開", U"公表", U"発信", U"配信",   U"発行", U"配布",
    U"締結",   U"認定",   U"登録", U"参加", U"利用", U"活用", U"採用", U"委託",   U"移管", U"廃止",
    U"統合",   U"統廃合", U"譲渡", U"売却", U"貸付", U"選定", U"対応", U"更新",   U"改修", U"改善",
    U"支援",   U"開設",   U"運用", U"実現", U"申請", U"受付", U"獲得", U"確保",   U"維持", U"継続",
    U"追加",   U"新規",   U"予定", U"済",   U"済み", U"目標", U"実績", U"研修",   U"受講", U"訪問",
    U"相談",   U"開発",   U"制定", U"改正", U"推進", U"参画", U"募集", U"見直し", U"削減", U"移行",
    U"実施済", U"達成済", U"ずつ"};

bool is_hiragana(char32_t c) {
    return c >= 0x3041 && c <= 0x309F;
}

// A name for what is counted that no list has: short, without kana that inflect and without Latin,
// which after a number is more often a product's name (5G).
bool can_be_unit(std::u32string_view text) {
    constexpr std::size_t longest = 8;
    return text.size() <= longest && ordinal_size(text) == 0 && !is_one_of(text, verbal_nouns) &&
           std::none_of(
               text.begin(), text.end(), [](char32_t c) { return is_hiragana(c) || is_latin(c); });
}

bool begins_suffix(std::u32string_view text) {
    return qualifier_after(text).size > 0 || comparator_after(text).size > 0 ||
           change_after(text).size > 0 || is_one_of(text, verbal_nouns);
}

bool is_sign(Kind kind) {
    return kind == Kind::dash || kind == Kind::triangle || kind == Kind::plus || kind == Kind::yen;
}

}  // namespace

Kind NumberTail::kind(std::size_t token) const {
    const Token& t = tokens_[std::min(token, tokens_.size() - 1)];
    return t.span.begin >= span_.end ? Kind::end : t.kind;
}

std::size_t NumberTail::token_at(std::size_t glyph) const {
    std::size_t token = token_;
    while (tokens_[token].kind != Kind::end && tokens_[token].span.end <= glyph) {
        ++token;
    }
    return token;
}

std::u32string_view NumberTail::rest_of_word() const {
    const Token& token = tokens_[token_at(at_)];
    return token.kind == Kind::word ? glyphs_.text({at_, std::min(token.span.end, span_.end)})
                                    : std::u32string_view{};
}

Decimal NumberTail::to_decimal(std::size_t number, int& decimals) {
    const std::u32string_view text = glyphs_.text(tokens_[number].span);
    const PrintedNumber printed = to_number(text);
    decimals = printed.decimals;
    if (exact_ == nullptr) {
        return printed.number;
    }
    const Decimal exact = exact_->magnitude;
    const bool scientific = text.find(U'E') != std::u32string_view::npos;
    if (!scientific && exact.rounded(printed.decimals) != printed.number) {
        return printed.number;
    }
    exact_ = nullptr;
    return exact;
}

std::size_t NumberTail::read(Quantity& quantity, std::size_t number) {
    token_ = number;
    Figure first;
    first.form = quantity.form;
    read_figure(first, number, quantity.low.sign() < 0);
    quantity.low = first.number;
    quantity.form = first.form;
    read_suffixes(quantity);
    if (!read_range(quantity, first)) {
        read_rest(quantity, first);
    }
    check_what_follows();
    return at_;
}

void NumberTail::read_figure(Figure& figure, std::size_t number, bool negative) {
    figure.number = to_decimal(number, figure.form.decimals);
    at_ = tokens_[number].span.end;
    read_scales(figure);
    if (negative) {
        figure.number = -figure.number;
    }
    if (!read_unit(figure.form) && !figure.form.unit && kind_here() == Kind::blank &&
        step_over_blank(figure.form)) {
        read_scales(figure);
        static_cast<void>(read_unit(figure.form));
    }
}

// 万, and 億 before another number: 1億2,000万.
void NumberTail::read_scales(Figure& figure) {
    Decimal sum;
    Decimal part = figure.number;
    std::int64_t above = 0;
    for (;;) {
        const ScaleWord scale = read_scale(rest_of_word());
        if (scale.size == 0) {
            break;
        }
        require(above == 0 || scale.scale < above);
        above = scale.scale;
        figure.form.scale = scale.scale;
        sum = sum + part * Decimal(scale.scale);
        part = Decimal();
        at_ += scale.size;
        const std::size_t next = token_at(at_);
        if (kind(next) != Kind::number) {
            break;
        }
        int decimals = 0;
        part = to_decimal(next, decimals);
        figure.form.decimals = decimals;
        figure.form.scale = 1;
        require(part < Decimal(above));
        at_ = tokens_[next].span.end;
    }
    figure.number = sum + part;
}

bool NumberTail::read_unit(UnitAndForm& form) {
    if (rest_of_word().empty()) {
        return false;
    }
    const std::u32string_view text = glyphs_.text({at_, span_.end});
    std::size_t size = unit_size(text);
    const std::u32string_view word = rest_of_word();
    if (size < ordinal_size(word)) {
        fits_ = false;
        return false;
    }
    // 分類 after a number is no 分: one letter left over belongs to the unit.
    const std::u32string_view left = word.substr(std::min(size, word.size()));
    if (size == 1 && left.size() == 1 && !is_latin(word.front()) && can_be_unit(left) &&
        !begins_suffix(left) && word.front() != U'%') {
        size = 2;
    }
    if (size == 0) {
        return false;
    }
    form.unit = write_unit(text.substr(0, size));
    form.unit_from = UnitFrom::cell;
    at_ += size;
    return true;
}

// A word after a blank belongs to the number where it is a unit or says more about it; before the
// next number it is that one's label unless it is nothing else.
bool NumberTail::step_over_blank(const UnitAndForm& form) {
    const std::size_t word = token_at(at_) + 1;
    if (kind(word) != Kind::word) {
        return false;
    }
    const Span span = tokens_[word].span;
    const std::u32string_view text = glyphs_.text(span);
    std::size_t size = std::max(
        {qualifier_after(text).size, comparator_after(text).size, change_after(text).size});
    if (!form.unit) {
        const std::size_t scale = read_scale(text).size;
        const std::size_t unit = unit_size(glyphs_.text({span.begin + scale, span_.end}));
        size = std::max(size, scale + unit);
    }
    std::size_t next = word + 1;
    while (kind(next) == Kind::blank || kind(next) == Kind::colon) {
        ++next;
    }
    const bool label = kind(next) == Kind::number && size < text.size();
    if (size == 0 || label) {
        return false;
    }
    at_ = span.begin;
    return true;
}

void NumberTail::read_suffixes(Quantity& quantity) {
    while (read_suffix(quantity)) {
    }
}

bool NumberTail::read_suffix(Quantity& quantity) {
    if (kind_here() == Kind::blank && !step_over_blank(quantity.form)) {
        return false;
    }
    std::u32string_view text = rest_of_word();
    if (text.empty()) {
        return false;
    }
    if (const auto qualifier = qualifier_after(text); qualifier.size > 0) {
        set(quantity.qualifiers, qualifier.word);
        at_ += qualifier.size;
        return true;
    }
    if (const auto bound = comparator_after(text); bound.size > 0) {
        // 5%まで縮減 is an upper bound; what 60%まで向上 bounds is anybody's guess.
        const auto change = change_after(text.substr(bound.size));
        const bool until = text.starts_with(U"まで") && change.size > 0;
        require(!quantity.comparator && !(until && change.sign > 0));
        quantity.comparator = bound.comparator;
        at_ += bound.size;
        return !until;
    }
    const std::size_t particle = text.starts_with(U'の') ? 1 : 0;
    const auto change = change_after(text.substr(particle));
    const std::u32string_view after = text.substr(std::min(particle + change.size, text.size()));
    // 5%増の105件: の leads to what it comes to.
    const bool leads_on = after == U"の" && kind(token_at(at_) + 1) == Kind::number;
    const bool whole = after.empty() || leads_on || comparator_after(after).size > 0 ||
                       qualifier_after(after).size > 0;
    if (change.size > 0 && quantity.change == 0 && whole) {
        quantity.change = change.sign;
        at_ += particle + change.size + (leads_on ? 1 : 0);
        return true;
    }
    return false;
}

bool NumberTail::read_range(Quantity& quantity, const Figure& first) {
    std::size_t sign = token_at(at_);
    std::size_t end = at_;
    const bool from = rest_of_word() == U"から";
    if (from) {
        end = tokens_[sign].span.end;
    } else {
        sign += kind(sign) == Kind::blank ? 1U : 0U;
        if (kind(sign) != Kind::tilde && kind(sign) != Kind::dash) {
            return false;
        }
        end = tokens_[sign].span.end;
    }
    std::size_t next = sign + 1;
    bool negative = false;
    bool has_sign = false;
    Figure second;
    while (kind(next) == Kind::blank || is_sign(kind(next))) {
        if (kind(next) == Kind::yen) {
            second.form.unit = "円";
            second.form.unit_from = UnitFrom::cell;
        } else if (kind(next) != Kind::blank) {
            // One sign, as before the first number.
            require(!has_sign && glyphs_.text(tokens_[next].span).size() == 1);
            has_sign = true;
            negative = kind(next) != Kind::plus;
        }
        ++next;
    }
    if (kind(next) != Kind::number) {
        // 10～ is open at the top; anything else after the sign is no range.
        const Kind after = kind(sign + 1);
        const bool open = kind(sign) == Kind::tilde && after != Kind::word && after != Kind::time &&
                          !is_sign(after) && after != Kind::tilde && after != Kind::bad_number &&
                          after != Kind::misspelt;
        require(open && !quantity.comparator && quantity.change == 0);
        quantity.comparator = Comparator::at_least;
        at_ = end;
        return true;
    }
    require(!quantity.comparator);
    read_figure(second, next, negative);
    join_range(quantity, first, second);
    if (rest_of_word().starts_with(U"まで")) {
        at_ += 2;
    }
    read_suffixes(quantity);
    read_rest(quantity, second);
    require(!quantity.comparator && quantity.change == 0);
    return true;
}

void NumberTail::join_range(Quantity& quantity, const Figure& first, const Figure& second) {
    const UnitAndForm& a = first.form;
    const UnitAndForm& b = second.form;
    require(!a.unit || !b.unit || a.unit == b.unit);
    // 1～2万人: the scale word stands once for both, unless that would turn them round.
    Decimal low = first.number;
    if (a.scale == 1 && b.scale > 1 && !a.unit) {
        const Decimal scaled = low * Decimal(b.scale);
        low = scaled <= second.number ? scaled : low;
    }
    quantity.low = low;
    quantity.high = second.number;
    quantity.form.unit = b.unit ? b.unit : a.unit;
    quantity.form.unit_from = quantity.form.unit ? UnitFrom::cell : UnitFrom::none;
    quantity.form.decimals = std::max(a.decimals, b.decimals);
    quantity.form.scale = std::max(a.scale, b.scale);
    require(low <= second.number);
}

// アカウント and other names no list has: up to a suffix or a verbal noun.
void NumberTail::read_open_unit(Quantity& quantity, UnitAndForm& form) {
    const std::u32string_view text = rest_of_word();
    std::size_t size = 1;
    while (size < text.size() && !begins_suffix(text.substr(size))) {
        ++size;
    }
    if (!can_be_unit(text.substr(0, size))) {
        return;
    }
    form.unit = write_unit(text.substr(0, size));
    form.unit_from = UnitFrom::cell;
    quantity.form = form;
    at_ += size;
    read_suffixes(quantity);
}

void NumberTail::read_rest(Quantity& quantity, Figure& figure) {
    std::u32string_view rest = rest_of_word();
    if (rest.empty()) {
        return;
    }
    const bool tail_begun = quantity.comparator || quantity.change != 0;
    const std::size_t word = token_at(at_);
    const bool label_next = kind(word + 1) == Kind::number;
    if (!quantity.form.unit && !tail_begun && !label_next && !is_one_of(rest, verbal_nouns)) {
        UnitAndForm form = quantity.form;
        form.decimals = quantity.high ? form.decimals : figure.form.decimals;
        read_open_unit(quantity, form);
        require(quantity.form.unit.has_value());
        rest = rest_of_word();
    }
    if (rest.empty() || label_next) {
        require(!has_particle(rest.substr(0, 1)));
        return;
    }
    constexpr std::size_t longest = 8;
    require(!has_particle(rest) && rest.size() <= longest);
    quantity.rest = {at_, at_ + rest.size()};
    at_ += rest.size();
}

// A number that goes on in signs is none: 3/5施設, 10→20.
void NumberTail::check_what_follows() {
    switch (kind_here()) {
        case Kind::tilde:
        case Kind::dash:
        case Kind::plus:
        case Kind::triangle:
        case Kind::colon:
        case Kind::comparison:
        case Kind::yen:
        case Kind::other:
        case Kind::bad_number:
        case Kind::misspelt:
            fits_ = false;
            return;
        case Kind::slash:
        case Kind::number:
            // Parted figures need a word between them: 市内5件/市外3件, 10以上20以下.
            require(is_letter(glyphs_.text()[at_ - 1]) &&
                    (kind_here() == Kind::number || kind(token_at(at_) + 1) == Kind::word));
            return;
        default:
            return;
    }
}

}  // namespace shinchoku::plan
