#include "calc/scheme.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/words.h"

namespace shinchoku::calc {
namespace {

using base::Text;

constexpr std::array<std::pair<Basis, std::string_view>, 4> bases{
    {{Basis::rate, "rate"},
     {Basis::comparison, "comparison"},
     {Basis::growth, "growth"},
     {Basis::person, "person"}}};

// What Open SDG calls each of its standings for, in their order.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> growth_conditions{
    {{"目標に到達済み", "the target is reached"},
     {"必要な伸びの95%以上", "95% or more of the growth needed"},
     {"必要な伸びの60%以上", "60% or more of the growth needed"},
     {"必要な伸びの0%以上", "0% or more of the growth needed"},
     {"目標から遠ざかっている", "moving away from the target"}}};

Text threshold_text(const Threshold& threshold) {
    const std::string from = threshold.from_percent.to_string();
    return threshold.strict ? Text{from + "%超", "above " + from + "%"}
                            : Text{from + "%以上", from + "% or more"};
}

Text comparison_text(const Comparison& comparison) {
    const Text other = comparison.with == Comparison::With::target ? Text{"目標", "the target"}
                                                                   : Text{"基準値", "the baseline"};
    switch (comparison.sign) {
        case Comparison::Sign::above:
            return {"実績が" + other.ja + "よりよい", "better than " + other.en};
        case Comparison::Sign::equal:
            return {"実績が" + other.ja + "と同じ", "equal to " + other.en};
        case Comparison::Sign::at_least:
            break;
    }
    if (comparison.slack_percent.is_zero()) {
        return {"実績が" + other.ja + "以上によい", "at least as good as " + other.en};
    }
    const std::string slack = comparison.slack_percent.to_string();
    return {"実績が" + other.ja + "から" + slack + "%以内", "within " + slack + "% of " + other.en};
}

// What is left below all conditions.
Text rest_text(const Scheme& scheme, const std::vector<Grade>& grades) {
    const auto& before = grades[grades.size() - 2];
    if (scheme.basis == Basis::rate && before.threshold) {
        const std::string from = before.threshold->from_percent.to_string();
        return before.threshold->strict ? Text{from + "%以下", "up to " + from + "%"}
                                        : Text{from + "%未満", "below " + from + "%"};
    }
    return {"それ以外", "otherwise"};
}

bool take(std::string_view& text, std::string_view head) {
    if (!text.starts_with(head)) {
        return false;
    }
    text.remove_prefix(head.size());
    return true;
}

}  // namespace

std::string_view name_of(Basis basis) {
    return bases.at(static_cast<std::size_t>(basis)).second;
}

std::optional<Basis> parse_basis(std::string_view name) {
    for (const auto& [basis, known] : bases) {
        if (known == name) {
            return basis;
        }
    }
    return std::nullopt;
}

const Scheme& default_scheme() {
    const auto from = [](int percent) { return Threshold{base::Decimal(percent), false}; };
    static const Scheme scheme{.id = "default",
                               .title = {"標準（A 100%以上、B 80%以上、C 60%以上、D 60%未満）",
                                         "Standard (A from 100%, B from 80%, C from 60%, D below)"},
                               .source = "",
                               .method = "",
                               .grades = {{.name = "A", .meaning = {}, .threshold = from(100)},
                                          {.name = "B", .meaning = {}, .threshold = from(80)},
                                          {.name = "C", .meaning = {}, .threshold = from(60)},
                                          {.name = "D", .meaning = {}}},
                               .step_grades = {},
                               .unrated = "",
                               .without_baseline = ""};
    return scheme;
}

Text condition_of(const Scheme& scheme, const std::vector<Grade>& grades, std::size_t index) {
    const Grade& grade = grades[index];
    if (scheme.basis == Basis::person) {
        return grade.meaning;
    }
    if (scheme.basis == Basis::growth && index < growth_conditions.size()) {
        const auto& [ja, en] = growth_conditions.at(index);
        return {std::string(ja), std::string(en)};
    }
    if (grade.threshold) {
        return threshold_text(*grade.threshold);
    }
    if (grade.comparison) {
        return comparison_text(*grade.comparison);
    }
    return grades.size() > 1 && index + 1 == grades.size() ? rest_text(scheme, grades)
                                                           : Text{"すべて", "always"};
}

std::optional<Comparison> parse_comparison(std::string_view text) {
    const std::string compact = base::without_blanks(text);
    std::string_view rest = compact;
    Comparison comparison;
    if (!take(rest, "A")) {
        return std::nullopt;
    }
    if (take(rest, ">=")) {
        comparison.sign = Comparison::Sign::at_least;
    } else if (take(rest, ">")) {
        comparison.sign = Comparison::Sign::above;
    } else if (take(rest, "=")) {
        comparison.sign = Comparison::Sign::equal;
    } else {
        return std::nullopt;
    }
    if (take(rest, "B")) {
        comparison.with = Comparison::With::baseline;
    } else if (!take(rest, "T")) {
        return std::nullopt;
    }
    if (rest.empty()) {
        return comparison;
    }
    if (comparison.sign != Comparison::Sign::at_least || !take(rest, "-") || !rest.ends_with('%')) {
        return std::nullopt;
    }
    rest.remove_suffix(1);
    const std::optional<base::Decimal> slack = base::Decimal::parse(rest);
    if (!slack || slack->sign() < 0) {
        return std::nullopt;
    }
    comparison.slack_percent = *slack;
    return comparison;
}

}  // namespace shinchoku::calc
