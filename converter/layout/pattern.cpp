#include "layout/pattern.h"

#include <utility>

#include "base/utf8.h"
#include "layout/comparison.h"
#include "layout/number_mark.h"
#include "plan/fiscal_year.h"

namespace shinchoku::layout {
namespace {

constexpr std::size_t longest_year_bytes = 60;  // more than 2026（令和8）年度

bool is_number_field(const Layout& layout, const Field& field) {
    if (field.id == FieldId::measure_number || field.id == FieldId::top_group_number) {
        return true;
    }
    if (field.id != FieldId::line_column) {
        return false;
    }
    const List* list = layout.list_of(field);
    return list != nullptr && field.column < list->columns.size() &&
           list->columns[field.column] == "番号";
}

PieceReading reading_of(const Layout& layout, const Piece& piece) {
    if (piece.kind == PieceKind::text) {
        return base::trim(piece.text).empty() ? PieceReading::gap : PieceReading::words;
    }
    if (piece.field.id == FieldId::baseline_year || piece.field.id == FieldId::last_year ||
        piece.field.id == FieldId::year_heading) {
        return PieceReading::year;
    }
    return is_number_field(layout, piece.field) ? PieceReading::number : PieceReading::text;
}

bool is_blank_at(std::string_view text, std::size_t at) {
    std::size_t next = at;
    static_cast<void>(base::next_code_point(text, next));
    return base::trim(text.substr(at, next - at)).empty();
}

std::size_t next_of(std::string_view text, std::size_t at) {
    static_cast<void>(base::next_code_point(text, at));
    return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank_at(text, at)) {
        at = next_of(text, at);
    }
    return at;
}

// The end of the words at the start of text[at..]: the longest part whose comparison form is
// `form` (取組み is taken whole, not as 取組).
std::optional<std::size_t> match_words(std::string_view text,
                                       std::size_t at,
                                       std::string_view form) {
    std::optional<std::size_t> end;
    for (std::size_t next = at; next < text.size();) {
        next = next_of(text, next);
        const std::string part = comparison_form(text.substr(at, next - at));
        if (part == form) {
            end = next;
        } else if (part.size() > form.size() + 6) {  // two characters of slack: り, み
            break;
        }
    }
    return end;
}

class Matcher {
public:
    Matcher(const Pattern& pattern, std::string_view text) : pattern_(pattern), text_(text) {}

    [[nodiscard]] bool match(std::size_t piece, std::size_t at) {
        if (piece == pattern_.pieces.size()) {
            return skip_blanks(text_, at) == text_.size();
        }
        const CompiledPiece& here = pattern_.pieces[piece];
        switch (here.reading) {
            case PieceReading::words: {
                const auto end = match_words(text_, skip_blanks(text_, at), here.form);
                return end && match(piece + 1, *end);
            }
            case PieceReading::gap:
                return match(piece + 1, skip_blanks(text_, at));
            case PieceReading::number:
                return match_number(piece, skip_blanks(text_, at));
            case PieceReading::year:
            case PieceReading::text:
                return match_text(piece, skip_blanks(text_, at));
        }
        return false;
    }

    [[nodiscard]] std::vector<Capture> take() { return std::move(captures_); }

private:
    bool match_number(std::size_t piece, std::size_t at) {
        const auto mark = number_at_start(text_.substr(at));
        if (!mark) {
            return false;
        }
        captures_.push_back({pattern_.pieces[piece].field, mark->printed, mark->number});
        return match(piece + 1, at + mark->length) || drop_capture();
    }

    bool match_text(std::size_t piece, std::size_t at) {
        const bool last = piece + 1 == pattern_.pieces.size();
        const bool is_year = pattern_.pieces[piece].reading == PieceReading::year;
        const bool before_gap = !last && pattern_.pieces[piece + 1].reading == PieceReading::gap;
        for (std::size_t end = last ? text_.size() : at;; end = next_of(text_, end)) {
            const bool possible = !before_gap || end == text_.size() || is_blank_at(text_, end);
            if (possible && take_text(piece, at, end)) {
                return true;
            }
            if (end >= text_.size() || (is_year && end > at + longest_year_bytes)) {
                return false;
            }
        }
    }

    bool take_text(std::size_t piece, std::size_t at, std::size_t end) {
        const CompiledPiece& here = pattern_.pieces[piece];
        const std::string_view part = base::trim(text_.substr(at, end - at));
        if (here.reading == PieceReading::year && !part.empty() && !plan::parse_fiscal_year(part)) {
            return false;
        }
        captures_.push_back({here.field, std::string(part), {}});
        return match(piece + 1, end) || drop_capture();
    }

    bool drop_capture() {
        captures_.pop_back();
        return false;
    }

    const Pattern& pattern_;
    std::string_view text_;
    std::vector<Capture> captures_;
};

}  // namespace

Pattern compile_pattern(const Layout& layout, const PictureCell& cell) {
    Pattern pattern;
    for (const Piece& piece : cell.pieces) {
        CompiledPiece compiled;
        compiled.reading = reading_of(layout, piece);
        if (piece.kind == PieceKind::text) {
            compiled.words = std::string(base::trim(piece.text));
            compiled.form = comparison_form(piece.text);
            pattern.empty_form += compiled.form;
        } else {
            compiled.field = &piece.field;
        }
        pattern.pieces.push_back(std::move(compiled));
    }
    return pattern;
}

std::optional<std::vector<Capture>> match_pattern(const Pattern& pattern,
                                                  std::string_view text,
                                                  std::string_view form) {
    if (form == pattern.empty_form) {
        std::vector<Capture> unfilled;
        for (const CompiledPiece& piece : pattern.pieces) {
            if (piece.field != nullptr) {
                unfilled.push_back({piece.field, {}, {}});
            }
        }
        return unfilled;
    }
    const CompiledPiece& first = pattern.pieces.front();
    if (first.reading == PieceReading::words && !form.starts_with(first.form)) {
        return std::nullopt;
    }
    Matcher matcher(pattern, text);
    if (!matcher.match(0, 0)) {
        return std::nullopt;
    }
    return matcher.take();
}

std::string words_before(const PictureCell& cell, FieldId id) {
    std::string words;
    for (const Piece& piece : cell.pieces) {
        if (piece.kind != PieceKind::text && piece.field.id == id) {
            return words;
        }
        if (piece.kind == PieceKind::text) {
            words += piece.text;
        }
    }
    return {};
}

}  // namespace shinchoku::layout
