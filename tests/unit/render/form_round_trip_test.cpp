#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "../../generators/minami_alps_plan.h"
#include "form_sample.h"
#include "layout/bind.h"
#include "plan/value_reading.h"
#include "render/form.h"
#include "scratch_folder.h"
#include "xlsx/reader.h"

namespace shinchoku::render {
namespace {

constexpr std::uint64_t plans_tried = 40;

plan::Plan read_plan(const std::filesystem::path& path, const layout::Layout& layout) {
    const std::string bytes = bytes_of(path);
    auto workbook = xlsx::read_workbook(bytes);
    EXPECT_TRUE(workbook.has_value());
    return layout::bind(workbook.value().workbook, {&layout}, {}).plan;
}

std::string account_of(const base::Finding& finding) {
    return finding.rule + " " + finding.key + " expected [" + finding.expected + "] found [" +
           finding.found + "]";
}

// The first law of the notation: read(write(p)) == p.
TEST(FormRoundTrip, APlanReadsBackEqualWhateverItsValuesAndTexts) {
    const layout::Layout layout = layout_file("templates/minami_alps/layout.toml");
    const ScratchFolder folder;
    for (std::uint64_t seed = 1; seed <= plans_tried; ++seed) {
        const plan::Plan plan = generators::MinamiAlpsPlans(seed).make();
        const auto written = write_forms(folder / "forms.xlsx", layout, plan, {});
        ASSERT_TRUE(written.has_value()) << "seed " << seed << ": " << account_of(written.error());
        for (const base::Finding& finding : written.value()) {
            ADD_FAILURE() << "seed " << seed << ": " << account_of(finding);
        }
        ASSERT_TRUE(read_plan(folder / "forms.xlsx", layout) == plan) << "seed " << seed;
    }
}

TEST(FormRoundTrip, TheSamePlanGivesTheSameBytes) {
    const layout::Layout layout = layout_file("templates/minami_alps/layout.toml");
    const ScratchFolder folder;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const plan::Plan plan = generators::MinamiAlpsPlans(seed).make();
        ASSERT_TRUE(write_forms(folder / "a.xlsx", layout, plan, {}).has_value());
        ASSERT_TRUE(write_forms(folder / "b.xlsx", layout, plan, {}).has_value());
        EXPECT_TRUE(bytes_of(folder / "a.xlsx") == bytes_of(folder / "b.xlsx"));
    }
}

plan::Plan small_plan() {
    plan::Plan plan;
    plan.id = "minami-alps-reform-5";
    plan.layout = "minami_alps";
    plan.first_year = 2026;
    plan.last_year = 2030;
    plan.groups = {{"1", std::nullopt, "基本方針1", "方針"}, {"1-1", "1", "①", "項目"}};
    plan::Measure measure;
    measure.id = "1-1-1";
    measure.group = "1-1";
    measure.title = "施策";
    plan::Indicator indicator;
    indicator.id = "1-1-1/1";
    indicator.name = "数";
    indicator.years = {{2026, plan::read_text("5件"), plan::blank_value(), ""}};
    plan::settle_indicator(indicator, {});
    measure.indicators = {indicator};
    plan.measures = {measure};
    return plan;
}

TEST(FormRoundTrip, WhatTheFormHasNoPlaceForIsNamed) {
    const layout::Layout layout = layout_file("templates/minami_alps/layout.toml");
    const ScratchFolder folder;
    struct Case {
        const char* what;
        void (*change)(plan::Plan&);
        const char* key;
    };
    const Case cases[] = {
        {"a footnote",
         [](plan::Plan& plan) {
             plan.measures[0].footnotes = {{"※", "注"}};
         },
         "X10|1-1-1/footnotes|"},
        {"a text of another layout",
         [](plan::Plan& plan) { plan.measures[0].texts["vision"] = "姿"; },
         "X10|1-1-1/texts.vision|"},
        {"a method",
         [](plan::Plan& plan) { plan.measures[0].indicators[0].method = "progress"; },
         "X10|1-1-1/1-1-1/1/method|"},
        {"a baseline",
         [](plan::Plan& plan) {
             plan.measures[0].indicators[0].baseline = {{2024, plan::read_text("3件")}};
         },
         "X10|1-1-1/1-1-1/1/baseline|"},
        {"a second indicator",
         [](plan::Plan& plan) {
             plan.measures[0].indicators.push_back(plan.measures[0].indicators[0]);
             plan.measures[0].indicators[1].id = "1-1-1/2";
         },
         "X10|1-1-1/1-1-1/2|"},
        {"a group without measures",
         [](plan::Plan& plan) {
             plan.groups.push_back({"2", std::nullopt, "基本方針2", "空"});
         },
         "X10|group/2|"},
        {"a year outside the period",
         [](plan::Plan& plan) {
             plan.measures[0].indicators[0].years.push_back(
                 {2031, plan::read_text("9件"), plan::blank_value(), ""});
         },
         "X10|1-1-1/1-1-1/1/2031/target|"},
    };
    for (const Case& c : cases) {
        plan::Plan plan = small_plan();
        c.change(plan);
        const auto written = write_forms(folder / "forms.xlsx", layout, plan, {});
        ASSERT_TRUE(written.has_value()) << c.what << ": " << account_of(written.error());
        EXPECT_THAT(written.value(),
                    ::testing::Contains(::testing::Field(&base::Finding::key, c.key)))
            << c.what;
    }
}

TEST(FormRoundTrip, ADifferenceIsAnErrorThatNamesTheCellAndLeavesTheOldFile) {
    const layout::Layout layout = layout_file("templates/minami_alps/layout.toml");
    const ScratchFolder folder;
    std::ofstream(folder / "forms.xlsx") << "old";
    plan::Plan plan = small_plan();
    plan.measures[0].departments = {"納税課・管財課"};  // one name that holds a joining mark
    const auto written = write_forms(folder / "forms.xlsx", layout, plan, {});
    ASSERT_FALSE(written.has_value());
    EXPECT_EQ(written.error().rule, "X03");
    EXPECT_EQ(written.error().measure, "1-1-1");
    EXPECT_EQ(written.error().cell, (base::CellRef{3, 1}));
    EXPECT_EQ(bytes_of(folder / "forms.xlsx"), "old");
}

TEST(FormRoundTrip, APlanWithoutMeasuresHasNoForm) {
    const layout::Layout layout = layout_file("templates/minami_alps/layout.toml");
    const ScratchFolder folder;
    EXPECT_FALSE(write_forms(folder / "forms.xlsx", layout, plan::Plan(), {}).has_value());
    EXPECT_FALSE(std::filesystem::exists(folder / "forms.xlsx"));
}

TEST(FormRoundTrip, TheBlankFormOfEveryLayoutIsRecognisedAsThatLayout) {
    const ScratchFolder folder;
    for (const char* name :
         {"minami_alps", "seki_sap3", "seki_plan", "kanuma", "shimotsuma", "jimu_jigyo"}) {
        const layout::Layout layout =
            layout_file(std::string("tests/fixtures/layouts/") + name + ".toml");
        const auto written = write_blank(folder / "blank.xlsx", layout);
        ASSERT_TRUE(written.has_value()) << name << ": " << account_of(written.error());
        const std::string bytes = bytes_of(folder / "blank.xlsx");
        auto workbook = xlsx::read_workbook(bytes);
        ASSERT_TRUE(workbook.has_value()) << name;
        const auto fits = layout::detect(workbook.value().workbook, {&layout});
        ASSERT_FALSE(fits.empty()) << name;
        EXPECT_EQ(fits[0].blocks, 1) << name;
        EXPECT_EQ(fits[0].share, 1.0) << name;
    }
}

std::vector<layout::Layout> templates() {
    std::vector<layout::Layout> layouts;
    for (const char* name : {"general",
                             "general_table",
                             "kanuma",
                             "minami_alps",
                             "seki_plan",
                             "seki_sap3",
                             "shimotsuma"}) {
        layouts.push_back(layout_file("templates/" + std::string(name) + "/layout.toml"));
    }
    return layouts;
}

TEST(FormRoundTrip, TheBlankFormOfATemplateFitsNoOtherTemplateAsWell) {
    const std::vector<layout::Layout> layouts = templates();
    std::vector<const layout::Layout*> all;
    for (const layout::Layout& layout : layouts) {
        all.push_back(&layout);
    }
    const ScratchFolder folder;
    for (const layout::Layout& layout : layouts) {
        ASSERT_TRUE(write_blank(folder / "blank.xlsx", layout).has_value()) << layout.id;
        const std::string bytes = bytes_of(folder / "blank.xlsx");
        const auto workbook = xlsx::read_workbook(bytes);
        ASSERT_TRUE(workbook.has_value()) << layout.id;
        const std::vector<layout::Fit> fits = layout::detect(workbook.value().workbook, all);
        ASSERT_FALSE(fits.empty()) << layout.id;
        EXPECT_EQ(fits[0].layout, layout.id);
        EXPECT_EQ(fits[0].share, 1.0) << layout.id;
        EXPECT_EQ(fits[0].blocks, 1) << layout.id;
        for (std::size_t i = 1; i < fits.size(); ++i) {
            EXPECT_TRUE(fits[i].blocks == 0 || fits[i].share < 0.6)
                << layout.id << " as " << fits[i].layout << " " << fits[i].share;
        }
    }
}

// Byte for byte would hold the project to one version of zlib: cells and joins are compared.
TEST(FormRoundTrip, TheBlankWorkbookBesideALayoutIsTheOneThatIsDrawn) {
    const ScratchFolder folder;
    for (const layout::Layout& layout : templates()) {
        ASSERT_TRUE(write_blank(folder / "blank.xlsx", layout).has_value()) << layout.id;
        const std::string kept_bytes = bytes_of(std::filesystem::path(SHINCHOKU_SOURCE_DIR) /
                                                "templates" / layout.id / "blank.xlsx");
        const std::string drawn_bytes = bytes_of(folder / "blank.xlsx");
        const auto kept = xlsx::read_workbook(kept_bytes);
        const auto drawn = xlsx::read_workbook(drawn_bytes);
        ASSERT_TRUE(kept.has_value()) << layout.id;
        ASSERT_TRUE(drawn.has_value()) << layout.id;
        const sheet::Sheet& a = kept.value().workbook.sheets.at(0);
        const sheet::Sheet& b = drawn.value().workbook.sheets.at(0);
        EXPECT_EQ(a.merges, b.merges) << layout.id;
        EXPECT_EQ(a.validations.size(), b.validations.size()) << layout.id;
        ASSERT_EQ(a.cells.size(), b.cells.size()) << layout.id;
        for (std::size_t i = 0; i < a.cells.size(); ++i) {
            EXPECT_EQ(a.cells[i].at, b.cells[i].at) << layout.id;
            EXPECT_EQ(a.cells[i].text, b.cells[i].text) << layout.id;
            EXPECT_EQ(a.formula_of(a.cells[i]), b.formula_of(b.cells[i])) << layout.id;
        }
    }
}

TEST(FormRoundTrip, BoxesAreOpenAndEverythingElseIsLocked) {
    const layout::Layout layout = layout_file("templates/minami_alps/layout.toml");
    const ScratchFolder folder;
    ASSERT_TRUE(write_blank(folder / "blank.xlsx", layout).has_value());
    const std::string bytes = bytes_of(folder / "blank.xlsx");
    const auto read = xlsx::read_workbook(bytes);
    ASSERT_TRUE(read.has_value());
    const sheet::Workbook& workbook = read.value().workbook;
    EXPECT_TRUE(workbook.sheets[0].is_protected);
    const std::uint32_t open_rows[] = {11, 13, 14, 15};  // 実績値 評価 評価の理由 今後の方向性
    for (const sheet::Cell& cell : workbook.sheets[0].cells) {
        const bool open = cell.at.column > 0 &&
                          std::find(std::begin(open_rows), std::end(open_rows), cell.at.row) !=
                              std::end(open_rows);
        EXPECT_EQ(workbook.format_of(cell).locked, !open) << base::to_a1(cell.at);
    }
}

}  // namespace
}  // namespace shinchoku::render
