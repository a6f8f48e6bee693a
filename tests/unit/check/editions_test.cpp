// S13: how plans name their editions, and which texts mean this plan.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

SheetPlan plan_named(const std::string& title, const std::string& key, const std::string& text) {
    SheetPlan plan;
    plan.reading().plan.title = title;
    plan.reading().plan.municipality = "関市";
    plan.measure("1-1-1", {});
    plan.last().texts[key] = text;
    plan.last_places().fields["texts." + key] = {5, 1};
    return plan;
}

struct Edition {
    const char* title;
    const char* related;
    bool told;
};

void expect_editions(const std::vector<Edition>& cases) {
    for (const Edition& c : cases) {
        EXPECT_EQ(lines_of("S13", plan_named(c.title, "related_plans", c.related)),
                  c.told ? Lines{"S13 warning B6"} : Lines{})
            << c.title << " / " << c.related;
    }
}

TEST(Editions, ANumberBeforeTheName) {
    expect_editions({
        {"第十二次行政改革大綱", "第十一次行政改革大綱", true},
        {"第十二次行政改革大綱", "第12次行政改革大綱", false},
        {"第十次行政改革大綱", "第10次行政改革大綱", false},
        {"第二十一次行政改革大綱", "第21次行政改革大綱", false},
        {"第二十一次行政改革大綱", "第22次行政改革大綱", true},
        {"第2期子育て支援計画", "第1期子育て支援計画", true},
        {"第2期子育て支援計画", "第1期障害福祉計画", false},
        {"第5次関市行政改革大綱", "第4次 関市 行政改革大綱", true},
        {"第5次行政改革大綱（案）", "第4次行政改革大綱", true},
        {"第5次計画", "第4次計画", false},  // what is left is any plan's name
        {"第5次行政改革大綱", "第4回行政改革大綱", false},
        {"第5次行政改革大綱", "第1234次行政改革大綱", false},
        {"第5次行政改革大綱", "次第", false},
        {"第5次行政改革大綱", "第4", false},
        {"第次行政改革大綱", "第4次行政改革大綱", false},
    });
}

TEST(Editions, ANumberBehindTheName) {
    expect_editions({
        {"行財政改革アクションプランIII", "行財政改革アクションプランII", true},
        {"行財政改革アクションプランIII", "行財政改革アクションプランⅢ", false},
        {"行財政改革アクションプラン３", "行財政改革アクションプラン2", true},
        {"行財政改革アクションプラン３", "行財政改革アクションプラン3", false},
        {"行財政改革アクションプラン Ⅲ", "行財政改革アクションプラン Ⅱ", true},
        {"行財政改革アクションプランⅢ", "行財政改革アクションプラン", false},
        {"行財政改革アクションプランⅢ", "行財政改革アクションプラン2026", false},
        {"行財政改革アクションプランⅢ", "行財政改革アクションプラン0", false},
        {"行財政改革アクションプラン2026", "行財政改革アクションプラン2", false},
        {"関市 行財政改革大綱Ⅳ", "行財政改革大綱Ⅴ", true},
        {"計画2", "計画1", false},
        {"行財政改革大綱", "行財政改革大綱Ⅴ", false},
    });
}

TEST(Editions, WhatIsCalledThisPlan) {
    struct EditionCase {
        const char* text;
        bool told;
    };
    const std::vector<EditionCase> cases{
        {"本計画＝第4次行政改革大綱", true},
        {"第4次行政改革大綱＝本計画", true},
        {"第4次行政改革大綱（以下、「この計画」という。）", true},
        {"前の計画（第4次行政改革大綱）の成果", false},
        {"第4次行政改革大綱（以下「前計画」という。）", false},
        {"第4次行政改革大綱（以下", false},
        {"（第4次行政改革大綱）", false},
        {"第4次行政改革大綱に続き、この計画（第3次行政改革大綱）", true},
    };
    for (const EditionCase& c : cases) {
        EXPECT_EQ(!lines_of("S13", plan_named("第5次行政改革大綱", "issues", c.text)).empty(),
                  c.told)
            << c.text;
    }
}

TEST(Editions, AHeadingIsShortAndNoSentence) {
    struct EditionCase {
        std::string text;
        bool told;
    };
    std::string longer;
    for (int i = 0; i < 60; ++i) {
        longer += "あ";
    }
    const std::vector<EditionCase> cases{
        {"第4次行政改革大綱", true},
        {"第4次行政改革大綱を引き継ぐ。", false},
        {"第4次行政改革大綱" + longer, false},
    };
    for (const EditionCase& c : cases) {
        SheetPlan plan = plan_named("第5次行政改革大綱", "issues", "特になし");
        plan.reading().outside = {{.file = "book.xlsx", .sheet = "表紙", .text = c.text}};
        EXPECT_EQ(lines_of("S13", plan), c.told ? Lines{"S13 warning A1"} : Lines{}) << c.text;
    }
}

TEST(Editions, AnotherPlanThanTheMastersIsNoOtherEdition) {
    const SheetPlan master = plan_named("第5次行政改革大綱", "issues", "特になし");
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    const auto told = [&](const char* title) {
        return lines_of("S13", plan_named(title, "issues", "特になし"), options);
    };
    EXPECT_EQ(told("第4次行政改革大綱"), Lines{"S13 warning -"});
    EXPECT_EQ(told("第4次総合計画後期"), Lines{});
    EXPECT_EQ(told("行政改革大綱"), Lines{});
    SheetPlan no_sheets = plan_named("第4次行政改革大綱", "issues", "特になし");
    no_sheets.reading().places.clear();
    EXPECT_EQ(lines_of("S13", no_sheets, options), Lines{"S13 warning -"}) << "a plan in JSON";
}

}  // namespace
}  // namespace shinchoku::check
