#include "formats/value_json.h"

#include <gtest/gtest.h>

#include "generated_plan.h"

namespace shinchoku::formats {

namespace {

using base::Decimal;
using plan::UnitFrom;

std::string written(const plan::Value& value) {
    JsonWriter out;
    write_value(out, value);
    std::string text = std::move(out).take();
    text.pop_back();  // the line break
    return text;
}

plan::Value of(plan::Value::Content content, std::string raw) {
    plan::Value value;
    value.content = std::move(content);
    value.raw = std::move(raw);
    return value;
}

}  // namespace

TEST(ValueJson, EachKindHasTheKeysOfItsRow) {
    plan::Relative halved;
    halved.change = Decimal(-10);
    halved.change_unit = "%";
    halved.resolved = {{std::nullopt, Decimal(854506508), std::nullopt}};
    plan::Relative no_less;
    no_less.change = Decimal(0);
    no_less.change_unit = "%";
    no_less.of = plan::RelativeTo::previous_year;
    no_less.comparator = plan::Comparator::at_least;
    const plan::UnitAndForm people{"人", UnitFrom::cell, 0, 10000};

    struct Case {
        plan::Value value;
        std::string_view json;
    };
    const Case cases[] = {
        {of(plan::Number{*Decimal::parse("98.6"), {"%", UnitFrom::cell, 2, 1}}, "98.60%"),
         R"~({"kind": "number", "raw": "98.60%", "number": 98.6, "unit": "%", "unit_from": "cell", "decimals": 2, "scale": 1})~"},
        {of(plan::Number{Decimal(5), {}}, "5"),
         R"~({"kind": "number", "raw": "5", "number": 5, "unit": null, "unit_from": "none", "decimals": 0, "scale": 1})~"},
        {of(plan::Bound{plan::Comparator::below, Decimal(3), {"件", UnitFrom::unit_column}},
            "3件未満"),
         R"~({"kind": "bound", "raw": "3件未満", "comparator": "<", "number": 3, "unit": "件", "unit_from": "unit_column", "decimals": 0, "scale": 1})~"},
        {of(plan::Range{Decimal(10000), Decimal(20000), people}, "1～2万人"),
         R"~({"kind": "range", "raw": "1～2万人", "low": 10000, "high": 20000, "unit": "人", "unit_from": "cell", "decimals": 0, "scale": 10000})~"},
        {of(halved, "854,506,508 (10%縮減)"),
         R"~({"kind": "relative", "raw": "854,506,508 (10%縮減)", "change": -10, "change_unit": "%", "of": null, "share": null, "resolved": [{"label": null, "number": 854506508, "unit": null}]})~"},
        {of(no_less, "前年度以上"),
         R"~({"kind": "relative", "raw": "前年度以上", "change": 0, "change_unit": "%", "of": "previous_year", "share": null, "resolved": [], "comparator": ">="})~"},
        {of(plan::TrendWord{plan::Trend::up}, "UP"),
         R"~({"kind": "trend", "raw": "UP", "trend": "up"})~"},
        {of(plan::Milestone{{1, 2}}, "研究・検討"),
         R"~({"kind": "milestone", "raw": "研究・検討", "steps": [1, 2]})~"},
        {of(plan::Continue{}, "→"), R"~({"kind": "continue", "raw": "→"})~"},
        {of(plan::None{}, "—"), R"~({"kind": "none", "raw": "—"})~"},
        {of(plan::Compound{{{"件数", of(plan::Blank{}, "")}}}, "件数"),
         R"~({"kind": "compound", "raw": "件数", "parts": [{"label": "件数", "value": {"kind": "blank", "raw": ""}}]})~"},
        {of(plan::Unavailable{}, "集計中"), R"~({"kind": "unavailable", "raw": "集計中"})~"},
        {of(plan::CellError{"#N/A"}, "#N/A"),
         R"~({"kind": "error", "raw": "#N/A", "code": "#N/A"})~"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(written(c.value), c.json);
    }
}

TEST(ValueJson, WhatIsOnlyWrittenWherePresentStandsInItsPlace) {
    plan::Value value = of(plan::None{}, "—(R2)");
    value.stored = Decimal(5);
    value.format = "0\"件\"";
    value.qualifiers.cumulative = true;
    value.qualifiers.as_of = "H28～R2";
    value.footnote = "※";
    value.remark = "延べ";
    EXPECT_EQ(
        written(value),
        R"~({"kind": "none", "raw": "—(R2)", "stored": 5, "format": "0\"件\"", "qualifiers": {"cumulative": true, "as_of": "H28～R2", "as_of_year": null}, "footnote": "※", "remark": "延べ"})~");
}

TEST(ValueJson, GeneratedValuesReadBackEqual) {
    for (std::uint32_t seed = 0; seed < 2000; ++seed) {
        const plan::Value value = generate_value(seed);
        const auto tree = parse_json(written(value));
        ASSERT_TRUE(tree) << written(value);
        TreeReport report;
        EXPECT_EQ(read_value(TreeReader(&tree.value(), "", report)), value) << written(value);
        EXPECT_FALSE(report.error.has_value()) << written(value);
        EXPECT_TRUE(report.unknown_keys.empty()) << written(value);
    }
}

}  // namespace shinchoku::formats
