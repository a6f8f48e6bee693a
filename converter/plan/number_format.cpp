#include "plan/number_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "plan/format_sections.h"

namespace shinchoku::plan {
namespace {

using base::Decimal;
using FormatKind = FormatToken::Kind;
using Tokens = std::vector<FormatToken>;

bool holds(const FormatCondition& condition, const Decimal& number) {
    const auto order = number <=> condition.number;
    const std::string& comparison = condition.comparison;
    return (order < 0 && comparison.find('<') != std::string::npos) ||
           (order > 0 && comparison.find('>') != std::string::npos) ||
           (order == 0 && comparison.find('=') != std::string::npos);
}

struct Chosen {
    const FormatSection* section = nullptr;
    bool minus_shown = true;  // false where the section itself says how a negative number looks
};

Chosen choose_section(const std::vector<FormatSection>& sections, const Decimal& number) {
    const std::size_t count = std::min<std::size_t>(sections.size(), 3);
    if (sections[0].condition || (count > 1 && sections[1].condition)) {
        for (std::size_t i = 0; i < count; ++i) {
            if (!sections[i].condition || holds(*sections[i].condition, number)) {
                return {&sections[i], i == 0 || sections[i].condition.has_value()};
            }
        }
        return {};
    }
    if (number.sign() < 0 && count > 1) {
        return {&sections[1], false};
    }
    if (number.is_zero() && count > 2) {
        return {&sections[2], false};
    }
    return {&sections[0], true};
}

// What the placeholders of a section ask for.
struct Placeholders {
    std::size_t first = 0;  // index of the first digit token
    std::size_t end = 0;    // past the last digit token
    std::size_t point = 0;  // index of the decimal point, or end
    int decimals = 0;
    int optional_decimals = 0;  // trailing # and ?
    int percents = 0;
    int thousands_cut = 0;  // commas after the last digit before the point
    bool grouped = false;
};

bool is_digit_token(const FormatToken& token) {
    return token.kind == FormatKind::digit;
}

Placeholders study(const Tokens& tokens) {
    Placeholders p;
    p.first = static_cast<std::size_t>(std::find_if(tokens.begin(), tokens.end(), is_digit_token) -
                                       tokens.begin());
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(), is_digit_token);
    p.end = static_cast<std::size_t>(tokens.rend() - last);
    p.point = std::max(p.end, p.first);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == FormatKind::point) {
            p.point = i;
            break;
        }
    }
    const std::size_t whole_end = std::min(p.point, p.end);
    std::size_t last_whole = p.first;
    for (std::size_t i = p.first; i < whole_end; ++i) {
        last_whole = is_digit_token(tokens[i]) ? i : last_whole;
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == FormatKind::percent) {
            ++p.percents;
        } else if (tokens[i].kind == FormatKind::comma) {
            const bool inside = i > p.first && i < last_whole;
            p.grouped = p.grouped || inside;
            p.thousands_cut += i > last_whole ? 1 : 0;
        } else if (is_digit_token(tokens[i]) && i > p.point) {
            ++p.decimals;
            p.optional_decimals = tokens[i].text == "0" ? 0 : p.optional_decimals + 1;
        }
    }
    return p;
}

// Writes the digits of the whole part into the placeholders before the point, from the right, so
// that literals between them (0000-0000) stay where they are.
std::string show_whole(const Tokens& tokens, const Placeholders& p, const std::string& digits) {
    std::string reversed;
    std::size_t used = 0;
    const auto put_digit = [&](char c) {
        if (p.grouped && used > 0 && used % 3 == 0 && c != ' ') {
            reversed += ',';
        }
        reversed += c;
        ++used;
    };
    const auto next = [&] { return digits[digits.size() - 1 - used]; };
    for (std::size_t i = std::min(p.point, p.end); i-- > p.first;) {
        const FormatToken& token = tokens[i];
        if (is_digit_token(token)) {
            if (used < digits.size()) {
                put_digit(next());
            } else if (token.text != "#") {
                put_digit(token.text == "0" ? '0' : ' ');
            }
            while (i == p.first && used < digits.size()) {
                put_digit(next());
            }
        } else if (token.kind == FormatKind::literal) {
            reversed.append(token.text.rbegin(), token.text.rend());
        }
    }
    return {reversed.rbegin(), reversed.rend()};
}

