#include <gtest/gtest.h>

#include "readings.h"

namespace shinchoku::plan {
namespace {

TEST(ReadText, RelativeTargetsSayByHowMuchAndAgainstWhat) {
    const TextCase cases[] = {
        {"前年比3%増加", "relative 3 % of=previous_year"},
        {"前年比103%", "relative 3 % of=previous_year"},
        {"前年度比98%", "relative -2 % of=previous_year"},
        {"前年比▲3%", "relative -3 % of=previous_year"},
        {"前年比+5%", "relative 5 % of=previous_year"},
        {"前年比110%以上", "relative 10 % of=previous_year >="},
        {"前年比1.5倍", "relative 50 % of=previous_year"},
        {"前年度比3ポイント増", "relative 3 ポイント of=previous_year"},
        {"前年度より3件増", "relative 3 件 of=previous_year"},
        {"対前年5%増", "relative 5 % of=previous_year"},
        {"昨年比10%減", "relative -10 % of=previous_year"},
        {"R2年度比5%増", "relative 5 %"},
        {"令和2年度より10%削減", "relative -10 %"},
        {"3割増", "relative 30 %"},
        {"1割削減", "relative -10 %"},
        {"10件増", "relative 10 件"},
        {"3増", "relative 3 %"},
        {"5%の増加", "relative 5 %"},
        {"5ポイント向上", "relative 5 ポイント"},
        {"10%以上増加", "relative 10 % >="},
        {"5%以上削減", "relative -5 % >="},
        {"10%程度増加", "relative 10 % approximate"},
        {"倍増", "relative 100 %"},
        {"半減", "relative -50 %"},
        {"件数の倍増", "relative 100 % remark=件数"},
        {"前年度より103%", "milestone"},
        {"前年度に比べ3%増", "relative 3 % of=previous_year"},
        {"前年比倍増", "relative 100 % of=previous_year"},
        {"基準値の半減", "relative -50 % of=baseline"},
        {"前年度以上", "relative 0 % of=previous_year >="},
        {"前年度実績以上", "relative 0 % of=previous_year >="},
        {"前年度を上回る", "relative 0 % of=previous_year >"},
        {"前年並み", "relative 0 % of=previous_year"},
        {"現状値以上", "relative 0 % of=baseline >="},
        {"昨年度の90%", "relative -10 % of=previous_year"},
        {"103%（前年比）", "relative 3 % of=previous_year"},
        {"実施事業3%増加", "relative 3 % remark=実施事業"},
    };
    expect_readings(cases);
}

TEST(ReadText, AFigureBesideARelativeTargetIsWhatItResolvesTo) {
    const TextCase cases[] = {
        {"5%増 件数 7,354 人数 171,460", "relative 5 % {件数 7354 -} {人数 171460 -}"},
        {"854,506,508 (10%縮減)", "relative -10 % {- 854506508 -}"},
        {"（5%増） 63万人", "relative 5 % {- 630000 人}"},
        {"10%縮減（854,506,508円）", "relative -10 % {- 854506508 円}"},
        {"前年比5%増 105件", "relative 5 % of=previous_year {- 105 件}"},
        {"前年度比5%増の105件", "relative 5 % of=previous_year {- 105 件}"},
        {"105（前年度比5%増）", "relative 5 % of=previous_year {- 105 -}"},
        {"5%増（件数 7,354）", "relative 5 % {件数 7354 -}"},
        {"5%増（うち市内3件）", "relative 5 % remark=うち市内3件"},
        {"5%増（全体の10%）", "relative 5 % remark=全体の10%"},
        {"5%増（3回実施）", "relative 5 % remark=3回実施"},
        {"5%増（1,23）", "relative 5 % remark=1,23"},
        {"5%増（）", "relative 5 %"},
        {"105人 (前年比103%)", "relative 3 % of=previous_year {- 105 人}"},
        {"105人（前年比5人）", "number 105 人 d0 remark=前年比5人"},
        {"前年比103% 105件", "relative 3 % of=previous_year {- 105 件}"},
        {"105（5%増）（前年比）", "relative 5 % of=previous_year {- 105 -}"},
        {"件数 7,354（5%増） 人数 171,460",
         "compound [件数: relative 5 % {- 7354 -}] [人数: number 171460 - d0]"},
        // Of two changes the one outside the brackets counts; the other is kept as it stands.
        {"5%増（3%減）", "relative 5 % remark=3%減"},
        {"5%増（前年比103%）", "relative 5 % remark=前年比103%"},
        {"前年比103%（5%増）", "relative 3 % of=previous_year remark=5%増"},
        {"105（5%増）（3%減）", "relative 5 % {- 105 -} remark=3%減"},
    };
    expect_readings(cases);
}

// A figure beside a change is one number; what else stands there is never taken for it.
TEST(ReadText, WhatIsNoPlainFigureResolvesNothing) {
    const TextCase cases[] = {
        {"2倍増（105件）", "milestone malformed"},
        {"5%増（100件以上）", "milestone malformed"},
        {"10～20件（5%増）", "milestone malformed"},
        {"100件以上（5%増）", "milestone malformed"},
        {"5%増 全体の10～20%", "milestone"},
        {"（5%増） 前年比3%増 105件", "milestone malformed"},
        {"市内2倍増、市外5件", "milestone"},
        {"5%増 件数 7,354 ※ 市内で", "milestone footnote=※"},
        {"前年比103%以上105%以下", "milestone"},
        {"100以上前年比105以下", "milestone malformed"},
        {"前年比5件", "milestone"},
        {"前年比103～105%", "milestone"},
        {"前年度より2倍", "milestone"},
        {"職員の10～20%", "milestone"},
    };
    expect_readings(cases);
}

TEST(ReadText, AShareIsAPercentOfANamedQuantity) {
    const TextCase cases[] = {
        {"書式数の3割", "relative share 30 remark=書式数"},
        {"職員の10%", "relative share 10 remark=職員"},
        {"全体の3割以上", "relative share 30 >= remark=全体"},
        {"職員の約10%", "relative share 10 approximate remark=職員"},
    };
    expect_readings(cases);
}

TEST(ReadText, TrendsStandAloneOrAfterTheirSubject) {
    const TextCase cases[] = {
        {"UP", "trend up"},
        {"up", "trend up"},
        {"Ｕ Ｐ", "trend up"},
        {"増加", "trend up"},
        {"向上", "trend up"},
        {"上昇", "trend up"},
        {"拡大", "trend up"},
        {"↗", "trend up"},
        {"DOWN", "trend down"},
        {"減少", "trend down"},
        {"低下", "trend down"},
        {"縮減", "trend down"},
        {"↘", "trend down"},
        {"現状維持", "trend keep"},
        {"維持", "trend keep"},
        {"横ばい", "trend keep"},
        {"現 状 維 持", "trend keep"},
        {"現状 維持", "trend keep"},
        {"件数の増加", "trend up remark=件数"},
        {"満足度の向上", "trend up remark=満足度"},
        {"利用者数増加", "trend up remark=利用者数"},
        {"利用者増", "trend up remark=利用者"},
        {"利用者数 増加", "trend up remark=利用者数"},
        {"CO2増加", "trend up remark=CO2"},
        {"ア）増加", "trend up remark=ア）"},
        {"満足度↗", "trend up remark=満足度"},
        {"満足度UP", "trend up remark=満足度"},
        {"満足度のアップ", "trend up remark=満足度"},
        {"件数アップ", "trend up remark=件数"},
        {"増加 ※", "trend up footnote=※"},
        {"UP（R9）", "trend up as_of=R9(2027)"},
        {"前年比増", "trend up remark=前年比"},
        {"前年度より増加", "trend up remark=前年度より"},
    };
    expect_readings(cases);
}

TEST(ReadText, WordsThatOnlyLookLikeATrendAreMilestones) {
    const TextCase cases[] = {
        {"維持・向上", "milestone"},
        {"維持または向上", "milestone"},
        {"バックアップ", "milestone"},
        {"レベルアップ", "milestone"},
        {"PICKUP", "milestone"},
        {"維持又は倍増", "milestone"},
        {"整備する。件数の増加", "milestone"},
        {"軽減", "milestone"},
        {"研修の実施と参加者の増加", "milestone 5"},
    };
    expect_readings(cases);
}

TEST(ReadText, RelativeTargetsInTenthsTimesAndLimits) {
    const TextCase cases[] = {
        {"前年比3割増", "relative 30 % of=previous_year"},
        {"前年比▲1割", "relative -10 % of=previous_year"},
        {"5%増程度", "relative 5 % approximate"},
        {"5%増 減少", "relative 5 % remark=減少"},
        {"0%増", "relative 0 %"},
        {"目標値比5%増", "relative 5 % remark=目標値比"},
        {"8月比5%増", "relative 5 % remark=8月比"},
        {"令和6年度 令和2年度比5%増", "relative 5 % as_of=令和6年度(2024)"},
        {"前年比5%増（前年度比）", "relative 5 % of=previous_year"},
        {"前年度比 前年比3%増", "relative 3 % of=previous_year"},
        {"前年比9割", "relative -10 % of=previous_year"},
        {"前年比2倍", "relative 100 % of=previous_year"},
        {"前年度以下", "relative 0 % of=previous_year <="},
        {"前年度を下回る", "relative 0 % of=previous_year <"},
        {"前年度未満", "relative 0 % of=previous_year <"},
        {"令和4年度比3件増", "relative 3 件"},
        {"対前年度比3%増", "relative 3 % of=previous_year"},
        {"基準値比▲5%", "relative -5 % of=baseline"},
        {"3%増加（前年度比）", "relative 3 % of=previous_year"},
    };
    expect_readings(cases);
}

}  // namespace
}  // namespace shinchoku::plan
