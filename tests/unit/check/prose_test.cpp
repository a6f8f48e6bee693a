// Years, dashes and figures in what is written, and totals: what breaks each rule, and the near
// miss that does not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

// One text, or two on two sheets of one workbook.
SheetPlan texts_of(const std::string& text, const std::string& second = "") {
    SheetPlan plan;
    plan.measure("1-1-1", {});
    plan.last().texts["issues"] = text;
    plan.last_places().fields["texts.issues"] = {5, 1};
    if (!second.empty()) {
        plan.measure("1-1-2", {});
        plan.last().texts["issues"] = second;
        plan.last_places().fields["texts.issues"] = {6, 1};
    }
    return plan;
}

struct TextCase {
    const char* text;
    const char* second;
    Lines expected;
};

void expect_texts(const std::string& rule, const std::vector<TextCase>& cases) {
    for (const TextCase& c : cases) {
        EXPECT_EQ(lines_of(rule, texts_of(c.text, c.second)), c.expected)
            << c.text << " / " << c.second;
    }
}

TEST(Durations, YearsAreAsManyAsTheSpanHas) {
    expect_texts("D02",
                 {
                     {"2018～2021（H30～R2）\t3年間", "", {"D02 warning B6"}},
                     {"2022～2024（R4～R6）\t3年間", "", {}},
                     {"令和8年度から令和12年度までの5年間とする。", "", {}},
                     {"令和8年度から令和12年度までの4年間とする。", "", {"D02 warning B6"}},
                     {"令和8～12年度の４か年計画", "", {"D02 warning B6"}},
                     {"計画期間は5年間（2026年度～2030年度）", "", {}},
                     {"三年間（H30～R2）", "", {}},
                     {"二年間（H30～R2）", "", {"D02 warning B6"}},
                     {"令和5年4月～令和8年3月の3年間", "", {}},
                     {"令和5年4月～令和8年3月の4年間", "", {"D02 warning B6"}},
                     {"令和8年度から令和12年度まで、使用料を3年間猶予する。", "", {}},
                     {"2018～2021の1年間当たりの件数", "", {}},
                     {"2018～2021の成果を見る。その後3年間で広げる。", "", {}},
                 });
}

TEST(EraNotation, AYearLiesInItsEra) {
    expect_texts("D04",
                 {
                     {"平成35年度までに整備する。", "", {"D04 warning B6"}},
                     {"平成31年度に着手した。", "", {}},
                     {"平成31年5月に始めた。", "", {"D04 warning B6"}},
                     {"平成31年4月に始めた。", "", {}},
                     {"令和元年4月1日に始めた。", "", {"D04 warning B6"}},
                     {"令和元年度に始めた。", "", {}},
                     {"昭和64年度の建物", "", {"D04 warning B6"}},
                     {"昭和64年1月7日まで", "", {}},
                     {"昭和70年の建物", "", {"D04 warning B6"}},
                     {"H31.5.1に開始", "", {"D04 warning B6"}},
                     {"型番 S80 と OSR0", "", {}},
                     {"令和7年度末（令和7年3月）に終える。", "", {"D04 warning B6"}},
                     {"令和7年度末（令和8年3月）に終える。", "", {}},
                     {"令和7年度（令和7年4月から）", "", {}},
                 });
}

TEST(EraNotation, OneWorkbookWritesAYearOneWay) {
    expect_texts("D04",
                 {
                     {"平成31年度に着手した。", "令和元年度に終えた。", {"D04 warning B6"}},
                     {"平成31年度に着手した。", "平成30年度に終えた。", {}},
                     {"平成31年3月に着手した。", "令和元年度に終えた。", {}},
                     {"平成31年度に着手した。", "令和元年に始めた。", {}},
                     {"平成31（令和元）年度に着手した。", "令和元年度に終えた。", {}},
                     {"H31の調査", "R1の調査", {"D04 warning B6"}},
                     {"R1の調査", "R元の結果", {"D04 warning B6"}},
                     {"R1の調査", "令和元年度の結果", {}},
                     {"令和1年度の調査", "令和元年度の結果", {"D04 warning B6"}},
                 });
    SheetPlan books = texts_of("平成31年度に着手した。", "令和元年度に終えた。");
    books.reading().places[1].file = "other.xlsx";
    EXPECT_EQ(lines_of("D04", books), Lines{}) << "two workbooks";
}