std::string show_fraction(const Tokens& tokens, const Placeholders& p, std::string digits) {
    int optional = p.optional_decimals;
    while (optional > 0 && digits.ends_with('0')) {
        digits.pop_back();
        --optional;
    }
    std::string text;
    std::size_t used = 0;
    for (std::size_t i = p.point + 1; i < p.end; ++i) {
        if (!is_digit_token(tokens[i])) {
            text += tokens[i].kind == FormatKind::literal ? tokens[i].text : "";
        } else if (used < digits.size()) {
            text += digits[used++];
        } else if (tokens[i].text == "?") {
            text += ' ';
        }
    }
    return text;
}

// Literals and percent signs outside the digits.
std::string show_around(const Tokens& tokens, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        const FormatKind kind = tokens[i].kind;
        if (kind == FormatKind::literal || kind == FormatKind::percent ||
            kind == FormatKind::slash) {
            text += tokens[i].text;
        }
    }
    return text;
}

std::string show_placed(const Tokens& tokens, const Decimal& magnitude, bool minus) {
    const Placeholders p = study(tokens);
    const std::string fixed =
        magnitude.shifted(2 * p.percents - 3 * p.thousands_cut).to_fixed(p.decimals);
    const std::size_t point = fixed.find('.');
    std::string whole = fixed.substr(0, point);
    if (whole == "0") {
        whole.clear();  // # shows no lone zero
    }
    const std::string fraction = point == std::string::npos ? "" : fixed.substr(point + 1);
    const bool has_point = p.point < tokens.size() && tokens[p.point].kind == FormatKind::point;
    const bool zero = fixed.find_first_of("123456789") == std::string::npos;
    std::string text = minus && !zero ? "-" : "";
    text += show_around(tokens, 0, p.first);
    if (p.first >= p.point) {
        text += whole;  // ".00": the whole part has no placeholder of its own
    } else {
        text += show_whole(tokens, p, whole);
    }
    if (has_point) {
        text += "." + show_fraction(tokens, p, fraction);
    }
    return text + show_around(tokens, std::max(p.end, has_point ? p.point + 1 : 0), tokens.size());
}

std::string show_scientific(const Tokens& tokens, const Decimal& magnitude, bool minus) {
    const auto mark = static_cast<std::size_t>(
        std::find_if(tokens.begin(),
                     tokens.end(),
                     [](const FormatToken& t) { return t.kind == FormatKind::exponent; }) -
        tokens.begin());
    const Tokens mantissa(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(mark));
    const Placeholders p = study(mantissa);
    const int whole_places =
        std::max(1,
                 static_cast<int>(std::count_if(
                     mantissa.begin(),
                     mantissa.begin() + static_cast<std::ptrdiff_t>(std::min(p.point, p.end)),
                     is_digit_token)));
    // The power of the first digit, brought down to a multiple of the places before the point.
    int power = 0;
    if (!magnitude.is_zero()) {
        const std::string plain = magnitude.to_string();
        const std::size_t point = std::min(plain.find('.'), plain.size());
        const std::size_t first = plain.find_first_of("123456789");
        power = first < point ? static_cast<int>(point - first) - 1
                              : static_cast<int>(point) - static_cast<int>(first);
    }
    const auto floor_to = [whole_places](int n) {
        const int rest = ((n % whole_places) + whole_places) % whole_places;
        return n - rest;
    };
    int shown_power = floor_to(power);
    Decimal shown = magnitude.shifted(-shown_power).rounded(p.decimals);
    if (shown >= Decimal(1).shifted(whole_places)) {
        shown_power += whole_places;
        shown = magnitude.shifted(-shown_power).rounded(p.decimals);
    }
    std::size_t digits = 0;
    std::size_t after = mark + 1;
    while (after < tokens.size() && is_digit_token(tokens[after])) {
        ++digits;
        ++after;
    }
    std::string exponent = std::to_string(std::abs(shown_power));
    exponent.insert(0, digits > exponent.size() ? digits - exponent.size() : 0, '0');
    const bool plus = tokens[mark].text.ends_with('+');
    return show_placed(mantissa, shown, minus) + "E" +
           (shown_power < 0 ? "-"
            : plus          ? "+"
                            : "") +
           exponent + show_around(tokens, after, tokens.size());
}

