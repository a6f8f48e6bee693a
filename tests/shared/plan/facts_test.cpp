// The values of the five plans against the facts files beside the project. Where the reader who
// made those files took another view than design/values.md, the design holds; each difference is
// named here.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "plan/value_reading.h"

namespace shinchoku::plan {
namespace {

using nlohmann::json;

json load(const std::string& name) {
    std::ifstream file(std::string(SHINCHOKU_SHARED_DIR) + "/plans/" + name);
    return json::parse(file);
}

// Texts whose kind the design decides otherwise, beyond the renamed kinds.
const std::map<std::string, std::string>& design_kinds() {
    static const std::map<std::string, std::string> kinds = {
        {"5%増 件数 7,354 人数 171,460", "relative"},
        {"（5%増） 63万人", "relative"},
        {"854,506,508 (10%縮減)", "relative"},
        {"— 長寿命化計画策定", "milestone"},  // a dash with words is not alone
    };
    return kinds;
}

std::string expected_kind(const std::string& raw, const std::string& fact) {
    static const std::map<std::string, std::string> renamed = {{"percent", "number"},
                                                               {"comparator", "bound"},
                                                               {"direction-only", "trend"},
                                                               {"multi", "compound"},
                                                               {"cumulative", "compound"}};
    if (const auto decided = design_kinds().find(raw); decided != design_kinds().end()) {
        return decided->second;
    }
    const auto name = renamed.find(fact);
    return name == renamed.end() ? fact : name->second;
}

std::optional<base::Decimal> number_in(const json& fact, const char* key) {
    const auto found = fact.find(key);
    return found != fact.end() && found->is_number() ? base::Decimal::parse(found->dump())
                                                     : std::nullopt;
}

void expect_agreement(const std::string& raw, const json& fact) {
    const Value value = read_text(raw);
    EXPECT_EQ(value.raw, raw);
    EXPECT_EQ(kind_name(value), expected_kind(raw, fact.at("kind").get<std::string>())) << raw;
    const UnitAndForm* form = form_of(value);
    if (form == nullptr) {
        return;
    }
    const auto* number = value.as<Number>();
    const auto* bound = value.as<Bound>();
    const auto from = fact.value("unit_from", json());
    const bool unit_in_cell = from.is_null() ? form->unit.has_value() : from == "cell";
    EXPECT_EQ(form->unit.has_value(), unit_in_cell) << raw;
    if (number != nullptr || bound != nullptr) {
        EXPECT_EQ(number != nullptr ? number->number : bound->number,
                  number_in(fact, unit_in_cell ? "value" : "printed_number"))
            << raw;
    }
    EXPECT_EQ(form->decimals, fact.at("decimals").get<int>()) << raw;
    if (unit_in_cell) {
        const std::string unit = fact.at("unit").get<std::string>();
        EXPECT_EQ(form->unit, unit == "m²" ? "㎡" : unit) << raw;
        EXPECT_EQ(form->scale, fact.at("scale").get<std::int64_t>()) << raw;
    }
    const auto year = fact.value("year", json());
    if (fact.contains("year_note") && !fact["year_note"].is_null()) {
        EXPECT_EQ(value.qualifiers.as_of, fact["year_note"].get<std::string>()) << raw;
        EXPECT_EQ(value.qualifiers.as_of_year,
                  year.is_null() ? std::nullopt : std::optional(year.get<int>()))
            << raw;
    }
}

TEST(Facts, TheTargetsOfMinamiAlpsAreReadAsTheDesignSays) {
    int targets = 0;
    const json plan = load("minami_alps.json");
    for (const json& sheet : plan.at("sheets")) {
        for (const json& target : sheet.at("targets")) {
            expect_agreement(target.at("raw").get<std::string>(), target);
            ++targets;
        }
    }
    EXPECT_EQ(targets, 155);
}

// Baselines and targets of a list of indicators; how many there are.
int expect_indicators(const json& indicators, const std::string& baseline) {
    for (const json& indicator : indicators) {
        expect_agreement(indicator.at(baseline + "_raw").get<std::string>(),
                         indicator.at(baseline));
        expect_agreement(indicator.at("target_raw").get<std::string>(), indicator.at("target"));
    }
    return static_cast<int>(indicators.size());
}

TEST(Facts, TheIndicatorsOfTheOtherPlansAreReadAsTheDesignSays) {
    int indicators = 0;
    const json seki = load("seki_plan.json");
    const json kanuma = load("kanuma.json");
    const json shimotsuma = load("shimotsuma.json");
    const json sap3 = load("seki_sap3.json");
    for (const json& measure : seki.at("measures")) {
        indicators += expect_indicators(measure.at("indicators"), "baseline");
    }
    for (const json& measure : kanuma.at("measures")) {
        indicators += expect_indicators(measure.at("indicators"), "latest");
    }
    for (const json& measure : shimotsuma.at("basic_measures")) {
        indicators += expect_indicators(measure.at("indicators"), "baseline");
    }
    indicators += expect_indicators(sap3.at("items"), "baseline");
    EXPECT_EQ(indicators, 17 + 18 + 23 + 31);
}

}  // namespace
}  // namespace shinchoku::plan