TEST(Dashes, OneUseHasOneCharacterInAWorkbook) {
    expect_texts("C09",
                 {
                     {"7～8月、9～10月", "10〜11月", {"C09 warning B7"}},
                     {"7～8月", "10〜11月", {"C09 warning B7"}},
                     {"7～8月", "10～11月", {}},
                     {"7～8月", "2018~2021", {}},
                     {"窓口サ―ビスの改善", "", {"C09 warning B6"}},
                     {"窓口サービスの改善 ― 二年目", "", {}},
                     {"セルフ-サービス", "", {}},
                 });
    SheetPlan dashes;
    dashes.measure("1-1-1", {{.targets = {"5件", "—", "—"}, .actuals = {"5件", "ー"}}});
    EXPECT_EQ(lines_of("C09", dashes), Lines{"C09 warning C13"});
    SheetPlan ascii;
    ascii.measure("1-1-1", {{.targets = {"5件", "—", "—"}, .actuals = {"5件", "-"}}});
    EXPECT_EQ(lines_of("C09", ascii), Lines{}) << "what a keyboard gives";
}

TEST(DateValues, AValueIsOfOneYearAndNoDate) {
    struct Case {
        Row row;
        Lines expected;
        const char* why;
    };
    const std::vector<Case> cases{
        {{.targets = {"10件"}, .actuals = {"x"}, .typed = {{"B13", {"46143", "General"}}}},
         {"D08 warning B13"},
         "the serial number of a day in 2026"},
        {{.targets = {"45000件"}, .actuals = {"x"}, .typed = {{"B13", {"46143", "General"}}}},
         {},
         "the row counts so many"},
        {{.targets = {"10件"}, .actuals = {"x"}, .typed = {{"B13", {"46143", "yyyy/m/d"}}}},
         {"D08 warning B13"},
         "a cell with a date format"},
        {{.targets = {"10件"}, .actuals = {"令和8年5月1日"}}, {"D08 warning B13"}, "as text"},
        {{.targets = {"導入"}, .actuals = {"令和8年5月1日"}}, {}, "when it was introduced"},
        {{.targets = {"10件"}, .actuals = {"9件"}}, {}, "a number"},
        {{.targets = {"60"}, .actuals = {"55.8(H28～R2)"}}, {"D08 warning B13"}, "a mean"},
        {{.targets = {"60"}, .baseline = "55.8(H28～R2)"}, {"D08 info H12"}, "Kanuma 30"},
        {{.targets = {"60"}, .baseline = "55.8(R2)"}, {}, "one year"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines_of("D08", c.row), c.expected) << c.why;
    }
}

SheetPlan explained(const std::string& actual, const std::string& reason) {
    SheetPlan plan;
    plan.measure(
        "1-1-1",
        {{.name = "市税収納率(現年度分)", .targets = {"98.60%", "98.65%"}, .actuals = {actual}}});
    plan.last_places().indicators[0].years[0].reason = base::CellRef{15, 1};
    plan::Evaluation evaluation;
    evaluation.indicator = "1-1-1/1";
    evaluation.year = 2026;
    evaluation.reason = reason;
    plan.last().evaluations.push_back(std::move(evaluation));
    return plan;
}

