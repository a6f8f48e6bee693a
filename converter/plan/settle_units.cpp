#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "plan/glyphs.h"
#include "plan/settle_indicator.h"
#include "plan/tokens.h"
#include "plan/units.h"
#include "plan/value_words.h"

namespace shinchoku::plan {
namespace {

// Units that in the brackets of a name more often say something else: （年間）, （市）.
constexpr std::u32string_view no_units_of_names[] = {
    U"年間", U"市", U"町", U"村", U"区", U"県", U"市町村", U"課", U"単位", U"延べ人"};

// 単位：千円 -> 千円
std::u32string_view without_unit_label(std::u32string_view text) {
    if (text.starts_with(U"単位")) {
        text.remove_prefix(2);
        if (text.starts_with(U':')) {
            text.remove_prefix(1);
        }
    }
    return text;
}

std::optional<std::string> unit_in_column(const std::optional<std::string>& column) {
    if (!column) {
        return std::nullopt;
    }
    const Glyphs glyphs(*column);
    const std::string unit = write_unit(without_unit_label(glyphs.text()));
    const std::u32string wide = base::to_utf32(unit);
    if (unit.empty() || find_fixed_word(wide)) {
        return std::nullopt;
    }
    return unit;
}

// Labels that say what they count, and so have a unit of their own: 件数 under 人 counts 件.
bool counts_other_things(const std::string& label, const std::string& unit) {
    const std::u32string wide = base::to_utf32(label);
    const std::u32string_view text(wide);
    if (!text.ends_with(U'数')) {
        return false;
    }
    const std::u32string_view stem = text.substr(0, text.size() - 1);
    return is_known_unit(stem) && write_unit(stem) != unit;
}

struct FallbackUnit {
    std::optional<std::string> unit;
    UnitFrom from = UnitFrom::none;
};

void give_unit(Value& value, const FallbackUnit& fallback) {
    if (auto* compound = std::get_if<Compound>(&value.content)) {
        for (Part& part : compound->parts) {
            const bool other = fallback.unit && counts_other_things(part.label, *fallback.unit);
            give_unit(part.value, other ? FallbackUnit{} : fallback);
        }
        return;
    }
    UnitAndForm* form = form_of(value);
    if (form != nullptr && form->unit_from != UnitFrom::cell) {
        form->unit = fallback.unit;
        form->unit_from = fallback.unit ? fallback.from : UnitFrom::none;
    }
}

// The one unit that the cells show; nothing where they show none or several.
std::optional<std::string> unit_of_cells(Indicator& indicator) {
    std::vector<std::string> units;
    const auto note = [&units](const std::optional<std::string>& unit) {
        if (unit && std::find(units.begin(), units.end(), *unit) == units.end()) {
            units.push_back(*unit);
        }
    };
    visit_values(indicator, [&](const Value& value) {
        const UnitAndForm* form = form_of(value);
        if (form != nullptr && form->unit_from == UnitFrom::cell) {
            note(form->unit);
        }
        if (const auto* relative = value.as<Relative>()) {
            for (const ResolvedFigure& figure : relative->resolved) {
                note(figure.unit);
            }
        }
    });
    return units.size() == 1 ? std::optional(units.front()) : std::nullopt;
}

}  // namespace

std::optional<std::string> unit_in_name(std::string_view name) {
    const Glyphs glyphs(name);
    const std::vector<Token> tokens = tokenize(glyphs.text());
    std::optional<std::string> unit;
    for (std::size_t open = 0; open < tokens.size(); ++open) {
        if (tokens[open].kind != Token::Kind::open) {
            continue;
        }
        std::size_t close = open + 1;
        while (tokens[close].kind != Token::Kind::close && tokens[close].kind != Token::Kind::end) {
            ++close;
        }
        const Span inside = glyphs.trimmed({tokens[open].span.end, tokens[close].span.begin});
        const std::u32string_view text = without_unit_label(glyphs.text(inside));
        const bool other =
            std::find(std::begin(no_units_of_names), std::end(no_units_of_names), text) !=
            std::end(no_units_of_names);
        if (is_known_unit(text) && !other) {
            unit = write_unit(text);
        }
    }
    return unit;
}

void settle_units(Indicator& indicator, const std::optional<std::string>& unit_column) {
    const auto column = unit_in_column(unit_column);
    const auto name = unit_in_name(indicator.name);
    const FallbackUnit fallback =
        column ? FallbackUnit{column, UnitFrom::unit_column} : FallbackUnit{name, UnitFrom::name};
    const auto give = [&fallback](Value& value) { give_unit(value, fallback); };
    if (indicator.baseline) {
        give(indicator.baseline->value);
    }
    for (YearEntry& entry : indicator.years) {
        give(entry.target);
        give(entry.actual);
    }
    for (Revision& revision : indicator.revisions) {
        give(revision.old_target);
        give(revision.new_target);
    }
    const auto cells = unit_of_cells(indicator);
    indicator.unit = column ? column : cells ? cells : name;
}

}  // namespace shinchoku::plan
