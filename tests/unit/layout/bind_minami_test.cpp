#include "bind_sample.h"

namespace shinchoku::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class MinamiForm : public ::testing::Test {
protected:
    const Layout layout_ = load_fixture("minami_alps");

    Reading read(const TestSheet& sheet) const { return read_sheets(layout_, {sheet}); }
};

TEST_F(MinamiForm, ThePublishedFormIsReadWithoutAWarning) {
    const Reading reading = read(minami_sheet());
    EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
        << account_of(reading.findings);
    ASSERT_EQ(reading.plan.measures.size(), 1U);
    const plan::Measure& measure = reading.plan.measures.front();
    EXPECT_EQ(measure.id, "1-1-1");
    EXPECT_EQ(measure.group, "1-1");
    EXPECT_EQ(measure.title, "納税相談の充実");
    EXPECT_THAT(measure.departments, ElementsAre("納税課", "管財課"));
    EXPECT_EQ(measure.texts.at("current_state"), "収納率は横ばい");
    EXPECT_EQ(measure.texts.at("issues"), "滞納が残る");
    EXPECT_EQ(measure.texts.at("related_plans"), "");
    ASSERT_EQ(measure.indicators.size(), 1U);
    const plan::Indicator& indicator = measure.indicators.front();
    EXPECT_EQ(indicator.id, "1-1-1/1");
    EXPECT_EQ(indicator.name, "市税収納率(%)");
    EXPECT_FALSE(indicator.baseline);
    ASSERT_EQ(indicator.years.size(), 5U);
    EXPECT_EQ(indicator.years[0].year, 2026);
    EXPECT_EQ(indicator.years[0].target.raw, "98.60%");
    EXPECT_EQ(indicator.years[0].actual.raw, "98.61%");
    EXPECT_EQ(indicator.years[4].target.raw, "98.80%");
    EXPECT_TRUE(indicator.years[4].actual.is<plan::Blank>());
    ASSERT_EQ(reading.plan.groups.size(), 2U);
    EXPECT_EQ(reading.plan.groups[0].id, "1");
    EXPECT_EQ(reading.plan.groups[0].label, "基本方針1");
    EXPECT_EQ(reading.plan.groups[0].title, "財源を強くする");
    EXPECT_EQ(reading.plan.groups[1].id, "1-1");
    EXPECT_EQ(reading.plan.groups[1].label, "①");
    EXPECT_EQ(reading.plan.groups[1].title, "税収確保のために");
    EXPECT_EQ(reading.plan.groups[1].parent, "1");
    EXPECT_EQ(reading.plan.id, "minami-alps-reform-5");
    EXPECT_EQ(reading.plan.first_year, 2026);
    EXPECT_EQ(reading.plan.last_year, 2030);
    EXPECT_EQ(measure.source.range, "A1:F12");
}

TEST_F(MinamiForm, PlacesNameTheCellsAlsoOfBlankValues) {
    const Reading reading = read(minami_sheet());
    ASSERT_EQ(reading.places.size(), 1U);
    const MeasurePlaces& places = reading.places.front();
    EXPECT_EQ(base::to_a1(places.fields.at("title")), "B3");
    EXPECT_EQ(base::to_a1(places.fields.at("departments")), "B4");
    EXPECT_EQ(base::to_a1(places.fields.at("group")), "B2");
    EXPECT_EQ(base::to_a1(places.fields.at("top_group")), "B1");
    EXPECT_EQ(base::to_a1(places.fields.at("texts.issues")), "D5");
    EXPECT_EQ(base::to_a1(places.fields.at("texts.related_plans")), "B8");
    EXPECT_TRUE(places.draws_target_each_year);
    ASSERT_EQ(places.indicators.size(), 1U);
    const IndicatorPlaces& indicator = places.indicators.front();
    EXPECT_EQ(base::to_a1(*indicator.target_label), "A11");
    EXPECT_EQ(base::to_a1(*indicator.actual_label), "A12");
    ASSERT_EQ(indicator.years.size(), 5U);
    EXPECT_EQ(base::to_a1(*indicator.years[2].heading), "D9");
    EXPECT_EQ(base::to_a1(*indicator.years[2].target), "D11");
    EXPECT_EQ(base::to_a1(*indicator.years[2].actual), "D12");
}

TEST_F(MinamiForm, SelfEvaluationIsOfTheWholeMeasure) {
    const Reading reading = read(minami_sheet_with_evaluation());
    EXPECT_THAT(lines_of(reading.findings), IsEmpty()) << account_of(reading.findings);
    ASSERT_EQ(reading.plan.measures.size(), 1U);
    ASSERT_EQ(reading.plan.measures[0].evaluations.size(), 1U);
    const plan::Evaluation& evaluation = reading.plan.measures[0].evaluations[0];
    EXPECT_FALSE(evaluation.indicator);
    EXPECT_EQ(evaluation.year, 2026);
    EXPECT_FALSE(evaluation.rate_percent);
    EXPECT_EQ(evaluation.grade, "A");
    EXPECT_EQ(evaluation.reason, "相談が増えた");
    EXPECT_EQ(evaluation.next, "継続");
}

// What people do to a sheet without changing what it says.
struct Disturbance {
    const char* what;
    void (*apply)(TestSheet& sheet);
};

