// The rules on targets, ratings and texts: what breaks each, and the near miss that does not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

struct JudgedCase {
    const char* rule;
    Row row;
    Lines expected;
    const char* why;
};

CheckOptions in_2031() {
    return {.as_of = {2031, 5, 31}};
}

void expect_judged(const std::vector<JudgedCase>& cases) {
    for (const JudgedCase& c : cases) {
        EXPECT_EQ(lines_of(c.rule, c.row, in_2031()), c.expected) << c.rule << ": " << c.why;
    }
}

TEST(ValueRules, SharesLieWithinAHundredAndCountsAreWhole) {
    expect_judged({
        {"N04", {.name = "加入率", .targets = {"72%"}, .actuals = {"101%"}}, {"N04 error B13"}, ""},
        {"N04", {.name = "加入率", .targets = {"72%"}, .actuals = {"100%"}}, {}, "all of them"},
        {"N04", {.name = "加入率", .targets = {"120%"}, .actuals = {"110%"}}, {}, "so planned"},
        {"N04", {.name = "前年比", .targets = {"90%"}, .actuals = {"110%"}}, {}, "a ratio"},
        {"N04", {.name = "経常収支比率", .targets = {"92%"}, .actuals = {"101%"}}, {}, "a ratio"},
        {"N04",
         {.name = "参加者数", .targets = {"50人"}, .actuals = {"12.5人"}},
         {"N04 error B13"},
         ""},
        {"N04", {.name = "平均参加者数", .targets = {"50人"}, .actuals = {"12.5人"}}, {}, "a mean"},
        {"N04",
         {.name = "利用者数", .targets = {"5万人"}, .actuals = {"1.5万人"}},
         {},
         "15,000 人"},
        {"N04", {.name = "延長", .targets = {"5km"}, .actuals = {"1.5km"}}, {}, "a length"},
        {"N04",
         {.name = "参加者数", .targets = {"50人"}, .actuals = {"-3人"}},
         {"N04 error B13"},
         ""},
        {"N04",
         {.name = "社会移動者数", .targets = {"▲100人"}, .actuals = {"▲120人"}},
         {},
         "planned below zero"},
    });
}

TEST(ValueRules, AnActualHasAsManyDecimalsAsItsTarget) {
    expect_judged({
        {"N05", {.targets = {"98.65%"}, .actuals = {"98.6%"}}, {"N05 info B13"}, "one fewer"},
        {"N05", {.targets = {"98.65%"}, .actuals = {"98%"}}, {"N05 warning B13"}, "two fewer"},
        {"N05", {.targets = {"98.6%"}, .actuals = {"98.65%"}}, {"N05 warning B13"}, "one more"},
        {"N05", {.targets = {"98.6%"}, .actuals = {"98.4%"}}, {}, "the same"},
        {"N05", {.targets = {"5%以下"}, .actuals = {"4.2%"}}, {}, "a bound"},
        {"N05", {.targets = {"60万人"}, .actuals = {"61.5万人"}}, {"N05 warning B13"}, "of 万人"},
    });
}

TEST(TargetRules, ATargetThatEqualsTheBaselineIsToBeKept) {
    expect_judged({
        {"T05", {.targets = {"", "", "", "", "61%"}, .baseline = "61%"}, {"T05 warning F12"}, ""},
        {"T05",
         {.targets = {"", "", "", "", "61%"}, .baseline = "61%", .stated = "→"},
         {},
         "stated"},
        {"T05", {.targets = {"", "", "", "", "62%"}, .baseline = "61%"}, {}, "moves"},
    });
}

