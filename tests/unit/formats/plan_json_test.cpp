#include "formats/plan_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generated_plan.h"

namespace shinchoku::formats {

namespace {

constexpr std::string_view smallest = R"({
  "schema": "shinchoku/plan@1",
  "plan": {
    "id": null,
    "layout": null,
    "title": null,
    "municipality": null,
    "municipality_code": null,
    "first_year": null,
    "last_year": null
  },
  "groups": [],
  "measures": []
}
)";

std::string document(std::string_view measures) {
    return R"({"schema":"shinchoku/plan@1","plan":{"id":"p"},"measures":)" + std::string(measures) +
           "}";
}

std::string with_value(std::string_view value) {
    return document(R"([{"id":"1","indicators":[{"id":"1/1","years":[{"year":2026,"target":)" +
                    std::string(value) + "}]}]}]");
}

std::string error_of(const std::string& text) {
    const auto read = read_plan_json(text);
    return read ? "" : read.error().rule + " " + read.error().message.en;
}

}  // namespace

TEST(PlanJson, GeneratedPlansReadBackEqual) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const plan::Plan plan = generate_plan(seed);
        const auto read = read_plan_json(write_plan_json(plan));
        ASSERT_TRUE(read) << "seed " << seed << ": " << read.error().message.en;
        EXPECT_EQ(read.value().plan, plan) << "seed " << seed;
        EXPECT_TRUE(read.value().findings.empty()) << "seed " << seed;
    }
}

TEST(PlanJson, TheSamePlanGivesTheSameBytesTwiceAlsoAfterReading) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const std::string once = write_plan_json(generate_plan(seed));
        EXPECT_EQ(once, write_plan_json(generate_plan(seed)));
        EXPECT_EQ(once, write_plan_json(read_plan_json(once).value().plan)) << "seed " << seed;
    }
}

TEST(PlanJson, WhatIsUnknownIsNullAndAListNeverIs) {
    EXPECT_EQ(write_plan_json(plan::Plan{}), smallest);
}

TEST(PlanJson, AMeasureHasItsKeysInTheOrderOfTheModel) {
    plan::Plan plan;
    plan::Measure measure;
    measure.id = "1-1-1";
    measure.texts = {{"own", "x"}, {"actions", ""}, {"current_state", "y"}};
    plan::Indicator indicator;
    indicator.id = "1-1-1/1";
    indicator.baseline = plan::Baseline{2024, {}};
    indicator.years.push_back({2026, {}, {}, ""});
    indicator.revisions.push_back({2028, 2030, {}, {}, ""});
    measure.indicators.push_back(indicator);
    measure.evaluations.emplace_back();
    measure.schedule.push_back({"", "周知", false, {{2026, 2026, "", std::nullopt}}});
    measure.approaches.push_back({"", false, {"●"}, {{plan::ItemMark::new_item, ""}}});
    measure.footnotes.push_back({"※", ""});
    plan.measures.push_back(measure);
    const std::string expected = R"(  "measures": [
    {
      "id": "1-1-1",
      "group": null,
      "label": "",
      "title": "",
      "departments": [],
      "leading": false,
      "texts": {
        "current_state": "y",
        "actions": "",
        "own": "x"
      },
      "footnotes": [
        {"mark": "※", "text": ""}
      ],
      "indicators": [
        {
          "id": "1-1-1/1",
          "name": "",
          "category": null,
          "unit": null,
          "direction": "unknown",
          "direction_from": "default",
          "accumulation": "unknown",
          "method": null,
          "scheme": null,
          "weight": null,
          "tolerance": null,
          "note": "",
          "baseline": {
            "year": 2024,
            "value": {"kind": "blank", "raw": ""}
          },
          "years": [
            {
              "year": 2026,
              "target": {"kind": "blank", "raw": ""},
              "actual": {"kind": "blank", "raw": ""},
              "note": ""
            }
          ],
          "revisions": [
            {
              "year": 2028,
              "target_year": 2030,
              "old": {"kind": "blank", "raw": ""},
              "new": {"kind": "blank", "raw": ""},
              "reason": ""
            }
          ]
        }
      ],
      "evaluations": [
        {"indicator": null, "year": null, "rate_percent": null, "grade": "", "step": null, "reason": "", "next": ""}
      ],
      "schedule": [
        {
          "group": "",
          "label": "周知",
          "leading": false,
          "cells": [
            {"year": 2026, "through": 2026, "text": "", "mark": null}
          ]
        }
      ],
      "approaches": [
        {
          "text": "",
          "leading": false,
          "marks": ["●"],
          "items": [
            {"mark": "new", "text": ""}
          ]
        }
      ],
      "source": {"file": null, "sheet": null, "range": null}
    }
  ]
)";
    EXPECT_THAT(write_plan_json(plan), testing::HasSubstr(expected));
}

