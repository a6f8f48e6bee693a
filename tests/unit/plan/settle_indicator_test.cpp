#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "describe.h"
#include "plan/model.h"
#include "plan/value_reading.h"

namespace shinchoku::plan {
namespace {

constexpr std::string_view no_cell = "(no cell)";

Indicator make(std::string_view name,
               std::string_view baseline,
               const std::vector<std::string_view>& targets) {
    Indicator indicator;
    indicator.name = name;
    if (baseline != no_cell) {
        indicator.baseline = Baseline{2020, read_text(baseline)};
    }
    int year = 2026;
    for (const std::string_view target : targets) {
        indicator.years.push_back({year++, read_text(target), blank_value(), ""});
    }
    return indicator;
}

TEST(SettleIndicator, DirectionIsStatedThenBoundThenNumbersThenDefault) {
    struct Case {
        std::optional<std::string> stated;
        std::string_view baseline;
        std::vector<std::string_view> targets;
        std::string_view direction;
        std::string_view from;
    };
    const Case cases[] = {
        {"↗", "95.3", {"97.2"}, "up", "stated"},
        {"→", "—", {"80"}, "keep", "stated"},
        {"→", "55.8", {"55.8"}, "keep", "stated"},
        {"→", "14.7", {"15"}, "unknown", "stated"},
        {"↘", "2.3", {"5%以下"}, "down", "stated"},
        {"↘", "10", {"12"}, "unknown", "stated"},
        {"—", "10", {"12"}, "up", "numbers"},
        {std::nullopt, "88.1%", {"UP"}, "up", "stated"},
        {std::nullopt, "10", {"現状維持"}, "keep", "stated"},
        {std::nullopt, "10", {"5以下"}, "within", "bound"},
        {std::nullopt, "10", {"5未満"}, "within", "bound"},
        {std::nullopt, "10", {"5～8"}, "within", "bound"},
        {std::nullopt, "10", {"5以上"}, "up", "bound"},
        {std::nullopt, "10", {"5を超える"}, "up", "bound"},
        {std::nullopt, "▲158人", {"▲100人"}, "up", "numbers"},
        {std::nullopt, "38万円", {"37万円"}, "down", "numbers"},
        {std::nullopt, "61%", {"61%"}, "keep", "numbers"},
        {std::nullopt, "38万円", {"370千円"}, "down", "numbers"},
        {std::nullopt, "5件", {"10人"}, "up", "default"},
        {std::nullopt, no_cell, {"7社", "7社", "9社"}, "up", "numbers"},
        {std::nullopt, no_cell, {"9", "検討", "7"}, "down", "numbers"},
        {std::nullopt, no_cell, {"2回", "2回"}, "keep", "numbers"},
        {std::nullopt, no_cell, {"5"}, "up", "default"},
        {std::nullopt, "—", {"5"}, "up", "default"},
        {std::nullopt, no_cell, {"検討", "実施"}, "none", "default"},
        {std::nullopt, no_cell, {"—", ""}, "none", "default"},
        {std::nullopt, "949,451,676", {"854,506,508 (10%縮減)"}, "down", "numbers"},
        {std::nullopt, "60万人", {"（5%増） 63万人"}, "up", "numbers"},
        {std::nullopt, no_cell, {"10%縮減"}, "down", "default"},
        {std::nullopt, no_cell, {"3%増加"}, "up", "default"},
        {std::nullopt, no_cell, {"前年度以下"}, "down", "default"},
        {std::nullopt, no_cell, {"前年度未満"}, "down", "default"},
        {std::nullopt, no_cell, {"前年度以上"}, "up", "default"},
        {std::nullopt, no_cell, {"10%以上増加"}, "up", "default"},
        {std::nullopt, no_cell, {"書式数の3割"}, "up", "default"},
        {std::nullopt, no_cell, {"全体の3割以下"}, "down", "default"},
        {std::nullopt, "件数 7 人数 16", {"件数 8 人数 17"}, "up", "default"},
    };
    for (const Case& c : cases) {
        Indicator indicator = make("指標", c.baseline, c.targets);
        settle_indicator(indicator, {std::nullopt, c.stated});
        EXPECT_EQ(name_of(indicator.direction), c.direction) << c.baseline << c.targets.back();
        EXPECT_EQ(name_of(indicator.direction_from), c.from) << c.baseline << c.targets.back();
    }
}

TEST(SettleIndicator, UnitsComeFromTheCellThenTheColumnThenTheName) {
    struct Case {
        std::string_view name;
        std::optional<std::string> column;
        std::string_view target;
        std::string_view expected;
        std::optional<std::string> unit;  // of the indicator
    };
    const Case cases[] = {
        {"サイト訪問者数", "千人", "80", "number 80 千人 d0 (column)", "千人"},
        {"寄附金額（億円）", std::nullopt, "45", "number 45 億円 d0 (name)", "億円"},
        {"事業の割合(%)", std::nullopt, "28.5%", "number 28.5 % d1", "%"},
        {"利用者数", "人", "60万人", "number 600000 人 d0 x10000", "人"},
        {"利用者数", "人", "60万", "number 600000 人 d0 x10000 (column)", "人"},
        {"利用者数（人）", "件", "5", "number 5 件 d0 (column)", "件"},
        {"実質公債費比率", "—", "5%以下 ※", "bound <= 5 % d0 footnote=※", "%"},
        {"実質公債費比率", "—", "2.3", "number 2.3 - d1", std::nullopt},
        {"実質公債費比率", "なし", "2.3", "number 2.3 - d1", std::nullopt},
        {"実質公債費比率", "", "2.3", "number 2.3 - d1", std::nullopt},
        {"維持管理費", "億円/年", "55.8", "number 55.8 億円/年 d1 (column)", "億円/年"},
        {"満足度", "％", "80", "number 80 % d0 (column)", "%"},
        {"維持費", "円 / 人", "5", "number 5 円/人 d0 (column)", "円/人"},
        {"維持費", "単位千円", "5", "number 5 千円 d0 (column)", "千円"},
        {"人材数",
         "名",
         "人材数 5 件数 3",
         "compound [人材数: number 5 名 d0 (column)] [件数: number 3 - d0]",
         "名"},
        {"床面積", "m ²", "10～20", "range 10..20 ㎡ d0 (column)", "㎡"},
        {"改修校数",
         "校",
         "R7までに1 R9までに2",
         "compound [R7までに: number 1 校 d0 (column)] [R9までに: number 2 校 d0 (column)]",
         "校"},
        {"利用者",
         "人",
         "件数 7 人数 16",
         "compound [件数: number 7 - d0] [人数: number 16 人 d0 (column)]",
         "人"},
        {"進捗", "件", "検討", "milestone 2", "件"},
    };
    for (const Case& c : cases) {
        Indicator indicator = make(c.name, no_cell, {c.target});
        settle_indicator(indicator, {c.column, std::nullopt});
        EXPECT_EQ(describe(indicator.years[0].target), c.expected) << c.name << c.target;
        EXPECT_EQ(indicator.unit, c.unit) << c.name << c.target;
    }
}

TEST(SettleIndicator, CellsWithSeveralUnitsGiveTheIndicatorNone) {
    Indicator indicator = make("活動", "5件", {"3回"});
    settle_indicator(indicator, {});
    EXPECT_EQ(indicator.unit, std::nullopt);
}

TEST(SettleIndicator, AccumulationIsInTheNameOrTheCell) {
    struct Case {
        std::string_view name;
        std::string_view target;
        std::string_view expected;
    };
    const Case cases[] = {
        {"活用数(累計)", "250件", "cumulative"},
        {"改修校数", "R7までに1 R9までに2(累計)", "cumulative"},
        {"年間開催回数", "10回", "per_year"},
        {"年度内の件数", "1件", "per_year"},
        {"対象年度の企業数", "7社", "per_year"},
        {"新規業務", "1", "per_year"},
        {"市税収納率", "98", "level"},
        {"女性の割合", "6", "level"},
        {"満足度", "UP", "level"},
        {"加入", "72.00%", "level"},
        {"登録者数", "6,000", "unknown"},
        {"効率化件数", "3件", "unknown"},
        {"能率化件数", "3件", "unknown"},
        {"加入(%)", "72", "level"},
        {"加入％", "72", "level"},
        {"開催", "年間10回", "per_year"},
        {"開催", "延べ10回", "unknown"},
    };
    for (const Case& c : cases) {
        Indicator indicator = make(c.name, no_cell, {c.target});
        settle_indicator(indicator, {});
        EXPECT_EQ(name_of(indicator.accumulation), c.expected) << c.name;
    }
}

TEST(SettleIndicator, APercentAmongOtherUnitsIsALevel) {
    Indicator indicator = make("加入", "5件", {"72%"});
    settle_indicator(indicator, {});
    EXPECT_EQ(indicator.unit, std::nullopt);
    EXPECT_EQ(indicator.accumulation, Accumulation::level);
}

TEST(SettleIndicator, RevisedTargetsTakeTheUnitToo) {
    Indicator indicator = make("利用者数", no_cell, {"80"});
    indicator.revisions = {{2026, 2026, read_text("80"), read_text("90"), "見直し"}};
    settle_indicator(indicator, {"千人", std::nullopt});
    EXPECT_EQ(describe(indicator.revisions[0].old_target), "number 80 千人 d0 (column)");
    EXPECT_EQ(describe(indicator.revisions[0].new_target), "number 90 千人 d0 (column)");
}

TEST(SettleIndicator, TheBaselinesOwnNoteSaysItsYear) {
    struct Case {
        std::string_view baseline;
        std::optional<int> expected;
    };
    const Case cases[] = {
        {"7件", 2020}, {"0%(H29年)", 2017}, {"55.8(H28～R2)", std::nullopt}, {"—(R3)", 2021}};
    for (const Case& c : cases) {
        Indicator indicator = make("指標", c.baseline, {"10"});
        settle_indicator(indicator, {});
        EXPECT_EQ(indicator.baseline->year, c.expected) << c.baseline;
    }
}

TEST(SettleIndicator, ANamedYearIsTheBaselineWhereItIsTheBaselinesYear) {
    for (const std::string_view target : {"R2年度比5%増",
                                          "令和2年度より5%増",
                                          "2020年度比105%",
                                          "5%増（R2年度比）",
                                          "R2年度比半減"}) {
        Indicator indicator = make("指標", "100", {target});
        settle_indicator(indicator, {});
        EXPECT_EQ(indicator.years[0].target.as<Relative>()->of, RelativeTo::baseline) << target;
        indicator = make("指標", "100(R3)", {target});
        settle_indicator(indicator, {});
        EXPECT_EQ(indicator.years[0].target.as<Relative>()->of, std::nullopt) << target;
    }
}

TEST(SettleIndicator, SettlingTwiceChangesNothing) {
    Indicator indicator =
        make("寄附金額（億円）", "▲5(R2)", {"45", "R2年度比5%増", "10～20件", "件数 7 人数 16"});
    const IndicatorCells cells{"人", "↗"};
    settle_indicator(indicator, cells);
    const Indicator once = indicator;
    settle_indicator(indicator, cells);
    EXPECT_EQ(indicator, once);
}

TEST(UnitInName, OnlyAKnownUnitInBracketsCounts) {
    struct Case {
        std::string_view name;
        std::optional<std::string> expected;
    };
    const Case cases[] = {
        {"寄附金額（億円）", "億円"},
        {"割合(単位:%)", "%"},
        {"割合（単位：％）", "%"},
        {"事業の数(件)", "件"},
        {"排出量【t-CO2】", "t-CO2"},
        {"職員(人/日)", "人/日"},
        {"移住者数(空き家バンクの利用者数)", std::nullopt},
        {"活用数(累計)", std::nullopt},
        {"参加者数（年間）", std::nullopt},
        {"企業の数(法人単位)", std::nullopt},
        {"率（3年平均）", std::nullopt},
        {"額(個人向け)(千円)", "千円"},
        {"件数", std::nullopt},
        {"件数(", std::nullopt},
        {"", std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(unit_in_name(c.name), c.expected) << c.name;
    }
}

TEST(ReadDirection, WordsAndArrowsStateADirection) {
    for (const std::string_view up :
         {"↗", "↑", "増加", "上昇", "UP", "↗（増加）", "向上", "（増加）"}) {
        EXPECT_EQ(read_direction(up), Direction::up) << up;
    }
    for (const std::string_view down : {"↘", "↓", "減少", "低下", "DOWN", "減らす"}) {
        EXPECT_EQ(read_direction(down), Direction::down) << down;
    }
    for (const std::string_view keep : {"→", "維持", "現状維持", "横ばい", "現 状 維 持"}) {
        EXPECT_EQ(read_direction(keep), Direction::keep) << keep;
    }
    for (const std::string_view nothing : {"", "—", "検討", "↗（減少）", "↗（増加", "未定"}) {
        EXPECT_EQ(read_direction(nothing), std::nullopt) << nothing;
    }
}

}  // namespace
}  // namespace shinchoku::plan
