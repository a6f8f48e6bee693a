#include "plan/value_reading.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "plan/cell_reading.h"
#include "plan/number_format.h"
#include "plan/tokens.h"
#include "plan/units.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;
using Kind = Token::Kind;

// The stored number decides the sign, whatever the format shows of it.
void take_sign_of(const Decimal& stored, Value& value) {
    const auto correct = [&](Decimal& number) {
        if (number.sign() != 0 && stored.sign() != 0 && number.sign() != stored.sign()) {
            number = -number;
        }
    };
    if (auto* number = std::get_if<Number>(&value.content)) {
        correct(number->number);
    } else if (auto* bound = std::get_if<Bound>(&value.content)) {
        correct(bound->number);
    }
}

bool is_figure(Kind kind) {
    return kind == Kind::number || kind == Kind::bad_number;
}

bool may_begin_figure(Kind kind) {
    return kind == Kind::plus || kind == Kind::dash || kind == Kind::triangle ||
           kind == Kind::yen || kind == Kind::comparison || kind == Kind::tilde ||
           kind == Kind::open || kind == Kind::blank;
}

// Words that show a text to be no figure gone wrong: a sentence, a name like 5G, 第2期.
bool are_words_of_their_own(std::u32string_view word) {
    const bool name = is_latin(word.front()) && unit_size(word) == 0;
    return name || has_particle(word) || ordinal_size(word) > 0;
}

}  // namespace

Value read_text(std::string_view text) {
    return read_cell(text, nullptr).value;
}

Value read_number(const Decimal& stored, std::string_view format, bool date_1904) {
    const std::string displayed = display_number(stored, format, date_1904);
    const std::string_view shown = base::trim(displayed);
    Value value;
    if (is_date_format(format)) {
        value.content = Milestone{};
        value.raw = shown;
    } else {
        const ExactFigure exact{displayed_figure(stored, format).abs()};
        value = read_cell(shown, &exact).value;
        take_sign_of(stored, value);
        if (value.is<None>() && stored.is_zero()) {
            // The dash of an accounting format is a zero.
            value.content = Number{};
        }
    }
    value.stored = stored;
    value.format = format.empty() ? "General" : std::string(format);
    return value;
}

Value read_error(std::string_view code) {
    Value value;
    value.content = CellError{std::string(code)};
    value.raw = code;
    return value;
}

Value blank_value(std::string_view raw) {
    Value value;
    value.raw = raw;
    return value;
}

bool is_malformed_number(const Value& value) {
    const auto* milestone = value.as<Milestone>();
    if (milestone == nullptr || !milestone->steps.empty() ||
        (value.format && is_date_format(*value.format))) {
        return false;
    }
    const Glyphs glyphs(value.raw);
    const std::vector<Token> tokens = tokenize(glyphs.text());
    if (std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
            return t.kind == Kind::misspelt;
        })) {
        return true;
    }
    const auto first = std::find_if(
        tokens.begin(), tokens.end(), [](const Token& t) { return !may_begin_figure(t.kind); });
    if (!is_figure(first->kind)) {  // the last token is the end
        return false;
    }
    return std::none_of(first, tokens.end(), [&](const Token& t) {
        return t.kind == Kind::time || t.kind == Kind::ordinal || t.kind == Kind::colon ||
               (t.kind == Kind::word && are_words_of_their_own(glyphs.text(t.span)));
    });
}

}  // namespace shinchoku::plan
