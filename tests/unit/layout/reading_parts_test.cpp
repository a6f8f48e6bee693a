#include "base/utf8.h"
#include "bind_sample.h"
#include "layout/comparison.h"
#include "layout/identity.h"
#include "layout/label_index.h"
#include "layout/measure_draft.h"
#include "layout/number_mark.h"
#include "layout/pattern.h"

namespace shinchoku::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NumberMarks, PrintedNumbersBecomeDigits) {
    struct Case {
        std::string_view text;
        std::optional<std::string> at_start;
        std::optional<std::string> leading;
    };
    const Case cases[] = {
        {"①税収", "1", "1"},
        {"⑳税収", "20", "20"},
        {"㉑税収", "21", "21"},
        {"(3) 税収", std::nullopt, "3"},
        {"１．税収", "1", "1"},
        {"1-2 税収", "1-2", "1-2"},
        {"１－２　税収", "1-2", "1-2"},
        {"Ⅲ 税収", "3", "3"},
        {"Ⅲ期計画", "3", std::nullopt},
        {"二 税収", "2", std::nullopt},
        {"5年間で", "5", std::nullopt},
        {"税収", std::nullopt, std::nullopt},
        {"", std::nullopt, std::nullopt},
    };
    for (const Case& c : cases) {
        const auto start = number_at_start(c.text);
        const auto leading = leading_number(c.text);
        EXPECT_EQ(start ? std::optional(start->number) : std::nullopt, c.at_start) << c.text;
        EXPECT_EQ(leading ? std::optional(leading->number) : std::nullopt, c.leading) << c.text;
    }
    EXPECT_EQ(id_alone(" １-1-2 "), "1-1-2");
    EXPECT_EQ(id_alone("1-1-2 (2)"), std::nullopt);
    EXPECT_EQ(id_alone("Sheet1"), std::nullopt);
}

std::optional<std::vector<std::string>> captured(const std::string& drawn, std::string_view text) {
    const Layout layout = load(around("20 | " + drawn + " | < | < |\n20 | 名 | {名称} | < |\n"));
    const Pattern pattern = compile_pattern(layout, cell_at(layout, 0, 0));
    const auto found = match_pattern(pattern, text, comparison_form(text));
    if (!found) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const Capture& capture : *found) {
        texts.push_back(capture.text);
    }
    return texts;
}

TEST(Patterns, TheirWordsMustStandThereAndTheirValuesAreTaken) {
    struct Case {
        const char* drawn;
        const char* text;
        std::optional<std::vector<std::string>> values;
    };
    const std::vector<std::string> unfilled = {"", ""};
    const Case cases[] = {
        {"施策{上位.番号} {上位.名称}", "施策39 移住", {{"39", "移住"}}},
        {"施策{上位.番号} {上位.名称}", "施 策３９　移住", {{"３９", "移住"}}},
        {"施策{上位.番号} {上位.名称}", "施策39移住", {{"39", "移住"}}},
        {"施策{上位.番号} {上位.名称}", "施策55 2026年の計画", {{"55", "2026年の計画"}}},
        {"施策{上位.番号} {上位.名称}", "施策39", {{"39", ""}}},
        {"施策{上位.番号} {上位.名称}", "施策", unfilled},
        {"施策{上位.番号} {上位.名称}", "施策の将来像", std::nullopt},
        {"施策{上位.番号} {上位.名称}", "新施策39 移住", std::nullopt},
        {"基本方針{上位.番号}", "基本方針1", {{"1"}}},
        {"基本方針{上位.番号}", "基本方針1 財源", std::nullopt},
        {"実績（{基準年}）", "実績 (R2)", {{"R2"}}},
        {"実績（{基準年}）", "実績（令和2年度）", {{"令和2年度"}}},
        {"実績（{基準年}）", "実績（見込）", std::nullopt},
        {"実績（{基準年}）", "実績値", std::nullopt},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(captured(c.drawn, c.text), c.values) << c.drawn << " : " << c.text;
    }
}

TEST(Labels, EverySpellingOfALabelIsOneAndValuesAreNone) {
    const Layout layout = load_fixture("minami_alps");
    const LabelIndex index({&layout});
    struct Case {
        const char* text;
        const char* label;  // "" for none
        Agreement agreement;
    };
    const Case cases[] = {
        {"目標値", "目標値", Agreement::exact},
        {"目標 値", "目標値", Agreement::spelling},
        {"目標", "目標値", Agreement::loose},
        {"目標値（記入欄）", "目標値", Agreement::loose},
        {"取り組み内容", "取組み内容", Agreement::spelling},
        {"関連計画等", "関係計画等", Agreement::variant},
        {"担当課", "主管課", Agreement::variant},
        {"めざす姿", "期間内の最終目標", Agreement::variant},
        {"目標値の考え方", "", Agreement::exact},
        {"98.6%", "", Agreement::exact},
        {"", "", Agreement::exact},
    };
    for (const Case& c : cases) {
        const TextMeaning meaning =
            index.may_be_label(c.text) ? index.look_up(c.text) : TextMeaning{};
        if (std::string(c.label).empty()) {
            EXPECT_THAT(meaning.candidates, IsEmpty()) << c.text;
            continue;
        }
        ASSERT_EQ(meaning.candidates.size(), 1U) << c.text;
        const auto label = static_cast<std::size_t>(meaning.candidates[0].label);
        EXPECT_EQ(index.layouts()[0].labels[label].text, c.label) << c.text;
        EXPECT_EQ(meaning.candidates[0].agreement, c.agreement) << c.text;
    }
}

