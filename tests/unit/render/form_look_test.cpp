#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "form_sample.h"
#include "layout/bind.h"
#include "render/block_heights.h"
#include "render/form.h"
#include "render/schedule_look.h"
#include "render/text_colors.h"
#include "xlsx/reader.h"

namespace shinchoku::render {
namespace {

using plan::ScheduleMark;

constexpr const char* roadmap_picture = R"(
幅    | 20          | 8           | 12     | 12     |
20    | 番号        | {番号}      | 名称   | {名称} |
20    | 事業        | 先導        | {年}   | {年}   |
20 予定^ | 分野{予定.見出し} | < | <      | <      |
20 予定*1 | {予定.名称} | {予定.先導} | {予定} | {予定} |
20    | 終わり      | <           | <      | <      |
)";

constexpr const char* cost_marks = R"(
[marks]
"▶▶" = "same"
"▲▲" = "more"
"▼▼" = "less"
[styles]
"▲▲" = { fill = "#112233" }
)";

plan::Plan roadmap(const std::vector<plan::ScheduleCell>& cells) {
    plan::Plan plan = sample_plan();
    plan.groups = {{"7-1", std::nullopt, "分野1", "住民自治"}};
    plan::Measure measure;
    measure.id = "7";
    measure.label = "7";
    measure.title = "協働";
    measure.schedule = {{"分野1", "広報紙", true, cells}};
    plan.measures = {measure};
    return plan;
}

