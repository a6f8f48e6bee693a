#include "bind_sample.h"

namespace shinchoku::layout {
namespace {

// One table for all measures of a plan.
constexpr std::string_view table = R"(
    | 番号 | 施策名 | 担当課 | 区分 | 指標名 | 単位 | 現状値（R7） | 目標値 | 令和8年度 | 令和9年度 |
    | 1 | 窓口の改善 | 市民課 | 市民指標 | 満足度 | % | 70 | 80 | 72 | |
    | ^ | ^ | ^ | ^ | 待ち時間 | 分 | 20 | 10 | 18 | |
    | ^ | ^ | ^ | 行政指標 | 研修の回数 | 回 | 3 (R6) | 5 | 4 | |
    | 2 | 道路の維持 | 土木課・管財課 | ^ | 点検数 | 橋 | 10 | 30 | 集計中 | |
    | 3 | 文書の電子化 | | 市民指標 | 電子申請の割合 | % | 5 | 50 | 12 | |
    | ^ | ^ | ^ | ^ | 電子決裁の割合 | % | 0 | 60 | 30 | |
)";

// Number, title, departments and indicators of each measure, with category, baseline's year and
// the actual of the first year.
std::string plan_account(const plan::Plan& plan) {
    std::string text;
    for (const plan::Measure& measure : plan.measures) {
        text += measure.id + " " + measure.title;
        for (const std::string& department : measure.departments) {
            text += " [" + department + "]";
        }
        text += "\n";
        for (const plan::Indicator& own : measure.indicators) {
            text += "  " + own.id + " " + own.name + " (" + own.category.value_or("") + ") " +
                    own.unit.value_or("") + " " + std::to_string(own.baseline->year.value_or(0)) +
                    " " + own.years.front().actual.raw + "\n";
        }
    }
    return text;
}

constexpr std::string_view as_read = R"(1 窓口の改善 [市民課]
  1/1 満足度 (市民指標) % 2025 72
  1/2 待ち時間 (市民指標) 分 2025 18
  1/3 研修の回数 (行政指標) 回 2024 4
2 道路の維持 [土木課] [管財課]
  2/1 点検数 (行政指標) 橋 2025 集計中
3 文書の電子化
  3/1 電子申請の割合 (市民指標) % 2025 12
  3/2 電子決裁の割合 (市民指標) % 2025 30
)";

TEST(TableOfAllMeasures, EachMeasureHasItsRows) {
    const Layout layout = load_fixture("one_table");
    const Reading reading = read_sheets(layout, {{"一覧", table}});
    EXPECT_EQ(plan_account(reading.plan), as_read);
    EXPECT_EQ(lines_of(reading.findings), (std::vector<std::string>{}));
    ASSERT_EQ(reading.places.size(), 3U);
    EXPECT_EQ(base::to_a1(reading.places[0].range), "A2:J4");
    EXPECT_EQ(base::to_a1(reading.places[1].range), "A5:J5");
    EXPECT_EQ(base::to_a1(reading.places[2].range), "A6:J7");
    EXPECT_EQ(reading.plan.measures[2].source.range, "A6:J7");
}

TEST(TableOfAllMeasures, OtherShapesReadTheSame) {
    const Layout layout = load_fixture("one_table");
    struct Case {
        const char* what;
        void (*change)(TestSheet&);
        std::vector<std::string> findings;
    };
    const Case cases[] = {
        {"merges undone, category said again where a measure begins",
         [](TestSheet& sheet) {
             sheet.merges.clear();
             sheet.set("D5", "行政指標");
         },
         {}},
        {"number and title in every row",
         [](TestSheet& sheet) {
             sheet.merges.clear();
             for (const char* row : {"3", "4"}) {
                 sheet.set(std::string("A") + row, "1");
                 sheet.set(std::string("B") + row, "窓口の改善");
                 sheet.set(std::string("C") + row, "市民課");
             }
             sheet.set("D5", "行政指標");
         },
         {}},
        {"the department in the second row of the measure",
         [](TestSheet& sheet) {
             sheet.merges.clear();
             sheet.set("D5", "行政指標");
             sheet.clear("C2");
             sheet.set("C3", "市民課");
         },
         {}},
        {"a blank row among the measures",
         [](TestSheet& sheet) { sheet.insert_rows(4); },
         {"F07 info A5"}},
        {"a blank column inside",
         [](TestSheet& sheet) { sheet.insert_columns(4); },
         {"F07 info F1"}},
        {"a title and a note above",
         [](TestSheet& sheet) {
             sheet.insert_rows(0, 3);
             sheet.set("A1", "進捗状況の一覧");
         },
         {}},
    };
    for (const Case& c : cases) {
        TestSheet sheet("一覧", table);
        c.change(sheet);
        const Reading reading = read_sheets(layout, {sheet});
        EXPECT_EQ(plan_account(reading.plan), as_read) << c.what;
        EXPECT_EQ(lines_of(reading.findings), c.findings) << c.what;
    }
}

TEST(TableOfAllMeasures, FaultsAreFoundAtTheMeasureTheyStandIn) {
    const Layout layout = load_fixture("one_table");
    TestSheet sheet("一覧", table);
    sheet.merges.clear();
    sheet.set("D5", "行政指標");
    sheet.set("C3", "総務課");  // a second department of measure 1
    sheet.set("H6", "1,23");    // of measure 3
    sheet.set("A7", "2");       // a number that was there already
    sheet.set("B7", "道路の維持");
    const Reading reading = read_sheets(layout, {sheet});
    std::vector<std::string> found;
    for (const base::Finding& finding : reading.findings) {
        if (!tells_no_identity(finding)) {
            found.push_back(line_of(finding) + " of " + finding.measure.value_or(""));
        }
    }
    EXPECT_EQ(found,
              (std::vector<std::string>{
                  "S17 error C3 of 1", "C18 warning H6 of 3", "F08 error B7 of 2"}));
}

TEST(TableOfAllMeasures, ATableThatIsStillEmptyHasNoMeasures) {
    const Layout layout = load_fixture("one_table");
    const Reading reading = read_sheets(layout, {{"一覧", R"(
        | 番号 | 施策名 | 担当課 | 区分 | 指標名 | 単位 | 現状値（） | 目標値 | 令和8年度 | 令和9年度 |
        | | | | | | | | | | |
    )"}});
    EXPECT_TRUE(reading.plan.measures.empty());
    EXPECT_EQ(lines_of(reading.findings, base::Severity::warning), (std::vector<std::string>{}));
}

}  // namespace
}  // namespace shinchoku::layout
