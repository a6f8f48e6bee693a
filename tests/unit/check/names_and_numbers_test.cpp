// Titles, numbers, editions and names that have to agree from one place to another.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

SheetPlan titled_measures(const std::vector<std::pair<std::string, std::string>>& measures) {
    SheetPlan plan;
    for (const auto& [id, title] : measures) {
        plan.measure(id, {});
        plan.last().title = title;
        plan.last().group = id.substr(0, id.rfind('-') == std::string::npos ? 0 : id.rfind('-'));
        plan.last_places().fields["title"] = {2, 1};
    }
    return plan;
}

void put_list(SheetPlan& plan, const std::vector<std::vector<std::string>>& rows) {
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        for (std::uint32_t column = 0; column < rows[row].size(); ++column) {
            plan.reading().outside.push_back({.file = "book.xlsx",
                                              .sheet = "一覧",
                                              .sheet_index = 9,
                                              .cell = {row, column},
                                              .text = rows[row][column],
                                              .is_in_list = true});
        }
    }
}

TEST(Titles, TheListOfTheWorkbookAndItsSheetsSayTheSame) {
    struct Case {
        std::string sheet;
        std::vector<std::vector<std::string>> list;
        Lines expected;
        const char* why;
    };
    const std::vector<Case> cases{
        {"民間委託の推進", {{"1-1-1", "民間委託の推進"}}, {}, "the same"},
        {"民間委託の推進", {{"1-1-1", "民間契約の推進"}}, {"S11 warning B3"}, "SAPⅢ 11"},
        {"駅前投票所、共通投票所の設置",
         {{"7 駅前投票所や共通投票所の設置"}},
         {"S11 warning B3"},
         "SAPⅢ 7: near, in one cell with its number"},
        {"ふるさと納税の活用による自主財源拡大",
         {{"1", "ガバメントクラウドファンディング・ふるさと納税等の活用による自主財源拡大"}},
         {"S11 warning B3"},
         "Minami-Alps 4: words left out"},
        {"外部研修やOJTの活用", {{"3 外部研修やOJT の活用"}}, {}, "Minami-Alps 24: a space"},
        {"研修(基礎)の実施", {{"研修（基礎）の実施"}}, {}, "width of brackets"},
        {"民間委託の推進", {{"民間委託の推進……… 12"}}, {}, "leaders and a page"},
        {"採用手法の検討と実施",
         {{"1-1-2", "職員研修の充実"}, {"1-1-3", "広報の強化"}},
         {"S11 warning B3"},
         "Minami-Alps 19: not on the list"},
    };
    for (const Case& c : cases) {
        SheetPlan plan = titled_measures({{"1-1-1", c.sheet}});
        put_list(plan, c.list);
        EXPECT_EQ(lines_of("S11", plan), c.expected) << c.why;
    }
}

TEST(Titles, BothWordingsAreShown) {
    SheetPlan plan = titled_measures({{"1-1-1", "民間委託の推進"}});
    put_list(plan, {{"1-1-1", "民間契約の推進"}});
    for (const base::Finding& finding : check(plan.reading(), in_may_2027())) {
        if (finding.rule == "S11") {
            EXPECT_EQ(finding.found, "民間委託の推進");
            EXPECT_EQ(finding.expected, "民間契約の推進");
            EXPECT_EQ(finding.key, "S11|1-1-1|");
        }
    }
}

TEST(Titles, TheMasterIsAListToo) {
    const SheetPlan master =
        titled_measures({{"1-1-1", "電子納付の推進"}, {"1-1-2", "滞納整理の強化"}});
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    SheetPlan plan = titled_measures({{"1-1-1", "電子納付の促進"}});
    EXPECT_EQ(lines_of("S11", plan, options), Lines{"S11 warning B3"});
    EXPECT_EQ(lines_of("S11", titled_measures({{"1-1-1", "電子納付 の推進"}}), options), Lines{});
    EXPECT_EQ(lines_of("S11", titled_measures({{"1-1-9", "新しい施策の名前"}}), options), Lines{})
        << "not of the plan: nothing to compare";
    // The number was only counted: what is compared is the title that is missing.
    plan.last().id = "1-1-7";
    plan.last_places().id_from_position = true;
    EXPECT_EQ(lines_of("S11", plan, options), Lines{"S11 warning B3"});
    plan.last().title = "公園の管理の見直し";
    EXPECT_EQ(lines_of("S11", plan, options), Lines{});
}

TEST(Numbers, OneTitleHasOneNumber) {
    EXPECT_EQ(lines_of("S12", titled_measures({{"1-1-1", "広報の充実"}, {"1-1-2", "広報の充実"}})),
              Lines{"S12 warning B3"});
    EXPECT_EQ(lines_of("S12", titled_measures({{"1-1-1", "広報の充実"}, {"1-2-1", "広報の充実"}})),
              Lines{})
        << "a short title under another heading";
    EXPECT_EQ(lines_of("S12",
                       titled_measures({{"1-1-1", "公共施設の民営化の推進"},
                                        {"1-2-1", "公共施設の民営化の推進"}})),
              Lines{"S12 warning B3"});
    EXPECT_EQ(
        lines_of("S12", titled_measures({{"1-1-1", "電子納付の推進"}, {"1-2-1", "自治会の支援"}})),
        Lines{})
        << "numbers begin again under each heading";
}

