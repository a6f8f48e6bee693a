// Departments, titles and missing measures, held against layouts and a master.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

std::vector<base::Finding> findings_of(const std::string& rule,
                                       const SheetPlan& plan,
                                       const CheckOptions& options) {
    std::vector<base::Finding> findings = check(plan.reading(), options);
    std::erase_if(findings, [&](const base::Finding& f) { return f.rule != rule; });
    return findings;
}

SheetPlan owned_by(const std::vector<std::string>& departments) {
    SheetPlan plan;
    plan.measure("1-1-1", {});
    plan.last().departments = departments;
    return plan;
}

TEST(Departments, EachIsInTheListOrNearIt) {
    layout::Layout layout;
    layout.departments.names = {"納税課", "管財課", "市民活動支援課"};
    layout.departments.renamed = {{"税務課", "納税課"}, {"秘書室", ""}};
    CheckOptions options = in_may_2027();
    options.layouts["x"] = &layout;
    struct Case {
        std::vector<std::string> departments;
        Lines expected;
        const char* why;
    };
    const std::vector<Case> cases{
        {{"納税課"}, {}, "listed"},
        {{"納　税課"}, {}, "spaces do not count"},
        {{"関係課"}, {}, "関係課 stands for any"},
        {{"税務課"}, {"S09 warning B4"}, "renamed"},
        {{"秘書室"}, {"S09 warning B4"}, "abolished"},
        {{"市民活動支援果"}, {"S09 warning B4"}, "one character off"},
        {{"市民活動センター"}, {"S09 error B4"}, "unknown"},
        {{"観光課", "納税課", "水道課"}, {"S09 error B4", "S09 error B4"}, "each for itself"},
        {{}, {}, "none named"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines(findings_of("S09", owned_by(c.departments), options)), c.expected) << c.why;
    }
    const auto renamed = findings_of("S09", owned_by({"税務課"}), options);
    EXPECT_EQ(renamed[0].expected, "納税課");
    const auto two = findings_of("S09", owned_by({"観光課", "水道課"}), options);
    EXPECT_NE(two[0].key, two[1].key);
}

TEST(Departments, WithoutAListNothingIsSaidAndARenameMapAloneNamesOnlyTheRenamed) {
    EXPECT_TRUE(findings_of("S09", owned_by({"観光課"}), in_may_2027()).empty());
    layout::Layout layout;
    layout.departments.renamed = {{"税務課", "納税課"}};
    CheckOptions options = in_may_2027();
    options.layouts["x"] = &layout;
    EXPECT_TRUE(findings_of("S09", owned_by({"観光課"}), options).empty());
    EXPECT_EQ(findings_of("S09", owned_by({"税務課"}), options).size(), 1u);
}

TEST(Departments, TheMasterGivesAListToo) {
    const SheetPlan master = owned_by({"納税課", "関係課"});
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    EXPECT_TRUE(findings_of("S09", owned_by({"納税課"}), options).empty());
    EXPECT_EQ(lines(findings_of("S09", owned_by({"観光課"}), options)), Lines{"S09 error B4"});
}

SheetPlan titled(const std::string& id, const std::string& title) {
    SheetPlan plan;
    plan.measure("1-1-1", {});
    plan.last().group = id;
    plan.reading().plan.groups = {{"1", std::nullopt, "基本方針1", "財政基盤の構築"},
                                  {id, "1", "①", title}};
    return plan;
}