TEST(Departments, AreSplitWhereFormsJoinThem) {
    struct Case {
        const char* text;
        std::vector<std::string> names;
    };
    const Case cases[] = {
        {"納税課", {"納税課"}},
        {"納税課・管財課", {"納税課", "管財課"}},
        {"納税課、管財課及び関係課", {"納税課", "管財課", "関係課"}},
        {"納税課／管財課", {"納税課", "管財課"}},
        {"納税課\n並びに 管財課", {"納税課", "管財課"}},
        {"納税課, 管財課/財政課", {"納税課", "管財課", "財政課"}},
        {"商工・観光課", {"商工・観光課"}},
        {" ", {}},
    };
    Departments known;
    known.names = {"商工・観光課"};
    for (const Case& c : cases) {
        EXPECT_EQ(split_departments(c.text, known), c.names) << c.text;
    }
}

TEST(Identity, WhatIsWrittenIsReadBack) {
    plan::Plan plan;
    plan.id = "a|b\\c";
    plan.layout = "minami_alps";
    for (int i = 0; i < 60; ++i) {
        plan.title += "計画の長い題名";
        plan.measures.emplace_back().id = "1-1-" + std::to_string(i);
    }
    plan.municipality = "市";
    plan.municipality_code = "192082";
    plan.first_year = 2026;
    plan.last_year = 2030;
    sheet::Properties properties;
    properties.custom = plan_properties(plan);
    for (const auto& [name, value] : properties.custom) {
        EXPECT_LE(value.size(), 255U) << name;
    }
    const auto read = read_plan_properties(properties);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->id, plan.id);
    EXPECT_EQ(read->title, plan.title);
    EXPECT_EQ(read->last_year, 2030);
    EXPECT_EQ(read_measure_property(properties)->size(), 60U);
    properties.custom.erase(properties.custom.begin() + 1);
    EXPECT_FALSE(read_plan_properties({}));
    EXPECT_FALSE(read_measure_property({}));
}

// SheetJS 0.18.5 saves custom properties as if their UTF-8 bytes were Latin-1 letters.
TEST(Identity, BytesTakenForLettersAreReadAsTheTextTheyWere) {
    plan::Plan plan;
    plan.title = "第5次計画";
    plan.municipality = "Orléans";
    plan.first_year = 2026;
    plan.last_year = 2030;
    sheet::Properties properties;
    properties.custom = plan_properties(plan);
    EXPECT_EQ(read_plan_properties(properties)->municipality, "Orléans");
    for (auto& [name, value] : properties.custom) {
        std::string letters;
        for (const char byte : value) {
            base::append_utf8(letters, static_cast<unsigned char>(byte));
        }
        value = letters;
    }
    EXPECT_EQ(read_plan_properties(properties)->title, "第5次計画");
    EXPECT_EQ(read_plan_properties(properties)->municipality, "Orléans");
}

TEST(Identity, NamesHoldAnyIdAndReferencesAnySheet) {
    for (const std::string id : {"1-1-1", "39", "0123", "A_1", "施策 1", "x.y"}) {
        EXPECT_EQ(measure_of_name(measure_name(id)), id);
    }
    EXPECT_EQ(measure_name("1-1"), "shinchoku.id.1_2d1");
    EXPECT_EQ(measure_of_name("shinchoku.id."), std::nullopt);
    EXPECT_EQ(measure_of_name("shinchoku.id.1_2"), std::nullopt);
    EXPECT_EQ(measure_of_name("shinchoku.id.1-1"), std::nullopt);
    EXPECT_EQ(measure_of_name("Print_Area"), std::nullopt);
    EXPECT_EQ(cell_reference("it's", {4, 27}), "'it''s'!$AB$5");

    TestBook book;
    book.sheets.push_back({"it's", "| a |"});
    book.sheets.push_back({"Sheet2", "| a |"});
    book.sheets.push_back({"Sheet3", "| a |"});
    book.names = {{measure_name("1"), "'it''s'!$B$2", 1, true},
                  {measure_name("2"), "'gone'!$A$1", 2, true},
                  {measure_name("3"), "#REF!", 0, true},
                  {measure_name("4"), "Sheet2!$C$3:$D$9", std::nullopt, true},
                  {measure_name("5"), "#REF!", std::nullopt, true}};
    const std::vector<MeasureMark> marks = measure_marks(book.workbook());
    ASSERT_EQ(marks.size(), 3U) << "3 was of a sheet whose number is another's now";
    EXPECT_EQ(marks[0].sheet, 0U);
    EXPECT_EQ(marks[0].cell, (base::CellRef{1, 1}));
    EXPECT_EQ(marks[1].sheet, 1U);
    EXPECT_EQ(marks[1].cell, (base::CellRef{2, 2}));
    EXPECT_EQ(marks[2].id, "2");
    EXPECT_EQ(marks[2].sheet, 2U);
}

}  // namespace
}  // namespace shinchoku::layout