TEST(Numbers, OneNumberHasOneTitle) {
    SheetPlan plan = titled_measures({{"7", "民間委託の推進"}});
    base::Finding twice{.rule = "F08",
                        .file = "book.xlsx",
                        .sheet = "二枚目",
                        .cell = base::CellRef{4, 0},
                        .measure = "7",
                        .found = "自治会の支援と連携"};
    plan.reading().findings = {twice};
    std::vector<base::Finding> found = check(plan.reading(), in_may_2027());
    std::erase_if(found, [](const base::Finding& f) { return f.rule != "S12"; });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].sheet, "二枚目");
    EXPECT_EQ(found[0].cell, (base::CellRef{4, 0}));
    plan.reading().findings[0].found = "民間委託の 推進";
    EXPECT_EQ(lines_of("S12", plan), Lines{}) << "the same measure twice is F08's";
}

TEST(Numbers, ThePrintedNumberIsItsOwnAndThePlans) {
    SheetPlan plan = titled_measures({{"29", "広報の充実"}, {"30", "自治会の支援"}});
    for (plan::Measure& measure : plan.reading().plan.measures) {
        measure.label = "施策" + measure.id;
    }
    const SheetPlan master = plan;
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    EXPECT_EQ(lines_of("S12", plan, options), Lines{});
    plan.last().label = "施策 ２９";
    EXPECT_EQ(lines_of("S12", plan), Lines{"S12 warning B3"}) << "the same number twice";
    plan.last_places().fields["label"] = {0, 0};
    EXPECT_EQ(lines_of("S12", plan), Lines{"S12 warning A1"}) << "where the number stands";
    plan.last_places().fields.erase("label");
    plan.last().label = "施策33";
    EXPECT_EQ(lines_of("S12", plan), Lines{});
    EXPECT_EQ(lines_of("S12", plan, options), Lines{"S12 warning B3"}) << "not the plan's";
}

TEST(Numbers, GapsCountOnlyInAWholePlan) {
    const auto ids = [](const std::vector<std::string>& numbers) {
        std::vector<std::pair<std::string, std::string>> measures;
        for (const std::string& id : numbers) {
            measures.emplace_back(id, "取組みの題名その" + id);
        }
        return titled_measures(measures);
    };
    const SheetPlan gap = ids({"1-1-1", "1-1-3", "1-2-1"});
    EXPECT_EQ(lines_of("S12", gap), Lines{}) << "a workbook may be a part of the plan";
    CheckOptions options = in_may_2027();
    options.master = &gap.reading();
    EXPECT_EQ(lines_of("S12", gap, options), Lines{"S12 warning B3"});
    EXPECT_EQ(lines_of("S12", ids({"1-1-1", "1-1-3"}), options), Lines{}) << "not all of it";
    SheetPlan whole = ids({"1-1-1", "1-1-2", "1-2-1", "1-2-2"});
    options.master = &whole.reading();
    EXPECT_EQ(lines_of("S12", whole, options), Lines{});
    SheetPlan later = ids({"29", "30", "31"});
    options.master = &later.reading();
    EXPECT_EQ(lines_of("S12", later, options), Lines{}) << "a part of a longer run";
    SheetPlan from_two = ids({"1-1-2", "1-1-3", "1-2-1"});
    options.master = &from_two.reading();
    EXPECT_EQ(lines_of("S12", from_two, options), Lines{"S12 warning B3"});

    SheetPlan json = ids({"1", "3", "4"});
    json.reading().places.clear();
    EXPECT_EQ(lines_of("S12", json), Lines{"S12 warning -"});
    for (plan::Measure& measure : json.reading().plan.measures) {
        measure.departments = {"納税課"};
    }
    EXPECT_EQ(lines_of("S12", json), Lines{}) << "one department's share";
}

SheetPlan edition_text(const std::string& key, const std::string& text) {
    SheetPlan plan;
    plan.reading().plan.title = "第5次南アルプス市行政改革実施計画";
    plan.reading().plan.municipality = "南アルプス市";
    plan.measure("1-1-1", {});
    plan.last().texts[key] = text;
    plan.last_places().fields["texts." + key] = {5, 1};
    return plan;
}

