// Titles, numbers and names where they are out of the common run.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

SheetPlan called(const std::vector<std::pair<std::string, std::string>>& measures) {
    SheetPlan plan;
    for (const auto& [id, title] : measures) {
        plan.measure(id, {});
        plan.last().title = title;
        plan.last_places().fields["title"] = {2, 1};
    }
    return plan;
}

void add_line(SheetPlan& plan, std::uint32_t row, const std::string& text, bool in_list = true) {
    plan.reading().outside.push_back({.file = "book.xlsx",
                                      .sheet = "一覧",
                                      .sheet_index = 9,
                                      .cell = {row, 0},
                                      .text = text,
                                      .is_in_list = in_list});
}

Lines titles_told(const std::vector<std::pair<std::string, std::string>>& measures,
                  const std::vector<std::string>& list) {
    SheetPlan plan = called(measures);
    for (std::uint32_t row = 0; row < list.size(); ++row) {
        add_line(plan, row, list[row]);
    }
    return lines_of("S11", plan);
}

TEST(TitleEdges, AListIsOfItsWorkbookAndAListOnly) {
    SheetPlan plan = called({{"1", "民間委託の推進"}});
    add_line(plan, 0, "民間契約の推進", false);
    EXPECT_EQ(lines_of("S11", plan), Lines{}) << "no list";
    add_line(plan, 1, "民間契約の推進");
    EXPECT_EQ(lines_of("S11", plan), Lines{"S11 warning B3"});
    plan.reading().outside[1].file = "other.xlsx";
    EXPECT_EQ(lines_of("S11", plan), Lines{}) << "another workbook's";
}

TEST(TitleEdges, EachLineIsOneMeasures) {
    const std::vector<std::pair<std::string, std::string>> two{{"1", "公園の管理と活用の推進"},
                                                               {"2", "公園の管理と利用の推進"}};
    EXPECT_EQ(titles_told(two, {"公園の管理と活用の推進", "公園の管理と利用の推進"}), Lines{});
    EXPECT_EQ(titles_told(two, {"公園の管理と活用の推進", "図書館の開館時間の延長"}).size(), 1U)
        << "the near line is taken";
    EXPECT_EQ(titles_told({{"1", ""}}, {"公園の管理"}), Lines{}) << "nothing to look for";
    // Of two texts on the row with the number, the nearer one is meant.
    SheetPlan row = called({{"1", "民間委託の推進"}});
    add_line(row, 0, "1");
    for (const char* text : {"財源確保と歳出改革による強靱な財政", "民間契約の推進", "総務課"}) {
        add_line(row, 0, text);
        row.reading().outside.back().cell.column =
            static_cast<std::uint32_t>(row.reading().outside.size());
    }
    for (const base::Finding& finding : check(row.reading(), in_may_2027())) {
        if (finding.rule == "S11") {
            EXPECT_EQ(finding.expected, "民間契約の推進");
        }
    }
    EXPECT_EQ(lines_of("S11", row), Lines{"S11 warning B3"});
    // What stands on many rows is a heading.
    add_line(row, 1, "民間契約の推進");
    for (const base::Finding& finding : check(row.reading(), in_may_2027())) {
        if (finding.rule == "S11") {
            EXPECT_NE(finding.expected, "総務課");
        }
    }
}

TEST(TitleEdges, ThePlanOfTheLayoutIsAListToo) {
    layout::Layout layout;
    layout.id = "own";
    layout.measure_outline = {{"1", "電子納付の推進"}, {"2", ""}, {"3", "公園の管理"}};
    CheckOptions options = in_may_2027();
    options.layouts["own"] = &layout;
    const auto told = [&](const char* id, const char* title, bool counted) {
        SheetPlan plan = called({{id, title}});
        plan.reading().plan.layout = "own";
        plan.last_places().id_from_position = counted;
        return lines_of("S11", plan, options);
    };
    const Lines wrong{"S11 warning B3"};
    EXPECT_EQ(told("1", "電子納付の促進", false), wrong);
    EXPECT_EQ(told("1", "電子納付の推進", false), Lines{});
    EXPECT_EQ(told("2", "広報の充実", false), Lines{}) << "the plan has no title for it";
    EXPECT_EQ(told("1", "", false), Lines{}) << "no title";
    EXPECT_EQ(told("9", "電子納付の促進", true), wrong);
    EXPECT_EQ(told("9", "電子納付の推進", true), Lines{}) << "only its number was counted";
    SheetPlan both = called({{"8", "電子納付の推進"}, {"9", "電子納付の促進"}});
    both.reading().plan.layout = "own";
    both.last_places().id_from_position = true;
    EXPECT_EQ(lines_of("S11", both, options), Lines{}) << "the title has its sheet";
}