TEST(TargetRules, AStatedDirectionFitsTheNumbers) {
    expect_judged({
        {"T04", {.targets = {"5%"}, .baseline = "3%", .stated = "↘"}, {"T04 warning B12"}, ""},
        {"T04", {.targets = {"5%"}, .baseline = "3%", .stated = "↗"}, {}, "up"},
        {"T04", {.targets = {"5%以下"}, .baseline = "2.3%", .stated = "↘"}, {}, "a ceiling"},
        {"T04",
         {.targets = {"105件 (5%増)"}, .baseline = "100件", .stated = "↘"},
         {"T04 warning B12"},
         "a change and what it comes to"},
        {"T04",
         {.name = "実質公債費比率", .targets = {"4.0%"}, .baseline = "1.5%"},
         {"T04 warning B12"},
         "a debt ratio that is to rise"},
        {"T04",
         {.name = "実質公債費比率", .targets = {"4.0%以下"}, .baseline = "1.5%"},
         {},
         "it is a ceiling"},
        {"T04", {.name = "収納率", .targets = {"4.0%"}, .baseline = "1.5%"}, {}, "more is better"},
    });
}

TEST(TargetRules, AFigureBesideAChangeIsTheComputedOne) {
    expect_judged({
        {"T08", {.targets = {"100件", "105件 (5%増)"}}, {}, "right"},
        {"T08", {.targets = {"100件", "115件 (5%増)"}}, {"T08 warning C12"}, "wrong"},
        {"T08",
         {.targets = {"件数 7,004 人数 163,295", "5%増 件数 7,354 人数 171,460"}},
         {},
         "SAPⅢ 11"},
        {"T08",
         {.targets = {"件数 7,004 人数 163,295", "5%増 件数 7,354 人数 161,460"}},
         {"T08 warning C12"},
         "one of two"},
        {"T08",
         {.targets = {"854,506,508円 (10%縮減)"}, .baseline = "949,451,676円"},
         {},
         "SAPⅢ 16"},
        {"T08",
         {.targets = {"120,812 千円 (10%増)"}, .baseline = "109,829千円"},
         {},
         "rounded to thousands, as it is printed"},
        {"T08",
         {.targets = {"120,813 千円 (10%増)"}, .baseline = "109,829千円"},
         {"T08 warning B12"},
         "a thousand too many"},
        {"T08", {.targets = {"前年比3%増加"}, .baseline = "100件"}, {}, "no figure"},
    });
}

TEST(TargetRules, ADirectionAloneIsToldOnce) {
    expect_judged({
        {"T10", {.targets = {"UP", "UP"}}, {"T10 warning B12"}, ""},
        {"T10", {.targets = {"現状維持"}}, {}, "to keep needs no number"},
    });
}

TEST(TargetRules, RunningTotalsDoNotFall) {
    expect_judged({
        {"T11",
         {.name = "整備数（累計）", .targets = {"10件", "8件"}, .actuals = {"10件", "12件"}},
         {"T11 warning C12"},
         "targets"},
        {"T11",
         {.name = "整備数（累計）", .targets = {"10件", "20件"}, .actuals = {"10件", "8件"}},
         {"T11 warning C13"},
         "single years, it seems"},
        {"T11",
         {.name = "整備数（累計）", .targets = {"10件", "10件"}, .actuals = {"10件", "10件"}},
         {},
         "may stay"},
        {"T11", {.name = "整備数", .targets = {"10件", "8件"}}, {}, "no total"},
    });
}

TEST(TargetRules, StepsOfWorkDoNotGoBack) {
    expect_judged({
        {"T14", {.targets = {"実施", "検討"}}, {"T14 warning C12"}, ""},
        {"T14", {.targets = {"検証", "実施"}}, {}, "the circle of PDCA"},
        {"T14", {.targets = {"検討", "決定", "実施"}}, {}, "forward"},
    });
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"研究", "検討", "検討", "検討", "検討"}}});
    plan.last().texts["final_goal"] = "計画期間内に導入する。";
    EXPECT_EQ(lines_of("T14", plan), Lines{"T14 warning F12"});
    plan.last().texts["final_goal"] = "計画期間内に方針を検討する。";
    EXPECT_EQ(lines_of("T14", plan), Lines{});
}

