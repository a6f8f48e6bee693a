// What real forms lawfully hold and a rule must not report, each beside what it must.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

struct Lawful {
    std::string rule;
    Row row;
    bool told;
};

TEST(Lawful, Rows) {
    const std::vector<Lawful> cases{
        // Ratios to something else leave 0 to 100, shares do not.
        {"N04", {.name = "料金回収率", .targets = {"98%"}, .actuals = {"101.3%"}}, false},
        {"N04", {.name = "経常利益率", .targets = {"1%"}, .actuals = {"-1.3%"}}, false},
        {"N04", {.name = "健診受診率", .targets = {"90%"}, .actuals = {"101.3%"}}, true},
        {"N04", {.name = "事業の割合", .targets = {"90%"}, .actuals = {"138%"}}, true},
        // Differences may be negative, means and full-time equivalents fractions.
        {"N04", {.name = "社会増減", .targets = {"15人"}, .actuals = {"-10人"}}, false},
        {"N04", {.name = "参加者", .targets = {"15人"}, .actuals = {"-10人"}}, true},
        {"N04", {.name = "職員数（常勤換算）", .targets = {"5人"}, .actuals = {"4.5人"}}, false},
        {"N04", {.name = "職員数", .targets = {"5人"}, .actuals = {"4.5人"}}, true},
        // The accounts close on 31 May.
        {"D06", {.name = "5月末", .targets = {"9件"}, .actuals = {"8件（R9.5月末）"}}, false},
        {"D06", {.name = "5月31日", .targets = {"9件"}, .actuals = {"8件（R9.5.31現在）"}}, false},
        {"D06", {.name = "6月1日", .targets = {"9件"}, .actuals = {"8件（R9.6.1現在）"}}, true},
        {"D06", {.name = "4月11日", .targets = {"9件"}, .actuals = {"8件（R9.4.11現在）"}}, true},
        {"D06", {.name = "翌々年", .targets = {"9件"}, .actuals = {"8件（R10.4.1現在）"}}, true},
        // A round goal beside a baseline with decimals.
        {"N05",
         {.name = "丸い目標", .targets = {"80%"}, .actuals = {"75.1%"}, .baseline = "73.4%"},
         false},
        {"N05",
         {.name = "二桁", .targets = {"80%"}, .actuals = {"75.12%"}, .baseline = "73.4%"},
         true},
        {"N05",
         {.name = "丸くない目標", .targets = {"83%"}, .actuals = {"75.1%"}, .baseline = "73.4%"},
         true},
        {"N05", {.name = "基準値なし", .targets = {"80%"}, .actuals = {"75.1%"}}, true},
    };
    for (const Lawful& each : cases) {
        EXPECT_EQ(!lines_of(each.rule, each.row).empty(), each.told) << each.row.name;
    }
}

TEST(Lawful, WhatIsAtItsEndMayStay) {
    CheckOptions options = in_may_2027();
    options.as_of = {2028, 5, 31};
    const Row whole{.targets = {"90%", "95%", "100%"}, .actuals = {"100%", "100%"}};
    EXPECT_TRUE(lines_of("A06", whole, options).empty());
    const Row part{.targets = {"90.1%", "95.2%", "99.1%"}, .actuals = {"88.6%", "88.6%"}};
    EXPECT_FALSE(lines_of("A06", part, options).empty());
}

