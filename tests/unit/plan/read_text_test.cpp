#include <gtest/gtest.h>

#include <string>

#include "readings.h"

namespace shinchoku::plan {
namespace {

TEST(ReadText, NumbersKeepUnitsDecimalsAndFoldedScaleWords) {
    const TextCase cases[] = {
        {"98.60%", "number 98.6 % d2"},
        {"110,000件", "number 110000 件 d0"},
        {"▲158人", "number -158 人 d0"},
        {"60万人", "number 600000 人 d0 x10000"},
        {"4,263,148千円", "number 4263148000 円 d0 x1000"},
        {"54.9億円", "number 5490000000 円 d1 x100000000"},
        {"(5)", "number 5 - d0"},
        {"+5", "number 5 - d0"},
        {"５", "number 5 - d0"},
        {"１２３．５％", "number 123.5 % d1"},
        {"1234567.89", "number 1234567.89 - d2"},
        {"0.5", "number 0.5 - d1"},
        {".5", "number 0.5 - d1"},
        {"007", "number 7 - d0"},
        {"0件", "number 0 件 d0"},
        {"▲0.5ポイント", "number -0.5 ポイント d1"},
        {"4.5点", "number 4.5 点 d1"},
        {"1.5倍", "number 1.5 倍 d1"},
        {"3割", "number 3 割 d0"},
        {"8人/日", "number 8 人/日 d0"},
        {"2件／年", "number 2 件/年 d0"},
        {"35人/学級", "number 35 人/学級 d0"},
        {"100人/日", "number 100 人/日 d0"},
        {"1,592,000 円", "number 1592000 円 d0"},
        {"566 時間", "number 566 時間 d0"},
        {"38\n万円", "number 380000 円 d0 x10000"},
        {"２ 回", "number 2 回 d0"},
        {"3か月", "number 3 か月 d0"},
        {"3ヶ所", "number 3 ヶ所 d0"},
        {"3カ所", "number 3 カ所 d0"},
        {"3箇所", "number 3 箇所 d0"},
        {"3つ", "number 3 つ d0"},
        {"6隊", "number 6 隊 d0"},
        {"3分野", "number 3 分野 d0"},
        {"5アカウント", "number 5 アカウント d0"},
        {"10名", "number 10 名 d0"},
        {"500t-CO2", "number 500 t-CO2 d0"},
        {"1,000kWh", "number 1000 kWh d0"},
        {"5mm", "number 5 mm d0"},
        {"1年", "number 1 年 d0"},
    };
    expect_readings(cases);
}

TEST(ReadText, ScaleWordsMayStandInsideANumber) {
    const TextCase cases[] = {
        {"1億円", "number 100000000 円 d0 x100000000"},
        {"10億", "number 1000000000 - d0 x100000000"},
        {"5百万円", "number 5000000 円 d0 x1000000"},
        {"1億2,000万円", "number 120000000 円 d0 x10000"},
        {"1億2千万円", "number 120000000 円 d0 x10000000"},
        {"3万5千人", "number 35000 人 d0 x1000"},
        {"2億5,400万円", "number 254000000 円 d0 x10000"},
        {"1万2,345人", "number 12345 人 d0"},
    };
    expect_readings(cases);
}

TEST(ReadText, SquareMetresHaveOneSpelling) {
    const TextCase cases[] = {
        {"24,114 m ²", "number 24114 ㎡ d0"},
        {"5 m2", "number 5 ㎡ d0"},
        {"5㎡", "number 5 ㎡ d0"},
        {"5m²", "number 5 ㎡ d0"},
        {"82,500 ㎡", "number 82500 ㎡ d0"},
    };
    expect_readings(cases);
}

TEST(ReadText, EverySignBeforeADigitIsRead) {
    const TextCase cases[] = {
        {"▲5", "number -5 - d0"},         {"△5", "number -5 - d0"},
        {"▼5", "number -5 - d0"},         {"−5", "number -5 - d0"},
        {"－５", "number -5 - d0"},       {"‐5", "number -5 - d0"},
        {"–5", "number -5 - d0"},         {"—5", "number -5 - d0"},
        {"―5", "number -5 - d0"},         {"ー５", "number -5 - d0"},
        {"-5", "number -5 - d0"},         {"+5", "number 5 - d0"},
        {"＋５", "number 5 - d0"},        {"▲ 5", "number -5 - d0"},
        {"¥1,000", "number 1000 円 d0"},  {"￥1,000", "number 1000 円 d0"},
        {"\\1,000", "number 1000 円 d0"}, {"¥-500", "number -500 円 d0"},
        {"-¥500", "number -500 円 d0"},   {"▲¥500", "number -500 円 d0"},
    };
    expect_readings(cases);
}

TEST(ReadText, BoundsAreReadBeforeAndAfterTheNumber) {
    const TextCase cases[] = {
        {"5%以下 ※", "bound <= 5 % d0 footnote=※"},
        {"10%以内", "bound <= 10 % d0"},
        {"99%以上", "bound >= 99 % d0"},
        {"3件未満", "bound < 3 件 d0"},
        {"100人を超える", "bound > 100 人 d0"},
        {"～10", "bound <= 10 - d0"},
        {"10～", "bound >= 10 - d0"},
        {"≧5", "bound >= 5 - d0"},
        {"≦5", "bound <= 5 - d0"},
        {"＞5", "bound > 5 - d0"},
        {"＜5", "bound < 5 - d0"},
        {">=5", "bound >= 5 - d0"},
        {"<=5", "bound <= 5 - d0"},
        {"=>5", "bound >= 5 - d0"},
        {"=<5", "bound <= 5 - d0"},
        {"5人超", "bound > 5 人 d0"},
        {"10件超過", "bound > 10 件 d0"},
        {"10%を上回る", "bound > 10 % d0"},
        {"10件を下回る", "bound < 10 件 d0"},
        {"50件まで", "bound <= 50 件 d0"},
        {"最大10件", "bound <= 10 件 d0"},
        {"最低3回", "bound >= 3 回 d0"},
        {"少なくとも5人", "bound >= 5 人 d0"},
        {"～3人", "bound <= 3 人 d0"},
        {"3人～", "bound >= 3 人 d0"},
        {"約10件以上", "bound >= 10 件 d0 approximate"},
        {"5件まで削減", "bound <= 5 件 d0 remark=削減"},
        {"0件以上", "bound >= 0 件 d0"},
    };
    expect_readings(cases);
}

TEST(ReadText, RangesAreReadWithScaleWordsOnOneOrBothSides) {
    const TextCase cases[] = {
        {"10～20件", "range 10..20 件 d0"},
        {"1～2万人", "range 10000..20000 人 d0 x10000"},
        {"10以上20以下", "range 10..20 - d0"},
        {"10件以上20件以下", "range 10..20 件 d0"},
        {"10以上、20以下", "range 10..20 - d0"},
        {"10-20件", "range 10..20 件 d0"},
        {"10から20件", "range 10..20 件 d0"},
        {"10件から20件まで", "range 10..20 件 d0"},
        {"1万～2万人", "range 10000..20000 人 d0 x10000"},
        {"1万人～2万人", "range 10000..20000 人 d0 x10000"},
        {"5,000～1万人", "range 5000..10000 人 d0 x10000"},
        {"1～2億円", "range 100000000..200000000 円 d0 x100000000"},
        {"10％～20％", "range 10..20 % d0"},
        {"10件〜20件", "range 10..20 件 d0"},
        {"10 ～ 20件", "range 10..20 件 d0"},
        {"▲5～▲3", "range -5..-3 - d0"},
        {"約10～20件", "range 10..20 件 d0 approximate"},
        {"10～20件程度", "range 10..20 件 d0 approximate"},
        {"年4～7社", "range 4..7 社 d0 remark=年"},
    };
    expect_readings(cases);
}

TEST(ReadText, FixedWordsHaveTheirKinds) {
    const TextCase cases[] = {
        {"→", "continue"},
        {"⇒", "continue"},
        {"同上", "continue"},
        {"〃", "continue"},
        {"—", "none"},
        {"―", "none"},
        {"－", "none"},
        {"-", "none"},
        {"ー", "none"},
        {"----", "none"},
        {"— —", "none"},
        {"—(R2)", "none as_of=R2(2020)"},
        {"なし", "none"},
        {"該当なし", "none"},
        {"設定なし", "none"},
        {"対象外", "none"},
        {"対 象 外", "none"},
        {"対象外(R2)", "none as_of=R2(2020)"},
        {"集計中", "unavailable"},
        {"未公表", "unavailable"},
        {"未確定", "unavailable"},
        {"調査中", "unavailable"},
        {"算定中", "unavailable"},
        {"未定", "unavailable"},
        {"不明", "unavailable"},
        {"把握困難", "unavailable"},
        {"隔年調査", "unavailable"},
        {"N/A", "unavailable"},
        {"未公表（R9.3公表予定）", "unavailable remark=R9.3公表予定"},
        {"集計中（R9年度）", "unavailable as_of=R9年度(2027)"},
        {"R6 集計中", "unavailable as_of=R6(2024)"},
        {"#N/A", "error #N/A"},
        {"#DIV/0!", "error #DIV/0!"},
        {"", "blank"},
        {"   ", "blank"},
        {"　", "blank"},
    };
    expect_readings(cases);
}

TEST(ReadText, LabelledFiguresAreCompounds) {
    const TextCase cases[] = {
        {"件数 7,004 人数 163,295", "compound [件数: number 7004 - d0] [人数: number 163295 - d0]"},
        {"件数：7,004 人数：163,295",
         "compound [件数: number 7004 - d0] [人数: number 163295 - d0]"},
        {"件数:7,004件、人数:163,295人",
         "compound [件数: number 7004 件 d0] [人数: number 163295 人 d0]"},
        {"R7までに1 R9までに2(累計)",
         "compound [R7までに: number 1 - d0] [R9までに: number 2 - d0 cumulative]"},
        {"市内5件、市外3件", "compound [市内: number 5 件 d0] [市外: number 3 件 d0]"},
        {"市内5件/市外3件", "compound [市内: number 5 件 d0] [市外: number 3 件 d0]"},
        {"男性10人\n女性20人", "compound [男性: number 10 人 d0] [女性: number 20 人 d0]"},
        {"①5件 ②3件", "compound [①: number 5 件 d0] [②: number 3 件 d0]"},
        {"件数 7,004", "number 7004 - d0 remark=件数"},
    };
    expect_readings(cases);
}

TEST(ReadText, QualifiersStandOnEitherSide) {
    const TextCase cases[] = {
        {"約80団体", "number 80 団体 d0 approximate"},
        {"概ね98%", "number 98 % d0 approximate"},
        {"98%程度", "number 98 % d0 approximate"},
        {"98%前後", "number 98 % d0 approximate"},
        {"10件ほど", "number 10 件 d0 approximate"},
        {"累計100件", "number 100 件 d0 cumulative"},
        {"100件（累計）", "number 100 件 d0 cumulative"},
        {"100件累計", "number 100 件 d0 cumulative"},
        {"累計：100件", "number 100 件 d0 cumulative"},
        {"見込み 100件", "number 100 件 d0 provisional"},
        {"100件（見込み）", "number 100 件 d0 provisional"},
        {"暫定値98.5%", "number 98.5 % d1 provisional"},
        {"98.5％（速報値）", "number 98.5 % d1 provisional"},
        {"概算1,000千円", "number 1000000 円 d0 x1000 provisional"},
        {"100人以上（累計）", "bound >= 100 人 d0 cumulative"},
        {"契約5件", "number 5 件 d0 remark=契約"},
        {"12件（R6年度末見込み）", "number 12 件 d0 provisional as_of=R6年度末見込み(2024)"},
        {"98%（累計、見込み）", "number 98 % d0 cumulative provisional"},
    };
    expect_readings(cases);
}

TEST(ReadText, AsOfYearIsTheFiscalYearThatContainsTheTime) {
    const TextCase cases[] = {
        {"949,451,676 (R2.6.1現在)", "number 949451676 - d0 as_of=R2.6.1現在(2020)"},
        {"98(R3.2.1現在)", "number 98 - d0 as_of=R3.2.1現在(2020)"},
        {"98(R2.3.31)", "number 98 - d0 as_of=R2.3.31(2019)"},
        {"98.4%（R6年度）", "number 98.4 % d1 as_of=R6年度(2024)"},
        {"98.4%(令和6年度末)", "number 98.4 % d1 as_of=令和6年度末(2024)"},
        {"98.4%(令和7年3月末)", "number 98.4 % d1 as_of=令和7年3月末(2024)"},
        {"0%(H29年)", "number 0 % d0 as_of=H29年(2017)"},
        {"88.1% (2022)", "number 88.1 % d1 as_of=2022(2022)"},
        {"98 (2022年)", "number 98 - d0 as_of=2022年(2022)"},
        {"98(R元)", "number 98 - d0 as_of=R元(2019)"},
        {"98(H31)", "number 98 - d0 as_of=H31(2019)"},
        {"55.8(H28～R2)", "number 55.8 - d1 as_of=H28～R2(null)"},
        {"40.8 (直近3回の平均)", "number 40.8 - d1 as_of=直近3回の平均(null)"},
        {"98.4%(H28～R2平均)", "number 98.4 % d1 as_of=H28～R2平均(null)"},
        {"R7年現在18件", "number 18 件 d0 as_of=R7年現在(2025)"},
        {"98.4% R6", "number 98.4 % d1 as_of=R6(2024)"},
        {"令和6年度 98.4%", "number 98.4 % d1 as_of=令和6年度(2024)"},
        {"98(令和6年12月末)", "number 98 - d0 as_of=令和6年12月末(2024)"},
        {"98(2022(令和4)年度)", "number 98 - d0 as_of=2022(令和4)年度(2022)"},
    };
    expect_readings(cases);
}

TEST(ReadText, OtherWordsGoToTheRemark) {
    const TextCase cases[] = {
        {"延べ10人", "number 10 人 d0 remark=延べ"},
        {"年間延べ400回以上", "bound >= 400 回 d0 remark=年間延べ"},
        {"50 （職員の約10%）", "number 50 - d0 remark=職員の約10%"},
        {"5回実施", "number 5 回 d0 remark=実施"},
        {"5回 実施", "number 5 回 d0 remark=実施"},
        {"98%維持", "number 98 % d0 remark=維持"},
        {"60%達成", "number 60 % d0 remark=達成"},
        {"3件新規", "number 3 件 d0 remark=新規"},
        {"15,000人（うち市内3,000人）", "number 15000 人 d0 remark=うち市内3,000人"},
        {"実績は2件／年程度", "number 2 件/年 d0 approximate remark=実績"},
        {"4,000人以上(R6センター利用分)", "bound >= 4000 人 d0 remark=R6センター利用分"},
        {"毎年10件ずつ", "number 10 件 d0 remark=毎年 ずつ"},
        {"月2回", "number 2 回 d0 remark=月"},
    };
    expect_readings(cases);
}

TEST(ReadText, FootnotesKeepTheirMark) {
    const TextCase cases[] = {
        {"5%以下 ※", "bound <= 5 % d0 footnote=※"},
        {"10件（※）", "number 10 件 d0 footnote=※"},
        {"※10件", "number 10 件 d0 footnote=※"},
        {"10件※1", "number 10 件 d0 footnote=※1"},
        {"10件 注1", "number 10 件 d0 footnote=注1"},
        {"10件注1", "number 10 件 d0 footnote=注1"},
        {"10件（注1）", "number 10 件 d0 footnote=注1"},
        {"10件（注）", "number 10 件 d0 footnote=注"},
        {"10件（*1）", "number 10 件 d0 footnote=*1"},
        {"受注5件", "number 5 件 d0 remark=受注"},
        {"発注10件", "number 10 件 d0 remark=発注"},
        {"実施 ※2", "milestone 5 footnote=※2"},
        {"増加 *", "trend up footnote=*"},
    };
    expect_readings(cases);
}

TEST(ReadText, WhatIsNoNumberByTheGrammarIsAMalformedMilestone) {
    const TextCase cases[] = {
        {"1,23", "milestone malformed"},     {"3/5施設", "milestone malformed"},
        {"12.3.4", "milestone malformed"},   {"12,34", "milestone malformed"},
        {"1,2345", "milestone malformed"},   {",5", "milestone malformed"},
        {"1.2.3%", "milestone malformed"},   {"5～10%増", "milestone malformed"},
        {"20～10件", "milestone malformed"}, {"10 20", "milestone malformed"},
        {"10→20件", "milestone malformed"},  {"10～20～30", "milestone malformed"},
        {"3-5-7", "milestone malformed"},    {"2回 各50人", "milestone malformed"},
        {"±5%", "milestone malformed"},      {"10以上20未満", "milestone malformed"},
        {"1日3回", "milestone malformed"},   {"2倍増", "milestone malformed"},
        {"=5件", "milestone malformed"},     {"≧=5件", "milestone malformed"},
        {"<>5件", "milestone malformed"},    {"-▲5件", "milestone malformed"},
        {"▲5～-▲3", "milestone malformed"},  {"▲5～--3", "milestone malformed"},
    };
    expect_readings(cases);
}

TEST(ReadText, BlanksOfEveryKindOnlySeparate) {
    for (const std::string blank : {" ",
                                    "\t",
                                    "\n",
                                    "\u0085",
                                    "\u00A0",
                                    "\u2003",
                                    "\u200B",
                                    "\u2028",
                                    "\u2029",
                                    "\u3000",
                                    "\uFEFF"}) {
        const Value value = read_text(blank + "5" + blank + "件" + blank);
        EXPECT_EQ(describe(value), "number 5 件 d0") << testing::PrintToString(blank);
        EXPECT_EQ(describe(read_text(blank)), "blank");
    }
}

TEST(ReadText, LettersCountAsTheirHalfOrFullWidth) {
    const TextCase cases[] = {
        {"5ｋｍ", "number 5 km d0"},
        {"2 km2", "number 2 km2 d0"},
        {"5cm2", "number 5 cm2 d0"},
        {"5m3", "number 5 m3 d0"},
        {"500円/m2", "number 500 円/㎡ d0"},
        {"3CO2", "milestone"},
        {"1.5E3件", "milestone"},
        {"1E+5", "number 100000 - d0"},
        {"注1 5件", "number 5 件 d0 footnote=注1"},
        {"5件*", "number 5 件 d0 footnote=*"},
        {"5件（過去3年の平均）", "number 5 件 d0 as_of=過去3年の平均(null)"},
        {"5件（5年間の平均値）", "number 5 件 d0 as_of=5年間の平均値(null)"},
        {"12,3456", "milestone malformed"},
        {"1,234,56", "milestone malformed"},
        {"5件（見込）", "number 5 件 d0 provisional"},
        {"10件（累計）", "number 10 件 d0 cumulative"},
    };
    expect_readings(cases);
}

TEST(ReadText, OneWordTooManyMakesNoNumber) {
    const TextCase cases[] = {
        {"最大10件以上", "milestone"},
        {"最低≧3", "milestone"},
        {"10以上～", "milestone malformed"},
        {"10～20件以上", "milestone malformed"},
        {"20以上10以下", "milestone malformed"},
        {"10～20件 30件以下", "milestone malformed"},
        {"10件以上 20～30件", "milestone malformed"},
        {"10～1,23", "milestone malformed"},
        {"10～～", "milestone malformed"},
        {"10～1O", "milestone malformed"},
        {"5≧", "milestone malformed"},
        {"≧1,23", "milestone malformed"},
        {"5<10", "milestone malformed"},
        {"3万11O", "milestone malformed"},
        {"1万20,000人", "milestone malformed"},
        {"1234,567", "milestone malformed"},
        {"3/5km", "milestone malformed"},
        {"5実施以上", "milestone malformed"},
        {"1,000人当たり5件", "milestone malformed"},
        {"5件地域包括支援センター整備", "milestone malformed"},
        {"5mmHg", "milestone"},
        {"1E+件", "milestone"},
        {"1E+1000", "milestone"},
    };
    expect_readings(cases);
}

TEST(ReadText, WordsThatBelongToNoFigureAreKeptBesideIt) {
    const TextCase cases[] = {
        {"5実施", "number 5 - d0 remark=実施"},
        {"2t車", "number 2 t d0 remark=車"},
        {"R&D5件", "number 5 件 d0 remark=R&D"},
        {"A_B5件", "number 5 件 d0 remark=A_B"},
        {"対象者 前年5件", "number 5 件 d0 remark=対象者 前年"},
        {"対応5件", "number 5 件 d0 remark=対応"},
        {"R7までに3件", "number 3 件 d0 remark=R7までに"},
        {"累計登録者数 100人", "number 100 人 d0 cumulative remark=累計登録者数"},
        {"見込み12件（速報値）", "number 12 件 d0 provisional"},
        {"98%（程度）", "number 98 % d0 approximate"},
        {"12件（R6、、見込み）", "number 12 件 d0 remark=R6、、見込み"},
        {"5件（過去3件の平均）", "number 5 件 d0 remark=過去3件の平均"},
        {"5件 ※ R6 市内", "number 5 件 d0 as_of=R6(2024) footnote=※ remark=市内"},
        {"5件 ※ 市内  合計", "number 5 件 d0 footnote=※ remark=市内 合計"},
        {"（年間）市内5件、市外3件",
         "compound [市内: number 5 件 d0] [市外: number 3 件 d0] remark=年間"},
        {"10以上20以下 ※ 市内", "range 10..20 - d0 footnote=※ remark=市内"},
        {"市内5件,市外3件", "compound [市内: number 5 件 d0] [市外: number 3 件 d0]"},
        {"市内5件、市外3件 ※ 合計",
         "compound [市内: number 5 件 d0] [市外: number 3 件 d0] footnote=※ remark=合計"},
        {"男性（人）：5 女性（人）：3",
         "compound [男性（人）: number 5 - d0] [女性（人）: number 3 - d0]"},
        // Words in a sentence name nothing.
        {"5件 ※ 市内で 実施の", "milestone footnote=※"},
        {"10以上20以下 ※ 市内で", "milestone footnote=※"},
        {"市内5件、市外3件 ※ 合計で", "milestone footnote=※"},
    };
    expect_readings(cases);
}

TEST(ReadText, UnitsScalesAndExponentsAtTheirEdges) {
    const TextCase cases[] = {
        {"5アカウント程度", "number 5 アカウント d0 approximate"},
        {"5ノート程度", "number 5 ノート d0 approximate"},
        {"5km以上", "bound >= 5 km d0"},
        {"60 万", "number 600000 - d0 x10000"},
        {"5人～1万人", "range 5..10000 人 d0 x10000"},
        {"3駅", "number 3 駅 d0"},
        {"1E-05", "number 0.00001 - d0"},
        {"1.5E-03", "number 0.0015 - d1"},
    };
    expect_readings(cases);
}

TEST(ReadText, ATimeBesideAWordOrAFigureSaysOfWhenItIs) {
    const TextCase cases[] = {
        {"集計中 R6", "unavailable as_of=R6(2024)"},
        {"集計中 ※ R6", "unavailable as_of=R6(2024) footnote=※"},
        {"— R2", "none as_of=R2(2020)"},
        {"R6年3回", "number 3 回 d0 as_of=R6年(2024)"},
        {"98(2022/5)", "number 98 - d0 as_of=2022/5(2022)"},
        {"98(2022/2)", "number 98 - d0 as_of=2022/2(2021)"},
        {"R6見込の12件見込", "number 12 件 d0 provisional as_of=R6見込(2024)"},
        {"令和6年度 98%（R7.3.31）", "number 98 % d0 as_of=令和6年度(2024)"},
        {"8月の10%", "number 10 % d0 as_of=8月(null)"},
    };
    expect_readings(cases);
}

TEST(ReadText, LettersTypedForDigitsMakeNoNumber) {
    const TextCase cases[] = {
        {"11o件", "milestone malformed"},
        {"件数l0", "milestone malformed"},
        {"Al10件", "number 10 件 d0 remark=Al"},
        {"5OK", "milestone"},
        {"l10,000件", "milestone malformed"},
        {"I,200件", "milestone malformed"},
        {"O.986", "milestone malformed"},
        {"110,OOO件", "milestone malformed"},
        {"11O件", "milestone malformed"},
        {"ｌ０件", "milestone malformed"},
        {"98.6%%", "milestone malformed"},
        {"5l", "number 5 l d0"},
        {"5 l", "number 5 l d0"},
        {"LED100基", "number 100 基 d0 remark=LED"},
        {"ISO 5件", "number 5 件 d0 remark=ISO"},
    };
    expect_readings(cases);
}

}  // namespace
}  // namespace shinchoku::plan