TEST(TargetRules, AMethodThatCannotBeUsed) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"0件"}}});
    EXPECT_EQ(lines_of("T07", plan), Lines{}) << "a falling target to 0 is lawful";
    plan.last().indicators[0].method = "simple";
    EXPECT_EQ(lines_of("T07", plan), Lines{"T07 error B12"});
    const calc::Scheme growth{.id = "growth", .basis = calc::Basis::growth};
    CheckOptions options = in_may_2027();
    options.scheme = &growth;
    EXPECT_EQ(
        lines_of("T07", Row{.targets = {"", "", "", "", "10人"}, .baseline = "▲5人"}, options),
        Lines{"T07 error F12"});
    EXPECT_EQ(lines_of("T07", Row{.targets = {"", "", "", "", "10人"}, .baseline = "5人"}, options),
              Lines{});
}

TEST(TargetRules, IndicatorsOfOneNameSayTheSame) {
    const Row row{.name = "市政に満足している市民の割合", .targets = {"60%", "61%"}};
    Row other = row;
    other.targets[1] = "65%";
    SheetPlan plan;
    plan.measure("1", {row}).measure("2", {row}).measure("3", {other});
    EXPECT_EQ(lines_of("T12", plan), Lines{"T12 warning C12"});
    SheetPlan short_names;
    short_names.measure("1", {{.name = "参加者数", .targets = {"60人"}}})
        .measure("2", {{.name = "参加者数", .targets = {"70人"}}});
    EXPECT_EQ(lines_of("T12", short_names), Lines{}) << "too general a name";
}

TEST(ActualRules, AnActualIsNotLastYearsNorAlwaysTheTarget) {
    expect_judged({
        {"A06",
         {.targets = {"100件", "200件"}, .actuals = {"123件", "123件"}},
         {"A06 warning C13"},
         ""},
        {"A06", {.targets = {"100件", "200件"}, .actuals = {"12件", "12件"}}, {}, "two digits"},
        {"A06", {.targets = {"100件", "100件"}, .actuals = {"123件", "123件"}}, {}, "constant"},
        {"A06",
         {.targets = {"1件", "2件", "3件"}, .actuals = {"1件", "2件", "3件"}},
         {"A06 warning D13"},
         "three years on the target"},
        {"A06", {.targets = {"1件", "2件", "3件"}, .actuals = {"1件", "2件", "4件"}}, {}, ""},
    });
}

TEST(Ratings, ARateThatIsVeryHighNegativeOrOnlyShownAsReached) {
    expect_judged({
        {"A04", {.targets = {"100件"}, .actuals = {"151件"}}, {"A04 warning B13"}, ""},
        {"A04", {.targets = {"100件"}, .actuals = {"150件"}}, {}, "on the line"},
        {"A04",
         {.targets = {"▲100人"}, .actuals = {"▲180人"}, .baseline = "▲158人"},
         {"A04 warning B13"},
         "away from the target"},
        {"A04",
         {.targets = {"", "", "", "", "100件"}, .actuals = {"60件"}, .baseline = "10件"},
         {},
         "pace swings on the way"},
        {"A03", {.targets = {"10000件"}, .actuals = {"7995件"}}, {"A03 warning B13"}, "79.95"},
        {"A03", {.targets = {"10000件"}, .actuals = {"8000件"}}, {}, "80"},
        {"A05",
         {.targets = {"97.2%"}, .actuals = {"96.0%"}, .baseline = "95.3%"},
         {"A05 warning B13"},
         "98.8 % or 36.8 %"},
        {"A05", {.targets = {"97.2%"}, .actuals = {"97.2%"}, .baseline = "95.3%"}, {}, "reached"},
    });
}

TEST(Ratings, AWrongValueIsToldOnceAndNotByItsRateToo) {
    const Row row{.targets = {"45百万円"}, .actuals = {"441百万円"}};
    EXPECT_EQ(lines_of("N06", row), Lines{"N06 warning B13"});
    EXPECT_EQ(lines_of("A04", row), Lines{});
}