bool is_fraction(const FormatSection& section) {
    const auto slash =
        std::find_if(section.tokens.begin(), section.tokens.end(), [](const FormatToken& t) {
            return t.kind == FormatKind::slash;
        });
    return slash != section.tokens.end() &&
           std::any_of(section.tokens.begin(), slash, is_digit_token) &&
           std::any_of(slash, section.tokens.end(), is_digit_token);
}

std::string show_general(const Tokens& tokens, const Decimal& magnitude, bool minus) {
    std::string text = minus ? "-" : "";
    for (const FormatToken& token : tokens) {
        if (token.kind == FormatKind::general) {
            text += magnitude.to_string();
        } else if (token.kind == FormatKind::literal || token.kind == FormatKind::percent) {
            text += token.text;
        }
    }
    return text;
}

const FormatSection& positive_section(const std::vector<FormatSection>& sections) {
    const Chosen chosen = choose_section(sections, Decimal(1));
    return chosen.section != nullptr ? *chosen.section : sections[0];
}

}  // namespace

std::string display_number(const Decimal& number, std::string_view format_code, bool date_1904) {
    if (format_code.empty() || format_code == "General" || format_code == "@") {
        return number.to_string();
    }
    const std::vector<FormatSection> sections = split_format(format_code);
    const Chosen chosen = choose_section(sections, number);
    if (chosen.section == nullptr) {
        return number.to_string();
    }
    const FormatSection& section = *chosen.section;
    const bool minus = number.sign() < 0 && chosen.minus_shown;
    if (section.has(FormatKind::date)) {
        return display_date(section, number, date_1904).value_or(number.to_string());
    }
    if (section.has(FormatKind::text) || is_fraction(section)) {
        return number.to_string();
    }
    if (section.has(FormatKind::general)) {
        return show_general(section.tokens, number.abs(), minus);
    }
    if (section.has(FormatKind::exponent)) {
        return show_scientific(section.tokens, number.abs(), minus);
    }
    if (!section.has(FormatKind::digit)) {
        return show_around(section.tokens, 0, section.tokens.size());
    }
    return show_placed(section.tokens, number.abs(), minus);
}

Decimal displayed_figure(const Decimal& number, std::string_view format_code) {
    if (format_code.empty() || format_code == "General") {
        return number;
    }
    const std::vector<FormatSection> sections = split_format(format_code);
    const Chosen chosen = choose_section(sections, number);
    if (chosen.section == nullptr || chosen.section->has(FormatKind::date) ||
        !chosen.section->has(FormatKind::digit) || is_fraction(*chosen.section)) {
        return number;
    }
    const Placeholders p = study(chosen.section->tokens);
    return number.shifted(2 * p.percents - 3 * p.thousands_cut);
}

bool is_date_format(std::string_view format_code) {
    return format_code != "General" &&
           positive_section(split_format(format_code)).has(FormatKind::date);
}

bool is_percent_format(std::string_view format_code) {
    return positive_section(split_format(format_code)).has(FormatKind::percent);
}

}  // namespace shinchoku::plan