TEST(Outline, TitlesAreThoseOfTheOutline) {
    layout::Layout layout;
    layout.group_outline = {{"1", "財政基盤の構築"},
                            {"1-1", "税収確保のための収納率向上"},
                            {"1-4", "公共施設の適正配置"}};
    CheckOptions options = in_may_2027();
    options.layouts["x"] = &layout;
    struct Case {
        const char* id;
        const char* title;
        Lines expected;
        const char* why;
    };
    const std::vector<Case> cases{
        {"1-1", "税収確保のための収納率向上", {}, "as in the outline"},
        {"1-1", "税収確保の ための収納率向上", {}, "a space does not count"},
        {"1-1", "税込確保のための収納率向上", {"S10 warning B2"}, "one character: Minami-Alps 3"},
        {"1-1", "税込確保のための収能率向上", {"S10 warning B2"}, "two characters"},
        {"1-1", "税込確保のための収能率同上", {"S10 error B2"}, "three are another title"},
        {"1-4",
         "公共施設の適正配置と受益者負担の適正化",
         {"S10 warning B2"},
         "begins with it: Minami-Alps 9"},
        {"1-1", "公共施設の適正配置", {"S10 warning B2"}, "the title of another number"},
        {"1-9", "公共施設の適正配置", {}, "in the outline; the number is not this rule's"},
        {"1-9", "公共施設の適性配置", {"S10 warning B2"}, "near one of the outline"},
        {"1-9", "広報の充実", {"S10 error B2"}, "nowhere in the outline"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(lines(findings_of("S10", titled(c.id, c.title), options)), c.expected) << c.why;
    }
    const auto near = findings_of("S10", titled("1-1", "税込確保のための収納率向上"), options);
    EXPECT_EQ(near[0].found, "税込確保のための収納率向上");
    EXPECT_EQ(near[0].expected, "税収確保のための収納率向上");
    EXPECT_EQ(near[0].key, "S10|1-1|");
}

TEST(Outline, ThePolicyStandsInItsOwnCellAndAGroupWithoutMeasuresHasNone) {
    const SheetPlan master = titled("1-1", "税収確保");
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    SheetPlan plan = titled("1-1", "税収確保");
    plan.reading().plan.groups[0].title = "まったく別の方針の名前";
    EXPECT_EQ(lines(findings_of("S10", plan, options)), Lines{"S10 error B1"});
    plan.last_places().fields.clear();
    EXPECT_EQ(lines(findings_of("S10", plan, options)), Lines{"S10 error -"});
    plan.reading().places.clear();
    EXPECT_EQ(lines(findings_of("S10", plan, options)), Lines{"S10 error -"});
    plan.last().group = "";
    EXPECT_TRUE(findings_of("S10", plan, options).empty());
    EXPECT_TRUE(findings_of("S10", plan, in_may_2027()).empty()) << "no outline";
}

TEST(Outline, ASecondTitleThatReadingReportedIsHeldAgainstTheOutlineToo) {
    const SheetPlan master = titled("1-1", "税収確保");
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    SheetPlan plan = titled("1-1", "税収確保");
    base::Finding two_titles{.rule = "S10",
                             .severity = base::Severity::warning,
                             .cell = base::CellRef{1, 1},
                             .measure = "1-1-1",
                             .found = "広報の充実と市民参加",
                             .expected = "税収確保"};
    plan.reading().findings = {two_titles};
    EXPECT_EQ(lines(findings_of("S10", plan, options)), Lines{"S10 error B2"});
    plan.reading().findings[0].found = "税込確保";  // near: the warning of reading is enough
    EXPECT_TRUE(findings_of("S10", plan, options).empty());
    plan.reading().findings[0].measure.reset();
    EXPECT_TRUE(findings_of("S10", plan, options).empty());
    plan.reading().findings[0] = two_titles;
    plan.reading().findings[0].rule = "S03";
    EXPECT_TRUE(findings_of("S10", plan, options).empty());
}

SheetPlan book(const std::vector<std::pair<std::string, std::vector<std::string>>>& measures) {
    SheetPlan plan;
    for (const auto& [id, departments] : measures) {
        plan.measure(id, {});
        plan.last().departments = departments;
    }
    return plan;
}

TEST(MissingSheets, AFileAnswersForTheMeasuresOfItsDepartments) {
    const SheetPlan master = book({{"1", {"納税課"}},
                                   {"2", {"納税課", "管財課"}},
                                   {"3", {"納税課"}},
                                   {"4", {"管財課"}},
                                   {"5", {"管財課", "納税課"}},
                                   {"6", {}}});
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    const auto missing = [&](const SheetPlan& plan) {
        std::vector<std::string> ids;
        for (const base::Finding& finding : findings_of("F04", plan, options)) {
            EXPECT_EQ(finding.severity, base::Severity::error);
            EXPECT_FALSE(finding.sheet);
            EXPECT_FALSE(finding.cell);
            EXPECT_EQ(finding.file, "book.xlsx");
            EXPECT_EQ(finding.key, "F04|" + *finding.measure + "|");
            ids.push_back(*finding.measure);
        }
        return ids;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(missing(book({{"1", {"納税課"}}})), (Ids{"2", "3"}));
    EXPECT_EQ(missing(book({{"1", {"納税課"}}, {"2", {"納税課"}}, {"3", {"納税課"}}})), Ids{});
    EXPECT_EQ(missing(book({{"4", {"管財課"}}})), Ids{"5"});
    // Jointly owned: it is open whose workbook this is.
    EXPECT_EQ(missing(book({{"2", {"納税課", "管財課"}}})), Ids{});
    // More than half of all measures: the whole book.
    EXPECT_EQ(missing(book({{"1", {"納税課"}},
                            {"2", {"納税課", "管財課"}},
                            {"4", {"管財課"}},
                            {"5", {"管財課", "納税課"}}})),
              (Ids{"3", "6"}));
    EXPECT_TRUE(findings_of("F04", book({{"1", {"納税課"}}}), in_may_2027()).empty());
}

TEST(MissingSheets, WhatReadingReportedIsNotRepeatedAndTwoFilesAnswerTogether) {
    const SheetPlan master = book({{"1", {"納税課"}}, {"2", {"納税課"}}, {"3", {"管財課"}}});
    CheckOptions options = in_may_2027();
    options.master = &master.reading();
    SheetPlan plan = book({{"1", {"納税課"}}});
    EXPECT_EQ(findings_of("F04", plan, options).size(), 1u);
    plan.reading().findings.push_back({.rule = "F04", .key = "F04|2|"});
    EXPECT_TRUE(findings_of("F04", plan, options).empty());

    SheetPlan two = book({{"1", {"納税課"}}, {"3", {"管財課"}}, {"9", {"納税課"}}});
    two.reading().places[1].file = "管財課.xlsx";
    const auto found = findings_of("F04", two, options);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].file, "book.xlsx");
}

}  // namespace
}  // namespace shinchoku::check