SheetPlan evaluated(const std::string& actual, plan::Evaluation evaluation) {
    SheetPlan plan;
    plan.measure("1-1-1", {{.targets = {"100件"}, .actuals = {actual}}});
    layout::YearPlaces& year = plan.last_places().indicators[0].years[0];
    year.rate = base::CellRef{13, 1};
    year.grade = base::CellRef{14, 1};
    year.reason = base::CellRef{15, 1};
    evaluation.indicator = "1-1-1/1";
    evaluation.year = 2026;
    plan.last().evaluations.push_back(std::move(evaluation));
    return plan;
}

plan::Evaluation graded(std::string grade, std::string reason = "", std::string next = "") {
    return {.grade = std::move(grade), .reason = std::move(reason), .next = std::move(next)};
}

plan::Evaluation rated(const char* percent) {
    return {.rate_percent = base::Decimal::parse(percent), .grade = {}, .reason = {}, .next = {}};
}

TEST(Ratings, AWrittenRateIsTheComputedOneToItsLastDigit) {
    EXPECT_EQ(lines_of("N07", evaluated("98件", rated("98"))), Lines{});
    EXPECT_EQ(lines_of("N07", evaluated("97.6件", rated("98"))), Lines{}) << "rounded";
    EXPECT_EQ(lines_of("N07", evaluated("97件", rated("98"))), Lines{"N07 warning B14"});
    EXPECT_EQ(lines_of("N07", evaluated("33.3件", rated("33.300000000000004"))), Lines{})
        << "the noise of a double";
}

TEST(Ratings, AWrittenGradeIsOneOfTheSchemesAndTheComputedOne) {
    EXPECT_EQ(lines_of("A02", evaluated("98件", graded("B", "理由"))), Lines{});
    EXPECT_EQ(lines_of("A02", evaluated("98件", graded("Ｂ", "理由"))), Lines{}) << "full width";
    EXPECT_EQ(lines_of("A02", evaluated("98件", graded("A", "理由"))), Lines{"A02 warning B15"});
    EXPECT_EQ(lines_of("A02", evaluated("98件", graded("E", "理由"))), Lines{"A02 error B15"});
    const calc::Scheme people{
        .id = "people", .basis = calc::Basis::person, .grades = {{.name = "A"}, {.name = "E"}}};
    CheckOptions options = in_may_2027();
    options.scheme = &people;
    EXPECT_EQ(lines_of("A02", evaluated("98件", graded("E")), options), Lines{}) << "people judge";
}

TEST(Evaluations, AGradeAndItsExplanationFit) {
    EXPECT_EQ(lines_of("A07", evaluated("70件", graded("C"))), Lines{"A07 warning B16"});
    EXPECT_EQ(lines_of("A07", evaluated("70件", graded("C", "", "周知を広げる"))), Lines{});
    EXPECT_EQ(lines_of("A07", evaluated("98件", graded("B"))), Lines{});
    EXPECT_EQ(lines_of("A07", evaluated("110件", graded("A", "講座は未実施だった"))),
              Lines{"A07 warning B16"});
    SheetPlan ends = evaluated("110件", graded("A", "計画どおり", "完了"));
    EXPECT_EQ(lines_of("A07", ends), Lines{}) << "no target next year";
    ends.last().indicators[0].years.push_back(
        {.year = 2027, .target = plan::read_text("120件"), .actual = {}});
    EXPECT_EQ(lines_of("A07", ends), Lines{"A07 warning B16"});
}

