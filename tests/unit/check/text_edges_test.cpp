// Rules on what is written, where a text is out of the common run: its ends, rare characters, and
// what the rules leave alone.

#include <gtest/gtest.h>

#include "sheets.h"

namespace shinchoku::check {
namespace {

using Lines = std::vector<std::string>;

SheetPlan written(const std::string& text, const std::string& key = "issues") {
    SheetPlan plan;
    plan.measure("1-1-1", {});
    plan.last().texts[key] = text;
    plan.last_places().fields["texts." + key] = {5, 1};
    return plan;
}

struct WrittenCase {
    const char* rule;
    const char* text;
    bool told;
};

void expect_written(const std::vector<WrittenCase>& cases) {
    for (const WrittenCase& c : cases) {
        EXPECT_EQ(lines_of(c.rule, written(c.text)).size(), c.told ? 1U : 0U)
            << c.rule << ": " << c.text;
    }
}

TEST(TextEdges, YearsOfTwoManners) {
    expect_written({
        {"D01", "2024年度(令和7年3月31日)", false},
        {"D01", "令和7年3月31日(2024年度)", false},
        {"D01", "2024年度(令和7年5月1日)", true},
        {"D01", "2022年度(令和7年3月31日)", true},
        {"D01", "2024年5月(令和7年3月)", true},
        {"D01", "R3～R5（2022～2024）", true},
        {"D01", "2022～2024（R3～R5", false},
        {"D01", "2022～2024（R3～", false},
        {"D01", "2022～2024（", false},
        {"D01", "2022～2024", false},
        {"D01", "R6（R7）", false},
        {"D01", "2022～2024（R4～R5）", true},
        {"D01", "2022（R4～R5）", false},
    });
}

TEST(TextEdges, DurationsAndTheirSpans) {
    expect_written({
        {"D02", "令和8～12年度の五年間", false},
        {"D02", "令和8～12年度の十五年間", false},
        {"D02", "令和8～12年度の3か年間", true},
        {"D02", "令和8～12年度の3年間隔", false},
        {"D02", "令和8～12年度[3年間]", true},
        {"D02", "令和8～12年度の100年間", false},
        {"D02", "計画期間 3年間", false},
        {"D02", "3年間は令和8～12年度", true},
        {"D02", "令和8～12年度、令和8～10年度の3年間", false},
    });
}

TEST(TextEdges, DashesForLongVowels) {
    expect_written({
        {"C09", "サ—ビス", true},
        {"C09", "センタ—の窓口", true},
        {"C09", "データセンタ—の窓口", true},
        {"C09", "サ—ビスデータ", true},
        {"C09", "センタ—窓口", false},
        {"C09", "センター窓口", false},
        {"C09", "窓口—センター", false},
    });
    for (const base::Finding& finding :
         check(written("データセンタ—の窓口").reading(), in_may_2027())) {
        if (finding.rule == "C09") {
            EXPECT_EQ(finding.found, "データセンタ—");
            EXPECT_EQ(finding.expected, "データセンター");
        }
    }
}

TEST(TextEdges, OfThreeMarksTheRarestIsTold) {
    const auto marks = [](const std::vector<std::string>& targets) {
        SheetPlan plan;
        plan.measure("1", {{.targets = targets}});
        return lines_of("C09", plan);
    };
    EXPECT_EQ(marks({"—", "—", "－", "ー", "ー"}), Lines{"C09 warning D12"});
    EXPECT_EQ(marks({"—", "‐"}), Lines{"C09 warning C12"}) << "keyboards do not give it";
    EXPECT_EQ(marks({"‐", "—"}), Lines{"C09 warning B12"});
    EXPECT_EQ(marks({"‐", "–"}).size(), 1U) << "neither do they this";
    SheetPlan json;
    json.measure("1", {{.targets = {"—", "—", "－"}}});
    json.reading().places.clear();
    EXPECT_EQ(lines_of("C09", json), Lines{"C09 warning -"});
}

TEST(TextEdges, Characters) {
    expect_written({
        {"C07", "\U000F0000", true},
        {"C07", "\U0010FFFD", true},
        {"C07", "字\uFE0F", true},
        {"C07", "字\U000E01EF", true},
        {"C07", "字\U000E01F0", false},
        {"C07", "㈱", true},
        {"C07", "㊤", true},
        {"C07", "㎏", true},
        {"C07", "ⅲ", true},
        {"C07", "㉑", false},
        {"C07", "㋐", false},
        {"C07", "㏠", false},
        {"C10", "\U0002F800", true},
        {"C10", "\U0002FA1F", true},
        {"C10", "\U0002FA20", false},
        {"C10", "は\u309A", true},
    });
    const auto value = [](const char* text) {
        return lines_of("C06", Row{.targets = {text}}).size();
    };
    EXPECT_EQ(value("試\n行"), 1U);
    EXPECT_EQ(value("試\t行"), 1U);
    EXPECT_EQ(value("試\r\n行"), 1U);
    EXPECT_EQ(value("試 "), 0U) << "one letter";
    EXPECT_EQ(value("試 A"), 0U);
    SheetPlan two;  // one workbook each
    two.measure("1", {}).measure("2", {});
    for (plan::Measure& measure : two.reading().plan.measures) {
        measure.texts["issues"] = "①窓口";
    }
    EXPECT_EQ(lines_of("C07", two).size(), 1U);
    two.last_places().file = "other.xlsx";
    EXPECT_EQ(lines_of("C07", two).size(), 2U);
    two.reading().places.clear();
    EXPECT_EQ(lines_of("C07", two), Lines{"C07 info -"}) << "a plan in JSON is one";
    const std::string long_text =
        "機種依存文字①を含む長い文章がここに続いているため短くは示せない。";
    for (const base::Finding& finding : check(written(long_text).reading(), in_may_2027())) {
        if (finding.rule == "C07") {
            EXPECT_EQ(finding.found, "") << "too long to repeat";
        }
    }
}

// A text kept as rows is told of in the cell of its piece.
TEST(TextEdges, PiecesOfATextNameTheirOwnCells) {
    const auto told = [](const std::string& text, const std::vector<base::CellRef>& cells) {
        SheetPlan plan = written(text, "related_plans");
        plan.last_places().pieces["texts.related_plans"] = cells;
        return lines_of("D01", plan);
    };
    const std::string wrong = "2026年度（令和7年度）";
    const std::vector<base::CellRef> two{{8, 1}, {9, 1}};
    EXPECT_EQ(told("基本計画\n" + wrong, two), Lines{"D01 error B10"});
    EXPECT_EQ(told(wrong + "\t基本計画", two), Lines{"D01 error B9"});
    EXPECT_EQ(told("計画\n計画\n" + wrong, two), Lines{"D01 error B6"}) << "more lines than cells";
    EXPECT_EQ(told(wrong, {}), Lines{"D01 error B6"}) << "no cells";
    SheetPlan json = written(wrong);
    json.reading().places.clear();
    EXPECT_EQ(lines_of("D01", json), Lines{"D01 error -"});
}

TEST(TextEdges, NotesAndReasonsNameTheirCellsWhereThereAreAny) {
    SheetPlan plan;
    plan.measure("1-1-1",
                 {{.targets = {"5件"}}, {.targets = {"5件"}, .notes = {{2026, "別紙のとおり"}}}});
    EXPECT_EQ(lines_of("A08", plan), Lines{"A08 warning -"}) << "the form has no cell for notes";
    plan.last_places().indicators[1].years[0].note = base::CellRef{23, 1};
    EXPECT_EQ(lines_of("A08", plan), Lines{"A08 warning B24"});
    plan.last().indicators[1].years[0].note.clear();
    plan.last().evaluations = {
        {.indicator = "1-1-1/9", .year = 2026, .reason = "別紙のとおり", .next = "別紙のとおり"}};
    EXPECT_EQ(lines_of("A08", plan).size(), 2U) << "of an indicator that is not there";
    plan.reading().places.clear();
    EXPECT_EQ(lines_of("A08", plan), (Lines{"A08 warning -", "A08 warning -"}));
}

SheetPlan said(const std::string& actual, const std::string& reason, Row row = {}) {
    row.targets = row.targets.empty() ? std::vector<std::string>{"98.60%"} : row.targets;
    row.actuals = {actual};
    SheetPlan plan;
    plan.measure("1-1-1", {row});
    plan.last().evaluations = {{.indicator = "1-1-1/1", .year = 2026, .reason = reason}};
    return plan;
}

TEST(ProseEdges, SlipsOfAFigure) {
    struct Case {
        const char* actual;
        const char* reason;
        bool told;
    };
    const std::vector<Case> cases{
        {"1,234件", "1,243件となった。", true},    // changed places
        {"1,234件", "1,235件となった。", true},    // another digit
        {"1,234件", "1,2034件となった。", false},  // far off
        {"1,234件", "1,198件となった。", false},   // near by chance
        {"1,234件", "1,253件となった。", false},   // two other digits
        {"50件", "51件となった。", false},         // too short to tell
        {"1,234件", "12件となった。", false},
        {"0件", "3件となった。", false},
        {"1,234件", "実績は1,100件。", true},  // named as the row's
        {"1,234件", "相談は多く、実績は1,100件。", true},
        {"1,234件", "相談は続く。\n実績は1,100件。", true},
        {"1,234件", "実績を上げた。1,100件の相談。", false},
        {"1,234件", "実績を上げ、1,100件の相談。", false},
        {"1,234件", "令和8年度の実績は1,100件。", true},
        {"1,234件", "令和7年度の実績は1,100件。", false},
        {"集計中", "実績は1,100件。", false},
    };
    for (const Case& c : cases) {
        const SheetPlan plan = said(c.actual, c.reason, {.targets = {"5,000件"}});
        EXPECT_EQ(lines_of("A09", plan).size(), c.told ? 1U : 0U) << c.actual << " " << c.reason;
    }
}

TEST(ProseEdges, FiguresOfTheRowAndItsRates) {
    EXPECT_EQ(
        lines_of("A09", said("98.02%", "基準の98.30％から下がった。", {.baseline = "98.30%"})),
        Lines{});
    EXPECT_EQ(lines_of("A09", said("98.02%", "98.03％となった。", {.targets = {"0%"}})).size(), 1U)
        << "a target of nothing gives no rate";
    SheetPlan rated = said("98.02%", "達成率は98.2％だった。");
    rated.last().evaluations[0].rate_percent = base::Decimal::parse("98.2");
    EXPECT_EQ(lines_of("A09", rated), Lines{}) << "the written rate";
    rated.last().evaluations[0].rate_percent.reset();
    rated.last().evaluations[0].reason = "市税収納率は95.1％だった。";
    rated.last().indicators[0].name = "市税収納率（現年度分）";
    EXPECT_EQ(lines_of("A09", rated), Lines{"A09 info -"}) << "by its name";
    rated.last().indicators[0].name = "率";
    EXPECT_EQ(lines_of("A09", rated), Lines{}) << "too short a name";
    SheetPlan whole = said("98.02%", "98.2％となった。");
    whole.last().evaluations[0].indicator.reset();
    EXPECT_EQ(lines_of("A09", whole), Lines{"A09 info -"});
    whole.last_places().years = {{.year = 2026, .reason = base::CellRef{20, 1}}};
    EXPECT_EQ(lines_of("A09", whole), Lines{"A09 info B21"});
    whole.last().evaluations[0].year.reset();
    EXPECT_EQ(lines_of("A09", whole), Lines{}) << "of no year";
    whole.last().evaluations[0].year = 2026;
    whole.last().indicators.push_back(whole.last().indicators[0]);
    EXPECT_EQ(lines_of("A09", whole), Lines{}) << "of two indicators";
    EXPECT_EQ(lines_of("A09", said("980件", "実績は950件。", {.targets = {"990人"}, .unit = "件"}))
                  .size(),
              1U)
        << "where units differ, the indicator's counts";
    EXPECT_EQ(lines_of("A09", said("980", "実績は950件。", {.name = "数", .targets = {"990"}})),
              Lines{})
        << "no unit at all";
    SheetPlan json = said("98.02%", "98.2％となった。");
    json.reading().places.clear();
    EXPECT_EQ(lines_of("A09", json), Lines{"A09 info -"});
}

}  // namespace
}  // namespace shinchoku::check