const Disturbance disturbances[] = {
    {"moved down and right", [](TestSheet& s) { s.move(3, 2); }},
    {"titles and notes above",
     [](TestSheet& s) {
         s.move(3, 0);
         s.set("A1", "進行管理・評価シート");
         s.set("F2", "令和9年5月");
     }},
    {"a blank row inside", [](TestSheet& s) { s.insert_rows(5); }},
    {"two blank rows before the targets", [](TestSheet& s) { s.insert_rows(10, 2); }},
    {"a blank column after the labels", [](TestSheet& s) { s.insert_columns(1); }},
    {"a blank column between years", [](TestSheet& s) { s.insert_columns(3); }},
    {"labels with spaces", [](TestSheet& s) { s.replace("目標値", "目 標　値"); }},
    {"labels with a line break", [](TestSheet& s) { s.replace("取組み内容", "取組み\n内容"); }},
    {"labels with a remark", [](TestSheet& s) { s.replace("実績値", "実績値（記入欄）"); }},
    {"labels with a remark below", [](TestSheet& s) { s.replace("実績値", "実績値\n記入欄"); }},
    {"a listed wording", [](TestSheet& s) { s.replace("主な取組み", "主な取り組み"); }},
    {"a known wording", [](TestSheet& s) { s.replace("主管課", "担当課"); }},
    {"full-width number", [](TestSheet& s) { s.replace("基本方針1", "基本方針　１"); }},
    {"the policy in one cell",
     [](TestSheet& s) {
         s.clear("B1");
         s.set("A1", "基本方針1 財源を強くする");
     }},
    {"課題 in another column",
     [](TestSheet& s) {
         s.clear("C5");
         s.clear("D5");
         s.set("D5", "課題");
         s.set("E5", "滞納が残る");
         std::erase_if(s.merges, [](const base::CellRange& m) { return m.first.row == 4; });
         s.merges.push_back({{4, 1}, {4, 2}});
         s.merges.push_back({{4, 4}, {4, 5}});
     }},
    {"merges undone", [](TestSheet& s) { s.unmerge(); }},
    {"R8",
     [](TestSheet& s) {
         for (int i = 8; i <= 12; ++i) {
             s.replace("令和" + std::to_string(i) + "年度", "R" + std::to_string(i));
         }
     }},
    {"2026 as numbers",
     [](TestSheet& s) {
         for (int i = 0; i < 5; ++i) {
             s.set(base::to_a1(base::CellRef{8, static_cast<std::uint32_t>(i + 1)}),
                   "#" + std::to_string(2026 + i));
         }
     }},
    {"2026(令和8)年度",
     [](TestSheet& s) {
         for (int i = 0; i < 5; ++i) {
             s.replace("令和" + std::to_string(i + 8) + "年度",
                       std::to_string(2026 + i) + "(令和" + std::to_string(8 + i) + ")年度");
         }
     }},
    {"year headings in two rows, the years below",
     [](TestSheet& s) {
         s.insert_rows(9);
         for (int i = 0; i < 5; ++i) {
             const auto column = static_cast<std::uint32_t>(i + 1);
             s.set(base::to_a1(base::CellRef{9, column}), "令和" + std::to_string(i + 8) + "年度");
             s.clear(base::to_a1(base::CellRef{8, column}));
         }
         s.set("B9", "計画期間");
         s.merges.push_back({{8, 1}, {8, 5}});
     }},
    {"year headings twice",
     [](TestSheet& s) {
         s.insert_rows(9);
         for (int i = 0; i < 5; ++i) {
             s.set(base::to_a1(base::CellRef{9, static_cast<std::uint32_t>(i + 1)}),
                   "（" + std::to_string(2026 + i) + "）");
         }
     }},
    {"era and year in two rows",
     [](TestSheet& s) {
         s.insert_rows(9);
         for (int i = 0; i < 5; ++i) {
             const auto column = static_cast<std::uint32_t>(i + 1);
             s.set(base::to_a1(base::CellRef{9, column}), std::to_string(i + 8) + "年度");
             s.clear(base::to_a1(base::CellRef{8, column}));
         }
         s.set("B9", "令和");
         s.merges.push_back({{8, 1}, {8, 5}});
     }},
    {"a row moved up",
     [](TestSheet& s) {
         s.insert_rows(2);
         s.cells[{2, 0}] = s.cells[{8, 0}];  // 関係計画等
         s.merges.push_back({{2, 1}, {2, 5}});
         s.delete_row(8);
     }},
};

TEST_F(MinamiForm, DisturbedSheetsSayTheSame) {
    const Reading base = read(minami_sheet());
    for (const Disturbance& disturbance : disturbances) {
        SCOPED_TRACE(disturbance.what);
        TestSheet sheet = minami_sheet();
        disturbance.apply(sheet);
        const Reading reading = read(sheet);
        EXPECT_EQ(reading.plan, base.plan) << account_of(reading.findings);
        for (const base::Finding& finding : reading.findings) {
            EXPECT_NE(finding.severity, base::Severity::error) << account_of(reading.findings);
        }
    }
}

TEST_F(MinamiForm, EveryInsertedRowOrColumnIsFollowed) {
    const Reading base = read(minami_sheet_with_evaluation());
    for (std::uint32_t at = 0; at <= 16; ++at) {
        TestSheet sheet = minami_sheet_with_evaluation();
        sheet.insert_rows(at);
        const Reading reading = read(sheet);
        EXPECT_EQ(reading.plan, base.plan) << "row " << at << "\n" << account_of(reading.findings);
        EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
            << "row " << at << "\n"
            << account_of(reading.findings);
        EXPECT_EQ(lines_of(reading.findings).empty(), at == 0 || at == 16) << "row " << at;
    }
    for (std::uint32_t at = 0; at <= 6; ++at) {
        TestSheet sheet = minami_sheet_with_evaluation();
        sheet.insert_columns(at);
        const Reading reading = read(sheet);
        EXPECT_EQ(reading.plan, base.plan) << "column " << at << "\n"
                                           << account_of(reading.findings);
        EXPECT_THAT(lines_of(reading.findings, base::Severity::warning), IsEmpty())
            << "column " << at << "\n"
            << account_of(reading.findings);
    }
}

}  // namespace
}  // namespace shinchoku::layout
