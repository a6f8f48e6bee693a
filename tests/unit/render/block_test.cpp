#include "render/block.h"

#include <gtest/gtest.h>

#include <string>

#include "form_sample.h"
#include "plan/value_reading.h"

namespace shinchoku::render {
namespace {

plan::Indicator indicator(const std::string& id,
                          const std::string& category,
                          const std::string& name) {
    plan::Indicator made;
    made.id = id;
    made.category = category;
    made.name = name;
    return made;
}

TEST(Block, ARepeatedRowIsWrittenOnceForEachElementAndItsLabelStretchesOverAll) {
    const layout::Layout layout = sample_layout(
        "幅 | 8 | 8 | 8 |\n"
        "20 | 名称 | {名称} | < |\n"
        "20 | 指標 | 指標名 | 単位 |\n"
        "20 指標*1 | ^ | {指標名} | {単位} |\n");
    const plan::Plan plan = sample_plan();
    struct Case {
        std::vector<plan::Indicator> indicators;
        std::string expected;
    };
    const Case cases[] = {
        {{}, "名称|題|<|\n指標|指標名|単位|\n^|||\n"},  // one blank row to spare
        {{indicator("1/1", "", "率")}, "名称|題|<|\n指標|指標名|単位|\n^|率||\n"},
        {{indicator("1/1", "", "率"), indicator("1/2", "", "数")},
         "名称|題|<|\n指標|指標名|単位|\n^|率||\n^|数||\n"},
    };
    for (const Case& c : cases) {
        plan::Measure measure;
        measure.title = "題";
        measure.indicators = c.indicators;
        EXPECT_EQ(shown(make_block(layout, plan, {&measure})), c.expected);
    }
}

TEST(Block, ACarriedCellIsJoinedToTheOneAboveWhileTheValueStays) {
    const layout::Layout layout = sample_layout(
        "幅 | 8 | 8 |\n"
        "20 | 区分 | 指標 |\n"
        "20 指標*1 | {区分^} | {指標名} |\n");
    const plan::Plan plan = sample_plan();
    plan::Measure measure;
    measure.indicators = {indicator("1/1", "行政指標", "a"),
                          indicator("1/2", "行政指標", "b"),
                          indicator("1/3", "市民指標", "c"),
                          indicator("1/4", "", "d"),
                          indicator("1/5", "", "e")};
    EXPECT_EQ(shown(make_block(layout, plan, {&measure})),
              "区分|指標|\n行政指標|a|\n^|b|\n市民指標|c|\n|d|\n|e|\n");
}

TEST(Block, AHeadingRowIsDrawnWhereItsValueChanges) {
    const layout::Layout layout = sample_layout(
        "幅 | 8 | 8 | 8 |\n"
        "20 | 事業 | {年} | {年} |\n"
        "20 予定^ | 分野施策{予定.見出し} | < | < |\n"
        "20 予定*1 | {予定.名称} | {予定} | {予定} |\n");
    const plan::Plan plan = sample_plan();
    plan::Measure measure;
    measure.schedule = {{"", "前", false, {}},
                        {"分野施策1", "一", false, {{2026, 2027, "実施", std::nullopt}}},
                        {"分野施策1", "二", false, {{2027, 2027, "検討", std::nullopt}}},
                        {"分野施策2", "三", false, {}}};
    EXPECT_EQ(shown(make_block(layout, plan, {&measure})),
              "事業|R8|R9|\n"
              "前|||\n"
              "分野施策1|<|<|\n"
              "一|実施|<|\n"  // a bar over two years is one cell
              "二||検討|\n"
              "分野施策2|<|<|\n"
              "三|||\n");
}

TEST(Block, AnotherFormOfARowIsNeverDrawn) {
    const layout::Layout layout = sample_layout(
        "幅 | 8 | 8 |\n"
        "20 | 名称 | {名称} |\n"
        "又は | 施策名 {名称} | < |\n"
        "20 | 担当課 | {担当課} |\n");
    const plan::Plan plan = sample_plan();
    plan::Measure measure;
    measure.title = "題";
    measure.departments = {"納税課", "管財課"};
    EXPECT_EQ(shown(make_block(layout, plan, {&measure})), "名称|題|\n担当課|納税課・管財課|\n");
}

TEST(Block, TheMarkedBoxIsTheOneOfTheValue) {
    const layout::Layout layout = sample_layout(
        "幅 | 8 | 8 | 8 |\n"
        "20 | 妥当性 | [妥当性:A] | [妥当性:B] |\n",
        "[fields]\n\"妥当性\" = { is = \"texts.validity\" }\n");
    const plan::Plan plan = sample_plan();
    for (const auto& [value, expected] :
         {std::pair{"", "妥当性|□A|□B|\n"}, {"A", "妥当性|■A|□B|\n"}, {"C", "妥当性|□A|□B|\n"}}) {
        plan::Measure measure;
        measure.texts["validity"] = value;
        EXPECT_EQ(shown(make_block(layout, plan, {&measure})), expected);
    }
}

TEST(Block, APatternHoldsTheNumberThatGivesTheLabelBack) {
    const layout::Layout layout =
        sample_layout("幅 | 8 | 8 |\n20 | 施策{番号} {名称} | < |\n20 | 主管課 | {担当課} |\n");
    const plan::Plan plan = sample_plan();
    struct Case {
        std::string id;
        std::string label;
        std::string expected;
    };
    const Case cases[] = {
        {"39", "施策39", "施策39 移住定住|<|\n主管課||\n"},
        {"39", "", "施策39 移住定住|<|\n主管課||\n"},
    };
    for (const Case& c : cases) {
        plan::Measure measure;
        measure.id = c.id;
        measure.label = c.label;
        measure.title = "移住定住";
        EXPECT_EQ(shown(make_block(layout, plan, {&measure})), c.expected);
    }
}

TEST(Block, ValuesStandAsTheyWereTypedOrStored) {
    struct Case {
        plan::Value value;
        std::string shown;
        std::string format;
        bool is_number;
    };
    const Case cases[] = {
        {plan::read_text("98.60%"), "98.60%", "General", false},
        {plan::read_text("=1+1"), "=1+1", "General", false},
        {plan::read_number(*base::Decimal::parse("0.986"), "0.00%"), "98.60%", "0.00%", true},
        {plan::blank_value(), "", "General", false},
        {plan::blank_value("  "), "  ", "General", false},
    };
    for (const Case& c : cases) {
        const ValueCell cell = value_cell(c.value);
        EXPECT_EQ(cell.shown, c.shown);
        EXPECT_EQ(cell.number_format, c.format);
        EXPECT_EQ(std::holds_alternative<base::Decimal>(cell.content), c.is_number) << c.shown;
    }
    EXPECT_TRUE(std::holds_alternative<ErrorCell>(value_cell(plan::read_error("#N/A")).content));
}

TEST(Block, AnEmptyBoxTakesTheFormatOfItsYearsTarget) {
    const layout::Layout layout = sample_layout(
        "幅 | 8 | 8 | 8 |\n"
        "20 | 年度 | {年} | {年} |\n"
        "20 | 数値の定義 | {指標名} | < |\n"
        "20 | 目標値 | {目標} | {目標} |\n"
        "20 | 実績値 | [実績] | [実績] |\n");
    const plan::Plan plan = sample_plan();
    plan::Measure measure;
    measure.indicators = {indicator("1/1", "", "率")};
    measure.indicators[0].years = {
        {2026, plan::read_number(*base::Decimal::parse("0.5"), "0.0%"), plan::blank_value(), ""},
        {2027, plan::read_text("検討"), plan::blank_value(), ""}};
    const Block block = make_block(layout, plan, {&measure});
    EXPECT_EQ(block.at(3, 1).number_format, "0.0%");
    EXPECT_EQ(block.at(3, 2).number_format, "General");
}

}  // namespace
}  // namespace shinchoku::render
