#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "plan/units.h"
#include "plan/value_reading.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;

// 1234567.5 as 1,234,567.5
std::string group_thousands(std::string digits) {
    const std::size_t begin = digits.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > begin + 3) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

int power_of(std::int64_t scale) {
    int power = 0;
    for (; scale >= 10; scale /= 10) {
        ++power;
    }
    return power;
}

// The figure with its scale word: 60万.
std::string print_figure(const Decimal& number, const UnitAndForm& form) {
    const std::u32string_view word = form.scale == 1 ? U"" : scale_word(form.scale);
    const Decimal shown = word.empty() ? number : number.shifted(-power_of(form.scale));
    const int decimals = std::max(form.decimals, shown.decimals());
    return group_thousands(shown.to_fixed(decimals)) + base::to_utf8(word);
}

std::string print_unit(const UnitAndForm& form) {
    return form.unit && form.unit_from == UnitFrom::cell ? *form.unit : "";
}

std::string print_quantity(const Decimal& number, const UnitAndForm& form) {
    return print_figure(number, form) + print_unit(form);
}

std::string_view word_of(Comparator comparator) {
    switch (comparator) {
        case Comparator::at_most:
            return "以下";
        case Comparator::below:
            return "未満";
        case Comparator::at_least:
            return "以上";
        case Comparator::above:
            return "を超える";
    }
    return "";
}

std::string_view word_of(RelativeTo of) {
    return of == RelativeTo::previous_year ? "前年度" : "現状値";
}

std::string print_resolved(const ResolvedFigure& figure) {
    return " " + (figure.label ? *figure.label + " " : "") +
           group_thousands(figure.number.to_string()) + figure.unit.value_or("");
}

std::string print_change(const Relative& relative) {
    const std::string_view comparator = relative.comparator ? word_of(*relative.comparator) : "";
    const Decimal& change = *relative.change;
    if (change.is_zero() && relative.of && relative.change_unit == "%") {
        return std::string(word_of(*relative.of)) +
               std::string(relative.comparator ? comparator : "並み");
    }
    std::string text = relative.of ? std::string(word_of(*relative.of)) + "比" : "";
    text += group_thousands(change.abs().to_string()) + relative.change_unit.value_or("%");
    text += comparator;
    return text + (change.sign() < 0 ? "減" : "増");
}

// Of a step from 1 to 7.
std::string_view step_word(int step) {
    static constexpr std::array<std::string_view, 7> words = {
        "研究", "検討", "決定", "準備", "実施", "検証", "継続"};
    return words.at(static_cast<std::size_t>(step - 1));
}

struct Printer {
    const Value& value;

    std::string operator()(const Blank& /*blank*/) const { return ""; }
    std::string operator()(const Number& n) const { return print_quantity(n.number, n.form); }
    std::string operator()(const Bound& b) const {
        return print_quantity(b.number, b.form) + std::string(word_of(b.comparator));
    }
    std::string operator()(const Range& r) const {
        return print_figure(r.low, r.form) + "～" + print_quantity(r.high, r.form);
    }
    std::string operator()(const Relative& r) const {
        std::string text;
        if (r.share) {
            text = value.remark.value_or("全体") + "の" + r.share->to_string() + "%" +
                   std::string(r.comparator ? word_of(*r.comparator) : "");
        } else if (r.change) {
            text = print_change(r);
        }
        for (const ResolvedFigure& figure : r.resolved) {
            text += print_resolved(figure);
        }
        return text;
    }
    std::string operator()(const TrendWord& t) const {
        switch (t.trend) {
            case Trend::up:
                return "増加";
            case Trend::down:
                return "減少";
            case Trend::keep:
                return "維持";
        }
        return "";
    }
    std::string operator()(const Milestone& m) const {
        std::string text;
        for (const int step : m.steps) {
            text += text.empty() ? "" : "・";
            text += step_word(step);
        }
        return text.empty() ? "○" : text;
    }
    std::string operator()(const Continue& /*same*/) const { return "→"; }
    std::string operator()(const None& /*none*/) const { return "—"; }
    std::string operator()(const Unavailable& /*unavailable*/) const { return "集計中"; }
    std::string operator()(const CellError& e) const { return e.code; }
    std::string operator()(const Compound& c) const {
        std::string text;
        for (const Part& part : c.parts) {
            text += (text.empty() ? "" : " ") + part.label + " " + print_value(part.value);
        }
        return text;
    }
};

bool is_share(const Value& value) {
    const auto* relative = value.as<Relative>();
    return relative != nullptr && relative->share.has_value();
}

}  // namespace

std::string print_value(const Value& value) {
    if (!value.raw.empty()) {
        return value.raw;
    }
    std::string text = value.qualifiers.approximate ? "約" : "";
    text += std::visit(Printer{value}, value.content);
    if (value.qualifiers.cumulative) {
        text += "（累計）";
    }
    if (value.qualifiers.provisional) {
        text += "（見込み）";
    }
    if (value.qualifiers.as_of) {
        text += "（" + *value.qualifiers.as_of + "）";
    }
    if (value.remark && !is_share(value)) {
        text += "（" + *value.remark + "）";
    }
    return text + (value.footnote ? " " + *value.footnote : "");
}

}  // namespace shinchoku::plan
