#include "layout/scheme_file.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "layout/diagnostics.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {
namespace {

constexpr SourcePlace whole_file{1, 1};

void refuse_unknown_keys(const TomlValue& table,
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

// The text under a key; "" where it is absent or, with a diagnostic, no text.
std::string text_at(const TomlValue& table, std::string_view key, Diagnostics& found) {
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

base::Text title_of(const TomlValue& table, Diagnostics& found) {
    const TomlEntry* entry = table.find("title");
    if (entry == nullptr || entry->value.kind != TomlValue::Kind::table) {
        return {text_at(table, "title", found), ""};
    }
    refuse_unknown_keys(entry->value, {"ja", "en"}, found);
    return {text_at(entry->value, "ja", found), text_at(entry->value, "en", found)};
}

// The threshold of a grade; nothing, with a diagnostic, where it is no number.
std::optional<base::Decimal> threshold_of(const TomlValue& grade, Diagnostics& found) {
    const TomlEntry* entry = grade.find("at_least");
    if (entry == nullptr) {
        found.error("scheme_threshold_missing",
                    grade.place,
                    {"この評価に at_least（何%以上か）がありません。",
                     "This grade has no at_least (from which percentage)."},
                    {"at_least = 80 のように書いてください。書かないのは最後の評価だけです。",
                     "Write e.g. at_least = 80; only the last grade goes without."});
        return std::nullopt;
    }
    const TomlValue& value = entry->value;
    const bool is_scalar = value.kind == TomlValue::Kind::text ||
                           value.kind == TomlValue::Kind::integer ||
                           value.kind == TomlValue::Kind::decimal;
    auto number = is_scalar ? base::Decimal::parse(value.text) : std::nullopt;
    if (!number) {
        found.error("scheme_threshold_not_a_number",
                    value.place,
                    {"at_least には数値を書きます。", "at_least takes a number."},
                    {"at_least = 80 のように、%の数値を書いてください。",
                     "Write the percentage, e.g. at_least = 80."});
    }
    return number;
}

void check_falling(const calc::Scheme& scheme,
                   const base::Decimal& threshold,
                   SourcePlace place,
                   Diagnostics& found) {
    if (!scheme.steps.empty() && threshold >= scheme.steps.back().at_least_percent) {
        found.error("scheme_thresholds_not_falling",
                    place,
                    {"しきい値が前の評価の " + scheme.steps.back().at_least_percent.to_string() +
                         "% より小さくありません。",
                     "The threshold is not below the one before (" +
                         scheme.steps.back().at_least_percent.to_string() + "%)."},
                    {"よい評価から順に、小さくなるように並べてください。",
                     "List the grades from the best down."});
    }
}

void read_grade(const TomlValue& grade, bool is_last, calc::Scheme& scheme, Diagnostics& found) {
    if (grade.kind != TomlValue::Kind::table) {
        found.error("scheme_grade_not_a_table",
                    grade.place,
                    {"grade は [[grade]] の形で書きます。", "grade is written as [[grade]]."},
                    {"[[grade]] の下に name と at_least を書いてください。",
                     "Put name and at_least below [[grade]]."});
        return;
    }
    refuse_unknown_keys(grade, {"name", "at_least"}, found);
    calc::GradeStep step{.grade = text_at(grade, "name", found)};
    if (step.grade.empty()) {
        found.error("scheme_grade_without_name",
                    grade.place,
                    {"評価の名前（name）がありません。", "The grade has no name."},
                    {"name = \"A\" のように書いてください。", "Write e.g. name = \"A\"."});
    }
    if (is_last && grade.find("at_least") != nullptr) {
        found.error("scheme_last_grade_has_threshold",
                    grade.find("at_least")->place,
                    {"最後の評価には at_least を書きません。", "The last grade takes no at_least."},
                    {"どの評価にも届かないときの評価を最後に足すか、この行を消してください。",
                     "Add the grade given below all thresholds, or remove this line."});
    } else if (!is_last) {
        if (auto threshold = threshold_of(grade, found)) {
            check_falling(scheme, *threshold, grade.find("at_least")->value.place, found);
            step.at_least_percent = std::move(*threshold);
        }
    }
    scheme.steps.push_back(std::move(step));
}

void read_grades(const TomlValue& table, calc::Scheme& scheme, Diagnostics& found) {
    const TomlEntry* grades = table.find("grade");
    if (grades == nullptr || grades->value.kind != TomlValue::Kind::array ||
        grades->value.items.empty()) {
        found.error(
            "scheme_no_grades",
            grades == nullptr ? whole_file : grades->place,
            {"評価（[[grade]]）が一つもありません。", "There is no [[grade]]."},
            {"よい順に [[grade]] を並べてください。", "List [[grade]] from the best down."});
        return;
    }
    const std::vector<TomlValue>& items = grades->value.items;
    for (const TomlValue& item : items) {
        read_grade(item, &item == &items.back(), scheme, found);
    }
}

}  // namespace

base::Result<calc::Scheme, std::vector<Diagnostic>> load_scheme(std::string_view toml) {
    const base::Result<TomlValue, Diagnostic> parsed = parse_toml(toml);
    if (!parsed) {
        return std::vector<Diagnostic>{parsed.error()};
    }
    const TomlValue& table = parsed.value();
    Diagnostics found;
    refuse_unknown_keys(table, {"scheme", "title", "source", "method", "grade"}, found);
    calc::Scheme scheme;
    scheme.id = text_at(table, "scheme", found);
    if (scheme.id.empty()) {
        found.error(
            "scheme_id_missing",
            whole_file,
            {"評価基準の名前（scheme）がありません。", "The scheme has no id."},
            {"scheme = \"default\" のように書いてください。", "Write e.g. scheme = \"default\"."});
    }
    scheme.title = title_of(table, found);
    scheme.source = text_at(table, "source", found);
    scheme.method = text_at(table, "method", found);
    read_grades(table, scheme, found);
    if (found.has_errors()) {
        return found.take();
    }
    return scheme;
}

}  // namespace shinchoku::layout
