#include "check/tuning.h"

#include <algorithm>
#include <array>
#include <utility>

#include "check/check.h"
#include "layout/diagnostics.h"
#include "layout/toml_source.h"
#include "layout/toml_table.h"

namespace shinchoku::check {
namespace {

using base::Severity;
using layout::Diagnostic;
using layout::TomlEntry;
using layout::TomlValue;

constexpr std::array<std::pair<std::string_view, Severity>, 3> severity_letters{
    {{"E", Severity::error}, {"W", Severity::warning}, {"I", Severity::info}}};

void report_rule(const std::string& id, layout::SourcePlace place, layout::Diagnostics& found) {
    found.error("rules_unknown_rule",
                place,
                {"「" + id + "」という規則はありません。", "There is no rule \"" + id + "\"."},
                {"`shinchoku check --rules` で一覧を見られます。",
                 "`shinchoku check --rules` lists them."});
}

void read_disabled(const TomlValue& value, Tuning& tuning, layout::Diagnostics& found) {
    for (const std::string& id : layout::texts_of(value, found)) {
        if (find_rule(id) == nullptr) {
            report_rule(id, value.place, found);
        }
        tuning.disabled.insert(id);
    }
}

void read_severity(const TomlEntry& entry, Tuning& tuning, layout::Diagnostics& found) {
    if (find_rule(entry.key) == nullptr) {
        report_rule(entry.key, entry.place, found);
        return;
    }
    const bool is_text = entry.value.kind == TomlValue::Kind::text;
    const std::optional<Severity> severity =
        is_text ? parse_severity(entry.value.text) : std::nullopt;
    if (!severity) {
        found.error(
            "rules_severity",
            entry.value.place,
            {"重さは \"E\"、\"W\"、\"I\" のどれかです。", "A severity is \"E\", \"W\" or \"I\"."},
            {"T10 = \"I\" のように書いてください。", "Write it as in T10 = \"I\"."});
        return;
    }
    tuning.severities[entry.key] = *severity;
}

void read_entry(const TomlEntry& entry, Tuning& tuning, layout::Diagnostics& found) {
    if (entry.key == "disable") {
        read_disabled(entry.value, tuning, found);
    } else if (entry.key == "severity" && entry.value.kind == TomlValue::Kind::table) {
        for (const TomlEntry& one : entry.value.entries) {
            read_severity(one, tuning, found);
        }
    } else {
        found.error("rules_key",
                    entry.place,
                    {"「" + entry.key + "」は rules.toml に書けません。",
                     "\"" + entry.key + "\" is no key of rules.toml."},
                    {"書けるのは disable = [\"T10\"] と [severity] の表です。",
                     "Its keys are disable = [\"T10\"] and the table [severity]."});
    }
}

}  // namespace

std::string_view letter_of(Severity severity) {
    const auto* const known =
        std::find_if(severity_letters.begin(), severity_letters.end(), [&](const auto& each) {
            return each.second == severity;
        });
    return known->first;  // every severity has its letter
}

std::optional<Severity> parse_severity(std::string_view letter) {
    const auto* const known = std::find_if(severity_letters.begin(),
                                           severity_letters.end(),
                                           [&](const auto& each) { return each.first == letter; });
    return known == severity_letters.end() ? std::nullopt : std::optional(known->second);
}

void Tuning::add(const Tuning& stronger) {
    disabled.insert(stronger.disabled.begin(), stronger.disabled.end());
    for (const auto& [id, severity] : stronger.severities) {
        severities[id] = severity;
    }
}

const Tuning& tuning_of(Profile profile) {
    // For tables that programs read, what a form may do in passing stands in the way.
    static const Tuning machine_readable{.disabled = {},
                                         .severities = {{"C01", Severity::warning},
                                                        {"C02", Severity::warning},
                                                        {"N01", Severity::error},
                                                        {"T09", Severity::warning}}};
    // Nothing has been done yet, so nothing can be said of what was.
    static const Tuning plan{
        .disabled = {"A01", "A02", "A03", "A04", "A05", "A06", "A07", "A09", "N05", "N07"},
        .severities = {}};
    static const Tuning unchanged;
    switch (profile) {
        case Profile::machine_readable:
            return machine_readable;
        case Profile::plan:
            return plan;
        case Profile::form:
        case Profile::publish:
            break;
    }
    return unchanged;
}

base::Result<Tuning, std::vector<Diagnostic>> load_tuning(std::string_view toml) {
    const base::Result<TomlValue, Diagnostic> parsed = layout::parse_toml(toml);
    if (!parsed) {
        return std::vector<Diagnostic>{parsed.error()};
    }
    Tuning tuning;
    layout::Diagnostics found;
    for (const TomlEntry& entry : parsed.value().entries) {
        read_entry(entry, tuning, found);
    }
    if (found.has_errors()) {
        return found.take();
    }
    return tuning;
}

void tune(std::vector<base::Finding>& findings, const TuningOfFile& tuning) {
    std::erase_if(findings, [&](const base::Finding& finding) {
        return tuning(finding.file).disabled.contains(finding.rule);
    });
    for (base::Finding& finding : findings) {
        const std::map<std::string, Severity>& severities = tuning(finding.file).severities;
        if (const auto named = severities.find(finding.rule); named != severities.end()) {
            finding.severity = named->second;
        }
    }
}

}  // namespace shinchoku::check
