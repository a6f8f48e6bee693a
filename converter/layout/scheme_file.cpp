#include "layout/scheme_file.h"

#include <array>
#include <string>
#include <utility>

#include "calc/assessment.h"
#include "layout/diagnostics.h"
#include "layout/scheme_grades.h"
#include "layout/toml_source.h"

namespace shinchoku::layout {
namespace {

constexpr SourcePlace whole_file{1, 1};
// achieved, substantial, moderate, limited, deterioration
constexpr std::size_t growth_grades = 5;

calc::Basis basis_of(const TomlValue& table, Diagnostics& found) {
    const TomlEntry* entry = table.find("by");
    if (entry == nullptr) {
        return calc::Basis::rate;
    }
    const std::optional<calc::Basis> basis = calc::parse_basis(scheme_text(table, "by", found));
    if (!basis) {
        found.error("scheme_unknown_basis",
                    entry->value.place,
                    {"by（何で評価するか）がわかりません。", "What it grades by is not known."},
                    {"rate（達成率）、comparison（実績と目標・基準値の比較）、growth（伸び）、"
                     "person（人の判断）のどれかを書いてください。",
                     "Write rate, comparison, growth or person."});
    }
    return basis.value_or(calc::Basis::rate);
}

void check_method(const TomlValue& table, const calc::Scheme& scheme, Diagnostics& found) {
    if (!scheme.method.empty() && !calc::parse_method(scheme.method)) {
        found.error(
            "scheme_unknown_method",
            table.find("method")->value.place,
            {"「" + scheme.method + "」という計算方法はありません。",
             "There is no method \"" + scheme.method + "\"."},
            {"simple, inverse, mirror, progress, pace, keep, limit, trend, cumulative, "
             "steps のどれかを書いてください。",
             "Write simple, inverse, mirror, progress, pace, keep, limit, trend, cumulative "
             "or steps."});
    }
}

// without_year_target, whose only word is person.
bool judged_by_people(const TomlValue& table, Diagnostics& found) {
    const TomlEntry* entry = table.find("without_year_target");
    if (entry == nullptr) {
        return false;
    }
    if (scheme_text(table, "without_year_target", found) != "person") {
        found.error(
            "scheme_without_year_target",
            entry->value.place,
            {"without_year_target に書けるのは \"person\" だけです。",
             "without_year_target takes \"person\" only."},
            {"人が判断する評価基準なら \"person\" と書き、ペースで評価するなら行を消してください。",
             "Write \"person\" where people judge; remove the line to grade by pace."});
    }
    return true;
}

void check_grades(const TomlValue& table, const calc::Scheme& scheme, Diagnostics& found) {
    if (table.find("grade") == nullptr) {
        found.error(
            "scheme_no_grades",
            whole_file,
            {"評価（[[grade]]）が一つもありません。", "There is no [[grade]]."},
            {"よい順に [[grade]] を並べてください。", "List [[grade]] from the best down."});
    }
    const bool uses_steps =
        scheme.basis == calc::Basis::rate || scheme.basis == calc::Basis::comparison;
    if (table.find("step") != nullptr && !uses_steps) {
        found.error("scheme_steps_not_used",
                    table.find("step")->place,
                    {"この評価基準（by）では [[step]] を使いません。",
                     "A scheme of this kind (by) does not use [[step]]."},
                    {"[[step]] を消すか、by を直してください。", "Remove [[step]], or mend by."});
    }
    if (table.find("without_baseline") != nullptr && scheme.basis != calc::Basis::comparison) {
        found.error("scheme_baseline_not_used",
                    table.find("without_baseline")->place,
                    {"without_baseline は by = \"comparison\" だけで使います。",
                     "without_baseline belongs to by = \"comparison\"."},
                    {"この行を消すか、by を直してください。", "Remove this line, or mend by."});
    }
    if (scheme.basis == calc::Basis::growth && scheme.grades.size() != growth_grades) {
        found.error("scheme_growth_grades",
                    whole_file,
                    {"by = \"growth\" の評価は五つです。", "By growth there are five grades."},
                    {"到達済み、大きく前進、前進、わずか、後退の順に [[grade]] を並べてください。",
                     "List achieved, substantial, moderate, limited, deterioration."});
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
    refuse_unknown_scheme_keys(table,
                               {"scheme",
                                "title",
                                "source",
                                "method",
                                "by",
                                "unrated",
                                "without_baseline",
                                "without_year_target",
                                "grade",
                                "step"},
                               found);
    calc::Scheme scheme;
    scheme.id = scheme_text(table, "scheme", found);
    if (scheme.id.empty()) {
        found.error(
            "scheme_id_missing",
            whole_file,
            {"評価基準の名前（scheme）がありません。", "The scheme has no id."},
            {"scheme = \"default\" のように書いてください。", "Write e.g. scheme = \"default\"."});
    }
    scheme.title = scheme_text_pair(table, "title", found);
    scheme.source = scheme_text(table, "source", found);
    scheme.method = scheme_text(table, "method", found);
    check_method(table, scheme, found);
    scheme.basis = basis_of(table, found);
    scheme.unrated = scheme_text(table, "unrated", found);
    scheme.without_baseline = scheme_text(table, "without_baseline", found);
    scheme.people_judge_pace = judged_by_people(table, found);
    scheme.grades = read_grades(table, "grade", scheme.basis, found);
    check_grades(table, scheme, found);
    scheme.step_grades = read_grades(table, "step", calc::Basis::rate, found);
    if (found.has_errors()) {
        return found.take();
    }
    return scheme;
}

}  // namespace shinchoku::layout
