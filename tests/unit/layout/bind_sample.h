#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "layout/bind.h"
#include "layout_sample.h"
#include "sheet_picture.h"

namespace shinchoku::layout {

// Findings as short lines that a test can compare: "S01 error A11".
inline std::string line_of(const base::Finding& finding) {
    std::string line = finding.rule + " " + std::string(base::name_of(finding.severity));
    if (finding.cell) {
        line += " " + base::to_a1(*finding.cell);
    }
    return line;
}

// Most of these sheets are drawn by a city's own hand: that they carry no identity of the program
// (F06, information) is said once, in the test of workbooks.
inline bool tells_no_identity(const base::Finding& finding) {
    return finding.rule == "F06" && finding.severity == base::Severity::info;
}

inline std::vector<std::string> lines_of(const std::vector<base::Finding>& findings,
                                         base::Severity least = base::Severity::info) {
    std::vector<std::string> lines;
    for (const base::Finding& finding : findings) {
        if (finding.severity >= least && !tells_no_identity(finding)) {
            lines.push_back(line_of(finding));
        }
    }
    return lines;
}

inline std::string account_of(const std::vector<base::Finding>& findings) {
    std::string text;
    for (const base::Finding& finding : findings) {
        text += line_of(finding) + " " + finding.message.ja + "\n";
    }
    return text;
}

inline Reading read_sheets(const Layout& layout, std::vector<TestSheet> sheets) {
    TestBook book;
    book.sheets = std::move(sheets);
    return bind(book.workbook(), {&layout}, {"test.xlsx", nullptr});
}

// A sheet of the Minami-Alps form as published, with short texts of our own.
inline TestSheet minami_sheet() {
    return {"1-1-1", R"(
        | 基本方針1        | 財源を強くする | < | < | < | < |
        | 項目             | ①税収確保のために | < | < | < | < |
        | 主な取組み       | 納税相談の充実 | < | < | < | < |
        | 主管課           | 納税課・管財課 | < | < | < | < |
        | 現状             | 収納率は横ばい | 課題 | 滞納が残る | < | < |
        | 取組み内容       | 相談の日を増やす | < | < | < | < |
        | 期間内の最終目標 | 収納率を上げる | < | < | < | < |
        | 関係計画等       |  | < | < | < | < |
        | 年度             | 令和8年度 | 令和9年度 | 令和10年度 | 令和11年度 | 令和12年度 |
        | 数値の定義       | 市税収納率(%) | < | < | < | < |
        | 目標値           | 98.60% | 98.65% | 98.70% | 98.75% | 98.80% |
        | 実績値           | #0.98614:0.00% | | | | |
    )"};
}

// The rows that the program's own form adds.
inline TestSheet minami_sheet_with_evaluation() {
    TestSheet sheet = minami_sheet();
    sheet.stamp(TestSheet("", R"(
        | 達成率       | =#1.0001:0.0% | =# | =# | =# | =# |
        | 評価         | A | | | | |
        | 評価の理由   | 相談が増えた | | | | |
        | 今後の方向性 | 継続 | | | | |
    )"),
                12,
                0);
    return sheet;
}

}  // namespace shinchoku::layout
