#include "layout/scheme_grades.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace shinchoku::layout {
namespace {

using calc::Basis;
using calc::Grade;

constexpr std::int64_t most_points = 1000;

// The threshold written under a key; nothing, with a diagnostic, where it is no number.
std::optional<calc::Threshold> threshold_at(const TomlEntry& entry, Diagnostics& found) {
    const TomlValue& value = entry.value;
    const bool is_scalar = value.kind == TomlValue::Kind::text ||
                           value.kind == TomlValue::Kind::integer ||
                           value.kind == TomlValue::Kind::decimal;
    auto number = is_scalar ? base::Decimal::parse(value.text) : std::nullopt;
    if (!number) {
        found.error("scheme_threshold_not_a_number",
                    value.place,
                    {entry.key + " には数値を書きます。", entry.key + " takes a number."},
                    {entry.key + " = 80 のように、%の数値を書いてください。",
                     "Write the percentage, e.g. " + entry.key + " = 80."});
        return std::nullopt;
    }
    return calc::Threshold{std::move(*number), entry.key == "above"};
}

void check_falling(const std::vector<Grade>& before,
                   const calc::Threshold& threshold,
                   SourcePlace place,
                   Diagnostics& found) {
    if (before.empty() || !before.back().threshold) {
        return;
    }
    const calc::Threshold& last = *before.back().threshold;
    const bool falls =
        threshold.from_percent < last.from_percent ||
        (threshold.from_percent == last.from_percent && last.strict && !threshold.strict);
    if (!falls) {
        const std::string shown = last.from_percent.to_string();
        found.error("scheme_thresholds_not_falling",
                    place,
                    {"しきい値が前の評価の " + shown + "% より小さくありません。",
                     "The threshold is not below the one before (" + shown + "%)."},
                    {"よい評価から順に、小さくなるように並べてください。",
                     "List the grades from the best down."});
    }
}

void read_threshold(const TomlValue& table,
                    const std::vector<Grade>& before,
                    Grade& grade,
                    Diagnostics& found) {
    const TomlEntry* entry = table.find("at_least");
    if (entry != nullptr && table.find("above") != nullptr) {
        found.error("scheme_two_thresholds",
                    table.find("above")->place,
                    {"at_least と above の両方があります。", "Both at_least and above are there."},
                    {"「以上」なら at_least、「超」なら above だけを残してください。",
                     "Keep at_least for 'from', above for 'more than'."});
    }
    if (entry == nullptr) {
        entry = table.find("above");
    }
    if (entry == nullptr) {
        found.error("scheme_threshold_missing",
                    table.place,
                    {"この評価に at_least（何%以上か）がありません。",
                     "This grade has no at_least (from which percentage)."},
                    {"at_least = 80 のように書いてください。書かないのは最後の評価だけです。",
                     "Write e.g. at_least = 80; only the last grade goes without."});
        return;
    }
    grade.threshold = threshold_at(*entry, found);
    if (grade.threshold) {
        check_falling(before, *grade.threshold, entry->value.place, found);
    }
}

void read_comparison(const TomlValue& table, Grade& grade, Diagnostics& found) {
    const TomlEntry* entry = table.find("when");
    grade.comparison = calc::parse_comparison(scheme_text(table, "when", found));
    if (!grade.comparison) {
        found.error(
            "scheme_comparison_not_understood",
            entry == nullptr ? table.place : entry->value.place,
            {"この評価の条件（when）を読み取れません。", "The condition (when) is not understood."},
            {"when = \"A > T\"、\"A = T\"、\"A > B\"、\"A >= B - 10%\" のように書いてください（A "
             "実績、T "
             "目標、B 基準値）。",
             "Write e.g. \"A > T\", \"A = T\", \"A > B\" or \"A >= B - 10%\" (A actual, T target, "
             "B "
             "baseline)."});
    }
}

// Conditions that this grade of such a scheme does not have.
void refuse_condition(const TomlValue& table,
                      const std::vector<std::string_view>& keys,
                      bool is_last,
                      Diagnostics& found) {
    for (const std::string_view key : keys) {
        const TomlEntry* entry = table.find(key);
        if (entry == nullptr) {
            continue;
        }
        if (is_last) {
            found.error(
                "scheme_last_grade_has_threshold",
                entry->place,
                {"最後の評価には条件を書きません。", "The last grade takes no condition."},
                {"どの条件にもあてはまらないときの評価を最後に足すか、この行を消してください。",
                 "Add the grade given where none holds, or remove this line."});
        } else {
            found.error("scheme_condition_not_used",
                        entry->place,
                        {"この評価基準（by）では、評価に条件を書きません。",
                         "A scheme of this kind (by) has no conditions."},
                        {"この行を消すか、by を直してください。", "Remove this line, or mend by."});
        }
    }
}

std::optional<int> points_of(const TomlValue& table, Diagnostics& found) {
    const TomlEntry* entry = table.find("points");
    if (entry == nullptr) {
        return std::nullopt;
    }
    const bool is_count = entry->value.kind == TomlValue::Kind::integer &&
                          entry->value.integer >= -most_points &&
                          entry->value.integer <= most_points;
    if (!is_count) {
        found.error("scheme_points_not_a_number",
                    entry->value.place,
                    {"points には整数を書きます。", "points takes a whole number."},
                    {"points = 7 のように書いてください。", "Write e.g. points = 7."});
        return std::nullopt;
    }
    return static_cast<int>(entry->value.integer);
}

void refuse_second_name(const TomlValue& table,
                        const std::string& name,
                        const std::vector<Grade>& before,
                        Diagnostics& found) {
    const bool is_second = std::any_of(
        before.begin(), before.end(), [&](const Grade& each) { return each.name == name; });
    if (is_second && !name.empty()) {
        found.error("scheme_two_grades_of_one_name",
                    table.find("name")->value.place,
                    {"「" + name + "」という評価が二つあります。",
                     "There are two grades called " + name + "."},
                    {"名前を分けてください。", "Give them different names."});
    }
}

void read_grade(const TomlValue& table,
                bool is_last,
                Basis basis,
                std::vector<Grade>& grades,
                Diagnostics& found) {
    if (table.kind != TomlValue::Kind::table) {
        found.error("scheme_grade_not_a_table",
                    table.place,
                    {"評価は [[grade]] の形で書きます。", "A grade is written as [[grade]]."},
                    {"[[grade]] の下に name と at_least を書いてください。",
                     "Put name and at_least below [[grade]]."});
        return;
    }
    refuse_unknown_scheme_keys(
        table, {"name", "meaning", "at_least", "above", "when", "points"}, found);
    Grade grade{.name = scheme_text(table, "name", found),
                .meaning = scheme_text_pair(table, "meaning", found),
                .threshold = {},
                .comparison = {},
                .points = points_of(table, found)};
    if (grade.name.empty()) {
        found.error("scheme_grade_without_name",
                    table.place,
                    {"評価の名前（name）がありません。", "The grade has no name."},
                    {"name = \"A\" のように書いてください。", "Write e.g. name = \"A\"."});
    }
    if (is_last || basis == Basis::person || basis == Basis::growth) {
        const bool lacks_one = basis == Basis::rate || basis == Basis::comparison;
        refuse_condition(table, {"at_least", "above", "when"}, lacks_one, found);
    } else if (basis == Basis::comparison) {
        refuse_condition(table, {"at_least", "above"}, false, found);
        read_comparison(table, grade, found);
    } else {
        refuse_condition(table, {"when"}, false, found);
        read_threshold(table, grades, grade, found);
    }
    refuse_second_name(table, grade.name, grades, found);
    grades.push_back(std::move(grade));
}

}  // namespace