// Of the whole measure: in cells of its own, whatever the indicators have.
TEST(Evaluations, OfTheWholeMeasureNameTheirOwnCells) {
    const auto whole = [](const std::string& actual, plan::Evaluation evaluation) {
        SheetPlan plan = evaluated(actual, std::move(evaluation));
        plan.last().evaluations[0].indicator.reset();
        plan.last_places().indicators[0].years[0] = {
            .year = 2026, .target = base::CellRef{11, 1}, .actual = base::CellRef{12, 1}};
        plan.last_places().years = {{.year = 2026,
                                     .rate = base::CellRef{20, 1},
                                     .grade = base::CellRef{21, 1},
                                     .reason = base::CellRef{22, 1},
                                     .next = base::CellRef{23, 1}}};
        return plan;
    };
    EXPECT_EQ(lines_of("A07", whole("70件", graded("C"))), Lines{"A07 warning B23"});
    SheetPlan no_reason = whole("70件", graded("C"));
    no_reason.last_places().years[0].reason.reset();
    EXPECT_EQ(lines_of("A07", no_reason), Lines{"A07 warning B22"});
    EXPECT_EQ(lines_of("A02", whole("98件", graded("E", "理由"))), Lines{"A02 error B22"});
    EXPECT_EQ(lines_of("N07", whole("97件", rated("98"))), Lines{"N07 warning B21"});
    EXPECT_EQ(lines_of("A08", whole("98件", graded("B", "別紙のとおり"))),
              Lines{"A08 warning B23"});
    EXPECT_EQ(lines_of("A08", whole("98件", graded("B", "", "別紙のとおり"))),
              Lines{"A08 warning B24"});
    SheetPlan undated = whole("98件", graded("B", "別紙のとおり"));
    undated.last().evaluations[0].year.reset();
    undated.last_places().years[0].year = 0;
    EXPECT_EQ(lines_of("A08", undated), Lines{"A08 warning B23"});
}

SheetPlan with_text(const std::string& text) {
    SheetPlan plan;
    plan.measure("1-1-1", {});
    plan.last().texts["issues"] = text;
    plan.last_places().fields["texts.issues"] = {5, 1};
    return plan;
}

TEST(Texts, PlaceholdersAndCopiesAreTold) {
    EXPECT_EQ(lines_of("A08", with_text("〇〇について検討する")), Lines{"A08 warning B6"});
    EXPECT_EQ(lines_of("A08", with_text("別紙のとおり")), Lines{"A08 warning B6"});
    EXPECT_EQ(lines_of("A08", with_text("○ 窓口の混雑")), Lines{}) << "a mark of a list";
    const std::string text =
        "窓口の混雑が続いており、待ち時間の短縮と手続きの見直しが求められているため、対策が必要であ"
        "る。";
    SheetPlan copied = with_text(text);
    copied.measure("1-1-2", {});
    copied.last().texts["issues"] = text;
    copied.last_places().fields["texts.issues"] = {5, 1};
    EXPECT_EQ(lines_of("A08", copied), Lines{"A08 warning B6"});
    copied.last().texts["issues"] = "窓口の混雑";
    EXPECT_EQ(lines_of("A08", copied), Lines{});
}

TEST(Texts, WesternAndEraYearsAgree) {
    EXPECT_EQ(lines_of("D01", with_text("対象 2022～2024（R3～R5）年度")), Lines{"D01 error B6"});
    EXPECT_EQ(lines_of("D01", with_text("対象 2021～2023（R3～R5）年度")), Lines{});
    EXPECT_EQ(lines_of("D01", with_text("2026年度（令和8年度）から")), Lines{});
    EXPECT_EQ(lines_of("D01", with_text("2026年度（令和7年度）から")), Lines{"D01 error B6"});
    EXPECT_EQ(lines_of("D01", with_text("2026年度（見込み）")), Lines{});
    EXPECT_EQ(lines_of("D01", with_text("利用者 2026（うち市外 8）")), Lines{});
}