TEST(Editions, OnlyWhereTheTextMeansThisPlan) {
    struct Case {
        const char* key;
        const char* text;
        Lines expected;
        const char* why;
    };
    const std::vector<Case> cases{
        {"related_plans", "第4次南アルプス市行政改革実施計画", {"S13 warning B6"}, "names it"},
        {"related_plans", "第５次行政改革実施計画", {}, "its own edition in full width"},
        {"related_plans", "第四次 行政改革実施計画", {"S13 warning B6"}, "in kanji, no city"},
        {"related_plans", "第3次総合計画、第5次行政改革大綱", {}, "other plans"},
        {"current_state", "第4次行政改革実施計画の成果を引き継ぐ。", {}, "the earlier plan"},
        {"current_state",
         "この計画（第4次行政改革実施計画）に基づく。",
         {"S13 warning B6"},
         "called this plan"},
        {"current_state",
         "第4次行政改革実施計画（以下「本計画」という。）",
         {"S13 warning B6"},
         "called this plan behind"},
        {"current_state", "本計画は第4次行政改革実施計画を引き継ぐ。", {}, "two plans"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines_of("S13", edition_text(c.key, c.text)), c.expected) << c.why;
    }
}

TEST(Editions, AHeadingAboveTheFormsAndARomanNumber) {
    SheetPlan plan = edition_text("issues", "特になし");
    layout::OutsideText heading{.file = "book.xlsx",
                                .sheet = "表紙",
                                .sheet_index = 0,
                                .cell = {0, 0},
                                .text = "第4次南アルプス市行政改革実施計画の概要"};
    plan.reading().outside = {heading};
    EXPECT_EQ(lines_of("S13", plan), Lines{"S13 warning A1"});
    plan.reading().outside[0].text = "第 5次南アルプス市行政改革実施計画の概要";
    EXPECT_EQ(lines_of("S13", plan), Lines{});

    SheetPlan roman = edition_text("related_plans", "せき行財政改革アクションプランⅡ");
    roman.reading().plan.title = "せき行財政改革アクションプランⅢ";
    EXPECT_EQ(lines_of("S13", roman), Lines{"S13 warning B6"});
    roman.last().texts["related_plans"] = "せき行財政改革アクションプランⅢ";
    EXPECT_EQ(lines_of("S13", roman), Lines{});
    roman.reading().plan.title = "鹿沼市総合計画 政策7";
    EXPECT_EQ(lines_of("S13", roman), Lines{}) << "the plan has no number";
}

TEST(Editions, TheInputIsOfTheMastersEdition) {
    const SheetPlan master = edition_text("issues", "特になし");
    SheetPlan plan = edition_text("issues", "特になし");
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    EXPECT_EQ(lines_of("S13", plan, options), Lines{});
    plan.reading().plan.title = "第4次南アルプス市行政改革実施計画";
    EXPECT_EQ(lines_of("S13", plan, options), Lines{"S13 warning -"});
}

SheetPlan related_and_text(const std::string& related, const std::string& text) {
    SheetPlan plan;
    plan.measure("1-1-1", {});
    plan.last().departments = {"市民活動支援センター"};
    plan.last().texts["related_plans"] = related;
    plan.last().texts["current_state"] = text;
    plan.last_places().fields["texts.current_state"] = {5, 1};
    return plan;
}

TEST(NearNames, APlanHasOneNameOnASheet) {
    const std::string related = "市定員適正化計画、市人材育成・確保基本方針";
    EXPECT_EQ(lines_of("S10", related_and_text(related, "市定員管理適正化計画に基づく。")),
              Lines{"S10 warning B6"})
        << "Minami-Alps 21";
    EXPECT_EQ(lines_of("S10", related_and_text(related, "市人材育成基本方針に基づく。")),
              Lines{"S10 warning B6"})
        << "Minami-Alps 19";
    EXPECT_EQ(lines_of("S10", related_and_text(related, "本市の定員適正化計画に基づく。")),
              Lines{});
    EXPECT_EQ(lines_of("S10", related_and_text("地域福祉計画と連携", "地域福祉活動計画を支える。")),
              Lines{})
        << "two plans";
    EXPECT_EQ(lines_of("S10", related_and_text("障害福祉計画", "障害児福祉計画を支える。")),
              Lines{});
    EXPECT_EQ(lines_of("S10", related_and_text("", "市定員管理適正化計画に基づく。")), Lines{});
}

TEST(NearNames, ADepartmentHasOneName) {
    EXPECT_EQ(lines_of("S09", related_and_text("", "市民活動センターで受け付けた。")),
              Lines{"S09 warning B6"})
        << "Minami-Alps 29";
    EXPECT_EQ(lines_of("S09", related_and_text("", "市民活動支援センターで受け付けた。")), Lines{});
    EXPECT_EQ(lines_of("S09", related_and_text("", "地域包括支援センターと市民課に聞いた。")),
              Lines{});
    SheetPlan bodies = related_and_text("", "男女共同参画庁内推進会議を開く。");
    EXPECT_EQ(lines_of("S09", bodies), Lines{});
    bodies.last().texts["issues"] = "男女共同参画庁内推進委員会の回数が少ない。";
    EXPECT_EQ(lines_of("S09", bodies).size(), 1U) << "Shimotsuma 1";
}

}  // namespace
}  // namespace shinchoku::check