TEST(Lawful, Texts) {
    struct Prose {
        const char* rule;
        const char* text;
        bool told;
    };
    const std::vector<Prose> cases{
        {"A10", "納税相談 055-282-6082", false},
        {"A10", "市役所本庁舎（055-282-1111）", false},
        {"A10", "山田太郎 055-282-1111", true},
        {"A10", "2024 2025 2026 の各年度", false},
        {"A10", "120000000000円", false},
        {"A08", "記入例を窓口に置き、待ち時間を短くした。", false},
        {"A08", "（記入例）窓口を増やした。", true},
        {"D02", "2018～2021年度の1年間に行った。", true},
        {"D02", "2018～2021年度の1年間の平均", false},
        {"D02", "令和8～12年度は1年間に3回開く。", false},
        {"D02", "令和5年から令和8年までの3年間", false},
        {"D02", "令和5年から令和8年までの2年間", true},
        {"D02", "令和5年度から令和8年度までの3年間", true},
        {"D04", "令和7年度（令和7年1月1日賦課期日）", false},
        {"D04", "昭和65番地の跡地", false},
        {"D04", "令和7年度末（令和7年3月31日）", true},
        {"D04", "平成35年度まで", true},
    };
    for (const Prose& each : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {});
        plan.last().texts["issues"] = each.text;
        EXPECT_EQ(!lines_of(each.rule, plan).empty(), each.told) << each.text;
    }
}

TEST(Lawful, GeneralWordsAreNoNamesOfPlans) {
    struct Prose {
        const char* related;
        const char* text;
        bool told;
    };
    const std::vector<Prose> cases{
        {"子ども・子育て支援事業計画", "一人ずつの支援実施事業計画を作る。", false},
        {"子ども・子育て支援事業計画", "一人ずつの支援推進事業計画を作る。", false},
        {"公共施設総合管理計画", "公共施設等総合管理計画により進める。", true},
    };
    for (const Prose& each : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {});
        plan.last().texts["related_plans"] = each.related;
        plan.last().texts["issues"] = each.text;
        EXPECT_EQ(!lines_of("S10", plan).empty(), each.told) << each.text;
    }
}

TEST(Lawful, ADepartmentWithItsDivisionOrWithOthers) {
    struct Named {
        const char* department;
        std::vector<std::string> told;
    };
    const std::vector<Named> cases{
        {"総務部納税課", {}},
        {"納税課ほか", {}},
        {"納税課他", {}},
        {"総務部納税課ほか関係課", {}},
        {"総務部旧税務課", {"S09 error B4"}},
        {"納税", {"S09 warning B4"}},
        {"総務部", {"S09 error B4"}},
        {"ほか", {"S09 error B4"}},
    };
    layout::Layout layout;
    layout.id = "minami_alps";
    layout.departments.names = {"納税課", "財政課"};
    CheckOptions options = in_may_2027();
    options.layouts = {{"minami_alps", &layout}};
    for (const Named& each : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {});
        plan.last().departments = {each.department};
        EXPECT_EQ(lines_of("S09", plan, options), each.told) << each.department;
    }
}

TEST(Lawful, Evaluations) {
    struct Judged {
        const char* rule;
        plan::Evaluation evaluation;
        bool told;
    };
    const auto judged = [](const char* grade, const char* reason, const char* next) {
        return plan::Evaluation{.year = 2026, .grade = grade, .reason = reason, .next = next};
    };
    const std::vector<Judged> cases{
        {"A02", judged("－", "まだ評価していない", ""), false},
        {"A02", judged("甲", "理由", ""), true},
        {"A07", judged("A", "理由", "完了に向けて継続する"), false},
        {"A07", judged("A", "理由", "完了していないため継続"), false},
        {"A07", judged("A", "理由", "完了"), true},
        {"A07", judged("A", "前年度に未着手であった地区にも着手した", ""), false},
        {"A07", judged("A", "用地が決まらず未着手", ""), true},
    };
    for (const Judged& each : cases) {
        SheetPlan plan;
        plan.measure("1-1-1", {{.targets = {"10件", "12件"}, .actuals = {"10件"}}});
        plan.last().evaluations.push_back(each.evaluation);
        EXPECT_EQ(!lines_of(each.rule, plan).empty(), each.told)
            << each.evaluation.grade << " " << each.evaluation.reason << " "
            << each.evaluation.next;
    }
}

}  // namespace
}  // namespace shinchoku::check