TEST(ScheduleLook, ABarWithoutATextGetsTheSignOfItsMark) {
    const layout::Layout with_signs = sample_layout(roadmap_picture, cost_marks);
    const layout::Layout plain = sample_layout(roadmap_picture);
    struct Case {
        const layout::Layout* layout;
        std::string text;
        std::optional<ScheduleMark> mark;
        std::string drawn;
    };
    const Case cases[] = {
        {&with_signs, "", ScheduleMark::same, "▶▶"},
        {&with_signs, "", ScheduleMark::more, "▲▲"},
        {&with_signs, "", ScheduleMark::less, "▼▼"},
        {&with_signs, "", ScheduleMark::bar, "⇒"},
        {&with_signs, "", std::nullopt, "⇒"},
        {&with_signs, "検討", std::nullopt, "検討"},
        {&with_signs, "→", ScheduleMark::bar, "→"},
        {&plain, "", ScheduleMark::more, "↗"},
        {&plain, "", ScheduleMark::less, "↘"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(drawn_bar(*c.layout, {2026, 2026, c.text, c.mark}).text, c.drawn) << c.text;
    }
}

TEST(ScheduleLook, CostArrowsDifferInFillAndAStyleNamedAfterTheSignWins) {
    const layout::Layout layout = sample_layout(roadmap_picture, cost_marks);
    const auto look = [&](ScheduleMark mark) {
        CellStyle style;
        style.fill = 0xFFFFFF;
        apply_bar_look(style, layout, {2026, 2026, "", mark});
        return style;
    };
    EXPECT_TRUE(look(ScheduleMark::same).fill.has_value());
    EXPECT_EQ(look(ScheduleMark::more).fill, 0x112233U);
    EXPECT_TRUE(look(ScheduleMark::more).bold);
    EXPECT_FALSE(look(ScheduleMark::less).fill.has_value());
    EXPECT_EQ(look(ScheduleMark::less).align, HAlign::center);
}

TEST(ScheduleLook, ABarOverSeveralYearsIsOneFilledCellAndAFreeYearIsNot) {
    const layout::Layout layout = sample_layout(roadmap_picture);
    const plan::Plan wide = roadmap({{2026, 2027, "検討", std::nullopt}});
    const plan::Plan narrow = roadmap({{2027, 2027, "実施", std::nullopt}});
    const Block joined = make_block(layout, wide, {&wide.measures[0]});
    const Block single = make_block(layout, narrow, {&narrow.measures[0]});
    EXPECT_EQ(joined.at(3, 2).range, (base::CellRange{{3, 2}, {3, 3}}));
    EXPECT_TRUE(fit(joined).styles[3 * 4 + 2].fill.has_value());
    EXPECT_FALSE(fit(single).styles[3 * 4 + 2].fill.has_value());
    EXPECT_TRUE(fit(single).styles[3 * 4 + 3].fill.has_value());
}

TEST(ScheduleLook, SignsHeadingsAndStarsReadBack) {
    const layout::Layout layout = sample_layout(roadmap_picture, cost_marks);
    const ScratchFolder folder;
    struct Case {
        const char* what;
        std::vector<plan::ScheduleCell> cells;
        std::vector<plan::ScheduleCell> read;
        std::size_t findings;
    };
    const Case cases[] = {
        {"as printed",
         {{2026, 2026, "▲▲", ScheduleMark::more}, {2027, 2027, "▼▼", ScheduleMark::less}},
         {{2026, 2026, "▲▲", ScheduleMark::more}, {2027, 2027, "▼▼", ScheduleMark::less}},
         0},
        {"a bar without a text",
         {{2026, 2027, "", ScheduleMark::same}},
         {{2026, 2027, "▶▶", ScheduleMark::same}},
         0},
        {"a mark that its text does not say",
         {{2026, 2027, "実施", ScheduleMark::more}},
         {{2026, 2027, "実施", std::nullopt}},
         1},
    };
    for (const Case& c : cases) {
        const plan::Plan plan = roadmap(c.cells);
        const auto written = write_forms(folder / "road.xlsx", layout, plan, {});
        ASSERT_TRUE(written.has_value()) << c.what << ": " << written.error().message.en;
        EXPECT_EQ(written.value().size(), c.findings) << c.what;
        const std::string bytes = bytes_of(folder / "road.xlsx");
        const auto workbook = xlsx::read_workbook(bytes);
        ASSERT_TRUE(workbook.has_value()) << c.what;
        const plan::Plan read = layout::bind(workbook.value().workbook, {&layout}, {}).plan;
        ASSERT_EQ(read.measures.size(), 1U) << c.what;
        ASSERT_EQ(read.measures[0].schedule.size(), 1U) << c.what;
        EXPECT_EQ(read.measures[0].schedule[0].cells, c.read) << c.what;
        EXPECT_TRUE(read.measures[0].schedule[0].leading) << c.what;
        EXPECT_EQ(read.groups, plan.groups) << c.what;
    }
}

TEST(TextColors, WordsNamedInStylesAreColouredWhereverTheyStand) {
    const layout::Layout layout = sample_layout("幅 | 9 | 9 |\n20 | 名称 | {名称} |\n",
                                                "[styles]\n"
                                                "\"●人口\" = { color = \"#C00000\" }\n"
                                                "\"●人口減少\" = { color = \"#00C000\" }\n"
                                                "\"●経済\" = { color = \"#0000C0\" }\n"
                                                "\"●無色\" = { bold = true }\n");
    struct Case {
        std::string text;
        std::vector<std::pair<std::string, std::uint32_t>> runs;  // none: a plain text
    };
    const Case cases[] = {
        {"", {}},
        {"人口", {}},
        {"●無色", {}},
        {"●人口", {{"●人口", 0xC00000}}},
        {"●人口減少", {{"●人口減少", 0x00C000}}},
        {"印 ●経済、●人口。",
         {{"印 ", 0x123456},
          {"●経済", 0x0000C0},
          {"、", 0x123456},
          {"●人口", 0xC00000},
          {"。", 0x123456}}},
    };
    CellStyle style;
    style.color = 0x123456;
    for (const Case& c : cases) {
        const Content content = with_colors(layout, c.text, style);
        const auto* rich = std::get_if<RichText>(&content);
        ASSERT_EQ(rich != nullptr, !c.runs.empty()) << c.text;
        if (rich == nullptr) {
            EXPECT_EQ(std::get<std::string>(content), c.text);
            continue;
        }
        ASSERT_EQ(rich->runs.size(), c.runs.size()) << c.text;
        for (std::size_t i = 0; i < c.runs.size(); ++i) {
            EXPECT_EQ(rich->runs[i].text, c.runs[i].first) << c.text;
            EXPECT_EQ(rich->runs[i].color, c.runs[i].second) << c.text;
        }
    }
}

TEST(TextColors, AColouredTextReadsBackAsOneText) {
    const std::vector<std::vector<std::string>> texts = {
        {"●人口"}, {"●人口\n", "●経済"}, {" 前", "<&>", "_x0041_ 後 "}, {}};
    const ScratchFolder folder;
    Book book;
    SheetWriter& sheet = book.add_sheet("色");
    for (std::uint32_t row = 0; row < texts.size(); ++row) {
        RichText rich;
        for (const std::string& text : texts[row]) {
            rich.runs.push_back({text, 0xC00000U + row});
        }
        sheet.write({row, 0}, rich, {});
    }
    const auto saved = book.save(folder / "book.xlsx");
    ASSERT_TRUE(saved.has_value());
    EXPECT_TRUE(saved.value().empty());
    const std::string bytes = bytes_of(folder / "book.xlsx");
    const auto read = xlsx::read_workbook(bytes);
    ASSERT_TRUE(read.has_value());
    for (std::uint32_t row = 0; row < texts.size(); ++row) {
        std::string whole;
        for (const std::string& text : texts[row]) {
            whole += text;
        }
        const sheet::Cell* cell = read.value().workbook.sheets[0].find({row, 0});
        EXPECT_EQ(cell == nullptr ? "" : std::string(cell->text), whole);
    }
}

TEST(TextColors, DotsReadBackOneByOneWithAndWithoutAWord) {
    const layout::Layout layout = sample_layout(R"(
幅    | 20          | 20        | 20          |
20    | 番号        | {番号}    | {名称}      |
20    | 取組        | 印        | 内容        |
20 取組*1 | {取組.方向} | {取組.印} | {取組.内容} |
20    | 終わり      | <         | <           |
)",
                                                "[styles]\n\"●人口\" = { color = \"#C00000\" }\n");
    const std::vector<std::vector<std::string>> cases = {{},
                                                         {"●"},
                                                         {"●", "●", "●"},
                                                         {"●人口", "●経済"},
                                                         {"●人口"},
                                                         {"人口", "経済"},
                                                         {"●", "●人口"}};
    const ScratchFolder folder;
    for (const std::vector<std::string>& marks : cases) {
        plan::Plan plan = sample_plan();
        plan::Measure measure;
        measure.id = measure.label = "7";
        measure.title = "移住";
        measure.approaches = {{"伝える", false, marks, {{plan::ItemMark::none, "相談会"}}}};
        plan.measures = {measure};
        const auto written = write_forms(folder / "dots.xlsx", layout, plan, {});
        ASSERT_TRUE(written.has_value()) << written.error().message.en;
        const std::string bytes = bytes_of(folder / "dots.xlsx");
        const auto workbook = xlsx::read_workbook(bytes);
        ASSERT_TRUE(workbook.has_value());
        const plan::Plan read = layout::bind(workbook.value().workbook, {&layout}, {}).plan;
        ASSERT_EQ(read.measures.size(), 1U);
        EXPECT_EQ(read.measures[0].approaches, measure.approaches);
    }
}