TEST(NumberEdges, PrintedNumbersAndThoseOfThePlan) {
    SheetPlan plan = called({{"a", "広報の充実"}});
    const SheetPlan master = plan;
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    plan.last().label = "施策-3";
    EXPECT_EQ(lines_of("S12", plan, options), Lines{}) << "the plan prints none";
    SheetPlan sub = called({{"a", "広報の充実"}, {"b", "自治会の支援"}});
    sub.reading().plan.measures[0].label = "取組3-1";
    sub.last().label = "取組3-1";
    EXPECT_EQ(lines_of("S12", sub), Lines{"S12 warning B3"});
    sub.last().group = "2";
    EXPECT_EQ(lines_of("S12", sub), Lines{}) << "under another heading";
}

TEST(NumberEdges, OneHeadingHasOneNumber) {
    const auto told = [](const std::vector<plan::Group>& groups, const std::string& group) {
        SheetPlan plan = called({{"1-1-1", "電子納付の推進"}});
        plan.reading().plan.groups = groups;
        plan.last().group = group;
        return lines_of("S12", plan);
    };
    const plan::Group first{"1", std::nullopt, "1", "財源の確保"};
    EXPECT_EQ(told({first, {"2", std::nullopt, "2", "財源の 確保"}}, "2"), Lines{"S12 warning B1"});
    EXPECT_EQ(told({first, {"2", std::nullopt, "2", "財源の確保"}}, "2-1"), Lines{"S12 warning B1"})
        << "a group below it";
    EXPECT_EQ(told({first, {"2", std::nullopt, "2", "財源の確保"}}, "1"), Lines{})
        << "no measure stands below it";
    EXPECT_EQ(told({first, {"2", std::nullopt, "2", "行政の改革"}}, "2"), Lines{});
    EXPECT_EQ(told({first, {"1-1", "1", "①", "財源の確保"}}, "1-1"), Lines{}) << "below itself";
    EXPECT_EQ(told({first, {"1-1", "1", "①", "収納"}, {"1-2", "1", "②", "収納"}}, "1-2"),
              Lines{"S12 warning B2"});
    EXPECT_EQ(told({first, {"2", std::nullopt, "2", ""}, {"3", std::nullopt, "3", ""}}, "3"),
              Lines{})
        << "no titles";
}

TEST(NumberEdges, ASecondTitleOfANumberComesFromReading) {
    SheetPlan plan = called({{"7", "民間委託の推進"}});
    const base::Finding twice{.rule = "F08",
                              .file = "book.xlsx",
                              .sheet = "二枚目",
                              .cell = base::CellRef{4, 0},
                              .measure = "7",
                              .found = "自治会の支援と連携"};
    const auto told = [&](const base::Finding& finding) {
        plan.reading().findings = {finding};
        return lines_of("S12", plan).size();
    };
    EXPECT_EQ(told(twice), 1U);
    base::Finding other = twice;
    other.measure.reset();
    EXPECT_EQ(told(other), 0U);
    other = twice;
    other.found.clear();
    EXPECT_EQ(told(other), 0U);
    other = twice;
    other.measure = "8";
    EXPECT_EQ(told(other), 0U) << "no such measure";
    plan.last().title.clear();
    EXPECT_EQ(told(twice), 0U) << "the first has no title";
}

TEST(NumberEdges, OnlyNumbersHaveGaps) {
    const auto told = [](const std::vector<std::string>& ids) {
        std::vector<std::pair<std::string, std::string>> measures;
        for (const std::string& id : ids) {
            measures.emplace_back(id, "取組みの題名その" + id);
        }
        SheetPlan plan = called(measures);
        plan.reading().places.clear();
        std::vector<std::string> missing;
        for (const base::Finding& finding : check(plan.reading(), in_may_2027())) {
            if (finding.rule == "S12") {
                missing.push_back(finding.expected);
            }
        }
        return missing;
    };
    EXPECT_EQ(told({"1", "2", "5"}), Lines{"3～4"});
    EXPECT_EQ(told({"1-1", "1-3", "1-4"}), Lines{"1-2"});
    EXPECT_EQ(told({"1-4", "1-5", "1-6"}), Lines{"1-1～1-3"});
    EXPECT_EQ(told({"1-", "1-a", "1-12345", "A/", "1-2:"}), Lines{}) << "no numbers";
    EXPECT_EQ(told({"1", "3"}), Lines{}) << "two are no plan";
}

