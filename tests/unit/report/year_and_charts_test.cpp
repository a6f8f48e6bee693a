#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "small_plan.h"
#include "xlsx/reader.h"

namespace shinchoku::report {
namespace {

using testing::HasSubstr;
using testing::Not;

class YearAndCharts : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove(path()); }
    [[nodiscard]] std::filesystem::path path() const {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        return std::filesystem::temp_directory_path() /
               (std::string("shinchoku_charts_") + test->name() + ".xlsx");
    }

    // The sheet of this name, as the program's own reader finds it.
    const sheet::Sheet& sheet_of(SmallBook& book, std::string_view name) {
        ProgressBookInput input = book.input();
        input.forms = Forms::never;
        EXPECT_TRUE(write_progress_book(path(), input).has_value());
        std::ifstream file(path(), std::ios::binary);
        std::stringstream stream;
        stream << file.rdbuf();
        bytes_ = stream.str();
        auto read = xlsx::read_workbook(bytes_);
        EXPECT_TRUE(read.has_value());
        workbook_ = std::move(read.value().workbook);
        for (const sheet::Sheet& sheet : workbook_.sheets) {
            if (sheet.name == name) {
                return sheet;
            }
        }
        ADD_FAILURE() << "no sheet " << name;
        return workbook_.sheets.front();
    }

    std::string bytes_;
    sheet::Workbook workbook_;
};

const sheet::Cell& at(const sheet::Sheet& sheet, std::string_view a1) {
    static const sheet::Cell none;
    const sheet::Cell* cell = sheet.find(*base::parse_a1(a1));
    return cell == nullptr ? none : *cell;
}

std::string texts_of(const sheet::Sheet& sheet) {
    std::string texts;
    for (const sheet::Cell& cell : sheet.cells) {
        texts.append(cell.text).append("\n");
    }
    return texts;
}

plan::Value whole(int figure) {
    plan::Value value;
    value.content = plan::Number{base::Decimal(figure), {}};
    value.raw = std::to_string(figure);
    value.stored = base::Decimal(figure);
    value.format = "General";
    return value;
}

// As many indicators as asked for, all in the first measure.
void fill(SmallBook& book, std::size_t indicators, const std::string& name) {
    plan::Measure& measure = book.reading.plan.measures[1];
    book.reading.plan.measures = {measure};
    std::vector<plan::Indicator>& list = book.reading.plan.measures[0].indicators;
    const plan::Indicator one = list.front();
    list.clear();
    for (std::size_t i = 0; i < indicators; ++i) {
        list.push_back(one);
        list.back().id = "1-1-2/" + std::to_string(i + 1);
        list.back().name = name;
    }
}

TEST_F(YearAndCharts, TheHeatMapHasARowALineBelowItsPolicyAndSharesThatAreLive) {
    SmallBook book;
    const sheet::Sheet& map = sheet_of(book, "年度別");
    EXPECT_EQ(at(map, "D4").text, "令和8年度");
    EXPECT_EQ(at(map, "E4").text, "令和9年度");
    EXPECT_THAT(at(map, "A5").text, HasSubstr("基本方針1"));
    EXPECT_EQ(at(map, "D6").text, "A");
    EXPECT_EQ(at(map, "D7").text, "B");
    EXPECT_THAT(at(map, "A8").text, HasSubstr("基本方針2"));
    EXPECT_EQ(at(map, "D9").text, "未入力");
    // One met of two assessed; blank, pending and words are neither.
    EXPECT_EQ(at(map, "D12").number, 1);
    EXPECT_EQ(at(map, "D13").number, 2);
    EXPECT_EQ(at(map, "D14").number, 0.5);
    for (const char* share : {"D12", "D13", "D14"}) {
        EXPECT_NE(at(map, share).formula, sheet::no_formula) << share;
    }
    EXPECT_FALSE(has_value(at(map, "E14"))) << "a year to come has no share";
    EXPECT_THAT(texts_of(map), HasSubstr("100%以上")) << "the legend";
}

