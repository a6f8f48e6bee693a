// T13 and T12: an indicator held against the approved plan, and against its namesakes.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

SheetPlan one_row(const Row& row, const std::string& id = "1-1-1") {
    SheetPlan plan;
    plan.measure(id, {row});
    return plan;
}

Lines changes(const SheetPlan& approved, const SheetPlan& returned) {
    CheckOptions options = in_may_2027();
    options.master = &approved.reading();
    return lines_of("T13", returned, options);
}

TEST(ApprovedPlan, ValuesAreComparedByWhatTheySay) {
    struct Case {
        const char* approved;
        const char* now;
        Lines expected;
    };
    const Lines changed{"T13 error B12"};
    const std::vector<Case> cases{
        {"10件", "10.0件", {}},
        {"10千円", "10,000円", {}},
        {"10件", "10人", changed},
        {"10件", "11件", changed},
        {"10件", "検討", changed},
        {"検討", "10件", changed},
        {"検討", "実施", changed},
        {"検討", "検討 ", {}},
        {"10件", "", changed},
        {"105件", "105件 (5%増)", changed},
        {"", "10件", {}},  // nothing was approved
    };
    for (const Case& c : cases) {
        const SheetPlan approved = one_row({.targets = {c.approved}, .actuals = {"9件"}});
        const SheetPlan returned = one_row({.targets = {c.now}, .actuals = {"9件"}});
        EXPECT_EQ(changes(approved, returned), c.expected) << c.approved << " to " << c.now;
    }
}

TEST(ApprovedPlan, AReasonStandsInANoteOrARevisionOfThatYear) {
    const SheetPlan approved = one_row({.targets = {"10件", "11件"}});
    SheetPlan returned = one_row({.targets = {"10件", "12件"}});
    const Lines changed{"T13 error C12"};
    EXPECT_EQ(changes(approved, returned), changed);
    plan::Indicator& indicator = returned.last().indicators[0];
    const auto revised = [&](int year, const std::string& reason) {
        indicator.revisions = {{.year = 2026, .target_year = year, .reason = reason}};
        return changes(approved, returned);
    };
    EXPECT_EQ(revised(2027, "見直し"), Lines{});
    EXPECT_EQ(revised(2027, ""), changed);
    EXPECT_EQ(revised(2028, "見直し"), changed);
    indicator.revisions.clear();
    indicator.years[1].note = "実績を受けて改めた";
    EXPECT_EQ(changes(approved, returned), Lines{});
    indicator.years[1].note.clear();
    indicator.years[0].note = "順調";
    EXPECT_EQ(changes(approved, returned), changed) << "another year's";
}

TEST(ApprovedPlan, TheDefinitionStaysToo) {
    SheetPlan approved = one_row({.name = "相談の件数", .targets = {"10件"}});
    SheetPlan returned = one_row({.name = "相談と助言の件数", .targets = {"10件"}});
    EXPECT_EQ(changes(approved, returned), Lines{"T13 error A12"});
    returned.last_places().indicators[0].name = base::CellRef{9, 0};
    EXPECT_EQ(changes(approved, returned), Lines{"T13 error A10"});
    returned.reading().places.clear();
    EXPECT_EQ(changes(approved, returned), Lines{"T13 error -"}) << "a plan in JSON";
    returned.last().indicators[0].name = "相談の 件数";
    EXPECT_EQ(changes(approved, returned), Lines{}) << "blanks say nothing";
    returned.last().indicators[0].name = "相談と助言の件数";
    approved.last().indicators[0].name.clear();
    EXPECT_EQ(changes(approved, returned), Lines{}) << "none was approved";
}

TEST(ApprovedPlan, WhatWasNotApprovedIsLeftAlone) {
    const Row row{.targets = {"10件"}, .baseline = "9件"};
    const SheetPlan approved = one_row(row);
    EXPECT_EQ(changes(approved, one_row({.targets = {"12件"}}, "1-1-9")), Lines{})
        << "another measure";
    SheetPlan two;
    two.measure("1-1-1", {row, {.name = "回数", .targets = {"3回"}}});
    EXPECT_EQ(changes(approved, two), Lines{}) << "another indicator";
    EXPECT_EQ(changes(approved, one_row({.targets = {"10件"}})), Lines{})
        << "no cell for a baseline";
    EXPECT_EQ(changes(one_row({.targets = {"10件"}}), approved), Lines{})
        << "no baseline was approved";
    SheetPlan longer = one_row({.targets = {"10件", "11件"}});
    EXPECT_EQ(changes(approved, longer), Lines{}) << "a year without approved target";
}

TEST(RepeatedIndicators, OneNameHasTheSameValues) {
    struct Case {
        Row first;
        Row second;
        Lines expected;
        const char* why;
    };
    const std::string name = "市政に満足している市民の割合";
    const auto row = [&](const char* target, const char* actual, const char* baseline = "") {
        return Row{.name = name,
                   .targets = {target},
                   .actuals = {actual},
                   .baseline = baseline,
                   .baseline_year = 2025};
    };
    std::vector<Case> cases{
        {row("60%", "61%"), row("60%", "61%"), {}, "the same"},
        {row("60%", "61%"), row("60%", "62%"), {"T12 warning B13"}, "the actuals"},
        {row("60%", "61%"), row("60%", ""), {}, "not filled in yet"},
        {row("60%", ""), row("60%", "61%"), {}, "nor there"},
        {row("60%", "61%"), row("60点", "61%"), {"T12 warning B12"}, "the units"},
        {row("60%", "61%"), row("向上", "61%"), {"T12 warning B12"}, "words"},
        {row("向上", "61%"), row("60%", "61%"), {"T12 warning B12"}, "words before"},
        {row("60%", "集計中"), row("60%", "集計中"), {}, "the same words"},
        {row("60%", "", "50%"), row("60%", "", "51%"), {"T12 warning H12"}, "the baselines"},
        {row("60%", "", "50%"), row("60%", "", "50%"), {}, "the same baseline"},
        {row("60%", "", "50%"), row("60%", ""), {}, "one has none"},
        {row("60%", ""), row("60%", "", "50%"), {}, "the other has none"},
    };
    cases.push_back({row("60%", "", "50%"), row("60%", "", "51%"), {}, "of another year"});
    cases.back().second.baseline_year = 2024;
    cases.push_back({row("60%", ""), row("65%", ""), {"T12 warning B12"}, "blanks in the name"});
    cases.back().second.name = "市政に 満足している\n市民の　割合";
    for (const Case& c : cases) {
        SheetPlan plan;
        plan.measure("1", {c.first}).measure("2", {c.second});
        EXPECT_EQ(lines_of("T12", plan), c.expected) << c.why;
    }
    SheetPlan together;  // 現年度分 and 過年度分 may be rows of one name
    together.measure("1", {row("60%", "61%"), row("70%", "71%")});
    EXPECT_EQ(lines_of("T12", together), Lines{}) << "on one sheet";
    SheetPlan apart;
    apart.measure("1", {row("60%", "61%")}).measure("2", {row("65%", "61%")});
    for (layout::YearPlaces& year : apart.reading().places[0].indicators[0].years) {
        year.year += 10;
    }
    apart.reading().plan.measures[0].indicators[0].years[0].year = 2036;
    EXPECT_EQ(lines_of("T12", apart), Lines{}) << "no year in common";
}

}  // namespace
}  // namespace shinchoku::check