TEST(ProseFigures, TheTextSaysWhatTheRowSays) {
    struct Case {
        const char* actual;
        const char* reason;
        Lines expected;
    };
    const std::vector<Case> cases{
        {"98.02%", "98.2％となり、目標に届かなかった。", {"A09 info B16"}},
        {"98.02%", "98.02％となり、目標に届かなかった。", {}},
        {"98.02%", "約98％となった。", {}},
        {"98.02%", "実績は98.0％だった。", {}},
        {"98.02%", "実績は98.00％だった。", {"A09 info B16"}},
        {"98.02%", "実績は95.1％だった。", {"A09 info B16"}},
        {"98.02%", "95.1％の世帯が回答した。", {}},
        {"98.02%", "目標の98.60％に届かなかった。", {}},
        {"98.02%", "目標を0.58％下回った。", {}},
        {"98.02%", "前年度の98.2％から下がった。", {}},
        {"98.02%", "うち現年度分は98.2％だった。", {}},
        {"98.02%", "令和7年度は98.2％だった。", {}},
        {"98.02%", "達成率は99.4％だった。", {}},
        {"98.02%", "口座振替が3％増加した。", {}},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines_of("A09", explained(c.actual, c.reason)), c.expected) << c.reason;
    }
    SheetPlan counts;
    counts.measure("1-1-1",
                   {{.targets = {"110,000件"},
                     .actuals = {"111,240件"},
                     .notes = {{2026, "111,420件を収納した。"}}}});
    EXPECT_EQ(lines_of("A09", counts), Lines{"A09 info -"}) << "two digits changed places";
    counts.last().indicators[0].years[0].note = "窓口で3,420件を受け付けた。";
    EXPECT_EQ(lines_of("A09", counts), Lines{});
}

Row counted(const std::string& name, const std::vector<std::string>& actuals) {
    return {.name = name, .targets = {"99人"}, .actuals = actuals, .unit = "人"};
}

TEST(Sums, ATotalIsTheSumOfItsParts) {
    struct Case {
        std::vector<Row> rows;
        Lines expected;
        const char* why;
    };
    const auto actuals_of = [](const std::vector<Row>& rows) {
        SheetPlan plan;
        plan.measure("1-1-1", rows);
        for (plan::Indicator& indicator : plan.last().indicators) {
            for (plan::YearEntry& entry : indicator.years) {
                entry.target = {};  // the actuals alone are looked at
            }
        }
        return lines_of("N08", plan);
    };
    const std::vector<Case> cases{
        {{counted("男性", {"30"}), counted("女性", {"40"}), counted("合計", {"75"})},
         {"N08 warning B33"},
         "30 + 40"},
        {{counted("男性", {"30"}), counted("女性", {"40"}), counted("合計", {"70"})}, {}, "right"},
        {{counted("男性", {"30"}), counted("女性", {"集計中"}), counted("合計", {"75"})},
         {},
         "a part without a number"},
        {{counted("第1四半期", {"10"}),
          counted("第2四半期", {"20"}),
          counted("第3四半期", {"30"}),
          counted("第4四半期", {"40"}),
          counted("年度計", {"110"})},
         {"N08 warning B53"},
         "quarters"},
        {{counted("研修参加者数（男性）", {"30"}),
          counted("研修参加者数（女性）", {"40"}),
          counted("研修参加者数の合計", {"75"})},
         {"N08 warning B33"},
         "named after it"},
        {{counted("窓口の職員数", {"30"}),
          counted("講座の回数", {"40"}),
          counted("研修参加者数の合計", {"75"})},
         {},
         "other things"},
        {{counted("参加者数", {"70"}), counted("うち市内", {"50"}), counted("うち市外", {"30"})},
         {"N08 warning B13"},
         "more than there are"},
        {{counted("参加者数", {"70"}), counted("うち市内", {"50"})}, {}, "some of it"},
        {{counted("会計", {"30"}), counted("設計", {"40"}), counted("統計", {"75"})}, {}, "words"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(actuals_of(c.rows), c.expected) << c.why;
    }
    EXPECT_EQ(lines_of("N08", Row{.targets = {"窓口 30人 電話 40人 計 75人"}}),
              Lines{"N08 warning B12"});
    EXPECT_EQ(lines_of("N08", Row{.targets = {"窓口 30人 電話 40人 計 70人"}}), Lines{});
}

}  // namespace
}  // namespace shinchoku::check