TEST_F(YearAndCharts, BarsAreCutAtTheEndOfTheAxisAndTheLabelTellsTheTrueRate) {
    struct Case {
        int actual;
        double bar;
        const char* label;
    };
    const Case cases[] = {
        {8, 0.8, "80.0%  B"},
        {15, 1.5, "150.0%  A"},
        {20, 2.0, "200.0%  A"},
        {44, 2.0, "440.0%  A"},
    };
    for (const Case& c : cases) {
        SmallBook book;
        book.reading.plan.measures[1].indicators[0].years[0].actual = whole(c.actual);
        const sheet::Sheet& charts = sheet_of(book, "グラフ");
        // The second bar of the first policy; figures begin right of the print.
        EXPECT_EQ(at(charts, "M6").number, c.bar) << c.actual;
        EXPECT_NE(at(charts, "M6").formula, sheet::no_formula);
        EXPECT_THAT(std::string(at(charts, "L6").text), HasSubstr(c.label));
        EXPECT_EQ(at(charts, "N6").number, 1) << "the target";
        const bool is_cut = c.actual > 20;
        EXPECT_EQ(texts_of(charts).find("切り") != std::string::npos, is_cut) << c.actual;
    }
}

TEST_F(YearAndCharts, IndicatorsWithoutARateAreNamedWithTheReason) {
    SmallBook book;
    const std::string texts = texts_of(sheet_of(book, "グラフ"));
    EXPECT_THAT(texts, HasSubstr("未入力(1): 2-1-1"));
    EXPECT_THAT(texts, HasSubstr("集計中(1): 2-1-2"));
    EXPECT_THAT(texts, HasSubstr("要確認(1): 2-1-3"));
}

TEST_F(YearAndCharts, TwoActualsMakeATrendAndOneDoesNot) {
    SmallBook book;
    EXPECT_THAT(texts_of(sheet_of(book, "グラフ")), Not(HasSubstr("R9")));
    book.as_of = {2028, 5, 31};
    book.reading.plan.measures[1].indicators[0].years[1].actual = whole(9);
    const std::string texts = texts_of(sheet_of(book, "グラフ"));
    EXPECT_THAT(texts, HasSubstr("R9"));
}

TEST_F(YearAndCharts, AreThereForPlansOfEverySize) {
    struct Case {
        std::size_t indicators;
        int years;
        std::string name;
        std::size_t charts;
    };
    std::string long_name;
    for (int i = 0; i < 200; ++i) {
        long_name += "名";
    }
    const Case cases[] = {
        {0, 2, "", 0},
        {1, 1, "一つ", 1},
        {21, 2, long_name, 1},
        {22, 2, "\"引用\"", 2},
        {400, 2, long_name, 20},
    };
    for (const Case& c : cases) {
        SmallBook book;
        fill(book, c.indicators, c.name);
        book.reading.plan.last_year = book.reading.plan.first_year + c.years - 1;
        const sheet::Sheet& charts = sheet_of(book, "グラフ");
        EXPECT_EQ(at(charts, "A1").text, "目標と実績のグラフ") << c.indicators;
        std::size_t parts = 0;
        for (std::size_t part = bytes_.find("xl/charts/chart"); part != std::string::npos;
             part = bytes_.find("xl/charts/chart", part + 1)) {
            ++parts;
        }
        // Each part stands in the package's directory once more; two are of the totals by policy
        // and two of those by department.
        EXPECT_EQ(parts / 2, c.charts + 4) << c.indicators;
    }
}

TEST_F(YearAndCharts, TheTableOfAllMeasuresShowsTrendsAndKeepsGradesAsTheyAre) {
    SmallBook book;
    book.reading.plan.measures[1].evaluations.push_back({.year = 2026, .grade = "A"});
    const sheet::Sheet& measures = sheet_of(book, "一覧");
    EXPECT_EQ(at(measures, "M4").text, "推移");
    EXPECT_EQ(at(measures, "M6").text, "▁") << "8 on the way to 10";
    EXPECT_EQ(at(measures, "M7").text, "") << "no actual";
    EXPECT_EQ(at(measures, "J6").text, "A") << "the sign of a difference is not part of the value";
    EXPECT_THAT(texts_of(measures), HasSubstr("≠"));
}

TEST_F(YearAndCharts, GiveTheSameBytesForTheSameInput) {
    SmallBook book;
    static_cast<void>(sheet_of(book, "グラフ"));
    const std::string first = bytes_;
    static_cast<void>(sheet_of(book, "グラフ"));
    EXPECT_EQ(bytes_, first);
}

}  // namespace
}  // namespace shinchoku::report