TEST(PlanJson, NumbersStayExactHoweverTheyAreSpelled) {
    struct Case {
        std::string_view spelled;
        std::string_view written;
    };
    const Case cases[] = {
        {"0.1", "0.1"},
        {"1.10", "1.1"},
        {"98.6e0", "98.6"},
        {"5e3", "5000"},
        {"-0", "0"},
        {"0.30000000000000000000000001", "0.30000000000000000000000001"},
        {"123456789012345678901234567890", "123456789012345678901234567890"},
        {"9223372036854775807", "9223372036854775807"},
        {"18446744073709551615", "18446744073709551615"},
        {"-9223372036854775809", "-9223372036854775809"},
    };
    for (const Case& c : cases) {
        const auto read = read_plan_json(
            with_value(R"({"kind":"number","raw":"","number":)" + std::string(c.spelled) +
                       R"(,"unit":null,"unit_from":"none","decimals":0,"scale":1})"));
        ASSERT_TRUE(read) << c.spelled << ": " << read.error().message.en;
        EXPECT_THAT(write_plan_json(read.value().plan),
                    testing::HasSubstr("\"number\": " + std::string(c.written) + ","))
            << c.spelled;
    }
}

TEST(PlanJson, AnUnknownKeyIsToldOnceAndIgnored) {
    const auto read = read_plan_json(
        R"({"schema":"shinchoku/plan@1","plan":{"id":"p","mayor":1},"assessments":[1],
            "measures":[{"id":"1","colour":"red"},{"id":"2","colour":"red"}]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value().plan.measures.size(), 2U);
    ASSERT_EQ(read.value().findings.size(), 2U);
    const base::Finding& mayor = read.value().findings[0];
    EXPECT_EQ(mayor.rule, "F13");
    EXPECT_EQ(mayor.severity, base::Severity::warning);
    EXPECT_EQ(mayor.key, "F13|plan.mayor|");
    EXPECT_EQ(read.value().findings[1].key, "F13|measures[].colour|");
}

TEST(PlanJson, AKeyLeftOutIsUnknown) {
    const auto read = read_plan_json(document(R"([{"id":"1","indicators":[{"id":"1/1"}]}])"));
    ASSERT_TRUE(read);
    plan::Plan expected;
    expected.id = "p";
    expected.measures.emplace_back().id = "1";
    expected.measures[0].indicators.emplace_back().id = "1/1";
    EXPECT_EQ(read.value().plan, expected);
}

TEST(PlanJson, WhatIsNoPlanIsRefusedAtItsPlace) {
    struct Case {
        std::string text;
        std::string error;
    };
    const std::string no_plan = "F11 This is no plan@1. ";
    const Case cases[] = {
        {"", "F01 This is no JSON (line 1, column 1)."},
        {"{\n  \"schema\": }", "F01 This is no JSON (line 2, column 13)."},
        {"{\"進捗\": x}", "F01 This is no JSON (line 1, column 8)."},
        {"{\"a\": \"\xFF\"}", "F01 This is no JSON (line 1, column 8)."},
        {"[]", no_plan + "\"schema\": expected \"shinchoku/plan@1\"."},
        {"{}", no_plan + "\"schema\": expected \"shinchoku/plan@1\"."},
        {R"({"schema":7})", no_plan + "\"schema\": expected \"shinchoku/plan@1\"."},
        {R"({"schema":"shinchoku/plan@2"})",
         no_plan + "\"schema\": expected \"shinchoku/plan@1\"."},
        {R"({"schema":"shinchoku/plan@1"})", no_plan + "\"plan\": expected an object."},
        {document("{}"), no_plan + "\"measures\": expected a list."},
        {document("[3]"), no_plan + "\"measures[0]\": expected an object."},
        {document("[{}]"), no_plan + "\"measures[0].id\": expected the measure's id."},
        {document(R"([{"id":"1","departments":[1]}])"),
         no_plan + "\"measures[0].departments\": expected a list of strings."},
        {with_value("{}"),
         no_plan + "\"measures[0].indicators[0].years[0].target.kind\": no kind \"\"."},
        {with_value(R"({"kind":"number"})"),
         no_plan + "\"measures[0].indicators[0].years[0].target.number\": expected a number."},
        {with_value(R"({"kind":"range","low":2,"high":1,"unit_from":"none"})"),
         no_plan + "\"measures[0].indicators[0].years[0].target.low\": low must not exceed high."},
        {with_value(R"({"kind":"milestone","steps":[8]})"),
         no_plan + "\"measures[0].indicators[0].years[0].target.steps\": "
                   "expected integers from 1 to 7."},
        {with_value(R"({"kind":"trend","trend":"UP"})"),
         no_plan + "\"measures[0].indicators[0].years[0].target.trend\": "
                   "the word \"UP\" is not known."},
        {document(R"([{"id":"1","indicators":[{"id":"1/1","years":[{"year":2026.5}]}]}])"),
         no_plan + "\"measures[0].indicators[0].years[0].year\": expected an integer."},
        {std::string(64, '[') + std::string(64, ']'),
         no_plan + "\"schema\": expected \"shinchoku/plan@1\"."},
        {std::string(65, '[') + std::string(65, ']'),
         "F12 The JSON is nested too deeply (64 levels at most)."},
        {std::string(1000000, '['), "F12 The JSON is nested too deeply (64 levels at most)."},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(error_of(c.text), c.error) << c.text.substr(0, 120);
    }
}

}  // namespace shinchoku::formats