TEST(Characters, SpacesForLooksAndCharactersOfOneMachine) {
    expect_judged({
        {"C06", {.targets = {"試 行", "実　施"}}, {"C06 warning B12", "C06 warning C12"}, ""},
        {"C06", {.targets = {" 検討"}}, {"C06 warning B12"}, "leading"},
        {"C06", {.targets = {"検討 実施", "7 件", "A 案"}}, {}, "words and units"},
        {"C06", {.targets = {" "}}, {}, "blank"},
    });
    EXPECT_EQ(lines_of("C07", with_text("髙\uE000")), Lines{"C07 warning B6"});
    EXPECT_EQ(lines_of("C07", with_text("葛\U000E0100城")), Lines{"C07 warning B6"});
    EXPECT_EQ(lines_of("C07", with_text("①窓口 ②電話")), Lines{"C07 info B6"}) << "once";
    EXPECT_EQ(lines_of("C07", with_text("髙橋")), Lines{}) << "in CP932";
    EXPECT_EQ(lines_of("C10", with_text("\uFA19社")), Lines{"C10 warning B6"});
    EXPECT_EQ(lines_of("C10", with_text("か\u3099")), Lines{"C10 warning B6"});
    EXPECT_EQ(lines_of("C10", with_text("神社 が \uFA11")), Lines{});
}

TEST(TargetRules, TheYearsAddUpToTheTotalStated) {
    SheetPlan plan;
    plan.measure(
        "1-1-1",
        {{.name = "新規施設数", .targets = {"1施設", "1施設", "1施設", "0施設", "0施設"}}});
    plan.last().texts["final_goal"] = "計画期間内に累計3施設を整備する。";
    EXPECT_EQ(lines_of("T03", plan), Lines{});
    plan.last().texts["final_goal"] = "計画期間内に累計4施設を整備する。";
    EXPECT_EQ(lines_of("T03", plan), Lines{"T03 warning F12"});
    plan.last().texts["final_goal"] = "4施設を整備する。";
    EXPECT_EQ(lines_of("T03", plan), Lines{}) << "no total";
}

TEST(TargetRules, AnApprovedTargetChangesOnlyWithAReason) {
    SheetPlan approved;
    approved.measure("1-1-1", {{.targets = {"10件", "11件"}, .baseline = "9件"}});
    SheetPlan returned;
    returned.measure("1-1-1", {{.targets = {"１０件", "12件"}, .baseline = "8件"}});
    CheckOptions options = in_may_2027();
    options.master = &approved.reading();
    EXPECT_EQ(lines_of("T13", returned, options), (Lines{"T13 error C12", "T13 error H12"}));
    EXPECT_EQ(lines_of("T13", approved, options), Lines{});
    returned.last().indicators[0].note = "議会の議決により改めた";
    EXPECT_EQ(lines_of("T13", returned, options), Lines{});
}

TEST(Texts, PersonalDataIsTold) {
    for (const char* text : {"担当の山田太郎 055-282-1111",
                             "連絡は鈴木さん（電話 055-282-1111）まで",
                             "佐藤 花子（055-282-1111）",
                             "０９０－１２３４－５６７８ まで",
                             "yamada.taro@example.jp に送る",
                             "番号 123456789012",
                             "番号 1234 5678 9012"}) {
        EXPECT_EQ(lines_of("A10", with_text(text)), Lines{"A10 warning B6"}) << text;
    }
    for (const char* text : {"令和8-12年度",
                             "2026-04-01から",
                             "予算 1234567890123 円",
                             "@ホーム",
                             "問合せは代表 055-282-1111（内線210）まで",
                             "納税課 055-282-1111",
                             "連絡先 055-282-1111",
                             "24時間365日",
                             "件数 7,004 人数 163,295"}) {
        EXPECT_EQ(lines_of("A10", with_text(text)), Lines{}) << text;
    }
    SheetPlan plan = with_text("連絡先 055-282-1111");
    for (const base::Finding& finding : check(plan.reading(), in_may_2027())) {
        EXPECT_EQ(finding.found.find("282"), std::string::npos) << "not repeated";
    }
}

}  // namespace
}  // namespace shinchoku::check