SheetPlan spoken(const std::string& related,
                 const std::string& text,
                 const std::string& city = "") {
    SheetPlan plan;
    plan.reading().plan.municipality = city;
    plan.measure("1-1-1", {});
    plan.last().departments = {"市民活動支援センター", "課"};
    plan.last().texts["related_plans"] = related;
    plan.last().texts["current_state"] = text;
    return plan;
}

TEST(NameEdges, WhoseAPlanIsDoesNotCount) {
    struct Case {
        const char* related;
        const char* text;
        bool told;
    };
    const std::vector<Case> cases{
        {"関市定員適正化計画", "定員適正化計画に基づく。", false},
        {"関市定員適正化計画", "本市定員管理適正化計画に基づく。", true},
        {"市民協働推進基本計画", "市民協働の推進基本計画", false},
        {"市街地整備基本計画", "市街整備基本計画に基づく。", true},  // 市街 is a word
        {"町内環境整備計画", "町民環境整備計画に基づく。", false},   // one letter in common
        {"町民環境保全計画", "環境保全計画に基づく。", false},
        {"適正化計画・人材育成方針", "人材育成確保方針に基づく。", true},
        {"定員適正化計画", "定員適正化計画・定員管理計画", false},
        {"前期基本構想計画", "後期基本構想計画に基づく。", false},  // two things
        {"観光振興基本計画", "観光振輿基本計画に基づく。", true},
        {"観光振興基本計画", "観光大綱基本計画に基づく。", false},  // two other letters
        {"観光振興計画", "観光振興まちづくり計画", false},
        {"観光振興計画", "観光産業文化振興計画に基づく。", false},  // four more
        {"健康増進計画", "増進計画に基づく。", false},
        {"健康増進計画", "健康増進大綱に基づく。", false},
        {"", "健康増進計画に基づく。", false},
        {"健康増進計画", "健康づくり増進計画。健康管理増進計画。健康管理増進計画。", true},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines_of("S10", spoken(c.related, c.text, "関市")).size(), c.told ? 1U : 0U)
            << c.related << " / " << c.text;
    }
    SheetPlan twice = spoken("健康増進計画", "健康管理増進計画");
    twice.last().texts["issues"] = "健康管理増進計画";
    EXPECT_EQ(lines_of("S10", twice).size(), 1U) << "a name is asked about once";
    std::string many;
    for (int i = 0; i < 101; ++i) {
        many += "健康増進" + std::string(1, static_cast<char>('A' + i % 26)) +
                std::string(1, static_cast<char>('A' + i / 26)) + "計画、";
    }
    EXPECT_EQ(lines_of("S10", spoken(many, "健康増進計画に基づく。")), Lines{})
        << "a field of hundreds is no list";
}

TEST(NameEdges, Bodies) {
    const auto told = [](const std::string& first, const std::string& second = "") {
        SheetPlan plan = spoken("", first);
        plan.last().texts["issues"] = second;
        return lines_of("S09", plan).size();
    };
    EXPECT_EQ(told("市民活動センターで受け付けた。"), 1U);
    EXPECT_EQ(told("市民活動センターで受け付けた。", "市民活動センターの相談"), 1U)
        << "asked about once";
    EXPECT_EQ(told("推進会議を開く。", "推進委員会の回数"), 0U) << "too short";
    EXPECT_EQ(told("男女共同参画庁内推進会議", "男女共同参画庁内推進会議"), 0U);
    EXPECT_EQ(told("男女共同参画庁内推進会議", "男女共同参画庁内推進委員会"), 1U);
    SheetPlan master = spoken("", "");
    master.last().departments = {"地域包括支援センター"};
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    SheetPlan plan = spoken("", "地域包括センターに聞いた。");
    plan.last().departments.clear();
    EXPECT_EQ(lines_of("S09", plan, options).size(), 1U) << "a department of the plan";
}

}  // namespace
}  // namespace shinchoku::check
