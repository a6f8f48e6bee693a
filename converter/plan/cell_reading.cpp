#include "plan/cell_reading.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "plan/milestone.h"
#include "plan/notes.h"
#include "plan/quantity_content.h"
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
        CellParse parse = parse_cell(glyphs_, span, tokens_, exact_);
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
        const std::u32string_view text = glyphs_.text(glyphs_.trimmed(span));
        if (text.empty() || is_letter(text.front()) || is_digit(text.front())) {
            return std::nullopt;
        }
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

    std::optional<Value> read_quantities(CellParse& parse) {
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
        const auto content = read_change(q);
        if (!content) {
            return std::nullopt;
        }
        remember(q.reference);
        return *content;
    }

    // 10%縮減（854,506,508円）: takes plain figures out of the brackets.
    std::vector<Quantity> take_figures(std::vector<Span>& brackets) {
        std::vector<Quantity> figures;
        std::erase_if(brackets, [&](Span inside) {
            CellParse parse = parse_cell(glyphs_, inside, tokens_, nullptr);
            const bool plain =
                parse.fits && parse.words.empty() &&
                std::all_of(parse.quantities.begin(), parse.quantities.end(), [&](const auto& q) {
                    return q.change == 0 && !q.reference && !q.of_named && q.rest.empty() &&
                           !glyphs_.text(q.label).starts_with(U"うち");
                });
            if (plain) {
                std::move(
                    parse.quantities.begin(), parse.quantities.end(), std::back_inserter(figures));
            }
            return plain && !parse.quantities.empty();
        });
        return figures;
    }

    // Reads the notes of a figure; a change among them goes into `relative`, unless the figure is
    // one itself.
    void read_notes(const std::vector<Span>& spans,
                    Notes& notes,
                    std::optional<Relative>& relative,
                    bool is_change = false) {
        for (const Span& inside : spans) {
            auto change = relative || is_change ? std::nullopt : relative_in(inside);
            if (change) {
                relative = std::move(change);
            } else {
                notes.read_brackets(inside);
            }
        }
    }

    std::optional<Value> read_single(CellParse& parse) {
        Quantity& q = parse.quantities.front();
        Notes notes(glyphs_);
        std::optional<Relative> change;
        notes.read_label(q.label);
        notes.add(q.qualifiers);
        notes.add_remark(q.rest);
        const bool is_change = q.change != 0 || q.reference;
        read_notes(parse.free_notes, notes, change, is_change);
        std::vector<Quantity> figures;
        if (q.change != 0) {
            figures = take_figures(q.notes);
        }
        read_notes(q.notes, notes, change, is_change);
        for (const Span& words : parse.words) {
            if (!notes.read_words(words)) {
                return std::nullopt;
            }
        }
        read_footnotes(parse, notes);
        if (notes.reference() && !q.reference) {
            q.reference = notes.reference();  // 103%（前年比）
            remember(q.reference);
            change = change ? with_reference(*change, q) : change;
        }
        Value value;
        if (q.change != 0 && !figures.empty()) {
            auto content = read_change(q);
            auto resolved = resolve(figures);
            if (!content || !resolved) {
                return std::nullopt;
            }
            content->resolved = std::move(*resolved);
            value.content = std::move(*content);
        } else if (change) {
            q.reference.reset();
            auto resolved = resolve({&q, 1});
            if (!resolved) {
                return std::nullopt;
            }
            change->resolved = std::move(*resolved);
            change->resolved.front().label.reset();
            value.content = std::move(*change);
        } else {
            auto content = read_content(q, glyphs_);
            if (!content) {
                return std::nullopt;
            }
            value.content = std::move(*content);
        }
        notes.put_into(value);
        return value;
    }

    static std::optional<Relative> with_reference(Relative relative, const Quantity& q) {
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
            const auto content = read_content(q, glyphs_);
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
            change = read_change(*relative);
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
        if (auto relative = read_relative_words(text)) {
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
        if (whole.size == closed.size()) {
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
