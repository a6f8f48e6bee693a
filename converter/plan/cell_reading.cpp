#include "plan/cell_reading.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "plan/milestone.h"
#include "plan/notes.h"
#include "plan/tokens.h"
#include "plan/value_words.h"
#include "plan/words.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;
using Kind = Token::Kind;
using Content = Value::Content;

// No plan writes a figure in so long a text; it is read for steps of work only.
constexpr std::size_t longest_figure_text = 300;

constexpr std::array<std::string_view, 8> error_codes = {
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"};

std::optional<RelativeTo> relative_to(const std::optional<Reference>& reference) {
    if (!reference || reference->to == Reference::To::year) {
        return std::nullopt;
    }
    return reference->to == Reference::To::previous_year ? RelativeTo::previous_year
                                                         : RelativeTo::baseline;
}

struct Change {
    Decimal amount;
    std::string unit;
};

// 3割増 is 30 %, 1.5倍 of last year is +50 %.
std::optional<Change> to_change(const Quantity& q) {
    const std::string unit = q.form.unit.value_or("%");
    const Decimal tenfold = q.low.shifted(1);
    if (q.change != 0) {
        if (unit == "倍" || (q.has_sign && q.low.sign() != q.change)) {
            return std::nullopt;
        }
        const Decimal amount = unit == "割" ? tenfold.abs() : q.low.abs();
        return Change{q.change < 0 ? -amount : amount, unit == "割" ? "%" : unit};
    }
    if (unit == "倍") {
        return Change{(q.low - Decimal(1)).shifted(2), "%"};
    }
    if (q.has_sign) {
        return Change{unit == "割" ? tenfold : q.low, unit == "割" ? "%" : unit};
    }
    if (q.form.unit == "%" || q.form.unit == "割") {
        return Change{(unit == "割" ? tenfold : q.low) - Decimal(100), "%"};
    }
    return std::nullopt;
}

std::optional<Content> relative_content(const Quantity& q) {
    const auto change = q.high ? std::nullopt : to_change(q);
    if (!change) {
        return std::nullopt;
    }
    Relative relative;
    relative.change = change->amount;
    relative.change_unit = change->unit;
    relative.of = relative_to(q.reference);
    relative.comparator = q.comparator;
    return relative;
}

// Nothing where the parts of the quantity contradict each other.
std::optional<Content> to_content(const Quantity& q, const Glyphs& glyphs) {
    if (q.change != 0 || q.reference) {
        return relative_content(q);
    }
    const bool part = q.form.unit == "%" || q.form.unit == "割";
    if (q.of_named && part && !q.label.empty() && !is_time_note(glyphs.text(q.label))) {
        if (q.high) {
            return std::nullopt;
        }
        Relative relative;
        relative.share = q.form.unit == "割" ? q.low.shifted(1) : q.low;
        relative.comparator = q.comparator;
        return relative;
    }
    if (q.high) {
        return Range{q.low, *q.high, q.form};
    }
    if (q.comparator) {
        return Bound{*q.comparator, q.low, q.form};
    }
    return Number{q.low, q.form};
}

// A comparison in words alone.
struct WordComparison {
    std::u32string_view word;
    std::optional<Comparator> comparator;
};
constexpr std::array<WordComparison, 17> word_comparisons = {
    {{U"以上", Comparator::at_least},
     {U"以下", Comparator::at_most},
     {U"以内", Comparator::at_most},
     {U"未満", Comparator::below},
     {U"超", Comparator::above},
     {U"を超える", Comparator::above},
     {U"超え", Comparator::above},
     {U"を上回る", Comparator::above},
     {U"を下回る", Comparator::below},
     {U"を下回らない", Comparator::at_least},
     {U"を上回らない", Comparator::at_most},
     {U"並み", std::nullopt},
     {U"並", std::nullopt},
     {U"同", std::nullopt},
     {U"同水準", std::nullopt},
     {U"同程度", std::nullopt},
     {U"と同程度", std::nullopt}}};

struct WordMultiple {
    std::u32string_view word;
    int percent;
};
constexpr std::array<WordMultiple, 3> word_multiples = {
    {{U"倍増", 100}, {U"半減", -50}, {U"半減以下", -50}}};

struct WordRelative {
    Relative relative;
    std::optional<Reference> reference;
    std::size_t subject = 0;  // glyphs before that name the quantity
};

Relative unchanged(std::optional<Comparator> comparator, int percent) {
    Relative relative;
    relative.change = Decimal(percent);
    relative.change_unit = "%";
    relative.comparator = comparator;
    return relative;
}

// 前年度以上, 前年並み: a named reference and a comparison.
std::optional<WordRelative> read_comparison_in_words(std::u32string_view text) {
    for (const WordComparison& comparison : word_comparisons) {
        if (!text.ends_with(comparison.word)) {
            continue;
        }
        // Any link would do after a reference; the comparison stands in its place.
        std::u32string head(text.substr(0, text.size() - comparison.word.size()));
        head += U'比';
        const ReferenceAtEnd found = find_reference(head);
        if (found.size > 0) {
            WordRelative read{unchanged(comparison.comparator, 0), found.reference, 0};
            read.relative.of = relative_to(found.reference);
            read.subject = head.size() - found.size;
            return read;
        }
    }
    return std::nullopt;
}

// 倍増, 件数の半減, 前年比倍増.
std::optional<WordRelative> read_multiple(std::u32string_view text) {
    for (const WordMultiple& multiple : word_multiples) {
        if (!text.ends_with(multiple.word)) {
            continue;
        }
        const std::u32string_view head = text.substr(0, text.size() - multiple.word.size());
        WordRelative read{unchanged(std::nullopt, multiple.percent), std::nullopt, head.size()};
        const ReferenceAtEnd found = find_reference(head);
        if (found.size > 0) {
            read.reference = found.reference;
            read.relative.of = relative_to(found.reference);
            read.subject -= found.size;
        }
        return read;
    }
    return std::nullopt;
}

class CellReader {
public:
    CellReader(const Glyphs& glyphs, const std::vector<Token>& tokens, const ExactFigure* exact)
        : glyphs_(glyphs), tokens_(tokens), exact_(exact) {}

    CellReading read(Span span) {
        if (const auto inside = find_outer_brackets(span)) {
            CellReading within = read(*inside);
            if (!within.value.is<Milestone>()) {
                return within;
            }
        }
        const CellParse parse = parse_cell(glyphs_, span, tokens_, exact_);
        std::optional<Value> value;
        if (parse.fits && !parse.quantities.empty()) {
            value = read_quantities(parse);
        } else if (parse.fits) {
            value = read_words(parse);
        }
        return {value ? std::move(*value) : read_milestone(span, parse), reference_year_};
    }

private:
    // The inside, where one pair of brackets holds everything: (5).
    [[nodiscard]] std::optional<Span> find_outer_brackets(Span span) const {
        std::vector<Token> own;
        std::copy_if(tokens_.begin(), tokens_.end(), std::back_inserter(own), [&](const Token& t) {
            return t.span.begin >= span.begin && t.span.end <= span.end && t.kind != Kind::end &&
                   t.kind != Kind::blank;
        });
        if (own.size() < 3 || own.front().kind != Kind::open || own.back().kind != Kind::close) {
            return std::nullopt;
        }
        const bool inner = std::any_of(own.begin() + 1, own.end() - 1, [](const Token& t) {
            return t.kind == Kind::open || t.kind == Kind::close;
        });
        return inner ? std::nullopt
                     : std::optional(Span{own.front().span.end, own.back().span.begin});
    }

    void remember(const std::optional<Reference>& reference) {
        if (reference && reference->to == Reference::To::year) {
            reference_year_ = reference->year;
        }
    }

    void read_footnotes(const CellParse& parse, Notes& notes) const {
        for (const Span& mark : parse.footnotes) {
            notes.add_footnote(mark);
        }
    }

    std::optional<Value> read_quantities(const CellParse& parse) {
        for (const Quantity& q : parse.quantities) {
            remember(q.reference);
        }
        if (parse.quantities.size() == 1) {
            return read_single(parse);
        }
        if (auto range = read_two_bounds(parse)) {
            return range;
        }
        if (auto resolved = read_resolved(parse)) {
            return resolved;
        }
        return read_compound(parse);
    }

    // A relative change in brackets: 854,506,508 (10%縮減).
    std::optional<Relative> relative_in(Span inside) {
        const CellParse parse = parse_cell(glyphs_, inside, tokens_, nullptr);
        if (!parse.fits || parse.quantities.size() != 1 || !parse.words.empty()) {
            return std::nullopt;
        }
        const Quantity& q = parse.quantities.front();
        if (!q.label.empty() || !q.rest.empty() || (q.change == 0 && !q.reference)) {
            return std::nullopt;
        }
        const auto content = relative_content(q);
        if (!content) {
            return std::nullopt;
        }
        remember(q.reference);
        return std::get<Relative>(*content);
    }

    // Reads the notes of a figure; a change among them goes into `relative`.
    void read_notes(const std::vector<Span>& spans,
                    Notes& notes,
                    std::optional<Relative>& relative) {
        for (const Span& inside : spans) {
            auto change = relative ? std::nullopt : relative_in(inside);
            if (change) {
                relative = std::move(change);
            } else {
                notes.read_brackets(inside);
            }
        }
    }

    std::optional<Value> read_single(const CellParse& parse) {
        Quantity q = parse.quantities.front();
        Notes notes(glyphs_);
        std::optional<Relative> change;
        notes.read_label(q.label);
        notes.add(q.qualifiers);
        notes.add_remark(q.rest);
        read_notes(parse.free_notes, notes, change);
        read_notes(q.notes, notes, change);
        for (const Span& words : parse.words) {
            if (!notes.read_words(words)) {
                return std::nullopt;
            }
        }
        read_footnotes(parse, notes);
        if (notes.reference() && !q.reference) {
            q.reference = notes.reference();  // 103%（前年比）
            remember(q.reference);
            change = change ? withReference(*change, q) : change;
        }
        Value value;
        if (change && q.change == 0) {
            q.reference.reset();
            auto resolved = resolve({&q, 1});
            if (!resolved) {
                return std::nullopt;
            }
            change->resolved = std::move(*resolved);
            change->resolved.front().label.reset();
            value.content = std::move(*change);
        } else {
            auto content = to_content(q, glyphs_);
            if (!content) {
                return std::nullopt;
            }
            value.content = std::move(*content);
        }
        notes.put_into(value);
        return value;
    }

    static std::optional<Relative> withReference(Relative relative, const Quantity& q) {
        relative.of = relative_to(q.reference);
        return relative;
    }

    // 10以上20以下
    std::optional<Value> read_two_bounds(const CellParse& parse) {
        if (parse.quantities.size() != 2) {
            return std::nullopt;
        }
        const Quantity& low = parse.quantities[0];
        const Quantity& high = parse.quantities[1];
        const bool plain = low.change == 0 && high.change == 0 && !low.reference &&
                           !high.reference && high.label.empty() && low.rest.empty() && !low.high &&
                           !high.high;
        const bool same_unit = !low.form.unit || !high.form.unit || low.form.unit == high.form.unit;
        if (!plain || !same_unit || low.comparator != Comparator::at_least ||
            high.comparator != Comparator::at_most || high.low < low.low) {
            return std::nullopt;
        }
        Notes notes(glyphs_);
        std::optional<Relative> change;
        notes.read_label(low.label);
        notes.add(low.qualifiers);
        notes.add(high.qualifiers);
        notes.add_remark(high.rest);
        read_notes(parse.free_notes, notes, change);
        read_notes(low.notes, notes, change);
        read_notes(high.notes, notes, change);
        for (const Span& words : parse.words) {
            if (!notes.read_words(words)) {
                return std::nullopt;
            }
        }
        read_footnotes(parse, notes);
        Range range{low.low, high.low, high.form};
        range.form.unit = high.form.unit ? high.form.unit : low.form.unit;
        range.form.unit_from = range.form.unit ? UnitFrom::cell : UnitFrom::none;
        range.form.decimals = std::max(low.form.decimals, high.form.decimals);
        range.form.scale = std::max(low.form.scale, high.form.scale);
        Value value;
        value.content = range;
        notes.put_into(value);
        return value;
    }

    // Plain numbers beside a relative target.
    std::optional<std::vector<ResolvedFigure>> resolve(std::span<const Quantity> quantities) {
        std::vector<ResolvedFigure> figures;
        for (const Quantity& q : quantities) {
            const auto content = to_content(q, glyphs_);
            const Number* number = content ? std::get_if<Number>(&*content) : nullptr;
            if (number == nullptr) {
                return std::nullopt;
            }
            ResolvedFigure figure{std::nullopt, number->number, number->form.unit};
            if (!q.label.empty()) {
                figure.label = glyphs_.printed(q.label);
            }
            figures.push_back(std::move(figure));
        }
        return figures;
    }

    // 5%増 件数 7,354 人数 171,460
    std::optional<Value> read_resolved(const CellParse& parse) {
        std::vector<Quantity> figures;
        const Quantity* relative = nullptr;
        std::optional<Relative> change;
        Notes notes(glyphs_);
        read_notes(parse.free_notes, notes, change);
        for (const Quantity& q : parse.quantities) {
            if (q.change == 0 && !q.reference) {
                figures.push_back(q);
            } else if (relative != nullptr || change) {
                return std::nullopt;
            } else {
                relative = &q;
            }
            notes.add(q.qualifiers);
            notes.add_remark(q.rest);
            std::optional<Relative> unused;
            read_notes(q.notes, notes, unused);
            if (unused) {
                return std::nullopt;
            }
        }
        if (relative != nullptr) {
            notes.read_label(relative->label);
            const auto content = relative_content(*relative);
            change = content ? std::optional(std::get<Relative>(*content)) : std::nullopt;
        }
        auto resolved = resolve(figures);
        if (!change || !resolved) {
            return std::nullopt;
        }
        for (const Span& words : parse.words) {
            if (!notes.read_words(words)) {
                return std::nullopt;
            }
        }
        read_footnotes(parse, notes);
        change->resolved = std::move(*resolved);
        Value value;
        value.content = std::move(*change);
        notes.put_into(value);
        return value;
    }

    std::optional<Value> read_part(const Quantity& q) {
        CellParse alone;
        alone.quantities.push_back(q);
        alone.quantities.front().label = {};
        auto value = read_single(alone);
        if (value) {
            value->raw = glyphs_.printed(q.value);
        }
        return value;
    }

    // 件数 7,004 人数 163,295
    std::optional<Value> read_compound(const CellParse& parse) {
        Notes notes(glyphs_);
        Compound compound;
        for (const Quantity& q : parse.quantities) {
            auto value = q.label.empty() ? std::nullopt : read_part(q);
            if (!value) {
                return std::nullopt;
            }
            compound.parts.push_back({glyphs_.printed(q.label), std::move(*value)});
        }
        for (const Span& inside : parse.free_notes) {
            notes.read_brackets(inside);
        }
        for (const Span& words : parse.words) {
            if (!notes.read_words(words)) {
                return std::nullopt;
            }
        }
        read_footnotes(parse, notes);
        Value value;
        value.content = std::move(compound);
        notes.put_into(value);
        return value;
    }

    std::optional<Value> read_words(const CellParse& parse) {
        if (parse.words.empty()) {
            return std::nullopt;
        }
        Notes notes(glyphs_);
        for (const Span& inside : parse.free_notes) {
            notes.read_brackets(inside);
        }
        read_footnotes(parse, notes);
        for (std::size_t i = 1; i < parse.words.size(); ++i) {
            if (!notes.read_piece(parse.words[i])) {
                return std::nullopt;
            }
        }
        const Span words = take_times(parse.words.front(), notes);
        auto content = read_word_content(words, notes);
        if (!content) {
            return std::nullopt;
        }
        Value value;
        value.content = std::move(*content);
        notes.put_into(value);
        return value;
    }

    // "R6 集計中", "— R2": a time apart from the word says of when it is.
    Span take_times(Span words, Notes& notes) const {
        const std::u32string_view text = glyphs_.text(words);
        const std::size_t first = text.find(U' ');
        if (first == text.npos || find_fixed_word(close_up(text))) {
            return words;
        }
        const std::size_t last = text.rfind(U' ');
        if (is_time_note(text.substr(0, first))) {
            static_cast<void>(notes.read_piece({words.begin, words.begin + first}));
            return glyphs_.trimmed({words.begin + first, words.end});
        }
        if (is_time_note(text.substr(last + 1))) {
            static_cast<void>(notes.read_piece({words.begin + last + 1, words.end}));
            return glyphs_.trimmed({words.begin, words.begin + last});
        }
        return words;
    }

    static std::u32string close_up(std::u32string_view text) {
        std::u32string closed;
        std::copy_if(text.begin(), text.end(), std::back_inserter(closed), [](char32_t c) {
            return c != U' ';
        });
        return closed;
    }

    std::optional<Content> read_word_content(Span words, Notes& notes) {
        const std::u32string_view text = glyphs_.text(words);
        if (const auto fixed = find_fixed_word(close_up(text))) {
            switch (*fixed) {
                case FixedWord::same:
                    return Continue{};
                case FixedWord::none:
                    return None{};
                case FixedWord::unavailable:
                    return Unavailable{};
            }
        }
        auto relative = read_comparison_in_words(text);
        relative = relative ? relative : read_multiple(text);
        if (relative) {
            if (!add_subject({words.begin, words.begin + relative->subject}, notes)) {
                return std::nullopt;
            }
            remember(relative->reference);
            return std::move(relative->relative);
        }
        return read_trend(words, notes);
    }

    std::optional<Content> read_trend(Span words, Notes& notes) {
        const std::u32string closed = close_up(glyphs_.text(words));
        const FoundTrend whole = trend_at_end(closed);
        if (whole.size == closed.size() && whole.size > 0) {
            return TrendWord{whole.trend};
        }
        const std::u32string_view text = glyphs_.text(words);
        const FoundTrend found = trend_at_end(text);
        const bool steps = found.size > 0 && !find_steps(text).empty();
        if (found.size == 0 || steps ||
            !add_subject({words.begin, words.end - found.size}, notes)) {
            return std::nullopt;
        }
        return TrendWord{found.trend};
    }

    // 件数の: a name, not one more clause.
    bool add_subject(Span subject, Notes& notes) const {
        if (subject.empty()) {
            return true;
        }
        static constexpr std::u32string_view joints[] = {
            U"又は", U"または", U"と", U"や", U"及び", U"および", U"かつ", U"から"};
        const std::u32string_view text = glyphs_.text(subject);
        const char32_t last = text.back();
        if ((!is_letter(last) && !is_digit(last) && last != U' ' && last != U')') ||
            longest_suffix(text, joints) > 0 || text.find(U'。') != text.npos) {
            return false;
        }
        const bool particle = std::u32string_view(U"のをがは").find(last) != text.npos;
        notes.add_remark({subject.begin, subject.end - (particle ? 1 : 0)});
        return true;
    }

    // Whatever is nothing else.
    Value read_milestone(Span span, const CellParse& parse) const {
        Value value;
        value.content = Milestone{find_steps(glyphs_.text(span))};
        Notes notes(glyphs_);
        if (parse.quantities.empty()) {
            for (const Span& inside : parse.free_notes) {
                if (is_time_note(glyphs_.text(glyphs_.trimmed(inside)))) {
                    notes.read_brackets(inside);
                }
            }
        }
        read_footnotes(parse, notes);
        notes.put_into(value);
        return value;
    }

    const Glyphs& glyphs_;
    const std::vector<Token>& tokens_;
    const ExactFigure* exact_;
    std::optional<int> reference_year_;
};

}  // namespace

CellReading read_cell(std::string_view text, const ExactFigure* exact) {
    CellReading reading;
    const std::string_view trimmed = base::trim(text);
    if (trimmed.empty()) {
        reading.value.content = Blank{};
    } else if (std::find(error_codes.begin(), error_codes.end(), trimmed) != error_codes.end()) {
        reading.value.content = CellError{std::string(trimmed)};
    } else {
        const Glyphs glyphs(text);
        if (glyphs.size() > longest_figure_text) {
            reading.value.content = Milestone{find_steps(glyphs.text())};
        } else {
            const std::vector<Token> tokens = tokenize(glyphs.text());
            reading = CellReader(glyphs, tokens, exact).read({0, glyphs.size()});
        }
    }
    reading.value.raw = text;
    return reading;
}

}  // namespace shinchoku::plan
