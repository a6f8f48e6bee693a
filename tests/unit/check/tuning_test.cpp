#include "check/tuning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/check.h"
#include "sheets.h"

namespace shinchoku::check {
namespace {

using base::Severity;
using testing::ElementsAre;
using testing::Pair;

TEST(RulesFile, NamesRulesAndSeverities) {
    const auto loaded = load_tuning("disable = [\"T10\", \"C02\"]\n[severity]\nT02 = \"E\"\n");
    ASSERT_TRUE(loaded);
    EXPECT_THAT(loaded.value().disabled, ElementsAre("C02", "T10"));
    EXPECT_THAT(loaded.value().severities, ElementsAre(Pair("T02", Severity::error)));
    EXPECT_TRUE(load_tuning(""));
}

struct Fault {
    std::string toml;
    std::vector<std::string> codes;
    int line;
};

TEST(RulesFile, EveryFaultIsNamedAtItsPlace) {
    const std::vector<Fault> faults{
        {"disable = [\"T99\"]", {"layout.rules_unknown_rule"}, 1},
        {"\n[severity]\nT99 = \"E\"", {"layout.rules_unknown_rule"}, 3},
        {"[severity]\nT02 = \"error\"\nT10 = 1",
         {"layout.rules_severity", "layout.rules_severity"},
         2},
        {"disabled = [\"T02\"]", {"layout.rules_key"}, 1},
        {"severity = \"E\"", {"layout.rules_key"}, 1},
    };
    for (const Fault& fault : faults) {
        const auto loaded = load_tuning(fault.toml);
        ASSERT_FALSE(loaded) << fault.toml;
        std::vector<std::string> codes;
        for (const layout::Diagnostic& one : loaded.error()) {
            codes.push_back(one.code);
            EXPECT_FALSE(one.hint.ja.empty()) << fault.toml;
        }
        EXPECT_EQ(codes, fault.codes) << fault.toml;
        EXPECT_EQ(loaded.error().front().line, fault.line) << fault.toml;
    }
    EXPECT_FALSE(load_tuning("disable = ["));
}

TEST(Profiles, ThePlanBeforeItsFirstYearIsNotAskedForActuals) {
    EXPECT_TRUE(tuning_of(Profile::plan).disabled.contains("A01"));
    EXPECT_FALSE(tuning_of(Profile::plan).disabled.contains("A08"));
    EXPECT_TRUE(tuning_of(Profile::form).disabled.empty());
    EXPECT_EQ(tuning_of(Profile::machine_readable).severities.at("N01"), Severity::error);
}

TEST(Profiles, WhatTheCommandLineNamesComesBeforeTheProfile) {
    Tuning tuning = tuning_of(Profile::machine_readable);
    tuning.add({.disabled = {"C02"}, .severities = {{"N01", Severity::info}}});
    EXPECT_TRUE(tuning.disabled.contains("C02"));
    EXPECT_EQ(tuning.severities.at("N01"), Severity::info);
    EXPECT_EQ(tuning.severities.at("C01"), Severity::warning);
}

TEST(Encoding, WhatCp932CannotHoldIsToldWithItsSubstitute) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"—", "①髙"}}});
    const layout::Reading reading = plan.reading();
    CheckOptions options = in_may_2027();
    const auto of_encoding = [&] {
        std::vector<std::string> messages;
        for (const base::Finding& finding : check(reading, options)) {
            if (finding.rule == "C08") {
                messages.push_back(finding.message.ja);
            }
        }
        return messages;
    };
    EXPECT_THAT(of_encoding(), ElementsAre());
    options.encoding = Encoding::cp932;
    EXPECT_THAT(of_encoding(), ElementsAre("シフトJIS（cp932）にない文字があります: — U+2014 → ―"));
    options.encoding = Encoding::utf8;
    options.profile = Profile::publish;
    EXPECT_EQ(of_encoding().size(), 1u);
}

TEST(Symbols, OnesAmongNumbersAreDeclaredWhereMachinesRead) {
    struct SymbolCase {
        Row row;
        std::string found;  // "" for no finding
    };
    const std::vector<SymbolCase> cases{
        {{.targets = {"10件", "—"}, .actuals = {"9件"}}, "—"},
        {{.targets = {"10件"}, .actuals = {"X"}}, "X"},
        {{.targets = {"10件", "***"}}, "***"},
        {{.targets = {"10件", "—"}, .note = "—は該当なし"}, ""},
        {{.targets = {"検討", "—"}}, ""},       // a row of words
        {{.targets = {"10件", "集計中"}}, ""},  // a word speaks for itself
    };
    for (const SymbolCase& each : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {each.row});
        CheckOptions options = in_may_2027();
        const auto found = [&] {
            std::string symbols;
            for (const base::Finding& finding : check(plan.reading(), options)) {
                symbols += finding.rule == "X07" ? finding.found : "";
            }
            return symbols;
        };
        EXPECT_EQ(found(), "");
        options.profile = Profile::machine_readable;
        EXPECT_EQ(found(), each.found) << each.row.targets.back();
    }
}

TEST(Coverage, AMeanOfFewIsToldBeforeItIsPublished) {
    const auto told = [](const std::vector<std::string>& actuals) {
        SheetPlan plan;
        std::vector<Row> rows;
        for (const std::string& actual : actuals) {
            rows.push_back({.targets = {"10件"}, .actuals = {actual}});
        }
        plan.measure("1-1-1", rows);
        CheckOptions options = in_may_2027();
        options.profile = Profile::publish;
        for (const base::Finding& finding : check(plan.reading(), options)) {
            if (finding.rule == "X09") {
                EXPECT_FALSE(finding.sheet);
                EXPECT_FALSE(finding.measure);
                EXPECT_EQ(finding.key, "X09||2026");
                return finding.found;
            }
        }
        return std::string();
    };
    EXPECT_EQ(told({"9件", "9件", "9件", ""}), "3/4");
    EXPECT_EQ(told({"9件", "9件", "9件", "9件", ""}), "");  // 80 % is enough
    EXPECT_EQ(told({"集計中"}), "0/1");
}

}  // namespace
}  // namespace shinchoku::check