TEST(StackedPages, AFormIsNotCutByTheEndOfAPage) {
    layout::Layout layout;
    layout.place = layout::Place::stack;
    layout.gap_rows = 1;
    layout.page.margins = "narrow";
    // A4 upright with narrow margins has room for 770 points, more where it is scaled down.
    struct Case {
        std::vector<double> heights_points;
        double width_chars;
        std::vector<std::uint32_t> breaks;
    };
    const Case cases[] = {
        {{300}, 90, {}},
        {{300, 300}, 90, {}},
        {{300, 300, 300}, 90, {22}},
        {{377, 378}, 90, {}},
        {{377, 379}, 90, {11}},
        {{900, 100, 100}, 90, {11}},
        {{377, 379}, 180, {}},  // half the size
    };
    for (const Case& c : cases) {
        std::vector<DrawnBlock> forms;
        for (const double height : c.heights_points) {
            const auto first = static_cast<std::uint32_t>(11 * forms.size());
            DrawnBlock& form = forms.emplace_back();
            form.range = {{first, 0}, {first + 9, 6}};
            form.width_chars = c.width_chars;
            form.height_points = height;
        }
        const PageSetup page = page_of_stack(layout, forms);
        EXPECT_EQ(page.breaks_before_rows, c.breaks) << c.heights_points.size();
        EXPECT_EQ(page.fit, PageSetup::Fit::width);
    }
}

}  // namespace
}  // namespace shinchoku::render