void refuse_unknown_scheme_keys(const TomlValue& table,
                                const std::vector<std::string>& known,
                                Diagnostics& found) {
    for (const TomlEntry& entry : table.entries) {
        if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
            found.error("scheme_unknown_key",
                        entry.place,
                        {"「" + entry.key + "」という項目はありません。",
                         "There is no key '" + entry.key + "'."},
                        name_hint(entry.key, known));
        }
    }
}

std::string scheme_text(const TomlValue& table, std::string_view key, Diagnostics& found) {
    const TomlEntry* entry = table.find(key);
    if (entry == nullptr) {
        return "";
    }
    if (entry->value.kind != TomlValue::Kind::text) {
        const std::string name(key);
        found.error("scheme_not_text",
                    entry->value.place,
                    {"「" + name + "」には文字列を書きます。", "'" + name + "' takes a text."},
                    {"値を \" \" で囲んでください。", "Put the value between quotes."});
        return "";
    }
    return entry->value.text;
}

base::Text scheme_text_pair(const TomlValue& table, std::string_view key, Diagnostics& found) {
    const TomlEntry* entry = table.find(key);
    if (entry == nullptr || entry->value.kind != TomlValue::Kind::table) {
        const std::string text = scheme_text(table, key, found);
        return {text, text};
    }
    refuse_unknown_scheme_keys(entry->value, {"ja", "en"}, found);
    return {scheme_text(entry->value, "ja", found), scheme_text(entry->value, "en", found)};
}

std::vector<Grade> read_grades(const TomlValue& table,
                               std::string_view list,
                               Basis basis,
                               Diagnostics& found) {
    std::vector<Grade> grades;
    const TomlEntry* entry = table.find(list);
    if (entry == nullptr) {
        return grades;
    }
    const std::string name = "[[" + std::string(list) + "]]";
    if (entry->value.kind != TomlValue::Kind::array || entry->value.items.empty()) {
        found.error(
            "scheme_no_grades",
            entry->place,
            {"評価（" + name + "）が一つもありません。", "There is no " + name + "."},
            {"よい順に " + name + " を並べてください。", "List " + name + " from the best down."});
        return grades;
    }
    const std::vector<TomlValue>& items = entry->value.items;
    for (const TomlValue& item : items) {
        read_grade(item, &item == &items.back(), basis, grades, found);
    }
    return grades;
}

}  // namespace shinchoku::layout
