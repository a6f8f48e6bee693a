#include <gtest/gtest.h>

#include "formats/csv_writer.h"
#include "formats/findings_json.h"
#include "formats/findings_sarif.h"
#include "formats/json_tree.h"

namespace shinchoku::formats {

namespace {

std::vector<base::Finding> two_findings() {
    base::Finding damaged;
    damaged.rule = "F11";
    damaged.severity = base::Severity::error;
    damaged.file = "壊れた.xlsx";
    damaged.key = "F11|壊れた.xlsx|";
    damaged.message = {"壊れています。", "It is damaged."};
    base::Finding goal;
    goal.rule = "T02";
    goal.severity = base::Severity::warning;
    goal.file = "a.xlsx";
    goal.sheet = "1-1-1";
    goal.cell = base::CellRef{11, 1};
    goal.measure = "1-1-1";
    goal.key = "T02|1-1-1/1|2030";
    goal.message = {"違います。", "They differ."};
    goal.hint = {"直してください。", "Mend it."};
    goal.found = "72.50%";
    goal.expected = "72.0%";
    return {damaged, goal};
}

}  // namespace

TEST(FindingsJson, WhatWasWrittenIsReadAgain) {
    std::vector<base::Finding> expected = two_findings();
    for (base::Finding& finding : expected) {
        finding.message.en = finding.message.ja;  // only one language is written
        finding.hint.en = finding.hint.ja;
    }
    const auto read = read_findings_json(write_findings_json(two_findings(), base::Language::ja));
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value(), expected);
    for (const char* const text : {"",
                                   "[]",
                                   "{}",
                                   R"({"schema":"shinchoku/plan@1","findings":[]})",
                                   R"({"schema":"shinchoku/findings@1","findings":{}})"}) {
        const auto refused = read_findings_json(text);
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().rule, "F01");
    }
    EXPECT_TRUE(read_findings_json(R"({"schema":"shinchoku/findings@1","findings":[7]})"));
}

TEST(FindingsJson, HasTheKeysOfTheDesignAndNullWhereThereIsNoPlace) {
    EXPECT_EQ(write_findings_json(two_findings(), base::Language::ja), R"({
  "schema": "shinchoku/findings@1",
  "findings": [
    {
      "rule": "F11",
      "severity": "error",
      "file": "壊れた.xlsx",
      "sheet": null,
      "cell": null,
      "measure": null,
      "key": "F11|壊れた.xlsx|",
      "message": "壊れています。",
      "hint": "",
      "found": "",
      "expected": ""
    },
    {
      "rule": "T02",
      "severity": "warning",
      "file": "a.xlsx",
      "sheet": "1-1-1",
      "cell": "B12",
      "measure": "1-1-1",
      "key": "T02|1-1-1/1|2030",
      "message": "違います。",
      "hint": "直してください。",
      "found": "72.50%",
      "expected": "72.0%"
    }
  ],
  "summary": {"error": 1, "warning": 1, "info": 0}
}
)");
}

TEST(FindingsJson, NoFindingsGiveAnEmptyListInEnglishToo) {
    EXPECT_EQ(write_findings_json({}, base::Language::en), R"({
  "schema": "shinchoku/findings@1",
  "findings": [],
  "summary": {"error": 0, "warning": 0, "info": 0}
}
)");
}

TEST(FindingsJson, AFileNameThatIsNoUtf8StillGivesJson) {
    std::vector<base::Finding> findings = two_findings();
    findings[0].file = "a\xFF.xlsx";
    EXPECT_NE(write_findings_json(findings, base::Language::ja).find("\"a\uFFFD.xlsx\""),
              std::string::npos);
}

TEST(FindingsCsv, OpensInExcelAsATable) {
    EXPECT_EQ(write_findings_csv(two_findings(), base::Language::en),
              "\uFEFFrule,severity,file,sheet,cell,measure,key,message,hint,found,expected\r\n"
              "F11,error,壊れた.xlsx,,,,F11|壊れた.xlsx|,It is damaged.,,,\r\n"
              "T02,warning,a.xlsx,1-1-1,B12,1-1-1,T02|1-1-1/1|2030,They differ.,Mend it.,72.50%,"
              "72.0%\r\n");
}

TEST(CsvWriter, NoTextBecomesAFormula) {
    struct Case {
        std::string_view field;
        std::string_view written;
    };
    const Case cases[] = {
        {"=1+1", "\"'=1+1\""},
        {"+81-3", "\"'+81-3\""},
        {"-", "\"'-\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"\tcmd", "\"'\tcmd\""},
        {"-5", "-5"},
        {"+1.5", "+1.5"},
        {"a,b", "\"a,b\""},
        {"a \"b\"", "\"a \"\"b\"\"\""},
        {"a\nb", "\"a\nb\""},
        {"1-2", "1-2"},
        {"", ""},
    };
    for (const Case& c : cases) {
        CsvWriter out({c.field});
        EXPECT_EQ(std::move(out).take(), "\uFEFF" + std::string(c.written) + "\r\n") << c.field;
    }
}

TEST(FindingsSarif, NamesTheRuleTheFileAndTheCell) {
    const std::string sarif = write_findings_sarif(two_findings(), "1.2.3", base::Language::ja);
    EXPECT_TRUE(parse_json(sarif));
    for (const std::string_view part : {
             R"("version": "1.2.3")",
             R"("ruleId": "T02",
          "ruleIndex": 1,
          "level": "warning")",
             R"("message": {"text": "違います。\n直してください。"})",
             R"("uri": "%E5%A3%8A%E3%82%8C%E3%81%9F.xlsx")",
             R"("fullyQualifiedName": "'1-1-1'!B12", "kind": "cell")",
             R"({"shinchokuKey/v1": "T02|1-1-1/1|2030"})",
         }) {
        EXPECT_NE(sarif.find(part), std::string::npos) << part << "\n" << sarif;
    }
}

}  // namespace shinchoku::formats
