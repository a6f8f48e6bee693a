#include "plan/notes.h"

#include <algorithm>

#include "base/utf8.h"
#include "plan/fiscal_year.h"
#include "plan/value_words.h"
#include "plan/words.h"
#include "plan/year_words.h"

namespace shinchoku::plan {
namespace {

// What may follow a time in a note without making it a remark.
constexpr std::u32string_view time_tails[] = {U"実績値",
                                              U"実績",
                                              U"基準値",
                                              U"基準",
                                              U"見込値",
                                              U"見込み",
                                              U"見込",
                                              U"決算",
                                              U"値",
                                              U"の",
                                              U"平均値",
                                              U"平均",
                                              U"速報値",
                                              U"速報",
                                              U"暫定値",
                                              U"暫定"};
constexpr std::u32string_view span_signs[] = {
    U"~", U"〜", U"∼", U"-", U"−", U"–", U"—", U"から", U"・", U"、", U","};
// After a time these make it a deadline, not the time of a figure.
constexpr std::u32string_view deadline_words[] = {
    U"まで", U"から", U"以降", U"比", U"に", U"末まで"};

bool is_average(std::u32string_view text) {
    const bool mean = text.ends_with(U"平均") || text.ends_with(U"平均値");
    const bool counted = text.starts_with(U"直近") || text.starts_with(U"過去") ||
                         (!text.empty() && is_digit(text.front()));
    return mean && counted && text.find_first_of(U"年回月") != std::u32string_view::npos;
}

// The glyphs of "H28～R2" or "R6年度" at the beginning.
std::size_t times_size(std::u32string_view text) {
    const auto first = read_time(text, 0, true);
    if (!first) {
        return 0;
    }
    std::size_t at = first->size;
    for (;;) {
        const std::size_t sign = longest_prefix(text.substr(at), span_signs);
        const auto next = sign > 0 ? read_time(text, at + sign, true) : std::nullopt;
        if (!next) {
            return at;
        }
        at += sign + next->size;
    }
}

bool is_qualifier(std::u32string_view text, QualifierWord& word) {
    const FoundQualifier before = qualifier_before(text);
    const FoundQualifier after = qualifier_after(text);
    word = before.size == text.size() ? before.word : after.word;
    return !text.empty() && (before.size == text.size() || after.size == text.size());
}

}  // namespace

bool is_time_note(std::u32string_view text) {
    const std::u32string closed = close_up(text);
    std::u32string_view rest = closed;
    if (is_average(rest)) {
        return true;
    }
    const std::size_t size = times_size(rest);
    rest.remove_prefix(size);
    for (std::size_t tail = 0; (tail = longest_prefix(rest, time_tails)) > 0;) {
        rest.remove_prefix(tail);
    }
    return size > 0 && rest.empty();
}

bool Notes::read_piece(Span piece) {
    const std::u32string_view text = glyphs_.text(piece);
    const std::u32string closed = close_up(text);
    QualifierWord word = QualifierWord::approximate;
    if (is_qualifier(closed, word)) {
        set(qualifiers_, word);
        return true;
    }
    if (is_time_note(text)) {
        if (!qualifiers_.as_of) {
            qualifiers_.as_of = glyphs_.printed(piece);
            qualifiers_.as_of_year = parse_as_of_year(base::to_utf8(closed));
        }
        for (const std::u32string_view provisional : {U"見込", U"暫定", U"速報"}) {
            qualifiers_.provisional =
                qualifiers_.provisional || closed.find(provisional) != std::u32string::npos;
        }
        return true;
    }
    const ReferenceAtEnd reference = find_reference(closed);
    if (reference.size == closed.size() && reference.size > 0) {
        reference_ = reference.reference;
        return true;
    }
    return false;
}

void Notes::read_brackets(Span inside) {
    inside = glyphs_.trimmed(inside);
    if (inside.empty()) {
        return;
    }
    const std::u32string_view text = glyphs_.text(inside);
    if (text.front() == U'※' || text.front() == U'*' || text.front() == U'注') {
        if (std::all_of(text.begin() + 1, text.end(), is_digit)) {
            add_footnote(inside);
            return;
        }
    }
    if (read_piece(inside)) {
        return;
    }
    // （R6、見込み）: several notes in one pair of brackets, or words.
    Notes pieces = *this;
    bool all = true;
    std::size_t begin = inside.begin;
    for (std::size_t i = inside.begin; i <= inside.end && all; ++i) {
        const bool cut =
            i == inside.end || std::u32string_view(U"、,・･;").find(glyphs_.text()[i]) != text.npos;
        if (cut) {
            all = pieces.read_piece(glyphs_.trimmed({begin, i}));
            begin = i + 1;
        }
    }
    if (all) {
        qualifiers_ = pieces.qualifiers_;
        reference_ = pieces.reference_;
    } else {
        add_remark(inside);
    }
}

bool Notes::read_words(Span words) {
    if (read_piece(words)) {
        return true;
    }
    bool named = true;
    std::size_t begin = words.begin;
    for (std::size_t i = words.begin; i <= words.end; ++i) {
        if (i < words.end && glyphs_.text()[i] != U' ') {
            continue;
        }
        const Span piece = glyphs_.trimmed({begin, i});
        begin = i + 1;
        if (!piece.empty() && !read_piece(piece)) {
            named = named && !has_particle(glyphs_.text(piece));
            add_remark(piece);
        }
    }
    return named;
}

void Notes::read_label(Span label) {
    label = glyphs_.trimmed(label);
    if (label.empty()) {
        return;
    }
    const std::u32string_view text = glyphs_.text(label);
    qualifiers_.cumulative = qualifiers_.cumulative || text.find(U"累計") != text.npos;
    if (read_piece(label)) {
        return;
    }
    const std::size_t time = times_size(text);
    const std::u32string_view rest = text.substr(time);
    if (time > 0 && longest_prefix(rest, deadline_words) == 0) {
        static_cast<void>(read_piece({label.begin, label.begin + time}));
        const std::size_t particle = rest.starts_with(U'の') ? 1 : 0;
        add_remark(glyphs_.trimmed({label.begin + time + particle, label.end}));
        return;
    }
    add_remark(label);
}

void Notes::add_footnote(Span mark) {
    if (!footnote_) {
        footnote_ = glyphs_.printed(mark);
    }
}

void Notes::add_remark(Span words) {
    const std::string text = glyphs_.printed(words);
    if (!text.empty()) {
        remark_ += (remark_.empty() ? "" : " ") + text;
    }
}

void Notes::add(const Qualifiers& qualifiers) {
    qualifiers_.approximate = qualifiers_.approximate || qualifiers.approximate;
    qualifiers_.cumulative = qualifiers_.cumulative || qualifiers.cumulative;
    qualifiers_.provisional = qualifiers_.provisional || qualifiers.provisional;
}

void Notes::put_into(Value& value) const {
    value.qualifiers = qualifiers_;
    value.footnote = footnote_;
    if (!remark_.empty()) {
        value.remark = remark_;
    }
}

}  // namespace shinchoku::plan
